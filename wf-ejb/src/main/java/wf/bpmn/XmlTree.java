package wf.bpmn;

import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * An element of a file with all that stands in it, as plain as two of them can be compared: names do not depend on the
 * prefixes that a file happens to use, blank attributes and what only XML itself needs are left out.
 */
final class XmlTree {

    private static final String SCHEMA_INSTANCE = "http://www.w3.org/2001/XMLSchema-instance";
    private static final Map<String, String> PREFIXES = Map.of(DomModelElement.BPMN, "", DomModelElement.WF, "wf:",
            "http://operaton.org/schema/1.0/bpmn", "operaton:", "http://camunda.org/schema/1.0/bpmn", "camunda:",
            "http://flowable.org/bpmn", "flowable:", "http://activiti.org/bpmn", "activiti:");

    private final String name;
    private final boolean isBpmn;
    private final Map<String, String> attributes = new TreeMap<>();
    private final StringBuilder text = new StringBuilder();
    private final List<XmlTree> children = new ArrayList<>();

    private XmlTree(XMLStreamReader reader) {
        name = name(reader.getNamespaceURI(), reader.getLocalName());
        isBpmn = DomModelElement.BPMN.equals(reader.getNamespaceURI());
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            String value = reader.getAttributeValue(i).strip();
            if (!value.isEmpty() && !SCHEMA_INSTANCE.equals(reader.getAttributeNamespace(i))) {
                attributes.put(name(reader.getAttributeNamespace(i), reader.getAttributeLocalName(i)), value);
            }
        }
    }

    /** {@code userTask}, {@code wf:field}; of an unknown namespace with its whole address. */
    private static String name(String namespace, String local) {
        return namespace == null || namespace.isEmpty() ? local : PREFIXES.getOrDefault(namespace, "{" + namespace + "}") + local;
    }

    /** The root of a file that was accepted before. */
    static XmlTree read(byte[] xml) {
        try {
            return read(XmlScan.FACTORY.createXMLStreamReader(new ByteArrayInputStream(xml)));
        } catch (XMLStreamException e) {
            throw new IllegalArgumentException("a stored file is no XML", e);
        }
    }

    private static XmlTree read(XMLStreamReader reader) throws XMLStreamException {
        Deque<XmlTree> open = new ArrayDeque<>();
        XmlTree closed = null;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    XmlTree element = new XmlTree(reader);
                    if (!open.isEmpty()) {
                        open.peek().children.add(element);
                    }
                    open.push(element);
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> open.peek().text.append(reader.getText());
                case XMLStreamConstants.END_ELEMENT -> closed = open.pop();
                default -> { }
            }
        }
        return closed;
    }

    String name() {
        return name;
    }

    boolean isBpmn() {
        return isBpmn;
    }

    /** The id; empty without one. */
    String id() {
        return attribute("id");
    }

    /** Empty where there is none. */
    String attribute(String attribute) {
        return attributes.getOrDefault(attribute, "");
    }

    /** By name. */
    Map<String, String> attributes() {
        return attributes;
    }

    /** The text inside, stripped; what stands between children is layout. */
    String text() {
        return children.isEmpty() ? text.toString().strip() : "";
    }

    List<XmlTree> children() {
        return children;
    }
}
