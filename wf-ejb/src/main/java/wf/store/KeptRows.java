package wf.store;

/**
 * The rows of a journal whose texts are erased, one after the other: a hash over all that is kept of them, their own hashes
 * among it. Who did what when cannot be changed without changing it, though nobody can make the rows' hashes again.
 */
final class KeptRows {

    private JournalEnd end = JournalEnd.EMPTY;
    private String hash = "";
    private Long missing;

    /** The next of the rows. */
    void add(JournalRow row) {
        if (missing == null && row.seq != end.length() + 1) {
            missing = row.seq;
        }
        hash = Hashing.SHA_256.digest(hash, row.tenant, row.instanceId, row.seq, row.opId, row.operation, row.actor, row.onBehalfOf, row.asAdmin,
                row.channel, row.clientIp, row.happenedAt, row.definitionId, row.versionBefore, row.versionAfter, row.nodeId, row.algorithm, row.hash);
        end = new JournalEnd(row.seq, row.hash);
    }

    JournalEnd end() {
        return end;
    }

    String hash() {
        return hash;
    }

    /** The first row before which one is missing, or null. */
    Long missing() {
        return missing;
    }
}
