package wf.definition;

import java.util.Set;
import wf.rule.Expressions;

/** The part of a node type that the model reader needs: to read and check what the type alone understands. */
public interface NodeReader {

    /** Reads the type's own attributes; problems go to the findings, and something usable is returned all the same. */
    NodeSettings read(ModelElement element, Findings findings);

    /** Checks the node in its surroundings, once all nodes and flows are known. */
    void check(Node node, Findings findings);

    /** Whether the node holds nodes of its own. */
    default boolean isScope() {
        return false;
    }

    /** Checks the syntax of what the type alone knows to be an expression. */
    default void checkExpressions(Node node, Expressions expressions, Findings findings) { }

    /** Scripts of the node, so that their syntax is checked at deployment. */
    default Set<String> scripts(Node node) {
        return Set.of();
    }

    /** Templates of the node, so that their syntax is checked at deployment. */
    default Set<String> templates(Node node) {
        return Set.of();
    }
}
