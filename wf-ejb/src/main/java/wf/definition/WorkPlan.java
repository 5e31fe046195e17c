package wf.definition;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;
import wf.rule.Expression;

/**
 * What the model asks of whoever handles an item; each is an expression, or null.
 *
 * @param due until when: a date, a moment, or a duration from its creation
 * @param followUp when its handler wants to look at it again, in the same forms
 * @param priority how urgent it is, a whole number
 * @param form which form of the customer's shows it
 */
public record WorkPlan(Expression due, Expression followUp, Expression priority, Expression form) {

    public static final WorkPlan NONE = new WorkPlan(null, null, null, null);

    /** Reads {@code wf:dueDate}, {@code followUpDate}, {@code priority} and {@code formKey}, which other engines name the same. */
    public static WorkPlan read(ModelElement element) {
        return new WorkPlan(said(element, "dueDate"), said(element, "followUpDate"), said(element, "priority"), said(element, "formKey"));
    }

    private static Expression said(ModelElement element, String attribute) {
        return element.extension(attribute).map(Expression::of).orElse(null);
    }

    /** All of its expressions, for the check of their syntax. */
    public Set<String> templates() {
        Set<String> templates = new LinkedHashSet<>();
        Stream.of(due, followUp, priority, form).filter(e -> e != null).map(Expression::text).forEach(templates::add);
        return templates;
    }
}
