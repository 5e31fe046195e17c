package wf.command;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import wf.access.Caller;
import wf.contract.OperationReply;
import wf.instance.Event;
import wf.instance.InstanceIdentity;
import wf.instance.ProcessInstance;
import wf.runtime.Decision;
import wf.store.DefinitionStore;
import wf.store.InstanceStore;
import wf.store.JobStore;
import wf.store.Journal;
import wf.store.JournalRow;
import wf.store.Snapshots;

/**
 * The first reply to an operation that is asked for again. It is not kept: the journal says what happened, and replaying
 * it up to there gives the instance before and after. People are named as they are called now.
 */
@Singleton
public class Repetition {

    private final Journal journal;
    private final Idempotency idempotency;
    private final InstanceStore instances;
    private final Snapshots snapshots;
    private final DefinitionStore definitions;
    private final JobStore jobs;
    private final Situations situations;
    private final Replies replies;
    private final Purging purging;

    @Inject
    public Repetition(Journal journal, Idempotency idempotency, InstanceStore instances, Snapshots snapshots, DefinitionStore definitions,
            JobStore jobs, Situations situations, Replies replies, Purging purging) {
        this.journal = journal;
        this.idempotency = idempotency;
        this.instances = instances;
        this.snapshots = snapshots;
        this.definitions = definitions;
        this.jobs = jobs;
        this.situations = situations;
        this.replies = replies;
        this.purging = purging;
    }

    /**
     * The reply to the first call under this id, if there was one; versions before 7 kept it apart.
     *
     * @throws wf.refusal.Refused when that call was another person's, or for something else, or on an instance that was purged since
     */
    Optional<OperationReply> of(Caller caller, String opId, String fingerprint) {
        Optional<JournalRow> first = journal.find(caller.tenant(), opId);
        if (first.isEmpty()) {
            return idempotency.earlier(caller, opId, fingerprint, OperationReply.class);
        }
        Idempotency.mustBeSame(caller, fingerprint, first.get());
        return purging.again(caller, first.get()).or(() -> Optional.of(reply(caller, first.get())));
    }

    private OperationReply reply(Caller caller, JournalRow row) {
        ProcessInstance before = before(caller, row);
        List<Event> events = journal.body(row).events();
        ProcessInstance after = before.copy();
        events.forEach(e -> e.applyTo(after));
        after.nextVersion();
        Situation on = situations.past(caller, before, definitions.get(caller.tenant(), row.definitionId));
        OperationReply reply = replies.done(row.opId, on, new Decision(events, after, null), caller.locale());
        reply.settled = jobs.isSettled(caller.tenant(), before, after, events, row.happenedAt);
        return reply;
    }

    private ProcessInstance before(Caller caller, JournalRow row) {
        if (row.versionBefore > 0) {
            return snapshots.asOf(caller.tenant(), row.instanceId, row.versionBefore);
        }
        InstanceIdentity now = instances.load(caller.tenant(), row.instanceId).orElseThrow(() -> Situations.notFound(caller)).image().identity();
        return new ProcessInstance(new InstanceIdentity(now.id(), row.definitionId, now.businessKey(), now.title(), now.parent()));
    }
}
