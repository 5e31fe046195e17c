package wf.bpmn.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import wf.definition.Findings.Position;

/** A BPMN file as rules ask about it: elements by kind, what a reference names, which flows lead where. */
public final class BpmnFile {

    private final XmlElement root;
    private final List<XmlElement> everything;
    private final List<XmlElement> elements;
    private final Map<String, XmlElement> byId = new HashMap<>();
    private final Map<String, List<XmlElement>> outgoing = new HashMap<>();
    private final Map<String, List<XmlElement>> incoming = new HashMap<>();
    private final Map<String, List<XmlElement>> boundaries = new HashMap<>();

    private BpmnFile(XmlElement root) {
        this.root = root;
        everything = root.tree().toList();
        elements = everything.stream().filter(XmlElement::isBpmn).toList();
        elements.stream().filter(e -> !e.id().isEmpty()).forEach(e -> byId.putIfAbsent(e.id(), e));
        all("sequenceFlow").forEach(f -> {
            index(outgoing, f, "sourceRef");
            index(incoming, f, "targetRef");
        });
        all("boundaryEvent").forEach(b -> index(boundaries, b, "attachedToRef"));
    }

    private static void index(Map<String, List<XmlElement>> index, XmlElement element, String attribute) {
        element.attribute(attribute).ifPresent(id -> index.computeIfAbsent(local(id), k -> new ArrayList<>()).add(element));
    }

    /** The file must be well-formed XML without a document type. */
    public static BpmnFile read(byte[] xml) {
        return new BpmnFile(XmlElementReader.read(xml));
    }

    XmlElement root() {
        return root;
    }

    public List<XmlElement> processes() {
        return all("process").toList();
    }

    /** Every id in use, those of the diagram included. */
    public Set<String> ids() {
        return everything().map(XmlElement::id).filter(id -> !id.isEmpty()).collect(Collectors.toSet());
    }

    /** The namespace that references to this file's elements stand in. */
    public String targetNamespace() {
        return root.attribute("targetNamespace").orElse("");
    }

    /** All elements, those of other vocabularies included. */
    Stream<XmlElement> everything() {
        return everything.stream();
    }

    /** The elements of BPMN itself. */
    Stream<XmlElement> all() {
        return elements.stream();
    }

    Stream<XmlElement> all(String name) {
        return elements.stream().filter(e -> e.is(name));
    }

    Stream<XmlElement> all(Set<String> names) {
        return elements.stream().filter(e -> e.is(names));
    }

    List<XmlElement> outgoing(XmlElement node) {
        return outgoing.getOrDefault(node.id(), List.of());
    }

    List<XmlElement> incoming(XmlElement node) {
        return incoming.getOrDefault(node.id(), List.of());
    }

    List<XmlElement> boundaries(XmlElement activity) {
        return boundaries.getOrDefault(activity.id(), List.of());
    }

    Optional<XmlElement> source(XmlElement flow) {
        return flow.attribute("sourceRef").flatMap(ref -> find(flow, ref));
    }

    Optional<XmlElement> target(XmlElement flow) {
        return flow.attribute("targetRef").flatMap(ref -> find(flow, ref));
    }

    /** The element of this file that an attribute names. */
    Optional<XmlElement> named(XmlElement holder, String attribute) {
        return holder.attribute(attribute).flatMap(ref -> find(holder, ref));
    }

    /** What the child elements of this name refer to, without what is not in the file. */
    List<XmlElement> namedBy(XmlElement holder, String child) {
        return holder.children(child).stream().map(c -> find(c, c.text())).flatMap(Optional::stream).toList();
    }

    /** The element of this file that a reference names: an id, or an id behind the prefix of the file's own namespace. */
    Optional<XmlElement> find(XmlElement holder, String reference) {
        return isForeign(holder, reference) ? Optional.empty()
                : Optional.ofNullable(byId.getOrDefault(reference, byId.get(local(reference))));
    }

    /** Whether a reference leads to another file (8.2.2). */
    boolean isForeign(XmlElement holder, String reference) {
        int colon = reference.indexOf(':');
        Optional<String> namespace = colon < 0 ? Optional.empty() : holder.namespaceOf(reference.substring(0, colon));
        return namespace.isPresent() && !namespace.equals(root.attribute("targetNamespace"));
    }

    private static String local(String reference) {
        return reference.substring(reference.indexOf(':') + 1);
    }

    /** The process, sub-process or choreography that an element stands in. */
    Optional<XmlElement> scope(XmlElement element) {
        return element.ancestors().filter(a -> a.is(Names.SCOPES)).findFirst();
    }

    boolean inSameScope(XmlElement one, XmlElement other) {
        return scope(one).equals(scope(other));
    }

    Optional<XmlElement> process(XmlElement element) {
        return Stream.concat(Stream.of(element), element.ancestors()).filter(a -> a.is("process")).findFirst();
    }

    /** Whether an element belongs to a process that is to be executed; what stands beside the processes does if one is. */
    boolean isExecutable(XmlElement element) {
        return process(element).map(BpmnFile::executes).orElseGet(() -> all("process").anyMatch(BpmnFile::executes));
    }

    private static boolean executes(XmlElement process) {
        return process.isTrue("isExecutable");
    }

    /** The definitions of an event in its order, those that it refers to included (10.5.1). */
    List<XmlElement> definitions(XmlElement event) {
        return event.children().stream()
                .map(c -> c.is("eventDefinitionRef") ? find(c, c.text()).orElse(null) : c.is(Names.EVENT_DEFINITIONS) ? c : null)
                .filter(Objects::nonNull).toList();
    }

    boolean hasDefinition(XmlElement event, String definition) {
        return definitions(event).stream().anyMatch(d -> d.is(definition));
    }

    /** The innermost element at a place that a parser named: the end of one of its tags, or between them. */
    public Optional<XmlElement> at(int line, int column) {
        Position place = new Position(line, column);
        return everything().filter(e -> place.equals(e.position()) || place.equals(e.end())).findFirst()
                .or(() -> everything().filter(e -> before(e.position(), place) && before(place, e.end())).reduce((a, b) -> b));
    }

    private static boolean before(Position one, Position other) {
        return one.line() < other.line() || one.line() == other.line() && one.column() <= other.column();
    }
}
