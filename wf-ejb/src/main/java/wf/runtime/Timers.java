package wf.runtime;

import java.time.Instant;
import java.util.Optional;
import wf.contract.ErrorCode;
import wf.definition.EventDefinition;
import wf.definition.Node;
import wf.instance.NodeInstance;
import wf.instance.Subscription;
import wf.rule.Evaluation;
import wf.rule.schedule.Schedule;

/** When timers are due. What the model says may be an expression; a text that is no time is told, and nothing waits for it. */
final class Timers {

    private final Flow flow;

    Timers(Flow flow) {
        this.flow = flow;
    }

    /** The first time; empty when there is none, which has been told. */
    Optional<Instant> first(EventDefinition.Timer timer, NodeInstance sees) {
        return schedule(timer, sees).flatMap(s -> s.first(flow.clock()).or(() -> {
            flow.stop(sees, Rejection.of(ErrorCode.RULE_ERROR, "TIMER", timer.when().text(), "is never due"));
            return Optional.empty();
        }));
    }

    /** The time after the one for which it was waited; empty when it was the last. */
    Optional<Instant> next(Subscription subscription, Node event, NodeInstance sees) {
        return event.event().definitions().size() > subscription.ordinal()
                && event.event().definitions().get(subscription.ordinal()) instanceof EventDefinition.Timer timer
                ? schedule(timer, sees).flatMap(s -> s.next(subscription.dueAt(), subscription.fired() + 1)) : Optional.empty();
    }

    private Optional<Schedule> schedule(EventDefinition.Timer timer, NodeInstance sees) {
        Evaluation<Schedule> schedule = flow.facts().expressions().filled(timer.when(), new Variables(flow).at(sees))
                .then(v -> Schedule.parse(timer.kind(), String.valueOf(v), flow.facts().zone(), () -> flow.facts().calendars().of(null)));
        if (schedule.isError()) {
            flow.stop(sees, Rejection.of(ErrorCode.RULE_ERROR, "TIMER", timer.when().text(), schedule.error()));
            return Optional.empty();
        }
        return Optional.of(schedule.value());
    }
}
