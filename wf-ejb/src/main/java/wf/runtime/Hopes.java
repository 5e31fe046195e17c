package wf.runtime;

import java.util.HashSet;
import java.util.List;
import wf.definition.Node;
import wf.instance.Event;
import wf.instance.InstanceEvent.DefinitionMigrated;
import wf.instance.NodeInstance;
import wf.instance.TokenEvent.IncidentResolved;
import wf.instance.TokenEvent.JoinReached;
import wf.instance.TokenEvent.Joined;
import wf.instance.TokenEvent.NodeCancelled;
import wf.instance.TokenEvent.NodeLeft;

/**
 * Notes when a join that waited with reason may have begun to wait in vain, so that joins are looked at only then and
 * not after every step. What tokens can reach grows less only where one is given up, takes some ways and not others, or
 * leaves a node whose boundary might have led elsewhere, or begins to wait while others wait elsewhere; and a join must be
 * looked at when a token first waits there, or when it fires and leaves tokens behind.
 */
final class Hopes {

    private final Flow flow;
    private boolean mayBeLost;

    Hopes(Flow flow) {
        this.flow = flow;
    }

    boolean mayBeLost() {
        return mayBeLost;
    }

    void note(Event event) {
        if (event instanceof NodeLeft left) {
            Node node = flow.definition().node(left.nodeId());
            mayBeLost |= leavesWaysOut(node, left.flows()) || node.activity().mutex() != null;
        } else if (event instanceof JoinReached reached) {
            NodeInstance visit = flow.instance().nodeInstance(reached.nodeInstanceId());
            mayBeLost |= countsTokens(flow.nodeOf(visit)) || isSettled(visit) || !othersWaitHereOnly();
        } else if (event instanceof Joined) {
            mayBeLost |= !flow.instance().waitingVisits().isEmpty();
        } else {
            mayBeLost |= event instanceof NodeCancelled || event instanceof IncidentResolved || event instanceof DefinitionMigrated;
        }
    }

    /** A join that goes on without what an operation took from it, as soon as nothing else can come. */
    private boolean isSettled(NodeInstance visit) {
        return flow.instance().isSettled(flow.instance().branch(visit.branchId()).scopeId(), visit.nodeId());
    }

    /** A join that wants so many tokens, from wherever they come, may with this one have got the last that there are. */
    private static boolean countsTokens(Node node) {
        return !node.settings().joinsEveryFlow() && !node.settings().joinsWhatCanCome();
    }

    private boolean leavesWaysOut(Node node, List<String> taken) {
        return node.outgoing().size() > 1 && new HashSet<>(taken).size() < node.outgoing().size()
                || taken.isEmpty() && !node.outgoing().isEmpty() || !flow.definition().tree().boundaries(node.id()).isEmpty();
    }

    /** A token that waits can bring nothing to another join any more, as it might while it was on its way. */
    private boolean othersWaitHereOnly() {
        return flow.instance().waitingVisits().size() > 1 && flow.instance().waitingPlaces() == 1;
    }
}
