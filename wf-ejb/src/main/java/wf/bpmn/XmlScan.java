package wf.bpmn;

import java.io.ByteArrayInputStream;
import java.io.CharConversionException;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import wf.definition.Findings.Position;
import wf.definition.Findings;

/**
 * The first, hostile look at a file: it must be well-formed XML without a document type, so that no entity can be
 * defined or fetched, and not nested beyond reason. On the way it notes where each element stands, since later
 * stages no longer know.
 */
final class XmlScan {

    private static final int MAX_DEPTH = 200;
    static final XMLInputFactory FACTORY = factory();

    private final Findings findings;
    private final Map<String, Position> positions = new HashMap<>();
    private boolean namesLanguage;

    XmlScan(Findings findings) {
        this.findings = findings;
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        // A copy keeps CDATA sections; this parser tells of them only when it is asked.
        factory.setProperty("http://java.sun.com/xml/stream/properties/report-cdata-event", true);
        return factory;
    }

    /** Whether the file itself says in which language its expressions are; a parser that knows the schema adds a default. */
    boolean namesLanguage() {
        return namesLanguage;
    }

    /** Where the elements with an id stand; the position is that of the end of their opening tag. */
    Map<String, Position> positions() {
        return positions;
    }

    /** Whether the file may be read on. */
    boolean passes(byte[] xml) {
        try {
            scan(FACTORY.createXMLStreamReader(new ByteArrayInputStream(xml)));
        } catch (XMLStreamException e) {
            fail(e);
        }
        return !findings.hasErrors();
    }

    private void fail(XMLStreamException e) {
        Location at = e.getLocation();
        int line = at == null ? 1 : at.getLineNumber();
        int column = at == null ? 1 : at.getColumnNumber();
        if (e.getNestedException() instanceof CharConversionException) {
            findings.errorAt(line, column, "XML_ENCODING", plain(e.getMessage()));
        } else {
            findings.errorAt(line, column, "XML_MALFORMED", plain(e.getMessage()));
        }
    }

    private void scan(XMLStreamReader reader) throws XMLStreamException {
        int depth = 0;
        while (reader.hasNext() && !findings.hasErrors()) {
            switch (reader.next()) {
                case XMLStreamConstants.DTD -> refuse(reader, "XML_DOCTYPE");
                case XMLStreamConstants.START_ELEMENT -> {
                    note(reader);
                    if (++depth > MAX_DEPTH) {
                        refuse(reader, "XML_TOO_DEEP");
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> depth--;
                default -> { }
            }
        }
    }

    private void refuse(XMLStreamReader reader, String code) {
        findings.errorAt(reader.getLocation().getLineNumber(), reader.getLocation().getColumnNumber(), code);
    }

    private void note(XMLStreamReader reader) {
        namesLanguage |= reader.getAttributeValue(null, "expressionLanguage") != null;
        String id = reader.getAttributeValue(null, "id");
        if (id != null) {
            positions.putIfAbsent(id, new Position(reader.getLocation().getLineNumber(), reader.getLocation().getColumnNumber()));
        }
    }

    /** The parser's sentence without the location that it puts in front. */
    static String plain(String message) {
        return message.replaceFirst("(?s)^ParseError at \\[row,col\\]:\\[\\d+,\\d+\\]\\s*Message:\\s*", "");
    }
}
