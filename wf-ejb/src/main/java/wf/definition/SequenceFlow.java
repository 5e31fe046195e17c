package wf.definition;

import java.util.List;
import wf.rule.Expression;

/**
 * A route from node to node.
 *
 * @param condition expression that must hold, or null
 * @param isDefault whether it is taken when no other holds
 * @param listeners beans that are told when it is taken
 */
public record SequenceFlow(String id, String name, String source, String target, Expression condition, boolean isDefault,
        List<Listener> listeners) {

    public SequenceFlow {
        listeners = List.copyOf(listeners);
    }

    public boolean isConditional() {
        return condition != null && !isDefault;
    }
}
