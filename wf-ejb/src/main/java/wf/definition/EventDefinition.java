package wf.definition;

import wf.rule.Expression;
import wf.rule.schedule.Misfire;
import wf.rule.schedule.TimerKind;

/**
 * What an event waits for or throws (BPMN 2.0.2 clause 10.5.5). Two definitions that say the same are equal, so that a
 * thrown event can be compared with what a boundary catches.
 */
public sealed interface EventDefinition {

    /**
     * @param kind DATE, DURATION or CYCLE
     * @param misfire what becomes of times that were missed, where it begins a process
     */
    record Timer(TimerKind kind, Expression when, Misfire misfire) implements EventDefinition {
        public Timer(TimerKind kind, Expression when) {
            this(kind, when, Misfire.ALL);
        }
    }

    /**
     * @param name name of the message
     * @param key correlation key, evaluated in the instance; null where the name alone decides
     */
    record Message(String name, Expression key) implements EventDefinition { }

    /** A signal is heard by everybody in the tenant who waits for it at that moment, and then lost. */
    record Signal(String name) implements EventDefinition { }

    record Condition(Expression expression) implements EventDefinition { }

    /**
     * @param code null catches every error
     * @param codeVariable takes the code of what is caught, or null; messageVariable the sentence about it
     */
    record Error(String code, String codeVariable, String messageVariable) implements EventDefinition { }

    /** @param code null catches every escalation */
    record Escalation(String code) implements EventDefinition { }

    /** @param activity whose compensation is thrown; null for the whole scope */
    record Compensation(String activity) implements EventDefinition { }

    record Cancel() implements EventDefinition { }

    record Link(String name) implements EventDefinition { }

    record Terminate() implements EventDefinition { }

    /** Whether an instance can wait for it: these become subscriptions; all others find their catcher when they are thrown. */
    default boolean isAwaited() {
        return this instanceof Timer || this instanceof Message || this instanceof Signal || this instanceof Condition;
    }
}
