package wf.operation;

import java.util.Optional;
import java.util.Set;
import wf.contract.OperationRequest;
import wf.instance.WorkItem;
import wf.runtime.Flow;
import wf.runtime.Rejection;

/**
 * One write operation (§4). It answers who may, why not, and what happens; running it, storing and telling is the
 * command bus's. Operations have no state.
 */
public interface Operation<R extends OperationRequest> {

    /** Name on every face, {@code submit}. */
    String name();

    Class<R> requestType();

    /** What it is about. */
    default Scope scope() {
        return Scope.WORK_ITEM;
    }

    /** Whether it makes sense for this item at all; where it does not, no button is shown for it. */
    default boolean suits(WorkItem item) {
        return true;
    }

    /** Identities that grant it, any one of them, unless the tenant says otherwise; administrators may always. */
    Set<Identity> who();

    /** Whether it asks itself what somebody has done or holds, so that it is of no use to an identity that it does not name. */
    default boolean isBound() {
        return false;
    }

    /** Whether only the person himself may, and nobody in his stead (§4.5 X3). */
    default boolean isPersonal() {
        return false;
    }

    /** Whether it needs the trail. */
    default boolean looksBack() {
        return false;
    }

    /** Why it cannot be done now, whatever is sent: the first check that fails, in reading order. It decides about buttons. */
    Optional<Rejection> unavailable(Subject on);

    /** Why it cannot be done with this request. */
    default Optional<Rejection> refuse(R request, Subject on) {
        return Optional.empty();
    }

    /** The effect. */
    void decide(R request, Subject on, Flow flow);
}
