package wf.definition;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What lies between a split and the join at which all its ways meet again: a question that only jumps ask. */
public final class Blocks {

    private final ProcessDefinition definition;

    public Blocks(ProcessDefinition definition) {
        this.definition = definition;
    }

    /** Whether a token at the node is still between the split and its join; without a join everything behind the split is. */
    public boolean isInside(String splitId, String nodeId) {
        if (!definition.has(splitId)) {
            return false;
        }
        Node split = definition.node(splitId);
        return behind(split, join(split).map(Node::id).orElse(null)).stream().anyMatch(n -> n.id().equals(nodeId));
    }

    /** The nearest join to which every way of the split leads. */
    public Optional<Node> join(Node split) {
        return behind(split, null).stream().filter(Blocks::isJoin).filter(j -> split.outgoing().stream()
                .allMatch(f -> f.target().equals(j.id()) || definition.reachableFrom(f.target()).contains(j.id()))).findFirst();
    }

    private static boolean isJoin(Node node) {
        return node.incoming().size() > 1 && (node.settings().joinsEveryFlow() || node.settings().joinsWhatCanCome()
                || node.type().equals("complexGateway"));
    }

    /** Nodes that a token comes to from there, the nearest first, and no further than the one to be avoided. */
    private List<Node> behind(Node split, String avoided) {
        Set<String> seen = new HashSet<>(Set.of(split.id()));
        List<Node> found = new ArrayList<>();
        Deque<String> open = new ArrayDeque<>(List.of(split.id()));
        while (!open.isEmpty()) {
            for (String next : definition.tree().successors(open.remove())) {
                if (!next.equals(avoided) && seen.add(next)) {
                    found.add(definition.node(next));
                    open.add(next);
                }
            }
        }
        return found;
    }
}
