package wf.definition;

import java.util.Optional;

/** Finds the reader for an element. The registry of node types is one; the model reader knows no type by itself. */
public interface NodeReaders {

    /** Empty when no node type executes elements of this name. */
    Optional<NodeReader> forType(String element);
}
