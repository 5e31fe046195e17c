package wf.micro.face;

import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBElement;
import jakarta.xml.bind.JAXBException;
import jakarta.xml.bind.Marshaller;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.xml.namespace.QName;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import wf.contract.Problem;

/** The SOAP face as plain XML over HTTP: no stub stands between the test and what is on the wire. */
public final class Soap implements Face {
    private static final String ENVELOPE = "http://schemas.xmlsoap.org/soap/envelope/";
    private static final Map<Class<?>, JAXBContext> CONTEXTS = new ConcurrentHashMap<>();

    private final URI root;
    private final Http http = new Http();

    public Soap(URI product) {
        root = product.resolve("services/");
    }

    @Override
    public <R> R call(String person, Class<R> reply, String operation, Map<String, Object> arguments) {
        return read(send(person, operation, body("wf:" + operation, arguments)), reply);
    }

    private static String body(String tag, Map<String, Object> arguments) {
        StringBuilder body = new StringBuilder("<" + tag + ">");
        arguments.forEach((name, value) -> body.append(element(name, value)));
        return body.append("</").append(tag.replaceFirst(" .*", "")).append('>').toString();
    }

    /** The same without an envelope. */
    static String message(String operation, Map<String, Object> arguments) {
        return body("wf:" + operation + " xmlns:wf='urn:wf:v1'", arguments);
    }

    /** The reply in the content of an answer, without an envelope: what is a problem is thrown. */
    static <R> R unwrapped(int status, String xml, Class<R> reply) {
        try {
            Element content = parse(xml).getDocumentElement();
            if (status != 200) {
                Problem problem = context(Problem.class).createUnmarshaller().unmarshal(content, Problem.class).getValue();
                throw new Refusal(status, problem.code == null ? "" : problem.code.name(), problem.message, xml);
            }
            return context(reply).createUnmarshaller().unmarshal(firstChild(content), reply).getValue();
        } catch (JAXBException | SAXException | IOException | ParserConfigurationException e) {
            throw new AssertionError("no " + reply.getSimpleName() + ": " + xml, e);
        }
    }

    /** A call with any body in a good envelope. */
    public HttpResponse<String> send(String person, String operation, String body) {
        return post(person, operation, ("<?xml version='1.0' encoding='UTF-8'?>" + envelope(body)).getBytes(StandardCharsets.UTF_8));
    }

    /** Anything at all, to the port of an operation. */
    public HttpResponse<String> post(String person, String operation, byte[] body) {
        return http.send(person, "POST", root.resolve(Route.of(operation).port()), "text/xml;charset=UTF-8", body, "SOAPAction", "\"\"");
    }

    public static String envelope(String body) {
        return "<soap:Envelope xmlns:soap='" + ENVELOPE + "' xmlns:wf='urn:wf:v1' xmlns:c='urn:wf:contract:v1'><soap:Body>"
                + body + "</soap:Body></soap:Envelope>";
    }

    /** The reply in an answer. */
    public static <R> R read(HttpResponse<String> answer, Class<R> reply) {
        try {
            Element content = firstChild(body(parse(answer.body())));
            if (content.getLocalName().equals("Fault")) {
                throw refusal(content, answer);
            }
            return context(reply).createUnmarshaller().unmarshal(firstChild(content), reply).getValue();
        } catch (JAXBException | SAXException | IOException | ParserConfigurationException e) {
            throw new AssertionError("no " + reply.getSimpleName() + ": " + answer.statusCode() + " " + answer.body(), e);
        }
    }

    private static Refusal refusal(Element fault, HttpResponse<String> answer) throws JAXBException {
        Element detail = (Element) fault.getElementsByTagName("detail").item(0);
        // SOAP 1.1 knows 500 alone, but a client of HTTP Basic looks at 401.
        if (detail == null || answer.statusCode() != 500 && answer.statusCode() != 401) {
            throw new AssertionError("no problem in the fault: " + answer.statusCode() + " " + answer.body());
        }
        Problem problem = context(Problem.class).createUnmarshaller().unmarshal(firstChild(detail), Problem.class).getValue();
        return new Refusal(problem.status, problem.code == null ? "" : problem.code.name(), problem.message, answer.body());
    }

    private static String element(String name, Object value) {
        if (!value.getClass().getName().startsWith("wf.contract.") || value instanceof Enum) {
            return "<" + name + ">" + value.toString().replace("&", "&amp;").replace("<", "&lt;") + "</" + name + ">";
        }
        return bean(name, value, value.getClass());
    }

    @SuppressWarnings("unchecked")
    private static <T> String bean(String name, Object value, Class<T> type) {
        try {
            StringWriter text = new StringWriter();
            Marshaller marshaller = context(type).createMarshaller();
            marshaller.setProperty(Marshaller.JAXB_FRAGMENT, true);
            marshaller.marshal(new JAXBElement<>(new QName(name), type, (T) value), text);
            return text.toString();
        } catch (JAXBException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static JAXBContext context(Class<?> type) {
        return CONTEXTS.computeIfAbsent(type, t -> {
            try {
                return JAXBContext.newInstance(t);
            } catch (JAXBException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static Document parse(String xml) throws SAXException, IOException, ParserConfigurationException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        var builder = factory.newDocumentBuilder();
        builder.setErrorHandler(null);
        return builder.parse(new InputSource(new StringReader(xml)));
    }

    private static Element body(Document document) {
        return (Element) document.getElementsByTagNameNS(ENVELOPE, "Body").item(0);
    }

    private static Element firstChild(Element parent) {
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                return element;
            }
        }
        throw new AssertionError(parent.getNodeName() + " is empty");
    }
}
