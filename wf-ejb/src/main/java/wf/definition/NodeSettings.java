package wf.definition;

import java.util.List;

/** What a node type has read from the model about one node. */
public interface NodeSettings {

    /** For types that have nothing to read. */
    NodeSettings NONE = new NodeSettings() { };

    default boolean isHuman() {
        return false;
    }

    /** Whether a person marked for drafting handles the node (拟稿环节). */
    default boolean isForStarter() {
        return false;
    }

    /** The form of the node; empty where it shows none. */
    default List<Field> fields() {
        return List.of();
    }
}
