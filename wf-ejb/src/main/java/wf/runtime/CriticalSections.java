package wf.runtime;

import wf.instance.BranchTree;
import wf.instance.NodeInstance;
import wf.instance.NodeInstanceState;
import wf.instance.ProcessInstance;

/**
 * Critical sections (3.11): of the activities that name the same one, one runs at a time, and tokens that come meanwhile
 * wait. What runs inside an activity of the section is in it already and may enter it again.
 */
final class CriticalSections {

    private final Flow flow;
    private final ProcessInstance instance;
    private final BranchTree tree;

    CriticalSections(Flow flow) {
        this.flow = flow;
        this.instance = flow.instance();
        this.tree = new BranchTree(instance);
    }

    /** Whether nobody but those around it is in the visit's section; always where it has none. */
    boolean isFree(NodeInstance visit) {
        String mutex = mutexOf(visit);
        return mutex == null || instance.nodeInstances().stream()
                .noneMatch(v -> v.id() != visit.id() && mutex.equals(mutexOf(v)) && isIn(v) && !isAround(v, visit));
    }

    /** The visit is over: whoever waits for its section may look again. */
    void release(NodeInstance visit) {
        String mutex = mutexOf(visit);
        if (mutex != null) {
            instance.waitingVisits().stream().filter(v -> v.id() != visit.id() && mutex.equals(mutexOf(v))).toList().forEach(flow::again);
        }
    }

    private String mutexOf(NodeInstance visit) {
        return flow.nodeOf(visit).activity().mutex();
    }

    /** A token that only stands or waits there and has not begun is not in; a repeated activity is in as a whole. */
    private boolean isIn(NodeInstance visit) {
        return visit.state() != NodeInstanceState.WAITING && !isStill(visit) && !isStuck(visit) && !flow.isAboutToAct(visit) && !new Loops(flow).isInstance(visit);
    }

    /** Work came back to it, and what was done since is undone before it begins. */
    private static boolean isStill(NodeInstance visit) {
        return visit.state() == NodeInstanceState.COMPENSATING && visit.rework() != null;
    }

    private boolean isStuck(NodeInstance visit) {
        return visit.state() == NodeInstanceState.INCIDENT && instance.incidentsOf(visit.id()).stream()
                .anyMatch(i -> i.code().equals(StuckJoins.CODE));
    }

    private boolean isAround(NodeInstance outer, NodeInstance inner) {
        for (Long at = tree.scopeOf(inner); at != null; at = tree.scopeOf(instance.nodeInstance(at))) {
            if (at == outer.id()) {
                return true;
            }
        }
        return false;
    }
}
