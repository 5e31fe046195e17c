package wf.bpmn.check;

import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import wf.definition.Findings.Position;

/** Builds the elements of a file that was found to be harmless before. */
final class XmlElementReader {

    private static final XMLInputFactory FACTORY = factory();

    private final XMLStreamReader reader;
    private XmlElement root;
    private XmlElement current;

    private XmlElementReader(XMLStreamReader reader) {
        this.reader = reader;
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    static XmlElement read(byte[] xml) {
        try {
            return new XmlElementReader(FACTORY.createXMLStreamReader(new ByteArrayInputStream(xml))).root();
        } catch (XMLStreamException e) {
            throw new IllegalArgumentException("not well-formed, although it was scanned", e);
        }
    }

    private XmlElement root() throws XMLStreamException {
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> open();
                case XMLStreamConstants.END_ELEMENT -> close();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> current.addText(reader.getText());
                default -> { }
            }
        }
        return root;
    }

    private void open() {
        current = new XmlElement(String.valueOf(reader.getNamespaceURI()), reader.getLocalName(), current, here(),
                attributes(), prefixes());
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeNamespace(i) != null && !reader.getAttributeNamespace(i).isEmpty()) {
                current.addExtensionAttribute(reader.getAttributeNamespace(i), reader.getAttributeLocalName(i), reader.getAttributeValue(i));
            }
        }
        root = root == null ? current : root;
    }

    private void close() {
        current.endsAt(here());
        current = current.parent();
    }

    private Map<String, String> attributes() {
        Map<String, String> attributes = new HashMap<>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            String namespace = reader.getAttributeNamespace(i);
            if (namespace == null || namespace.isEmpty()) {
                attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
            } else if (namespace.equals("http://www.w3.org/2001/XMLSchema-instance")) {
                attributes.put("xsi:" + reader.getAttributeLocalName(i), reader.getAttributeValue(i));
            }
        }
        return attributes;
    }

    private Map<String, String> prefixes() {
        Map<String, String> prefixes = new HashMap<>();
        for (int i = 0; i < reader.getNamespaceCount(); i++) {
            String prefix = reader.getNamespacePrefix(i);
            prefixes.put(prefix == null ? "" : prefix, String.valueOf(reader.getNamespaceURI(i)));
        }
        return prefixes;
    }

    private Position here() {
        Location at = reader.getLocation();
        return new Position(at.getLineNumber(), at.getColumnNumber());
    }
}
