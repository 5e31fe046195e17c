package wf.definition;

import java.util.Optional;

/** Finds the reader for an element. The registry of node types is one; the model reader knows no type by itself. */
public interface NodeReaders {

    /** Empty when no node type executes this element. */
    Optional<NodeReader> forElement(ModelElement element);
}
