package wf.runtime;

import java.util.List;
import wf.definition.Node;
import wf.instance.InstanceEvent.InstanceActivated;
import wf.instance.NodeInstance;

/** An instance that has ended goes on (激活): one new token at a node where people work; all else stays as it ended. */
public final class Activation {

    private final Flow flow;

    public Activation(Flow flow) {
        this.flow = flow;
    }

    /**
     * @param handlers who did the work there before, and gets it again
     * @param participants who is to do it instead, or to sign where the node asks several; empty for the handlers
     */
    public void perform(Node node, List<String> handlers, List<String> participants) {
        flow.emit(new InstanceActivated(flow.facts().now()));
        Scopes scopes = new Scopes(flow);
        if (!scopes.reopen()) {
            return;
        }
        NodeInstance visit = flow.put(scopes.open(null).id(), node, null);
        new SettledJoins(flow).placed(visit.branchId(), node);
        if (!participants.isEmpty() && node.settings().repeatsItself()) {
            flow.choose(node.id(), participants);
            new Activities(flow).reopen(node, visit, handlers);
        } else if (participants.size() > 1) {
            offer(node, visit, participants);
        } else {
            new Activities(flow).reopen(node, visit, participants.isEmpty() ? handlers : participants);
        }
    }

    private void offer(Node node, NodeInstance visit, List<String> participants) {
        new Subscriptions(flow).openBoundaries(node, visit);
        if (!flow.isStopped(visit)) {
            new WorkItems(flow).offer(visit, participants.stream().map(p -> "user:" + p).toList());
        }
    }
}
