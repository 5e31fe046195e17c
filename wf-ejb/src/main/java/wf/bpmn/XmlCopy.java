package wf.bpmn;

import java.util.ArrayDeque;
import java.util.Deque;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Writes an XML file as it is read, piece by piece, with a few values changed on the way. */
final class XmlCopy {

    /** What becomes of values. */
    interface Change {

        String attribute(XMLStreamReader element, String attribute, String value);

        /** A name for an element that has none yet, or null. */
        String added(XMLStreamReader element);

        String text(XMLStreamReader reader, String element, String text);
    }

    private final XMLStreamReader reader;
    private final Change change;
    private final StringBuilder out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    private final Deque<String> open = new ArrayDeque<>();
    private boolean inOpeningTag;

    XmlCopy(XMLStreamReader reader, Change change) {
        this.reader = reader;
        this.change = change;
    }

    String text() throws XMLStreamException {
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> start();
                case XMLStreamConstants.END_ELEMENT -> end();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.SPACE -> inside(escaped(text(reader.getText()), false));
                case XMLStreamConstants.CDATA -> inside("<![CDATA[" + text(reader.getText()) + "]]>");
                case XMLStreamConstants.COMMENT -> aside("<!--" + reader.getText() + "-->");
                case XMLStreamConstants.PROCESSING_INSTRUCTION -> aside("<?" + reader.getPITarget()
                        + (reader.getPIData() == null || reader.getPIData().isEmpty() ? "" : " " + reader.getPIData()) + "?>");
                default -> { }
            }
        }
        return out.toString();
    }

    private String text(String text) {
        return open.isEmpty() ? text : change.text(reader, open.peek(), text);
    }

    private void inside(String text) {
        if (inOpeningTag && !text.isEmpty()) {
            out.append('>');
            inOpeningTag = false;
        }
        out.append(text);
    }

    /** Outside the root element no line breaks are reported. */
    private void aside(String text) {
        inside(open.isEmpty() ? text + "\n" : text);
    }

    private void start() {
        inside("<" + qualified(reader.getPrefix(), reader.getLocalName()));
        for (int i = 0; i < reader.getNamespaceCount(); i++) {
            String prefix = reader.getNamespacePrefix(i);
            attribute(prefix == null || prefix.isEmpty() ? "xmlns" : "xmlns:" + prefix, reader.getNamespaceURI(i));
        }
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            String prefix = reader.getAttributePrefix(i);
            String value = reader.getAttributeValue(i);
            boolean own = prefix == null || prefix.isEmpty();
            attribute(qualified(prefix, reader.getAttributeLocalName(i)),
                    own ? change.attribute(reader, reader.getAttributeLocalName(i), value) : value);
        }
        if (change.added(reader) != null) {
            attribute("name", change.added(reader));
        }
        inOpeningTag = true;
        open.push(reader.getLocalName());
    }

    private void attribute(String name, String value) {
        out.append(' ').append(name).append("=\"").append(escaped(value == null ? "" : value, true)).append('"');
    }

    private void end() {
        open.pop();
        if (inOpeningTag) {
            out.append("/>");
            inOpeningTag = false;
        } else {
            out.append("</").append(qualified(reader.getPrefix(), reader.getLocalName())).append('>');
        }
    }

    private static String qualified(String prefix, String name) {
        return prefix == null || prefix.isEmpty() ? name : prefix + ":" + name;
    }

    /** Line breaks in attributes, and carriage returns anywhere, are kept by readers only as character references. */
    private static String escaped(String text, boolean attribute) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '\r' -> escaped.append("&#13;");
                case '"' -> escaped.append(attribute ? "&quot;" : "\"");
                case '\n' -> escaped.append(attribute ? "&#10;" : "\n");
                case '\t' -> escaped.append(attribute ? "&#9;" : "\t");
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }
}
