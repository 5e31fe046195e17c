package wf.message;

import java.io.StringWriter;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import wf.contract.Problem;
import wf.face.XmlText;

/** A reply or a problem as XML: the element that stands in the answer of SOAP, or in the detail of its fault. */
final class XmlReply {

    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();
    private final XMLStreamWriter out;

    private XmlReply(XMLStreamWriter out) {
        this.out = out;
    }

    /** @param operation what was done; no matter where it is a problem */
    static String of(String operation, Object body) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter out = FACTORY.createXMLStreamWriter(text);
            new XmlReply(out).document(operation, body);
            out.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return text.toString();
    }

    private void document(String operation, Object body) throws XMLStreamException {
        boolean problem = body instanceof Problem;
        out.writeStartElement("wf", problem ? "problem" : operation + "Response", XmlRequest.OPERATIONS);
        out.writeNamespace("wf", XmlRequest.OPERATIONS);
        out.writeNamespace("c", XmlRequest.BEANS);
        if (problem) {
            content(body);
        } else if (body != null) {
            out.writeStartElement("reply");
            content(body);
            out.writeEndElement();
        }
        out.writeEndElement();
    }

    /** Public fields as JAXB orders them: those of the superclass first. */
    static List<Field> fields(Class<?> bean) {
        List<Field> fields = bean.getSuperclass() == null ? new ArrayList<>() : fields(bean.getSuperclass());
        for (Field field : bean.getDeclaredFields()) {
            if (Modifier.isPublic(field.getModifiers()) && !Modifier.isStatic(field.getModifiers())) {
                fields.add(field);
            }
        }
        return fields;
    }

    private void content(Object value) throws XMLStreamException {
        if (!value.getClass().getName().startsWith("wf.contract.") || value instanceof Enum) {
            out.writeCharacters(text(value));
            return;
        }
        for (Field field : fields(value.getClass())) {
            Object part = value(field, value);
            for (Object one : part instanceof List<?> list ? list : part == null ? List.of() : List.of(part)) {
                out.writeStartElement("c", field.getName(), XmlRequest.BEANS);
                content(one);
                out.writeEndElement();
            }
        }
    }

    private static Object value(Field field, Object of) {
        try {
            return field.get(of);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(Object value) {
        if (value instanceof byte[] bytes) {
            return Base64.getEncoder().encodeToString(bytes);
        } else if (value instanceof Date date) {
            return date.toInstant().toString();
        }
        return value instanceof Enum<?> constant ? constant.name() : XmlText.possible(value.toString());
    }
}
