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
import wf.instance.ProcessInstance;
import wf.refusal.Messages;
import wf.refusal.Refused;
import wf.store.Archive;
import wf.store.InstanceStore;
import wf.store.Stored;

/**
 * An administrator fetches an instance back from the archive. Nothing of it changes, neither its version nor its journal:
 * only where its rows stand. Who did so is kept beside it.
 */
@Singleton
public class Unarchiving {

    private final Archive archive;
    private final InstanceStore instances;
    private final DefinitionWrites writes;
    private final Idempotency idempotency;
    private final InstantSource clock;

    @Inject
    public Unarchiving(Archive archive, InstanceStore instances, DefinitionWrites writes, Idempotency idempotency, InstantSource clock) {
        this.archive = archive;
        this.instances = instances;
        this.writes = writes;
        this.idempotency = idempotency;
        this.clock = clock;
    }

    public OperationReply restore(Caller caller, long instanceId, OperationRequest request) {
        writes.mustAdminister(caller);
        Inputs.check(request, caller.locale());
        String fingerprint = Idempotency.fingerprint("unarchive", instanceId, request);
        Optional<OperationReply> earlier = idempotency.earlier(caller, request.opId, fingerprint, OperationReply.class);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        Stored stored = instances.read(caller.tenant(), instanceId).orElseThrow(() -> Situations.notFound(caller));
        if (!archive.has(caller.tenant(), instanceId)) {
            throw Refused.because(ErrorCode.ILLEGAL_STATE, Messages.text(caller.locale(), "reject.NOT_ARCHIVED"));
        }
        OperationReply reply = reply(idempotency.opId(request.opId), stored.image(), request.preview);
        if (!request.preview) {
            Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            archive.restore(caller.tenant(), instanceId, caller.person(), now);
            idempotency.remember(caller, instanceId, reply.opId, fingerprint, now, reply);
        }
        return reply;
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
