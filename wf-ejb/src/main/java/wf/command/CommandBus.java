package wf.command;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import wf.access.Caller;
import wf.contract.OperationReply;
import wf.contract.OperationRequest;
import wf.contract.Removed;
import wf.operation.Operation;
import wf.operation.Policies;
import wf.operation.Scope;
import wf.refusal.Refused;
import wf.runtime.Decision;
import wf.runtime.Rejection;
import wf.store.InstanceStore;

/**
 * The way of every write operation (§0.6), top to bottom: the id, what it is about, who may, why not, the decision; and
 * then, unless it was a preview, storing. Nothing is written before the decision stands. It runs inside the caller's
 * transaction; a conflict rolls that back and the whole is decided again.
 */
@Singleton
public class CommandBus {

    private final Kernel kernel;
    private final Situations situations;
    private final Permissions permissions;
    private final Idempotency idempotency;
    private final Repetition repetition;
    private final InstanceStore instances;
    private final Recorder recorder;
    private final Replies replies;
    private final Refusals refusals;
    private final Purging purging;

    @Inject
    public CommandBus(Kernel kernel, Situations situations, Permissions permissions, Idempotency idempotency,
            Repetition repetition, InstanceStore instances, Recorder recorder, Replies replies, Refusals refusals, Purging purging) {
        this.kernel = kernel;
        this.situations = situations;
        this.permissions = permissions;
        this.idempotency = idempotency;
        this.repetition = repetition;
        this.instances = instances;
        this.recorder = recorder;
        this.replies = replies;
        this.refusals = refusals;
        this.purging = purging;
    }

    /**
     * @throws wf.refusal.Refused when the operation is not allowed; nothing is stored
     * @throws wf.store.Conflict when somebody else wrote meanwhile; the caller tries again in a new transaction
     */
    public OperationReply execute(Caller caller, Command command) {
        return perform(caller, command, null).reply();
    }

    /**
     * As {@link #execute}, for a caller who does after the commit what the operation asks for.
     *
     * @param reserved until when others leave that to him; null leaves it to them
     */
    public Outcome perform(Caller caller, Command command, Instant reserved) {
        try {
            return run(caller, command, command.request(), reserved);
        } catch (Refused refused) {
            throw refused.beforeWriting();
        }
    }

    private <R extends OperationRequest> Outcome run(Caller caller, Command command, R request, Instant reserved) {
        if (!caller.isEngine()) {
            Inputs.check(request, caller.locale());
        }
        String fingerprint = request.opId == null ? "" : Idempotency.fingerprint(command.operation(), command.about(), request);
        Target target = request.opId == null ? Target.UNREAD : situations.target(caller, command);
        Optional<OperationReply> earlier = target.known() ? repetition.of(caller, request.opId, fingerprint) : Optional.empty();
        if (earlier.isPresent()) {
            return new Outcome(earlier.get(), List.of());
        }
        try {
            return decide(caller, command, request, reserved, target, fingerprint);
        } catch (Refused refused) {
            return meanwhile(caller, request.opId, fingerprint).orElseThrow(() -> refused);
        }
    }

    /**
     * The same request over another node may have been done since this one was looked up: it did what now is refused, and
     * its reply is the answer to both.
     */
    private Optional<Outcome> meanwhile(Caller caller, String opId, String fingerprint) {
        return (opId == null ? Optional.<OperationReply>empty() : repetition.of(caller, opId, fingerprint)).map(r -> new Outcome(r, List.of()));
    }

    private <R extends OperationRequest> Outcome decide(Caller caller, Command command, R request, Instant reserved, Target target, String fingerprint) {
        Operation<R> operation = kernel.operations().of(command.operation(), request);
        Situation on = operation.scope() == Scope.DONE_ITEM ? situations.findDone(caller, command)
                : situations.find(caller, command, target, operation.looksBack());
        refuse(caller, on, refused(caller, on, operation, request));
        Decision decision = kernel.decide(on.definition().process(), on.subject().instance(), on.subject().facts(), on.subject().trail(),
                flow -> operation.decide(request, on.subject(), flow));
        refuse(caller, on, decision.refused());
        String opId = idempotency.opId(request.opId);
        if (request.preview) {
            confirm(caller, on);
            OperationReply preview = replies.preview(opId, on, decision, caller.locale());
            preview.removed = purging.removed(caller, on, decision);
            return new Outcome(preview, List.of());
        }
        try {
            return stored(caller, opId, fingerprint, operation, request, on, decision, reserved);
        } catch (Refused refused) {
            throw refused.afterWriting();
        }
    }

    private <R extends OperationRequest> Outcome stored(Caller caller, String opId, String fingerprint, Operation<R> operation, R request, Situation on,
            Decision decision, Instant reserved) {
        List<Removed> removed = purging.removed(caller, on, decision);
        purging.fetch(caller, on);
        Recording recording = recorder.record(caller, opId, fingerprint, operation, request, on, decision, reserved);
        OperationReply reply = replies.done(opId, on, decision, caller.locale());
        reply.settled = recording.due().isEmpty();
        reply.removed = removed;
        recorder.finish(caller, recording, decision);
        purging.erase(caller, recording, decision);
        return new Outcome(reply, recording.due());
    }

    private <R extends OperationRequest> Optional<Rejection> refused(Caller caller, Situation on, Operation<R> operation, R request) {
        return refusals.version(request, on).or(() -> refusals.deputy(caller, request, operation, on))
                .or(() -> permissions.refuse(caller, operation, on))
                .or(() -> Refusals.handedIn(on))
                .or(() -> Policies.refuse(operation, on.subject()))
                .or(() -> operation.unavailable(on.subject())).or(() -> operation.refuse(request, on.subject()));
    }

    /**
     * What the operation is about, if nothing refuses it as things are now; for what is decided later.
     *
     * @param target what has been read already
     */
    Situation accepted(Caller caller, Command command, Target target) {
        return accepted(caller, command, target, command.request());
    }

    private <R extends OperationRequest> Situation accepted(Caller caller, Command command, Target target, R request) {
        Inputs.check(request, caller.locale());
        Operation<R> operation = kernel.operations().of(command.operation(), request);
        Situation on = situations.find(caller, command, target, operation.looksBack());
        refuse(caller, on, refused(caller, on, operation, request));
        return on;
    }

    private void refuse(Caller caller, Situation on, Optional<Rejection> rejection) {
        if (rejection.isPresent()) {
            confirm(caller, on);
            throw refusals.refused(caller, on, rejection.get());
        }
    }

    /** A refusal or preview decided from an image in memory counts only while that image is the newest (§1.6). */
    private void confirm(Caller caller, Situation on) {
        if (!on.isNew() && !on.archived()) {
            instances.confirm(caller.tenant(), on.stored().image());
        }
    }
}
