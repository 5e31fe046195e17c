package wf.definition;

import wf.rule.Expression;

/**
 * A route from node to node.
 *
 * @param condition expression that must hold, or null
 * @param isDefault whether it is taken when no other holds
 */
public record SequenceFlow(String id, String name, String source, String target, Expression condition, boolean isDefault) {

    public boolean isConditional() {
        return condition != null && !isDefault;
    }
}
