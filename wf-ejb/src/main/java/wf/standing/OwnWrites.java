package wf.standing;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Function;
import wf.access.Authority;
import wf.access.Caller;
import wf.command.Idempotency;
import wf.command.Inputs;
import wf.command.Locations;
import wf.contract.ArrangementRequest;
import wf.contract.ErrorCode;
import wf.refusal.Messages;
import wf.refusal.Refused;
import wf.runtime.Directories;
import wf.runtime.Member;
import wf.runtime.Right;
import wf.store.InstanceStore;

/**
 * What all writes of arrangements have in common: the same operation id acts once, and a preview is the same decision without
 * what it stores. People arrange what is theirs; administrators what is anybody's of their tenant.
 */
@Singleton
public class OwnWrites {

    private final Idempotency idempotency;
    private final Directories directories;
    private final InstanceStore database;
    private final Locations locations;
    private final InstantSource clock;

    @Inject
    public OwnWrites(Idempotency idempotency, Directories directories, InstanceStore database, Locations locations, InstantSource clock) {
        this.idempotency = idempotency;
        this.directories = directories;
        this.database = database;
        this.locations = locations;
        this.clock = clock;
    }

    /** What is answered, and what is to be stored unless this is a preview. */
    public record Decided<R>(R reply, Runnable store) { }

    /** @param decide takes the operation id */
    public <R> R once(Caller caller, String operation, Object about, ArrangementRequest request, Class<R> replyType, Function<String, Decided<R>> decide) {
        Optional<R> earlier = earlier(caller, operation, about, request, replyType);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        String opId = idempotency.opId(request.opId);
        Decided<R> decided = decide.apply(opId);
        if (!request.preview) {
            decided.store().run();
            remember(caller, operation, about, request, opId, decided.reply());
        }
        return decided.reply();
    }

    /** The reply to the first call under this id; refuses what cannot be read at all. */
    <R> Optional<R> earlier(Caller caller, String operation, Object about, ArrangementRequest request, Class<R> replyType) {
        actor(caller);
        Inputs.opId(request.opId, caller.locale());
        Inputs.texts(request, caller.locale());
        return idempotency.earlier(caller, request.opId, Idempotency.fingerprint(operation, about, request), replyType);
    }

    /** The same operation id gets this reply from now on. */
    void remember(Caller caller, String operation, Object about, ArrangementRequest request, String opId, Object reply) {
        idempotency.remember(caller, opId, Idempotency.fingerprint(operation, about, request), now(), reply);
        database.flush(caller.tenant(), 0);
    }

    String opId(ArrangementRequest request) {
        return idempotency.opId(request.opId);
    }

    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    Member actor(Caller caller) {
        return directories.of(caller.tenant()).member(caller.person()).orElseThrow(() -> Refused.because(ErrorCode.UNAUTHENTICATED,
                Messages.text(caller.locale(), "reject.UNKNOWN_PERSON", caller.person())));
    }

    /** Whose it is: the caller's own, or where he administers, the one's whom he names. */
    String whose(Caller caller, String named) {
        String person = named == null || named.isBlank() ? caller.person() : named.strip();
        if (!person.equals(caller.person())) {
            mustAdminister(caller, person);
        }
        return person;
    }

    /** For what belongs to the set-up of the product, and to no other right. */
    public void mustAdminister(Caller caller) {
        actor(caller);
        Authority.of(directories, caller).must(Right.SYSTEM_SETUP);
    }

    /** Whether anybody's work but his own is his to arrange. */
    void mustBeAdministrator(Caller caller) {
        actor(caller);
        Authority.of(directories, caller).mustSomewhere(Right.WORK_REASSIGN);
    }

    /** Whether somebody else's work is his to arrange. */
    boolean administers(Caller caller, String person) {
        actor(caller);
        return Authority.of(directories, caller).may(Right.WORK_REASSIGN, () -> locations.ofPerson(caller.tenant(), person));
    }

    void mustAdminister(Caller caller, String person) {
        actor(caller);
        Authority.of(directories, caller).must(Right.WORK_REASSIGN, () -> locations.ofPerson(caller.tenant(), person));
    }

    /** Somebody who is known and works here still. */
    String known(Caller caller, String named, String field) {
        Inputs.require(named != null && !named.isBlank(), caller.locale(), "GIVEN", field);
        String person = named.strip();
        if (directories.of(caller.tenant()).member(person).isEmpty()) {
            throw Refused.because(ErrorCode.NO_PARTICIPANT, Messages.text(caller.locale(), "reject.UNKNOWN_PEOPLE", person));
        }
        return person;
    }
}
