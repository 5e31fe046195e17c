package wf.rule;

/**
 * An expression of a model with the language it is written in.
 *
 * @param language URI or name of the language; null for the product's own
 */
public record Expression(String text, String language) {

    /** An expression in the product's own language. */
    public static Expression of(String text) {
        return new Expression(text, null);
    }

    /** Text that is meant to be evaluated as a whole: in the product's own language a template of one expression. */
    public Expression whole() {
        return language != null || text.contains("${") ? this : new Expression("${" + text + "}", null);
    }
}
