package wf.runtime;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import wf.definition.Node;
import wf.definition.SequenceFlow;
import wf.instance.Branch;
import wf.instance.BranchTree;
import wf.instance.NodeInstance;
import wf.instance.NodeInstanceState;
import wf.instance.ProcessInstance;
import wf.instance.TokenEvent.BranchOpened;

/** Branches that a split got later (F14): its join waits for them beside those that the model counts. */
public final class Supplements {

    private final Flow flow;
    private final ProcessInstance instance;
    private final BranchTree tree;

    public Supplements(Flow flow) {
        this.flow = flow;
        this.instance = flow.instance();
        this.tree = new BranchTree(instance);
    }

    /** One part more of the split of which the branch is a part, along the flow. */
    public void begin(Branch part, SequenceFlow along) {
        Branch more = part.supplemented(flow.facts().newId(), tree.nextOrdinal(part.parentId()));
        flow.sentAs(tokenOn(part));
        flow.emit(new BranchOpened(more));
        new SettledJoins(flow).added(more.id(), flow.definition().node(along.target()));
        flow.follow(more.id(), along);
    }

    private NodeInstance tokenOn(Branch part) {
        return tree.tokenOf(part.id()).orElseGet(() -> tree.below(part.id()).stream().flatMap(b -> tree.tokenOf(b.id()).stream()).findFirst().orElse(null));
    }

    /** Whether a token on such a branch can still come to the join, or stands there and its turn has not come. */
    boolean mayStillCome(Node join, Long scopeId) {
        return mayStillCome(join, scopeId, token -> true);
    }

    /** @param alive which tokens are believed to leave the place where they are */
    boolean mayStillCome(Node join, Long scopeId, Predicate<NodeInstance> alive) {
        return instance.hasSupplements() && supplemented(scopeId).stream().filter(alive)
                .anyMatch(t -> (t.nodeId().equals(join.id()) ? flow.isAboutToAct(t) : !flow.definition().approaches(join, t.nodeId()).isEmpty()));
    }

    /** Tokens of this scope on branches that were added in it: a sub-process on such a branch is none of its joins' business. */
    private List<NodeInstance> supplemented(Long scopeId) {
        return instance.branches().stream().filter(b -> Objects.equals(b.scopeId(), scopeId))
                .filter(b -> tree.lineageInScope(b.id()).stream().anyMatch(up -> instance.branch(up).supplement()))
                .flatMap(b -> tree.tokenOf(b.id()).stream()).toList();
    }

    /** With those that the join takes, the ones that came to it on such branches. */
    List<NodeInstance> with(Iterable<NodeInstance> taken, Node join, Long scopeId) {
        List<NodeInstance> all = new ArrayList<>();
        taken.forEach(all::add);
        if (instance.hasSupplements()) {
            supplemented(scopeId).stream().filter(t -> t.nodeId().equals(join.id()) && t.state() == NodeInstanceState.WAITING && !all.contains(t))
                    .forEach(all::add);
        }
        return all;
    }

    /** Fires a join that has all and waits for none of them any more, as when one of them ended elsewhere; false when there is none. */
    boolean fireOne() {
        if (!instance.hasSupplements()) {
            return false;
        }
        Map<InclusiveJoins.Place, NodeInstance> places = new LinkedHashMap<>();
        instance.waitingVisits().stream().filter(v -> flow.nodeOf(v).settings().joinsEveryFlow())
                .forEach(v -> places.putIfAbsent(new InclusiveJoins.Place(tree.scopeOf(v), v.nodeId()), v));
        return places.values().stream().anyMatch(v -> new Joins(flow).fireIfComplete(flow.nodeOf(v), tree.scopeOf(v)));
    }
}
