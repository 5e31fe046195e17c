package wf.command;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import wf.access.Authority;
import wf.access.Caller;
import wf.contract.DefinitionReply;
import wf.contract.DefinitionRequest;
import wf.runtime.Directories;
import wf.runtime.Right;
import wf.runtime.Whereabouts;
import wf.store.InstanceStore;

/**
 * What all writes on definitions have in common: the right to, by the name of the operation; the same operation id acts once; it is noted; and a preview is
 * the same decision without what it stores.
 */
@Singleton
public class DefinitionWrites {

    private final Idempotency idempotency;
    private final Directories directories;
    private final InstanceStore database;
    private final AdminNotes notes;
    private final InstantSource clock;

    @Inject
    public DefinitionWrites(Idempotency idempotency, Directories directories, InstanceStore database, AdminNotes notes, InstantSource clock) {
        this.idempotency = idempotency;
        this.directories = directories;
        this.database = database;
        this.notes = notes;
        this.clock = clock;
    }

    /** @param decide completes the reply and answers what is to be stored, unless this is a preview */
    DefinitionReply once(Caller caller, String operation, Object about, DefinitionRequest request,
            Function<DefinitionReply, Runnable> decide) {
        return once(caller, operation, about, request, request.opId, request.preview, decide);
    }

    DefinitionReply once(Caller caller, String operation, Object about, Object request, String opId, boolean preview,
            Function<DefinitionReply, Runnable> decide) {
        mustSomewhere(caller, Right.of(operation).orElse(Right.SYSTEM_SETUP));
        Inputs.opId(opId, caller.locale());
        Inputs.texts(request, caller.locale());
        String fingerprint = Idempotency.fingerprint(operation, about, request);
        Optional<DefinitionReply> earlier = idempotency.earlier(caller, opId, fingerprint, DefinitionReply.class);
        return earlier.orElseGet(() -> decided(caller, fingerprint, opId, preview, decide, used -> notes.note(caller, operation, about, used, request)));
    }

    private DefinitionReply decided(Caller caller, String fingerprint, String opId, boolean preview,
            Function<DefinitionReply, Runnable> decide, Consumer<String> note) {
        DefinitionReply reply = new DefinitionReply();
        reply.opId = idempotency.opId(opId);
        reply.preview = preview;
        Runnable store = decide.apply(reply);
        if (!preview) {
            store.run();
            remember(caller, reply.opId, fingerprint, reply);
            note.accept(reply.opId);
        }
        return reply;
    }

    /** The same operation id gets this reply from now on. */
    void remember(Caller caller, String opId, String fingerprint, Object reply) {
        idempotency.remember(caller, opId, fingerprint, clock.instant().truncatedTo(ChronoUnit.MICROS), reply);
        database.flush(caller.tenant(), 0);
    }

    /** Notes what does not come by the way above. */
    void note(Caller caller, String operation, Object about, String opId, Object request) {
        notes.note(caller, operation, about, opId, request);
    }

    void must(Caller caller, Right right) {
        Authority.of(directories, caller).must(right);
    }

    void must(Caller caller, Right right, Supplier<Whereabouts> where) {
        Authority.of(directories, caller).must(right, where);
    }

    boolean may(Caller caller, Right right, Supplier<Whereabouts> where) {
        return Authority.of(directories, caller).may(right, where);
    }

    /** Before anything is looked at: where, is asked when it is known. */
    void mustSomewhere(Caller caller, Right right) {
        if (right.isLimitable()) {
            Authority.of(directories, caller).mustSomewhere(right);
        } else {
            must(caller, right);
        }
    }
}
