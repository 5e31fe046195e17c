package wf.operation;

import wf.instance.NodeInstanceState;
import wf.runtime.Flow;

/** What retrying and skipping an incident have in common. */
final class Incidents {

    private Incidents() { }

    /** The token stands at its node again as before, from the same sender: waiting at a join, else at work. */
    static void resolve(Subject on, Flow flow) {
        boolean atJoin = on.incident().code().equals("STUCK_JOIN");
        flow.resolveIncidents(on.visit(), atJoin ? NodeInstanceState.WAITING : NodeInstanceState.ACTIVE);
    }
}
