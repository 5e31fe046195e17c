package wf.definition;

import java.util.List;
import java.util.Optional;
import wf.rule.Expression;

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

    /** All children in the BPMN namespace. */
    List<ModelElement> children();

    /** Children in the BPMN namespace with this name. */
    default List<ModelElement> children(String name) {
        return children().stream().filter(c -> c.type().equals(name)).toList();
    }

    /** Children in a namespace of extensions that is understood, with this name. */
    List<ModelElement> extensionChildren(String name);

    /** The element around this one; empty at the root. */
    Optional<ModelElement> parent();

    /** The element of the same file with this id; a prefix, as in a qualified name, does not count. */
    Optional<ModelElement> find(String id);

    /** The language in which expressions here are written unless they say otherwise; empty for the product's own. */
    Optional<String> expressionLanguage();

    /** Children of {@code extensionElements} with this name, in this product's namespace or in one that it understands. */
    List<ModelElement> extensions(String name);

    /** The text inside, stripped; empty when there is none. */
    String text();

    default String id() {
        return attribute("id").orElse("");
    }

    /** Whether the attribute says true. */
    default boolean is(String attribute) {
        return attribute(attribute).filter(v -> v.equals("true") || v.equals("1")).isPresent();
    }

    /** The child with this name, as an expression; empty where it is absent or blank. */
    default Optional<Expression> expression(String child) {
        return children(child).stream().findFirst().flatMap(ModelElement::asExpression);
    }

    /** The text of this element as an expression in its language. */
    default Optional<Expression> asExpression() {
        String text = text();
        String language = text.contains("${") ? null : attribute("language").or(this::expressionLanguage).orElse(null);
        return text.isEmpty() ? Optional.empty() : Optional.of(new Expression(text, language));
    }

    /** The element that an attribute refers to. */
    default Optional<ModelElement> referred(String attribute) {
        return attribute(attribute).flatMap(this::find);
    }
}
