package wf.command;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import wf.access.Caller;
import wf.contract.EndInstanceRequest;
import wf.contract.OperationRequest;
import wf.contract.TerminateRequest;
import wf.contract.UpdateInstanceXmlRequest;
import wf.contract.Vote;
import wf.contract.WithdrawRequest;
import wf.instance.ProcessInstance;
import wf.instance.TokenEvent.VoteCast;
import wf.operation.NamedPeople;
import wf.operation.Operation;
import wf.runtime.Decision;
import wf.store.InstanceCache;
import wf.store.InstanceStore;
import wf.store.JobRow;
import wf.store.JobStore;
import wf.store.Journal;
import wf.store.JournalBody;
import wf.store.JournalEnd;
import wf.store.JournalRow;
import wf.store.Outbox;
import wf.store.OutboxKey;
import wf.store.Stored;
import wf.store.Transactions;
import wf.store.WorkItemStore;
import wf.store.Writes;
import wf.stream.ListChanges;
import wf.stream.ListNews;

/** Stores a decision: the instance first, since its version decides whether the rest may be written at all. */
@Singleton
public class Recorder {

    private final InstanceStore instances;
    private final WorkItemStore items;
    private final Audience audience;
    private final JobStore jobs;
    private final Journal journal;
    private final Outbox outbox;
    private final ListNews news;
    private final InstanceCache cache;
    private final Transactions transactions;

    @Inject
    public Recorder(InstanceStore instances, WorkItemStore items, Audience audience, JobStore jobs, Journal journal, Outbox outbox,
            ListNews news, InstanceCache cache, Transactions transactions) {
        this.instances = instances;
        this.items = items;
        this.audience = audience;
        this.jobs = jobs;
        this.journal = journal;
        this.outbox = outbox;
        this.news = news;
        this.cache = cache;
        this.transactions = transactions;
    }

    /** @param reserved until when the caller alone works on what is due at once; null leaves it to everybody */
    Recording record(Caller caller, String opId, String fingerprint, Operation<?> operation, OperationRequest request, Situation on,
            Decision decision, Instant reserved) {
        Act act = new Act(operation.name(), Permissions.asAdmin(operation, on), caller.isEngine() ? null : Idempotency.shortened(fingerprint),
                Permissions.used(operation, on));
        return record(caller, opId, act, request, on, decision, reserved);
    }

    /**
     * What was done, as the journal names it.
     *
     * @param asAdmin whether it was administration alone that allowed it
     * @param fingerprint by which the same request is known again; null where nobody asks again for just this
     * @param identities as what it was done
     */
    record Act(String operation, boolean asAdmin, String fingerprint, List<String> identities) {
        Act {
            identities = identities == null ? List.of() : List.copyOf(identities);
        }
    }

    Recording record(Caller caller, String opId, Act act, OperationRequest request, Situation on, Decision decision, Instant reserved) {
        ProcessInstance after = decision.after();
        after.nextVersion();
        JournalRow row = row(caller, opId, act, request, on, decision);
        String body = new JournalBody(decision.events(), vote(decision), reason(request), act.identities(), caller.via()).text(row.happenedAt);
        JournalEnd end = journal.chain(row, body, new JournalEnd(on.stored().journalLength(), on.stored().journalHash()));
        Writes writes = instances.writes(caller.tenant(), after.id());
        if (on.isNew()) {
            instances.insert(writes, caller.tenant(), after, on.definition().row().defKey, end);
        } else {
            instances.advance(writes, caller.tenant(), after, end);
        }
        items.project(writes, caller.tenant(), on.stored().image(), after, on.row(), on.definition().process(), decision.events());
        audience.keep(writes, caller.tenant(), on.definition().process(), on.stored().image(), on.isNew(), decision, new NamedPeople(on.subject().facts().expressions()));
        List<JobRow> due = jobs.project(writes, caller.tenant(), on.stored().image(), after, decision.events(),
                on.subject().facts().now(), reserved);
        journal.append(writes, row);
        return new Recording(writes, row, end, due,
                ListChanges.of(on.stored().image(), on.isNew(), after, decision.events(), on.subject().facts().now()));
    }

    /** Tells whom it concerns, sends everything to the database, and once it is committed publishes the new image. */
    void finish(Caller caller, Recording recording, Decision decision) {
        JournalRow row = recording.row();
        transactions.afterCommit(() -> news.note(new OutboxKey(row.tenant, row.instanceId, row.seq), recording.lists()));
        outbox.put(recording.writes(), row);
        instances.flush(recording.writes(), caller.tenant(), decision.after().id());
        // What else is done with it in this transaction has to see what is written now, not what is remembered.
        cache.evict(caller.tenant(), decision.after().id());
        Stored stored = new Stored(decision.after(), recording.end().length(), recording.end().hash());
        transactions.afterCommit(() -> cache.put(caller.tenant(), stored));
    }

    private static JournalRow row(Caller caller, String opId, Act act, OperationRequest request,
            Situation on, Decision decision) {
        JournalRow row = new JournalRow();
        row.tenant = caller.tenant();
        row.instanceId = decision.after().id();
        row.opId = opId;
        row.operation = act.operation();
        row.actor = caller.person();
        row.onBehalfOf = on.isByDeputy() ? on.subject().facts().actor().id() : caller.isEngine() ? request.onBehalfOf : null;
        row.asAdmin = act.asAdmin() ? 1 : 0;
        row.channel = caller.channel();
        row.clientIp = caller.clientIp();
        row.happenedAt = on.subject().facts().now();
        row.definitionId = on.definition().row().id;
        row.versionBefore = on.stored().image().version();
        row.versionAfter = decision.after().version();
        row.nodeId = on.nodeId();
        row.opinion = request.opinion != null || !closesItem(on, decision) ? request.opinion : on.draft().opinion();
        row.payloadHash = act.fingerprint();
        row.sole = act.fingerprint() == null ? null : 1;
        return row;
    }

    /** What the holder has saved goes out when he hands in his work, not when he puts it back. */
    private static boolean closesItem(Situation on, Decision decision) {
        return on.subject().item() != null && decision.after().findItem(on.subject().item().id()).isEmpty();
    }

    /** The vote that was cast, whatever the operation is called with which it was. */
    private static Vote vote(Decision decision) {
        return decision.events().stream().filter(VoteCast.class::isInstance).map(e -> ((VoteCast) e).vote()).findFirst().orElse(null);
    }

    private static String reason(OperationRequest request) {
        return request instanceof TerminateRequest terminate ? terminate.reason : request instanceof WithdrawRequest withdraw ? withdraw.reason
                : request instanceof EndInstanceRequest end ? end.resultStatus
                : request instanceof UpdateInstanceXmlRequest xml ? "SHA-256 " + Journal.sha256(xml.source) : null;
    }
}
