package wf.bpmn;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.operaton.bpm.model.xml.instance.DomElement;
import wf.bpmn.check.Readings;
import wf.bpmn.check.Unread;
import wf.definition.ModelElement;

/** An element of the file for node types. Attributes of kindred engines stand in for ours where they mean the same. */
record DomModelElement(DomElement dom, Readings readings) implements ModelElement {

    static final String WF = Unread.WF;
    static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final List<String> EXTENSIONS = List.of(WF, "http://operaton.org/schema/1.0/bpmn",
            "http://camunda.org/schema/1.0/bpmn", "http://flowable.org/bpmn", "http://activiti.org/bpmn");

    @Override
    public String type() {
        return dom.getLocalName();
    }

    @Override
    public Optional<String> attribute(String name) {
        readings.attribute(type(), name);
        return present(dom.getAttribute(name));
    }

    @Override
    public Optional<String> extension(String name) {
        readings.attribute(type(), name);
        return EXTENSIONS.stream().map(ns -> dom.getAttribute(ns, name)).filter(Objects::nonNull)
                .filter(v -> !v.isBlank()).findFirst();
    }

    private static Optional<String> present(String value) {
        return Optional.ofNullable(value).filter(v -> !v.isBlank());
    }

    @Override
    public List<ModelElement> children() {
        return wrap(dom.getChildElements().stream().filter(c -> BPMN.equals(c.getNamespaceURI())).toList());
    }

    @Override
    public List<ModelElement> children(String name) {
        return wrap(dom.getChildElementsByNameNs(BPMN, name));
    }

    @Override
    public Optional<ModelElement> find(String id) {
        DomElement found = dom.getDocument().getElementById(id);
        if (found == null && id.indexOf(':') > 0) {
            found = dom.getDocument().getElementById(id.substring(id.indexOf(':') + 1));
        }
        return Optional.ofNullable(found).map(this::of);
    }

    @Override
    public Optional<String> expressionLanguage() {
        return present(dom.getDocument().getRootElement().getAttribute("expressionLanguage"));
    }

    @Override
    public List<ModelElement> extensions(String name) {
        readings.child(type(), name);
        return dom.getChildElementsByNameNs(BPMN, "extensionElements").stream().flatMap(e -> named(e, name)).toList();
    }

    @Override
    public List<ModelElement> extensionChildren(String name) {
        readings.child(type(), name);
        return named(dom, name).toList();
    }

    private Stream<ModelElement> named(DomElement parent, String name) {
        return EXTENSIONS.stream().flatMap(ns -> wrap(parent.getChildElementsByNameNs(ns, name)).stream());
    }

    @Override
    public Optional<ModelElement> parent() {
        return Optional.ofNullable(dom.getParentElement()).map(this::of);
    }

    @Override
    public String text() {
        return dom.getTextContent() == null ? "" : dom.getTextContent().strip();
    }

    private List<ModelElement> wrap(List<DomElement> elements) {
        return elements.stream().map(this::of).toList();
    }

    private ModelElement of(DomElement other) {
        return new DomModelElement(other, readings);
    }
}
