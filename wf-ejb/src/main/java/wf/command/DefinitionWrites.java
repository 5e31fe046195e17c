package wf.command;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Function;
import wf.access.Caller;
import wf.contract.DefinitionReply;
import wf.contract.DefinitionRequest;
import wf.contract.ErrorCode;
import wf.refusal.Messages;
import wf.refusal.Refused;
import wf.runtime.Directories;
import wf.runtime.Member;
import wf.store.InstanceStore;

/**
 * What all writes on definitions have in common: administrators only, the same operation id acts once, and a preview is
 * the same decision without what it stores.
 */
@Singleton
public class DefinitionWrites {

    private final Idempotency idempotency;
    private final Directories directories;
    private final InstanceStore database;
    private final InstantSource clock;

    @Inject
    public DefinitionWrites(Idempotency idempotency, Directories directories, InstanceStore database, InstantSource clock) {
        this.idempotency = idempotency;
        this.directories = directories;
        this.database = database;
        this.clock = clock;
    }

    /** @param decide completes the reply and answers what is to be stored, unless this is a preview */
    DefinitionReply once(Caller caller, String operation, Object about, DefinitionRequest request,
            Function<DefinitionReply, Runnable> decide) {
        return once(caller, operation, about, request, request.opId, request.preview, decide);
    }

    DefinitionReply once(Caller caller, String operation, Object about, Object request, String opId, boolean preview,
            Function<DefinitionReply, Runnable> decide) {
        mustAdminister(caller);
        Inputs.opId(opId, caller.locale());
        Inputs.texts(request, caller.locale());
        String fingerprint = Idempotency.fingerprint(operation, about, request);
        Optional<DefinitionReply> earlier = idempotency.earlier(caller, opId, fingerprint, DefinitionReply.class);
        return earlier.orElseGet(() -> decided(caller, fingerprint, opId, preview, decide));
    }

    private DefinitionReply decided(Caller caller, String fingerprint, String opId, boolean preview,
            Function<DefinitionReply, Runnable> decide) {
        DefinitionReply reply = new DefinitionReply();
        reply.opId = idempotency.opId(opId);
        reply.preview = preview;
        Runnable store = decide.apply(reply);
        if (!preview) {
            store.run();
            remember(caller, reply.opId, fingerprint, reply);
        }
        return reply;
    }

    /** The same operation id gets this reply from now on. */
    void remember(Caller caller, String opId, String fingerprint, Object reply) {
        idempotency.remember(caller, opId, fingerprint, clock.instant().truncatedTo(ChronoUnit.MICROS), reply);
        database.flush(caller.tenant(), 0);
    }

    void mustAdminister(Caller caller) {
        if (!directories.of(caller.tenant()).member(caller.person()).map(Member::administrator).orElse(false)) {
            throw Refused.because(ErrorCode.FORBIDDEN, Messages.text(caller.locale(), "reject.ADMINISTRATORS_ONLY"));
        }
    }
}
