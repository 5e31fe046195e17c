package wf.operation;

import java.util.List;
import java.util.Optional;
import wf.contract.Choice;
import wf.contract.ErrorCode;
import wf.contract.SubmitRequest;
import wf.runtime.Flow;
import wf.runtime.Rejection;

/** What whoever submits chooses: ways, and people for later nodes. */
final class Choices {

    private Choices() { }

    static Optional<Rejection> refuse(SubmitRequest request, Subject on) {
        for (Choice choice : request.participants) {
            Optional<Rejection> wrong = isChoosable(choice, on).or(() -> Targets.areKnown(choice.users, on));
            if (wrong.isPresent()) {
                return wrong;
            }
        }
        List<String> unknown = request.routes.stream().filter(r -> on.definition().nodes().stream()
                .flatMap(n -> n.outgoing().stream()).noneMatch(f -> f.id().equals(r))).toList();
        return unknown.isEmpty() ? Optional.empty() : Optional.of(Rejection.of(ErrorCode.INVALID_INPUT, "UNKNOWN_ROUTE", String.join(", ", unknown)));
    }

    private static Optional<Rejection> isChoosable(Choice choice, Subject on) {
        boolean may = choice.nodeId != null && on.definition().has(choice.nodeId) && on.definition().node(choice.nodeId).settings().isChosen();
        return may ? Optional.empty() : Optional.of(Rejection.of(ErrorCode.INVALID_INPUT, "NOT_CHOOSABLE", String.valueOf(choice.nodeId)));
    }

    static void tell(SubmitRequest request, Flow flow) {
        request.participants.forEach(c -> flow.choose(c.nodeId, c.users));
        flow.chooseRoutes(request.routes);
    }
}
