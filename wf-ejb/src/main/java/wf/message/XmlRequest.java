package wf.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.StringReader;
import java.lang.reflect.Field;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import wf.face.Call;
import wf.face.Refusals;
import wf.refusal.Messages;

/**
 * A request as XML: the element that stands in the body of SOAP. It is read into the tree that a JSON text of the same operation gives, by
 * the types of the operation's parameters, so that whatever is strict there is strict here, and is told in the same words.
 *
 * <p>There is no JAXB in it: the library that SOAP has of it lives in another module, and not every server has one. A DTD is refused before
 * anything in it is looked at, as are attributes and instructions, which no request has.
 */
final class XmlRequest implements AutoCloseable {

    static final String OPERATIONS = "urn:wf:v1";
    static final String BEANS = "urn:wf:contract:v1";

    private static final XMLInputFactory FACTORY = factory();
    private static final int DEEPEST = 50;
    private static final Set<Class<?>> NUMBERS = Set.of(int.class, Integer.class, long.class, Long.class);
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final XMLStreamReader reader;
    private final Locale locale;
    private final String operation;

    private XmlRequest(XMLStreamReader reader, Locale locale) throws XMLStreamException {
        this.reader = reader;
        this.locale = locale;
        this.operation = root();
    }

    /** The JDK's own, whatever else is on the class path: what is switched off here is known to be off. */
    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    /** Whether the text means to be XML. */
    static boolean isMeant(String text) {
        int first = 0;
        while (text != null && first < text.length() && Character.isWhitespace(text.charAt(first))) {
            first++;
        }
        return text != null && first < text.length() && text.charAt(first) == '<';
    }

    static XmlRequest of(String text, Locale locale) {
        try {
            return new XmlRequest(FACTORY.createXMLStreamReader(new StringReader(text.stripLeading())), locale);
        } catch (XMLStreamException e) {
            throw malformed(locale, e);
        }
    }

    String operation() {
        return operation;
    }

    /** The parameters by their names. */
    ObjectNode arguments(Call call) {
        Map<String, Type> known = new LinkedHashMap<>();
        for (Parameter parameter : call.parameters()) {
            known.put(parameter.getName(), parameter.getParameterizedType());
        }
        try {
            ObjectNode arguments = fields("", known, "", 1);
            while (reader.hasNext()) {
                checked(reader.next());
            }
            return arguments;
        } catch (XMLStreamException e) {
            throw malformed(locale, e);
        }
    }

    private String root() throws XMLStreamException {
        while (checked(reader.next()) != XMLStreamConstants.START_ELEMENT) {
            continue;
        }
        if (!OPERATIONS.equals(reader.getNamespaceURI())) {
            throw Refusals.invalidInput(locale, "xml.namespace", reader.getLocalName(), OPERATIONS);
        }
        checkAttributes();
        return reader.getLocalName();
    }

    private int checked(int event) {
        return switch (event) {
            case XMLStreamConstants.DTD -> throw Refusals.invalidInput(locale, "xml.dtd");
            case XMLStreamConstants.PROCESSING_INSTRUCTION, XMLStreamConstants.ENTITY_REFERENCE -> throw malformed();
            default -> event;
        };
    }

    private void checkAttributes() {
        if (reader.getAttributeCount() > 0) {
            throw Refusals.invalidInput(locale, "xml.attribute", reader.getAttributeLocalName(0), reader.getLocalName());
        }
    }

    /** What stands in the element that has just begun, up to its end. */
    private ObjectNode fields(String namespace, Map<String, Type> known, String path, int depth) throws XMLStreamException {
        if (depth > DEEPEST) {
            throw Refusals.invalidInput(locale, "json.constraint");
        }
        ObjectNode fields = NODES.objectNode();
        for (int event = checked(reader.next()); event != XMLStreamConstants.END_ELEMENT; event = checked(reader.next())) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                field(fields, namespace, known, path, depth);
            } else if (event == XMLStreamConstants.CHARACTERS && !reader.isWhiteSpace()) {
                throw Refusals.invalidInput(locale, "xml.text", reader.getText().strip().lines().findFirst().map(XmlRequest::shortened).orElse(""));
            }
        }
        return fields;
    }

    private static String shortened(String text) {
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }

    private void field(ObjectNode fields, String namespace, Map<String, Type> known, String path, int depth) throws XMLStreamException {
        String name = reader.getLocalName();
        String place = path.isEmpty() ? name : path + "." + name;
        String found = reader.getNamespaceURI() == null ? "" : reader.getNamespaceURI();
        if (!known.containsKey(name)) {
            throw Refusals.invalidInput(locale, "json.unknown", place, String.join(", ", known.keySet()));
        } else if (!found.equals(namespace)) {
            throw namespace.isEmpty() ? Refusals.invalidInput(locale, "xml.noNamespace", place) : Refusals.invalidInput(locale, "xml.namespace", place, namespace);
        }
        checkAttributes();
        if (known.get(name) instanceof ParameterizedType list) {
            ArrayNode all = fields.withArray(name);
            all.add(value(list.getActualTypeArguments()[0], place + "[" + all.size() + "]", depth));
        } else if (fields.has(name)) {
            throw Refusals.invalidInput(locale, "xml.twice", place);
        } else {
            fields.set(name, value(known.get(name), place, depth));
        }
    }

    private JsonNode value(Type type, String place, int depth) throws XMLStreamException {
        Class<?> one = (Class<?>) type;
        return isBean(one) ? fields(BEANS, fieldsOf(one), place, depth + 1) : scalar(one, text(place), place);
    }

    private static boolean isBean(Class<?> type) {
        return type.getName().startsWith("wf.contract.") && !type.isEnum();
    }

    private static Map<String, Type> fieldsOf(Class<?> bean) {
        Map<String, Type> fields = new LinkedHashMap<>();
        for (Field field : XmlReply.fields(bean)) {
            fields.put(field.getName(), field.getGenericType());
        }
        return fields;
    }

    private String text(String place) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        for (int event = checked(reader.next()); event != XMLStreamConstants.END_ELEMENT; event = checked(reader.next())) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                throw Refusals.invalidInput(locale, "json.unknown", place + "." + reader.getLocalName(), "–");
            } else if (event != XMLStreamConstants.COMMENT) {
                text.append(reader.getText());
            }
        }
        return text.toString();
    }

    /** What is no number or truth value stays a text, of which JSON tells what belongs there. */
    private JsonNode scalar(Class<?> type, String text, String place) {
        if (type == String.class) {
            return TextNode.valueOf(text);
        }
        String value = text.strip();
        if (NUMBERS.contains(type) && value.matches("[+-]?[0-9]{1,30}")) {
            return number(type, new BigInteger(value), place);
        } else if ((type == boolean.class || type == Boolean.class) && value.matches("true|false|0|1")) {
            return BooleanNode.valueOf(value.equals("true") || value.equals("1"));
        }
        return TextNode.valueOf(type == byte[].class ? value.replaceAll("\\s+", "") : value);
    }

    private JsonNode number(Class<?> type, BigInteger number, String place) {
        boolean small = type == int.class || type == Integer.class;
        if (number.bitLength() > (small ? Integer.SIZE : Long.SIZE) - 1) {
            throw Refusals.invalidInput(locale, "json.range", place, String.valueOf(small ? Integer.MIN_VALUE : Long.MIN_VALUE),
                    String.valueOf(small ? Integer.MAX_VALUE : Long.MAX_VALUE));
        }
        return NODES.numberNode(number.longValue());
    }

    private RuntimeException malformed() {
        return Refusals.invalidInput(locale, "xml.broken", reader.getLocation().getLineNumber(), reader.getLocation().getColumnNumber());
    }

    private static RuntimeException malformed(Locale locale, XMLStreamException e) {
        boolean placed = e.getLocation() != null && e.getLocation().getLineNumber() > 0;
        return placed ? Refusals.invalidInput(locale, "xml.broken", e.getLocation().getLineNumber(), e.getLocation().getColumnNumber())
                : Refusals.invalidInput(locale, "xml.invalid", Messages.text(locale, "xml.malformed"));
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (XMLStreamException e) {
            throw malformed(locale, e);
        }
    }
}
