package wf.bpmn.check;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import wf.definition.Findings.Position;

/**
 * An element of the file with the place where it stands. The model library knows no places, and elements without an id
 * can be named by nothing else.
 */
public final class XmlElement {

    static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";

    /** An attribute outside the standard. */
    record Extension(String namespace, String name, String value) { }

    private final String namespace;
    private final String name;
    private final XmlElement parent;
    private final Position position;
    private final Map<String, String> attributes;
    private final Map<String, String> prefixes;
    private final List<Extension> extensionAttributes = new ArrayList<>();
    private final List<XmlElement> children = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private Position end;

    XmlElement(String namespace, String name, XmlElement parent, Position position, Map<String, String> attributes,
            Map<String, String> prefixes) {
        this.namespace = namespace;
        this.name = name;
        this.parent = parent;
        this.position = position;
        this.attributes = attributes;
        this.prefixes = prefixes;
        if (parent != null) {
            parent.children.add(this);
        }
    }

    void addText(String part) {
        text.append(part);
    }

    void addExtensionAttribute(String attributeNamespace, String attribute, String value) {
        extensionAttributes.add(new Extension(attributeNamespace, attribute, value));
    }

    void endsAt(Position closing) {
        end = closing;
    }

    public String name() {
        return name;
    }

    String namespace() {
        return namespace;
    }

    XmlElement parent() {
        return parent;
    }

    /** The end of its opening tag. */
    Position position() {
        return position;
    }

    /** The end of its closing tag. */
    Position end() {
        return end;
    }

    /** Its id, or empty. */
    public String id() {
        return attribute("id").orElse("");
    }

    /** What a person calls it. */
    String label() {
        return attribute("name").orElse(id().isEmpty() ? name : id());
    }

    /** An attribute of the standard; blank counts as absent. */
    Optional<String> attribute(String attribute) {
        return Optional.ofNullable(attributes.get(attribute)).map(String::strip).filter(v -> !v.isEmpty());
    }

    /** Names of all attributes without a prefix. */
    Stream<String> attributes() {
        return attributes.keySet().stream().sorted();
    }

    boolean isTrue(String attribute) {
        return attribute(attribute).filter(v -> v.equals("true") || v.equals("1")).isPresent();
    }

    boolean isFalse(String attribute) {
        return attribute(attribute).filter(v -> v.equals("false") || v.equals("0")).isPresent();
    }

    /** Whether an attribute outside the standard is set, of whatever vendor. */
    boolean hasExtensionAttribute(String attribute) {
        return extensionAttributes.stream().anyMatch(a -> a.name().equals(attribute));
    }

    List<Extension> extensionAttributes() {
        return Collections.unmodifiableList(extensionAttributes);
    }

    boolean isBpmn() {
        return BPMN.equals(namespace);
    }

    boolean is(Set<String> names) {
        return isBpmn() && names.contains(name);
    }

    boolean is(String one) {
        return isBpmn() && name.equals(one);
    }

    List<XmlElement> children() {
        return Collections.unmodifiableList(children);
    }

    List<XmlElement> children(String one) {
        return children.stream().filter(c -> c.is(one)).toList();
    }

    List<XmlElement> children(Set<String> names) {
        return children.stream().filter(c -> c.is(names)).toList();
    }

    boolean has(String child) {
        return !children(child).isEmpty();
    }

    /** Itself and all below. */
    Stream<XmlElement> tree() {
        return Stream.concat(Stream.of(this), children.stream().flatMap(XmlElement::tree));
    }

    Stream<XmlElement> ancestors() {
        return Stream.iterate(parent, a -> a != null, a -> a.parent);
    }

    /** Its own text, stripped, without that of its children. */
    String text() {
        return text.toString().strip();
    }

    /** Whether a prefix for the namespace is declared at this element. */
    boolean declares(String wanted) {
        return prefixes.containsValue(wanted);
    }

    /** What a prefix stands for here; the empty prefix for the default namespace. */
    Optional<String> namespaceOf(String prefix) {
        return Stream.concat(Stream.of(this), ancestors()).map(e -> e.prefixes.get(prefix)).filter(Objects::nonNull).findFirst();
    }
}
