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
import wf.runtime.Right;
import wf.store.InstanceCache;
import wf.store.InstanceStore;
import wf.store.Sealing;

/**
 * An administrator erases the encrypted values of an instance for good, as people whose data they are may demand. Its key
 * goes, and with it the values in the instance, its journal, its copies and all backups; who did what and when stays, and
 * so do the hashes. Only what has ended can spare its data.
 */
@Singleton
public class Erasing {

    private final InstanceStore instances;
    private final InstanceCache cache;
    private final Sealing sealing;
    private final DefinitionWrites writes;
    private final Locations locations;
    private final Idempotency idempotency;
    private final InstantSource clock;

    @Inject
    public Erasing(InstanceStore instances, InstanceCache cache, Sealing sealing, DefinitionWrites writes, Locations locations, Idempotency idempotency,
            InstantSource clock) {
        this.instances = instances;
        this.cache = cache;
        this.sealing = sealing;
        this.writes = writes;
        this.locations = locations;
        this.idempotency = idempotency;
        this.clock = clock;
    }

    public OperationReply erase(Caller caller, long instanceId, OperationRequest request) {
        writes.mustSomewhere(caller, Right.INSTANCE_ERASE);
        Inputs.check(request, caller.locale());
        String fingerprint = Idempotency.fingerprint("eraseEncrypted", instanceId, request);
        Optional<OperationReply> earlier = idempotency.earlier(caller, request.opId, fingerprint, OperationReply.class);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        ProcessInstance instance = instances.read(caller.tenant(), instanceId).orElseThrow(() -> Situations.notFound(caller)).image();
        writes.must(caller, Right.INSTANCE_ERASE, () -> locations.of(caller.tenant(), instance));
        if (!instance.isClosed()) {
            throw Refused.because(ErrorCode.ILLEGAL_STATE, Messages.text(caller.locale(), "reject.ERASE_RUNNING"));
        }
        OperationReply reply = Unarchiving.reply(idempotency.opId(request.opId), instance, request.preview);
        if (!request.preview) {
            Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            sealing.erase(caller.tenant(), instanceId, caller.person(), now);
            cache.evict(caller.tenant(), instanceId);
            idempotency.remember(caller, instanceId, reply.opId, fingerprint, now, reply);
            writes.note(caller, "eraseEncrypted", instanceId, reply.opId, null);
        }
        return reply;
    }
}
