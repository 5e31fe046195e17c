package wf.bpmn;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import wf.bpmn.check.BpmnFile;
import wf.bpmn.check.XmlElement;
import wf.definition.Findings;

/**
 * A BPMN file that is to be written again: exported, imported, or copied under another name (D7). What this product does
 * not know is as dear to its author as what it knows, so the file is copied piece by piece: extensions, the diagram,
 * comments, the order of it all, and every prefix stay. (The model library fills in default attributes, and the JDK's
 * serializer drops some prefixes.) Only the encoding becomes UTF-8, and what XML counts as the same may be spelled anew.
 */
public final class BpmnDocument {

    private final byte[] xml;
    private final BpmnFile file;
    private Renaming renaming = Renaming.NONE;

    private BpmnDocument(byte[] xml) {
        this.xml = xml;
        this.file = BpmnFile.read(xml);
    }

    /**
     * Reads a file.
     *
     * @throws IllegalArgumentException if it is too large, hostile, or no XML; {@link BpmnReader#check} says what it is
     */
    public static BpmnDocument read(byte[] xml) {
        if (xml.length > BpmnReader.MAX_BYTES || !new XmlScan(new Findings()).passes(xml)) {
            throw new IllegalArgumentException("not a harmless XML file");
        }
        return new BpmnDocument(xml);
    }

    /** The ids of its processes, in their order. */
    public List<String> processes() {
        return file.processes().stream().map(XmlElement::id).toList();
    }

    /**
     * Gives one process another id and name, wherever the file speaks of it.
     *
     * @param name the new name, or null to keep the old one
     * @throws IllegalArgumentException if there is no such process, or the new id is in use
     */
    public BpmnDocument renameProcess(String id, String newId, String name) {
        if (!processes().contains(id)) {
            throw new IllegalArgumentException("no process " + id);
        }
        if (!id.equals(newId) && file.ids().contains(newId)) {
            throw new IllegalArgumentException("id in use: " + newId);
        }
        renaming = new Renaming(id, newId, name, file.targetNamespace());
        return this;
    }

    public byte[] write() {
        try {
            XMLStreamReader reader = XmlScan.FACTORY.createXMLStreamReader(new ByteArrayInputStream(xml));
            return new XmlCopy(reader, renaming).text().getBytes(StandardCharsets.UTF_8);
        } catch (XMLStreamException e) {
            throw new IllegalStateException("not well-formed, although it was scanned", e);
        }
    }

    /** What changes on the way: the id and the name of a process, and whatever refers to it. */
    private record Renaming(String id, String newId, String name, String targetNamespace) implements XmlCopy.Change {

        static final Renaming NONE = new Renaming(null, null, null, null);
        private static final Set<String> NAMESPACES = Set.of(DomModelElement.BPMN, "http://www.omg.org/spec/BPMN/20100524/DI");
        /** Attributes in which the id of a process may stand. */
        private static final Set<String> REFERENCES = Set.of("bpmnElement", "processRef", "calledElement", "sourceRef", "targetRef");

        @Override
        public String attribute(XMLStreamReader element, String attribute, String value) {
            if (id == null || !NAMESPACES.contains(element.getNamespaceURI())) {
                return value;
            } else if (isTheProcess(element)) {
                return attribute.equals("id") ? newId : attribute.equals("name") && name != null ? name : value;
            }
            return REFERENCES.contains(attribute) ? referring(element, value) : value;
        }

        @Override
        public String added(XMLStreamReader element) {
            return name != null && isTheProcess(element) && element.getAttributeValue(null, "name") == null ? name : null;
        }

        /** Only {@code supports} names a process in its text. */
        @Override
        public String text(XMLStreamReader reader, String element, String text) {
            return id != null && element.equals("supports") ? referring(reader, text) : text;
        }

        private boolean isTheProcess(XMLStreamReader element) {
            return element.getLocalName().equals("process") && id != null && id.equals(element.getAttributeValue(null, "id"));
        }

        /** References are qualified names: behind the prefix of another file stands another process. */
        private String referring(XMLStreamReader reader, String reference) {
            String name = reference.strip();
            int colon = name.indexOf(':');
            String namespace = colon < 0 ? null : reader.getNamespaceURI(name.substring(0, colon));
            boolean here = namespace == null || namespace.equals(targetNamespace);
            return here && name.substring(colon + 1).equals(id) ? name.substring(0, colon + 1) + newId : reference;
        }
    }
}
