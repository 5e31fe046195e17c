package wf.command;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wf.access.Caller;
import wf.contract.InstanceState;
import wf.contract.OperationReply;
import wf.contract.Removed;
import wf.contract.Verification;
import wf.instance.InstanceEvent.InstancePurged;
import wf.runtime.Decision;
import wf.runtime.Directories;
import wf.runtime.Right;
import wf.store.Archive;
import wf.store.InstanceCache;
import wf.store.JournalRow;
import wf.store.Purge;
import wf.store.PurgedRow;
import wf.store.Transactions;

/**
 * What the shell has to do where an operation purges its instance (I10). The operation is decided and recorded as every other,
 * so that it has its place in the chain; then all that is stored of the instance goes, in the same transaction.
 */
@Singleton
public class Purging {

    private final Purge purge;
    private final Archive archive;
    private final InstanceCache cache;
    private final Transactions transactions;
    private final Directories directories;

    @Inject
    public Purging(Purge purge, Archive archive, InstanceCache cache, Transactions transactions, Directories directories) {
        this.purge = purge;
        this.archive = archive;
        this.cache = cache;
        this.transactions = transactions;
        this.directories = directories;
    }

    private static boolean purges(Decision decision) {
        return decision.events().stream().anyMatch(InstancePurged.class::isInstance);
    }

    /** What goes with it, for a preview as for the deed; nothing where nothing is purged. */
    List<Removed> removed(Caller caller, Situation on, Decision decision) {
        List<Removed> removed = new ArrayList<>();
        if (purges(decision)) {
            purge.count(caller.tenant(), on.stored(), on.archived()).forEach((kind, count) -> {
                Removed some = new Removed();
                some.kind = kind;
                some.count = count;
                removed.add(some);
            });
        }
        return removed;
    }

    /** What is in the archive must be where operations are recorded. */
    void fetch(Caller caller, Situation on) {
        if (on.archived()) {
            archive.restore(caller.tenant(), on.stored().image().id(), caller.person(), on.subject().facts().now());
        }
    }

    /** After the operation is stored. */
    void erase(Caller caller, Recording recording, Decision decision) {
        if (purges(decision)) {
            purge.purge(decision.after(), recording.row(), recording.end());
            transactions.afterCommit(() -> cache.evict(caller.tenant(), decision.after().id()));
        }
    }

    /**
     * The reply to an operation on an instance that was purged since; empty while it is there.
     *
     * @throws wf.refusal.Refused when it was another operation than the purge: what it did is not kept
     */
    Optional<OperationReply> again(Caller caller, JournalRow row) {
        Optional<PurgedRow> purged = purge.find(caller.tenant(), row.instanceId);
        if (purged.isPresent() && purged.get().journalLength != row.seq) {
            throw Situations.notFound(caller);
        }
        return purged.map(p -> reply(row));
    }

    private static OperationReply reply(JournalRow row) {
        OperationReply reply = new OperationReply();
        reply.opId = row.opId;
        reply.instanceId = row.instanceId;
        reply.state = InstanceState.DELETED;
        reply.version = row.versionAfter;
        return reply;
    }

    /** Whether what is kept of the journal is whole, for administrators; empty where the instance was not purged. */
    public Optional<Verification> verify(Caller caller, long instanceId) {
        return directories.of(caller.tenant()).member(caller.person()).filter(m -> m.rights().everywhere(Right.INSTANCE_MANAGE) || m.rights().everywhere(Right.AUDIT_READ))
                .flatMap(admin -> purge.find(caller.tenant(), instanceId)).map(purge::verify);
    }
}
