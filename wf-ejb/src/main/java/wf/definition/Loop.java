package wf.definition;

import java.util.List;
import wf.rule.Expression;

/** How an activity repeats (BPMN 2.0.2 clauses 10.3.9 and 13.3.6 to 13.3.7). */
public sealed interface Loop {

    /**
     * While the condition holds.
     *
     * @param condition null repeats until the maximum
     * @param before whether it is tested before the first time
     * @param maximum largest number of times; null for none
     */
    record Standard(Expression condition, boolean before, Integer maximum) implements Loop { }

    /**
     * Several instances at once or one after another.
     *
     * @param cardinality how many; null where the collection says it
     * @param collection a list with one element for each instance, or null
     * @param element name of the variable that takes the element in its instance, or null
     * @param output what each instance adds to the list, or null
     * @param outputs name of the list that collects the outputs, or null
     * @param completion when it holds after an instance has ended the others are cancelled; or null
     * @param behavior which completions throw an event to the boundary
     * @param thrown the event of behaviour NONE and ONE; null with the others
     * @param complex what COMPLEX throws on which condition
     */
    record MultiInstance(boolean sequential, Expression cardinality, Expression collection, String element,
            Expression output, String outputs, Expression completion, Behavior behavior, EventDefinition thrown,
            List<ComplexBehavior> complex) implements Loop {

        public MultiInstance {
            complex = List.copyOf(complex);
        }
    }

    /** Of ALL instances none throws; ONE: the first that ends throws; NONE: each; COMPLEX: where a condition holds. */
    enum Behavior { NONE, ONE, ALL, COMPLEX }

    record ComplexBehavior(Expression condition, EventDefinition event) { }
}
