package wf.store;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import wf.contract.Verification;
import wf.instance.Event;
import wf.setting.Settings;

/**
 * The journal (§0.8): one append-only row for each operation that changed an instance, each chained to the one before
 * by a hash over the bytes that are stored. It is audit, history and replay in one.
 */
@Singleton
public class Journal {

    private final EntityManager em;
    private final Sealing sealing;
    private final Hashing hashing;

    @Inject
    public Journal(EntityManager em, Sealing sealing, Settings settings) {
        this.em = em;
        this.sealing = sealing;
        this.hashing = Hashing.of(settings);
    }

    /**
     * Seals what is sensitive and completes the row with its place and hash; nothing is stored yet.
     *
     * @param body what it tells
     */
    public JournalEnd chain(JournalRow row, String body, JournalEnd end) {
        String sealed = sealing.seal(row.tenant, row.instanceId, row.definitionId, body);
        row.packed = Packed.of(sealed);
        row.seq = end.length() + 1;
        row.algorithm = hashing.label();
        row.hash = hash(end.hash(), row, sealed);
        return new JournalEnd(row.seq, row.hash);
    }

    /** What the row tells, however old it is. */
    public JournalBody body(JournalRow row) {
        return JournalBody.of(sealing.open(row.tenant, row.instanceId, row.text()), row.happenedAt);
    }

    /** What happened; nothing where the row's texts are erased. */
    public List<Event> events(JournalRow row) {
        return row.text().isEmpty() ? List.of() : body(row).events();
    }

    public void append(Writes writes, JournalRow row) {
        writes.insert(row);
    }

    /** Whether the instance has had this operation. */
    public boolean has(String tenant, long instanceId, String opId) {
        return !em.createQuery("select j.seq from JournalRow j where j.tenant = :tenant and j.instanceId = :instance"
                + " and j.opId = :op", Long.class).setParameter("tenant", tenant).setParameter("instance", instanceId)
                .setParameter("op", opId).setMaxResults(1).getResultList().isEmpty();
    }

    /** What was done under this id, if it was one operation on one instance (§0.6). */
    public Optional<JournalRow> find(String tenant, String opId) {
        return em.createQuery("select j from JournalRow j where j.tenant = :tenant and j.opId = :op and j.sole = 1", JournalRow.class)
                .setParameter("tenant", tenant).setParameter("op", opId).getResultStream().findFirst();
    }

    /** What was done to the instance last. */
    public Optional<JournalRow> last(String tenant, long instanceId) {
        return em.createQuery("select j from JournalRow j where j.tenant = :tenant and j.instanceId = :instance order by j.seq desc", JournalRow.class)
                .setParameter("tenant", tenant).setParameter("instance", instanceId).setMaxResults(1).getResultStream().findFirst();
    }

    /** All rows, oldest first, wherever the instance is. */
    public List<JournalRow> read(String tenant, long instanceId) {
        List<JournalRow> rows = em.createQuery("select j from JournalRow j where j.tenant = :tenant and j.instanceId = :instance"
                + " order by j.seq", JournalRow.class)
                .setParameter("tenant", tenant).setParameter("instance", instanceId).getResultList();
        return rows.isEmpty() ? Archive.journal(em, tenant, instanceId, 0, Long.MAX_VALUE) : rows;
    }

    /** The rows behind the one place up to and with the other, oldest first. */
    public List<JournalRow> read(String tenant, long instanceId, long behind, long upTo) {
        List<JournalRow> rows = em.createQuery("select j from JournalRow j where j.tenant = :tenant and j.instanceId = :instance"
                + " and j.seq > :behind and j.seq <= :upTo order by j.seq", JournalRow.class)
                .setParameter("tenant", tenant).setParameter("instance", instanceId).setParameter("behind", behind)
                .setParameter("upTo", upTo).getResultList();
        return rows.isEmpty() && behind < upTo ? Archive.journal(em, tenant, instanceId, behind, upTo) : rows;
    }

    /**
     * Reads the whole journal of the instance and compares it with its hashes and with the end that the instance knows.
     * When the instance goes on meanwhile, the two are of different moments and it begins anew.
     */
    public Verification verify(String tenant, long instanceId) {
        JournalEnd known = end(tenant, instanceId);
        Verification result = compare(tenant, instanceId, known);
        for (JournalEnd now = end(tenant, instanceId); !now.equals(known); now = end(tenant, instanceId)) {
            known = now;
            result = compare(tenant, instanceId, known);
        }
        return result;
    }

    private JournalEnd end(String tenant, long instanceId) {
        List<Object[]> known = em.createQuery("select i.journalLength, i.journalHash from InstanceRow i"
                + " where i.tenant = :tenant and i.id = :id", Object[].class)
                .setParameter("tenant", tenant).setParameter("id", instanceId).getResultList();
        return !known.isEmpty() ? new JournalEnd((Long) known.get(0)[0], (String) known.get(0)[1])
                : Archive.row(em, tenant, instanceId).map(row -> new JournalEnd(row.journalLength, row.journalHash))
                        .orElseThrow(() -> new IllegalArgumentException("no instance " + instanceId));
    }

    private Verification compare(String tenant, long instanceId, JournalEnd known) {
        Verification result = new Verification();
        result.instanceId = instanceId;
        JournalEnd end = JournalEnd.EMPTY;
        for (JournalRow row : read(tenant, instanceId)) {
            result.rows++;
            if (result.brokenAt == null && (row.seq != end.length() + 1 || !isSound(row, end.hash()))) {
                result.brokenAt = row.seq;
            }
            end = new JournalEnd(row.seq, row.hash);
        }
        if (result.brokenAt == null && !end.equals(known)) {
            result.brokenAt = end.length() + 1;
        }
        result.intact = result.brokenAt == null;
        result.headHash = end.hash();
        return result;
    }

    static boolean isSound(JournalRow row, String previous) {
        return Hashing.isKept(row.hash, () -> hash(previous, row, row.text()));
    }

    private static String hash(String previous, JournalRow row, String body) {
        return Hashing.named(row.algorithm).digest(previous, row.tenant, row.instanceId, row.seq, row.opId, row.operation, row.actor, row.onBehalfOf, row.asAdmin,
                row.channel, row.clientIp, row.happenedAt, row.definitionId, row.versionBefore, row.versionAfter, row.nodeId, row.opinion,
                body, row.algorithm);
    }

    public static String sha256(String text) {
        return sha256(text.getBytes(StandardCharsets.UTF_8));
    }

    public static String sha256(byte[] bytes) {
        return Hashing.SHA_256.hex(bytes);
    }
}
