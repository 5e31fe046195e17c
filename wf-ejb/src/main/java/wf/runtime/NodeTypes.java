package wf.runtime;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wf.definition.Node;
import wf.definition.NodeReader;
import wf.definition.NodeReaders;

/** The registry of node types, by BPMN element. */
public final class NodeTypes implements NodeReaders {

    private final Map<String, NodeType> byElement = new HashMap<>();

    /** @throws IllegalArgumentException when two types claim one element */
    public NodeTypes(List<NodeType> types) {
        for (NodeType type : types) {
            for (String element : type.elements()) {
                if (byElement.put(element, type) != null) {
                    throw new IllegalArgumentException("two node types for " + element);
                }
            }
        }
    }

    public NodeType of(Node node) {
        return byElement.get(node.type());
    }

    @Override
    public Optional<NodeReader> forType(String element) {
        return Optional.ofNullable(byElement.get(element));
    }
}
