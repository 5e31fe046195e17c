package wf.operation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
        for (Choice choice : participants(request)) {
            Optional<Rejection> wrong = isChoosable(choice, on).or(() -> Others.areKnown(on, choice.users));
            if (wrong.isPresent()) {
                return wrong;
            }
        }
        List<String> unknown = routes(request).stream().filter(r -> on.definition().nodes().stream()
                .flatMap(n -> n.outgoing().stream()).noneMatch(f -> f.id().equals(r))).toList();
        return unknown.isEmpty() ? Optional.empty() : Optional.of(Rejection.of(ErrorCode.INVALID_INPUT, "UNKNOWN_ROUTE", String.join(", ", unknown)));
    }

    private static Optional<Rejection> isChoosable(Choice choice, Subject on) {
        boolean may = choice.nodeId != null && on.definition().has(choice.nodeId) && on.definition().node(choice.nodeId).settings().isChosen();
        return may ? Optional.empty() : Optional.of(Rejection.of(ErrorCode.INVALID_INPUT, "NOT_CHOOSABLE", Objects.toString(choice.nodeId, "–")));
    }

    static void tell(SubmitRequest request, Flow flow) {
        people(request).forEach(flow::choose);
        flow.chooseRoutes(routes(request));
    }

    private static List<Choice> participants(SubmitRequest request) {
        return present(request.participants);
    }

    /** Whom he has chosen, by the node that they are to handle. */
    static Map<String, List<String>> people(SubmitRequest request) {
        Map<String, List<String>> people = new LinkedHashMap<>();
        participants(request).stream().filter(c -> !Others.named(c.users).isEmpty()).forEach(c -> people.put(c.nodeId, Others.named(c.users)));
        return people;
    }

    static List<String> routes(SubmitRequest request) {
        return present(request.routes).stream().distinct().toList();
    }

    /** Whatever was sent: a client may send no list at all, or one with holes. */
    private static <T> List<T> present(List<T> list) {
        return list == null ? List.of() : list.stream().filter(Objects::nonNull).toList();
    }
}
