package wf.store;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/**
 * What is to be told after the commit, written in the same transaction as what happened (§11.3). A row names the row of
 * the journal that says it and repeats nothing of it.
 */
@Singleton
public class Outbox {

    private final Ids ids;

    @Inject
    public Outbox(Ids ids) {
        this.ids = ids;
    }

    public void put(Writes writes, JournalRow what) {
        OutboxRow row = new OutboxRow();
        row.tenant = what.tenant;
        row.id = ids.next();
        row.instanceId = what.instanceId;
        row.seq = what.seq;
        row.createdAt = what.happenedAt;
        writes.insert(row);
    }
}
