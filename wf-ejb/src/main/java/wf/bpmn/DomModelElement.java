package wf.bpmn;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.operaton.bpm.model.xml.instance.DomElement;
import wf.definition.ModelElement;

/** An element of the file for node types. Attributes of kindred engines stand in for ours where they mean the same. */
record DomModelElement(DomElement dom) implements ModelElement {

    /** Namespace of the product's own extensions. */
    static final String WF = "urn:wf:bpmn:1.0";
    static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final List<String> EXTENSIONS = List.of(WF, "http://operaton.org/schema/1.0/bpmn",
            "http://camunda.org/schema/1.0/bpmn", "http://flowable.org/bpmn", "http://activiti.org/bpmn");

    @Override
    public String type() {
        return dom.getLocalName();
    }

    @Override
    public Optional<String> attribute(String name) {
        return present(dom.getAttribute(name));
    }

    @Override
    public Optional<String> extension(String name) {
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
        return Optional.ofNullable(found).map(DomModelElement::new);
    }

    @Override
    public Optional<String> expressionLanguage() {
        return present(dom.getDocument().getRootElement().getAttribute("expressionLanguage"));
    }

    @Override
    public List<ModelElement> extensions(String name) {
        return dom.getChildElementsByNameNs(BPMN, "extensionElements").stream()
                .flatMap(e -> new DomModelElement(e).extensionChildren(name).stream()).toList();
    }

    @Override
    public List<ModelElement> extensionChildren(String name) {
        return EXTENSIONS.stream().flatMap(ns -> wrap(dom.getChildElementsByNameNs(ns, name)).stream()).toList();
    }

    @Override
    public Optional<ModelElement> parent() {
        return Optional.ofNullable(dom.getParentElement()).map(DomModelElement::new);
    }

    @Override
    public String text() {
        return dom.getTextContent() == null ? "" : dom.getTextContent().strip();
    }

    private static List<ModelElement> wrap(List<DomElement> elements) {
        return elements.stream().map(e -> (ModelElement) new DomModelElement(e)).toList();
    }
}
