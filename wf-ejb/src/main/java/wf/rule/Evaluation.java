package wf.rule;

import java.util.Optional;
import java.util.function.Function;
import wf.value.Value;

/**
 * What an evaluation came to: a value, or the sentence that says why not. Errors of rules are ordinary outcomes of a
 * decision, so they are not exceptions.
 *
 * @param value the value; meaningless when there is an error
 * @param error what is wrong, or null
 * @param code the BPMN error that was thrown on purpose and may be caught in the model; null for a failure
 */
public record Evaluation<T>(T value, String error, String code) {

    public static <T> Evaluation<T> of(T value) {
        return new Evaluation<>(value, null, null);
    }

    public static <T> Evaluation<T> failed(String error) {
        return new Evaluation<>(null, error, null);
    }

    /** The model's own error, thrown by a script or a bean. */
    public static <T> Evaluation<T> thrown(String code, String message) {
        return new Evaluation<>(null, message == null ? code : message, code);
    }

    /** A Java value as a variable can hold it; empty for null, failed for what is too long or of no known type. */
    public static Evaluation<Optional<Value>> ofValue(Object value) {
        try {
            return of(Optional.ofNullable(value).map(Value::of));
        } catch (IllegalArgumentException e) {
            return failed(e.getMessage());
        }
    }

    public boolean isError() {
        return error != null;
    }

    public <U> Evaluation<U> then(Function<T, Evaluation<U>> next) {
        return isError() ? new Evaluation<>(null, error, code) : next.apply(value);
    }
}
