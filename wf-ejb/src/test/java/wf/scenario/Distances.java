package wf.scenario;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import wf.definition.Node;
import wf.definition.ProcessDefinition;
import wf.definition.SequenceFlow;

/**
 * How much is left to do from each node of a model to the end of its scope: where one way is chosen the shortest counts,
 * where several can be taken at once all of them. So a driver that wants to get done leaves a loop rather by a choice than
 * by a split that leads back into it.
 */
final class Distances {

    private static final Set<String> CHOICES = Set.of("exclusiveGateway", "eventBasedGateway", "complexGateway");
    /** What never ends, or not before all this. */
    private static final int FAR = 1_000;

    private final Map<String, Integer> left = new HashMap<>();

    Distances(ProcessDefinition definition) {
        definition.nodes().forEach(n -> left.put(n.id(), FAR));
        for (boolean moved = true; moved;) {
            moved = false;
            for (Node node : definition.nodes()) {
                int now = from(node);
                moved |= left.put(node.id(), now) != now;
            }
        }
    }

    int of(String nodeId) {
        return left.getOrDefault(nodeId, FAR);
    }

    private int from(Node node) {
        if (node.outgoing().isEmpty()) {
            return 0;
        }
        List<SequenceFlow> together = CHOICES.contains(node.type()) ? List.of() : node.outgoing().stream().filter(f -> mayBeTakenBeside(node, f)).toList();
        IntStream least = together.isEmpty() ? IntStream.of(to(node.outgoing()).min().orElse(0)) : to(together);
        return Math.min(FAR, 1 + least.sum());
    }

    private static boolean mayBeTakenBeside(Node node, SequenceFlow flow) {
        return node.type().equals("parallelGateway") || !flow.isDefault();
    }

    private IntStream to(List<SequenceFlow> flows) {
        return flows.stream().mapToInt(f -> of(f.target()));
    }
}
