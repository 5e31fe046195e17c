package wf.command;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import wf.access.Caller;
import wf.contract.DefinitionState;
import wf.contract.ErrorCode;
import wf.contract.InstanceState;
import wf.contract.OperationReply;
import wf.contract.UpdateInstanceXmlRequest;
import wf.definition.ProcessDefinition;
import wf.instance.Branch;
import wf.refusal.Messages;
import wf.refusal.Refused;
import wf.runtime.Decision;
import wf.runtime.Migration;
import wf.runtime.Rejection;
import wf.runtime.Right;
import wf.store.Definition;
import wf.store.DefinitionRow;
import wf.store.DefinitionStore;
import wf.store.Ids;
import wf.store.InstanceStore;

/**
 * I11 更新实例xml: one instance goes on against a model of its own. It is a version of the definition that no list shows and no
 * other instance uses; the instance comes to it, and may leave it again, as it would to any other version (D8).
 */
@Singleton
public class InstanceXml {

    private final DefinitionWrites writes;
    private final DefinitionStore definitions;
    private final InstanceStore instances;
    private final Situations situations;
    private final Kernel kernel;
    private final Recorder recorder;
    private final Refusals refusals;
    private final Replies replies;
    private final Idempotency idempotency;
    private final Ids ids;
    private final InstantSource clock;

    @Inject
    public InstanceXml(DefinitionWrites writes, DefinitionStore definitions, InstanceStore instances, Situations situations, Kernel kernel,
            Recorder recorder, Refusals refusals, Replies replies, Idempotency idempotency, Ids ids, InstantSource clock) {
        this.writes = writes;
        this.definitions = definitions;
        this.instances = instances;
        this.situations = situations;
        this.kernel = kernel;
        this.recorder = recorder;
        this.refusals = refusals;
        this.replies = replies;
        this.idempotency = idempotency;
        this.ids = ids;
        this.clock = clock;
    }

    public OperationReply update(Caller caller, long instanceId, UpdateInstanceXmlRequest request) {
        writes.mustSomewhere(caller, Right.INSTANCE_MIGRATE);
        Inputs.check(request, caller.locale());
        Inputs.require(request.source != null && request.source.length > 0, caller.locale(), "GIVEN", "source");
        String fingerprint = Idempotency.fingerprint("updateInstanceXml", instanceId, request);
        Optional<OperationReply> earlier = idempotency.earlier(caller, request.opId, fingerprint, OperationReply.class);
        return earlier.orElseGet(() -> decided(caller, instanceId, request, fingerprint));
    }

    private OperationReply decided(Caller caller, long instanceId, UpdateInstanceXmlRequest request, String fingerprint) {
        Situation on = situations.find(caller, Command.onInstance("updateInstanceXml", instanceId, request), true);
        writes.must(caller, Right.INSTANCE_MIGRATE, () -> situations.whereabouts(caller, on.stored().image()));
        Definition own = own(caller, on, request.source);
        Migration migration = new Migration(on.definition().process(), own.process(), own.row().id, Map.of());
        refuse(caller, on, Stream.concat(refusals.version(request, on).stream(), notNow(on).stream()).toList());
        refuse(caller, on, Stream.concat(migration.problems(on.stored().image()).stream(), lostSplits(on, own.process()).stream()).toList());
        Decision decision = kernel.decide(own.process(), on.subject().instance(), on.subject().facts(), on.subject().trail(), migration::perform);
        refuse(caller, on, decision.refused().stream().toList());
        String opId = idempotency.opId(request.opId);
        Situation against = on.against(own);
        if (request.preview) {
            instances.confirm(caller.tenant(), on.stored().image());
            return replies.preview(opId, against, decision, caller.locale());
        }
        definitions.insertSource(caller.tenant(), own.row().sourceId, request.source);
        definitions.insert(own.row());
        Recording recording = recorder.record(caller, opId, new Recorder.Act("updateInstanceXml", true, null, List.of()), request, against, decision, null);
        instances.migrate(caller.tenant(), decision.after(), own.row().defKey);
        OperationReply reply = replies.done(opId, against, decision, caller.locale());
        reply.settled = recording.due().isEmpty();
        idempotency.remember(caller, instanceId, opId, fingerprint, on.subject().facts().now(), reply);
        recorder.finish(caller, recording, decision);
        return reply;
    }

    // ---- the copy ----

    private Definition own(Caller caller, Situation on, byte[] source) {
        Locale locale = caller.locale();
        DefinitionRow before = on.definition().row();
        ProcessDefinition process = ModelReading.of(kernel, source, locale, new ArrayList<>()).definitions().stream()
                .filter(d -> d.key().equals(before.defKey)).findFirst().orElseThrow(() -> Refused.because(ErrorCode.TARGET_INVALID,
                        Messages.text(locale, "reject.XML_OTHER_PROCESS", before.defKey)));
        return new Definition(row(caller, on, before), process);
    }

    /** Retired from the beginning: the instance goes on against it, and no new one begins. */
    private DefinitionRow row(Caller caller, Situation on, DefinitionRow before) {
        DefinitionRow row = new DefinitionRow();
        row.tenant = caller.tenant();
        row.id = ids.next();
        row.defKey = before.defKey;
        row.version = definitions.nextOwn(caller.tenant(), before.defKey);
        row.name = before.name;
        row.category = before.category;
        row.state = DefinitionState.RETIRED.name();
        row.executable = true;
        row.instanceId = on.stored().image().id();
        row.sourceId = ids.next();
        row.deployedAt = now();
        row.deployedBy = caller.person();
        return row;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    // ---- why not ----

    private static Optional<Rejection> notNow(Situation on) {
        InstanceState state = on.stored().image().state();
        return state == InstanceState.RUNNING || state == InstanceState.SUSPENDED ? Optional.empty()
                : Optional.of(Rejection.of(ErrorCode.ILLEGAL_STATE, "NOT_RUNNING", state.name()));
    }

    /** Branches are open whose split the new model does not have. */
    private static List<Rejection> lostSplits(Situation on, ProcessDefinition process) {
        return on.stored().image().branches().stream().map(Branch::splitNodeId).filter(id -> id != null && !process.has(id)).distinct()
                .map(id -> Rejection.of(ErrorCode.TARGET_INVALID, "XML_SPLIT_GONE", on.definition().process().label(id))).toList();
    }

    private void refuse(Caller caller, Situation on, List<Rejection> reasons) {
        if (!reasons.isEmpty()) {
            instances.confirm(caller.tenant(), on.stored().image());
            throw Refused.because(reasons.get(0).code(), reasons.stream()
                    .map(r -> Messages.text(caller.locale(), "reject." + r.key(), r.arguments().toArray())).collect(Collectors.joining(" ")));
        }
    }
}
