package wf.definition;

import java.util.List;
import java.util.Optional;

/**
 * An element of the model file as a node type sees it when it reads its settings, so that node types depend neither on
 * XML nor on a model library. Attributes that are absent or blank read as empty.
 */
public interface ModelElement {

    /** Name of the element without prefix, {@code userTask}. */
    String type();

    Optional<String> attribute(String name);

    /** An attribute of this product's namespace or of one that it understands (§2.3). */
    Optional<String> extension(String name);

    /** Children in the BPMN namespace with this name. */
    List<ModelElement> children(String name);

    /** Children of {@code extensionElements} in this product's namespace with this name. */
    List<ModelElement> extensions(String name);

    /** The text inside, stripped; empty when there is none. */
    String text();

    default String id() {
        return attribute("id").orElse("");
    }
}
