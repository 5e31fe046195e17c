package wf.node;

import wf.definition.Skipping;
import wf.definition.Skipping.Repeat;
import wf.instance.NodeInstance;
import wf.runtime.Flow;

/**
 * Skip on repeat (3.40): whoever has handled the work already need not handle it again. Never where work came back to or
 * across the node, since then it is to be looked at anew.
 */
final class Repeats {

    private final Flow flow;

    Repeats(Flow flow) {
        this.flow = flow;
    }

    boolean hasDoneEnough(String person, NodeInstance visit, Skipping skipping) {
        boolean anew = visit.rework() != null || flow.instance().isRewalked(visit.nodeId());
        return !anew && skipping.repeats().stream().anyMatch(r -> hasDoneEnough(person, visit, r));
    }

    private boolean hasDoneEnough(String person, NodeInstance visit, Repeat repeat) {
        return switch (repeat) {
            case ADJACENT -> person.equals(visit.sentBy());
            case IS_STARTER -> person.equals(flow.instance().starter()) && visit.sender() != null;
            case ANY_EARLIER -> person.equals(visit.sentBy())
                    || flow.trail().entries().stream().anyMatch(e -> e.handlers().contains(person));
        };
    }
}
