package wf.command;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Function;
import wf.access.Caller;
import wf.contract.AccessReply;
import wf.contract.AccessRequest;
import wf.contract.ErrorCode;
import wf.refusal.Messages;
import wf.refusal.Refused;
import wf.runtime.Directories;
import wf.runtime.Member;

/**
 * What all writes on access have in common: administrators only, and never through a program; the same operation id acts
 * once; a preview is the same decision without what it stores. What is remembered of a reply holds no secret.
 */
@Singleton
public class AccessWrites {

    private final Idempotency idempotency;
    private final Directories directories;
    private final InstantSource clock;

    @Inject
    public AccessWrites(Idempotency idempotency, Directories directories, InstantSource clock) {
        this.idempotency = idempotency;
        this.directories = directories;
        this.clock = clock;
    }

    /** @param decide completes the reply and answers what is to be stored, unless this is a preview; that may add a secret */
    AccessReply once(Caller caller, String operation, Object about, AccessRequest request, Function<AccessReply, Runnable> decide) {
        mustAdminister(caller);
        Inputs.opId(request.opId, caller.locale());
        Inputs.texts(request, caller.locale());
        String fingerprint = Idempotency.fingerprint(operation, about, request);
        Optional<AccessReply> earlier = idempotency.earlier(caller, request.opId, fingerprint, AccessReply.class);
        return earlier.orElseGet(() -> decided(caller, fingerprint, request, decide));
    }

    private AccessReply decided(Caller caller, String fingerprint, AccessRequest request, Function<AccessReply, Runnable> decide) {
        AccessReply reply = new AccessReply();
        reply.opId = idempotency.opId(request.opId);
        reply.preview = request.preview;
        Runnable store = decide.apply(reply);
        if (!request.preview) {
            store.run();
            String secret = reply.key;
            reply.key = null;
            idempotency.remember(caller, reply.opId, fingerprint, clock.instant().truncatedTo(ChronoUnit.MICROS), reply);
            reply.key = secret;
        }
        return reply;
    }

    /** A program that acts for an administrator could otherwise give itself whatever it lacks. */
    boolean administers(Caller caller) {
        return caller.service() == null && directories.of(caller.tenant()).member(caller.person()).map(Member::administrator).orElse(false);
    }

    void mustAdminister(Caller caller) {
        if (!administers(caller)) {
            throw Refused.because(ErrorCode.FORBIDDEN, Messages.text(caller.locale(), "reject.ADMINISTRATORS_ONLY"));
        }
    }
}
