package wf.command;

import jakarta.inject.Singleton;
import java.util.Optional;
import wf.access.Caller;
import wf.contract.ErrorCode;
import wf.contract.OperationRequest;
import wf.contract.WorkItemState;
import wf.operation.Operation;
import wf.refusal.Messages;
import wf.refusal.Refused;
import wf.runtime.Rejection;

/** Refusals that concern every operation, and turning a rejection of the core into the answer of the product. */
@Singleton
public class Refusals {

    Optional<Rejection> version(OperationRequest request, Situation on) {
        boolean stale = request.expectedVersion != null && request.expectedVersion != on.stored().image().version();
        return stale && !on.isNew() ? Optional.of(Rejection.of(ErrorCode.STALE_VERSION, "STALE_VERSION",
                String.valueOf(request.expectedVersion), String.valueOf(on.stored().image().version()))) : Optional.empty();
    }

    /** What a deputy may not do in his principal's stead, which is all that is not about a piece of work. */
    Optional<Rejection> deputy(Caller caller, OperationRequest request, Operation<?> operation, Situation on) {
        if (!on.isByDeputy()) {
            return deputy(caller, request);
        }
        return operation.isPersonal() ? Optional.of(Rejection.of(ErrorCode.FORBIDDEN, "DEPUTY_MAY_NOT", request.onBehalfOf)) : Optional.empty();
    }

    /** What is no act on an item is done by nobody for another. */
    Optional<Rejection> deputy(Caller caller, OperationRequest request) {
        boolean forHimself = request.onBehalfOf == null || request.onBehalfOf.equals(caller.person()) || caller.isEngine();
        return forHimself ? Optional.empty() : Optional.of(Rejection.of(ErrorCode.FORBIDDEN, "DEPUTY_ON_ITEMS_ONLY", request.onBehalfOf));
    }

    /** What was handed in is carried out first. Whether it was, its row alone knows (0.5). */
    static Optional<Rejection> handedIn(Situation on) {
        return on.row() != null && on.row().state.equals(WorkItemState.SUBMITTING.name())
                ? Optional.of(Rejection.of(ErrorCode.ILLEGAL_STATE, "ITEM_SUBMITTING")) : Optional.empty();
    }

    Refused refused(Caller caller, Situation on, Rejection rejection) {
        Refused refused = Refused.because(rejection.code(),
                Messages.text(caller.locale(), "reject." + rejection.key(), rejection.arguments().toArray()));
        if (!on.isNew() && rejection.code() != ErrorCode.NOT_FOUND) {
            refused.problem().instanceId = on.stored().image().id();
        }
        return refused;
    }
}
