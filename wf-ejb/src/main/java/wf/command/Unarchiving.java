package wf.command;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import wf.access.Caller;
import wf.contract.ErrorCode;
import wf.contract.OperationReply;
import wf.contract.OperationRequest;
import wf.definition.ProcessDefinition;
import wf.instance.ProcessInstance;
import wf.operation.NamedPeople;
import wf.refusal.Messages;
import wf.refusal.Refused;
import wf.runtime.Right;
import wf.store.Archive;
import wf.store.DefinitionStore;
import wf.store.InstanceStore;
import wf.store.Stored;
import wf.store.WorkItemStore;
import wf.store.Writes;

/**
 * An administrator fetches an instance back from the archive. Nothing of it changes, neither its version nor its journal:
 * only where its rows stand. Who did so is kept beside it.
 */
@Singleton
public class Unarchiving {

    private final Archive archive;
    private final InstanceStore instances;
    private final DefinitionWrites writes;
    private final Locations locations;
    private final DefinitionStore definitions;
    private final WorkItemStore items;
    private final Audience audience;
    private final Kernel kernel;
    private final Idempotency idempotency;
    private final InstantSource clock;

    @Inject
    public Unarchiving(Archive archive, InstanceStore instances, DefinitionWrites writes, DefinitionStore definitions, WorkItemStore items,
            Audience audience, Kernel kernel, Locations locations, Idempotency idempotency, InstantSource clock) {
        this.archive = archive;
        this.instances = instances;
        this.writes = writes;
        this.definitions = definitions;
        this.items = items;
        this.audience = audience;
        this.kernel = kernel;
        this.locations = locations;
        this.idempotency = idempotency;
        this.clock = clock;
    }

    public OperationReply restore(Caller caller, long instanceId, OperationRequest request) {
        writes.mustSomewhere(caller, Right.ARCHIVE);
        Inputs.check(request, caller.locale());
        String fingerprint = Idempotency.fingerprint("unarchive", instanceId, request);
        Optional<OperationReply> earlier = idempotency.earlier(caller, request.opId, fingerprint, OperationReply.class);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        Stored stored = instances.read(caller.tenant(), instanceId).orElseThrow(() -> Situations.notFound(caller));
        writes.must(caller, Right.ARCHIVE, () -> locations.of(caller.tenant(), stored.image()));
        if (!archive.has(caller.tenant(), instanceId)) {
            throw Refused.because(ErrorCode.ILLEGAL_STATE, Messages.text(caller.locale(), "reject.NOT_ARCHIVED"));
        }
        OperationReply reply = reply(idempotency.opId(request.opId), stored.image(), request.preview);
        if (!request.preview) {
            Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            archive.restore(caller.tenant(), instanceId, caller.person(), now);
            list(caller.tenant(), stored.image());
            idempotency.remember(caller, instanceId, reply.opId, fingerprint, now, reply);
            writes.note(caller, "unarchive", instanceId, reply.opId, null);
        }
        return reply;
    }

    /** Lists find it again by what they found it by before. */
    private void list(String tenant, ProcessInstance instance) {
        ProcessDefinition process = definitions.get(tenant, instance.identity().definitionId()).process();
        Writes found = instances.writes(tenant, instance.id());
        items.found(found, tenant, instance, process);
        audience.keep(found, tenant, process, instance, new NamedPeople(kernel.expressions()));
        instances.flush(found, tenant, instance.id());
    }

    static OperationReply reply(String opId, ProcessInstance instance, boolean preview) {
        OperationReply reply = new OperationReply();
        reply.opId = opId;
        reply.preview = preview;
        reply.instanceId = instance.id();
        reply.state = instance.state();
        reply.version = instance.version();
        return reply;
    }
}
