package wf.command;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import wf.access.Caller;
import wf.contract.DefinitionState;
import wf.contract.ErrorCode;
import wf.contract.InstanceState;
import wf.contract.MigrateRequest;
import wf.contract.MigratedInstance;
import wf.contract.MigrationReply;
import wf.contract.NodeMove;
import wf.contract.OperationRequest;
import wf.instance.ProcessInstance;
import wf.refusal.Messages;
import wf.refusal.Refused;
import wf.runtime.Decision;
import wf.runtime.Migration;
import wf.runtime.Rejection;
import wf.runtime.Right;
import wf.store.Definition;
import wf.store.DefinitionRow;
import wf.store.DefinitionStore;
import wf.store.InstanceStore;
import wf.store.Journal;

/**
 * D8: instances go on against another version of their definition. The whole is asked for once; each instance is decided
 * and stored by itself (X5), so that one that cannot go on does not keep the others.
 */
@Singleton
public class Migrations {

    private static final int LIMIT = 200;
    private static final int MAX = 1_000;
    private final DefinitionWrites writes;
    private final DefinitionStore definitions;
    private final DefinitionViews views;
    private final InstanceStore instances;
    private final Journal journal;
    private final Situations situations;
    private final Kernel kernel;
    private final Recorder recorder;
    private final Idempotency idempotency;

    @Inject
    public Migrations(DefinitionWrites writes, DefinitionStore definitions, DefinitionViews views, InstanceStore instances,
            Journal journal, Situations situations, Kernel kernel, Recorder recorder, Idempotency idempotency) {
        this.writes = writes;
        this.definitions = definitions;
        this.views = views;
        this.instances = instances;
        this.journal = journal;
        this.situations = situations;
        this.kernel = kernel;
        this.recorder = recorder;
        this.idempotency = idempotency;
    }

    /**
     * What one call is to do.
     *
     * @param instances those that it is about
     * @param next the last of them when there are more; else null
     * @param earlier the reply to the first call under this id; null when this is the first
     */
    public record Batch(Definition from, Definition to, Migration migration, List<Long> instances, Long next, String opId,
            String fingerprint, boolean preview, MigrationReply earlier) { }

    // ---- the whole ----

    public Batch begin(Caller caller, long definitionId, MigrateRequest request) {
        Locale locale = caller.locale();
        writes.mustSomewhere(caller, Right.INSTANCE_MIGRATE);
        Inputs.opId(request.opId, locale);
        String fingerprint = Idempotency.fingerprint("migrateInstances", definitionId, request);
        Optional<MigrationReply> earlier = idempotency.earlier(caller, request.opId, fingerprint, MigrationReply.class);
        if (earlier.isPresent()) {
            return new Batch(null, null, null, List.of(), null, request.opId, fingerprint, false, earlier.get());
        }
        Definition from = from(caller, definitionId);
        writes.must(caller, Right.INSTANCE_MIGRATE, () -> Locations.ofDefinition(definitions.find(caller.tenant(), definitionId).orElseThrow()));
        Inputs.require(request.toDefinitionId != 0, locale, "GIVEN", "toDefinitionId");
        Definition to = to(caller, request.toDefinitionId);
        Inputs.require(definitionId != request.toDefinitionId, locale, "MIGRATE_SAME_VERSION");
        Inputs.require(from.row().defKey.equals(to.row().defKey), locale, "MIGRATE_OTHER_PROCESS", to.row().defKey);
        Migration migration = new Migration(from.process(), to.process(), to.row().id, mapping(request, locale));
        refuse(migration.unknown(), locale);
        int limit = limit(request, locale);
        List<Long> some = candidates(from.row(), request, limit + 1);
        List<Long> page = some.subList(0, Math.min(limit, some.size()));
        return new Batch(from, to, migration, page, some.size() > limit ? page.get(limit - 1) : null,
                idempotency.opId(request.opId), fingerprint, request.preview, null);
    }

    private Definition from(Caller caller, long definitionId) {
        DefinitionRow row = definitions.find(caller.tenant(), definitionId).orElseThrow(() -> Situations.notFound(caller));
        return executable(caller, row);
    }

    private Definition to(Caller caller, long definitionId) {
        DefinitionRow row = definitions.find(caller.tenant(), definitionId).orElseThrow(() -> Refused.because(ErrorCode.NOT_FOUND,
                Messages.text(caller.locale(), "reject.MIGRATE_NO_VERSION", String.valueOf(definitionId))));
        if (row.executable && !row.state.equals(DefinitionState.RELEASED.name())) {
            throw Refused.because(ErrorCode.ILLEGAL_STATE, Messages.text(caller.locale(), "reject.MIGRATE_NOT_RELEASED", row.version, row.state));
        }
        return executable(caller, row);
    }

    private Definition executable(Caller caller, DefinitionRow row) {
        if (!row.executable) {
            throw Refused.because(ErrorCode.ILLEGAL_STATE, Messages.text(caller.locale(), "reject.NOT_EXECUTABLE", row.defKey));
        }
        return new Definition(row, definitions.process(row));
    }

    private static Map<String, String> mapping(MigrateRequest request, Locale locale) {
        Map<String, String> nodes = new LinkedHashMap<>();
        for (NodeMove mapping : request.nodes == null ? List.<NodeMove>of() : request.nodes) {
            Inputs.require(mapping != null && mapping.from != null && mapping.to != null, locale, "GIVEN", "from, to");
            Inputs.require(nodes.putIfAbsent(mapping.from, mapping.to) == null, locale, "MIGRATE_TWICE", mapping.from);
        }
        nodes.entrySet().removeIf(e -> e.getKey().equals(e.getValue()));
        return nodes;
    }

    private static int limit(MigrateRequest request, Locale locale) {
        Inputs.require(request.limit == null || request.limit >= 1 && request.limit <= MAX, locale, "MIGRATE_LIMIT", String.valueOf(MAX));
        return request.limit == null ? LIMIT : request.limit;
    }

    private List<Long> candidates(DefinitionRow from, MigrateRequest request, int most) {
        long after = request.after == null ? 0 : request.after;
        return request.instanceIds == null || request.instanceIds.isEmpty() ? instances.running(from, after, most)
                : request.instanceIds.stream().filter(id -> id != null && id > after).distinct().sorted().limit(most).toList();
    }

    /** The reply, which the same operation id finds again. */
    public MigrationReply end(Caller caller, Batch batch, List<MigratedInstance> results) {
        MigrationReply reply = new MigrationReply();
        reply.opId = batch.opId();
        reply.preview = batch.preview();
        reply.from = views.info(batch.from().row());
        reply.to = views.info(batch.to().row());
        reply.instances.addAll(results);
        reply.done = (int) results.stream().filter(r -> r.done).count();
        reply.refused = results.size() - reply.done;
        reply.next = batch.next();
        if (!batch.preview()) {
            writes.remember(caller, batch.opId(), batch.fingerprint(), reply);
            writes.note(caller, "migrateInstances", batch.from().row().defKey + " " + batch.from().row().version + " > " + batch.to().row().version, batch.opId(), null);
        }
        return reply;
    }

    // ---- one instance ----

    /** @throws Refused with all reasons why this one cannot be migrated */
    public MigratedInstance one(Caller caller, Batch batch, long instanceId) {
        Situation on = situations.find(caller, Command.onInstance("migrate", instanceId, new OperationRequest()), false);
        ProcessInstance before = on.stored().image();
        if (before.identity().definitionId() == batch.to().row().id && journal.has(caller.tenant(), instanceId, batch.opId())) {
            return MigrationViews.again(instanceId);
        }
        refuse(caller, on, refusals(batch, before));
        Decision decision = kernel.decide(batch.to().process(), on.subject().instance(), on.subject().facts(), on.subject().trail(), batch.migration()::perform);
        refuse(caller, on, decision.refused().stream().toList());
        MigratedInstance result = MigrationViews.result(before, decision);
        if (batch.preview()) {
            instances.confirm(caller.tenant(), before);
        } else {
            store(caller, batch, on.against(batch.to()), decision);
        }
        return result;
    }

    private static List<Rejection> refusals(Batch batch, ProcessInstance instance) {
        if (instance.identity().definitionId() != batch.from().row().id) {
            return List.of(Rejection.of(ErrorCode.ILLEGAL_STATE, "MIGRATE_OTHER_VERSION"));
        } else if (instance.state() != InstanceState.RUNNING && instance.state() != InstanceState.DRAFT) {
            return List.of(Rejection.of(ErrorCode.ILLEGAL_STATE, "NOT_RUNNING", instance.state().name()));
        }
        return batch.migration().problems(instance);
    }

    /** What it sets off is left to whoever works on jobs. */
    private void store(Caller caller, Batch batch, Situation on, Decision decision) {
        Recording recording = recorder.record(caller, batch.opId(), new Recorder.Act("migrate", false, null, List.of()), new OperationRequest(), on, decision, null);
        instances.migrate(caller.tenant(), decision.after(), batch.to().row().defKey);
        recorder.finish(caller, recording, decision);
    }

    private void refuse(Caller caller, Situation on, List<Rejection> reasons) {
        if (!reasons.isEmpty()) {
            instances.confirm(caller.tenant(), on.stored().image());
            refuse(reasons, caller.locale());
        }
    }

    private static void refuse(List<Rejection> reasons, Locale locale) {
        if (!reasons.isEmpty()) {
            throw Refused.because(reasons.get(0).code(), reasons.stream()
                    .map(r -> Messages.text(locale, "reject." + r.key(), r.arguments().toArray())).collect(Collectors.joining(" ")));
        }
    }
}
