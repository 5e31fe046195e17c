package wf.rule;

import java.util.function.Function;

/**
 * What an evaluation came to: a value, or the sentence that says why not. Errors of rules are ordinary outcomes of a
 * decision, so they are not exceptions.
 *
 * @param value the value; meaningless when there is an error
 * @param error what is wrong, or null
 */
public record Evaluation<T>(T value, String error) {

    public static <T> Evaluation<T> of(T value) {
        return new Evaluation<>(value, null);
    }

    public static <T> Evaluation<T> failed(String error) {
        return new Evaluation<>(null, error);
    }

    public boolean isError() {
        return error != null;
    }

    public <U> Evaluation<U> then(Function<T, Evaluation<U>> next) {
        return isError() ? failed(error) : next.apply(value);
    }
}
