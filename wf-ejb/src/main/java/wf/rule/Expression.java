package wf.rule;

import java.util.Objects;

/**
 * An expression as a model holds it: its text and the name of its language.
 *
 * @param language what the model says, mostly a URI; null where it says nothing, which means JEXL
 */
public record Expression(String text, String language) {

    public Expression {
        Objects.requireNonNull(text);
    }

    /** In the language that a model means when it names none. */
    public static Expression of(String text) {
        return new Expression(text, null);
    }

    /** Text that is meant as a whole and not as a template, so that no plain text is left in it. */
    public Expression whole() {
        return language != null || text.contains("${") ? this : new Expression("${" + text + "}", null);
    }
}
