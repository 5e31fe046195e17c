package wf.store;

/** The end of an instance's journal: how many rows, and the hash of the last. A cut tail shows against it (§0.8). */
public record JournalEnd(long length, String hash) {

    static final JournalEnd EMPTY = new JournalEnd(0, "");
}
