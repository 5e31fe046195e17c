package wf.command;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import wf.access.Authority;
import wf.access.Caller;
import wf.contract.AccessReply;
import wf.contract.AccessRequest;
import wf.contract.ErrorCode;
import wf.refusal.Messages;
import wf.refusal.Refused;
import wf.runtime.Directories;
import wf.runtime.Right;
import wf.runtime.Whereabouts;

/**
 * What all writes on access have in common: those who have the right to, and never through a program; it is noted; the same operation id acts
 * once; a preview is the same decision without what it stores. What is remembered of a reply holds no secret.
 */
@Singleton
public class AccessWrites {

    private final Idempotency idempotency;
    private final Directories directories;
    private final AdminNotes notes;
    private final InstantSource clock;

    @Inject
    public AccessWrites(Idempotency idempotency, Directories directories, AdminNotes notes, InstantSource clock) {
        this.idempotency = idempotency;
        this.directories = directories;
        this.notes = notes;
        this.clock = clock;
    }

    /** @param decide completes the reply and answers what is to be stored, unless this is a preview; that may add a secret */
    AccessReply once(Caller caller, String operation, Object about, AccessRequest request, Function<AccessReply, Runnable> decide) {
        mustSomewhere(caller, Right.of(operation).orElseThrow());
        Inputs.opId(request.opId, caller.locale());
        Inputs.texts(request, caller.locale());
        String fingerprint = Idempotency.fingerprint(operation, about, request);
        Optional<AccessReply> earlier = idempotency.earlier(caller, request.opId, fingerprint, AccessReply.class);
        return earlier.orElseGet(() -> decided(caller, operation, about, fingerprint, request, decide));
    }

    private AccessReply decided(Caller caller, String operation, Object about, String fingerprint, AccessRequest request, Function<AccessReply, Runnable> decide) {
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
            notes.note(caller, operation, about, reply.opId, request);
        }
        return reply;
    }

    /** Notes what is no operation of the kind above. */
    void note(Caller caller, String operation, Object about, Object request) {
        notes.note(caller, operation, about, null, request);
    }

    /** A program that acts for an administrator could otherwise give itself whatever it lacks. */
    boolean may(Caller caller, Right right, Supplier<Whereabouts> where) {
        return caller.service() == null && authority(caller).may(right, where);
    }

    void must(Caller caller, Right right, Supplier<Whereabouts> where) {
        mustBeHimself(caller);
        authority(caller).must(right, where);
    }

    public void must(Caller caller, Right right) {
        mustBeHimself(caller);
        authority(caller).must(right);
    }

    private void mustSomewhere(Caller caller, Right right) {
        mustBeHimself(caller);
        if (right.isLimitable()) {
            authority(caller).mustSomewhere(right);
        } else {
            authority(caller).must(right);
        }
    }

    private static void mustBeHimself(Caller caller) {
        if (caller.service() != null) {
            throw Refused.because(ErrorCode.FORBIDDEN, Messages.text(caller.locale(), "access.service.never"));
        }
    }

    private Authority authority(Caller caller) {
        return Authority.of(directories, caller);
    }
}
