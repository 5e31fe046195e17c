package wf.runtime;

import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import wf.definition.ProcessDefinition;
import wf.instance.Branch;
import wf.instance.BranchTree;
import wf.instance.NodeInstance;
import wf.instance.NodeInstanceState;
import wf.instance.ProcessInstance;
import wf.instance.Ticket;

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
                .noneMatch(v -> v.id() != visit.id() && mutex.equals(mutexOf(v)) && isIn(v) && !surrounds(v, tree.scopeOf(visit), instance, tree));
    }

    /** Whether the ticket would put work into a section in which others are by now, who neither surround it nor are given up for it. */
    static boolean isTaken(Ticket ticket, ProcessInstance instance, ProcessDefinition definition) {
        Set<String> wanted = ticket.visits().stream().filter(v -> v.state() != NodeInstanceState.WAITING).map(v -> definition.node(v.nodeId()).activity().mutex())
                .filter(Objects::nonNull).collect(Collectors.toSet());
        if (wanted.isEmpty()) {
            return false;
        }
        BranchTree tree = new BranchTree(instance);
        Set<Long> givenUp = tree.below(ticket.anchorId()).stream().map(Branch::id).collect(Collectors.toSet());
        givenUp.add(ticket.anchorId());
        Long scopeId = instance.branch(ticket.anchorId()).scopeId();
        return instance.nodeInstances().stream().filter(v -> wanted.contains(String.valueOf(definition.node(v.nodeId()).activity().mutex())))
                .anyMatch(v -> hasBegun(v, instance, tree) && !givenUp.contains(v.branchId()) && !surrounds(v, scopeId, instance, tree));
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

    private boolean isIn(NodeInstance visit) {
        return hasBegun(visit, instance, tree) && !flow.isAboutToAct(visit);
    }

    /** A token that only stands or waits there has not begun; a repeated activity is in the section as a whole. */
    private static boolean hasBegun(NodeInstance visit, ProcessInstance instance, BranchTree tree) {
        return visit.state() != NodeInstanceState.WAITING && !isStill(visit) && !isStuck(visit, instance) && !tree.isLoopInstance(visit);
    }

    /** Work came back to it, and what was done since is undone before it begins. */
    private static boolean isStill(NodeInstance visit) {
        return visit.state() == NodeInstanceState.COMPENSATING && visit.rework() != null;
    }

    private static boolean isStuck(NodeInstance visit, ProcessInstance instance) {
        return visit.state() == NodeInstanceState.INCIDENT && instance.incidentsOf(visit.id()).stream()
                .anyMatch(i -> i.code().equals(StuckJoins.CODE));
    }

    private static boolean surrounds(NodeInstance outer, Long scopeId, ProcessInstance instance, BranchTree tree) {
        for (Long at = scopeId; at != null; at = tree.scopeOf(instance.nodeInstance(at))) {
            if (at == outer.id()) {
                return true;
            }
        }
        return false;
    }
}
