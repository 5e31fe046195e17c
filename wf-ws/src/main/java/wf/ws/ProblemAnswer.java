package wf.ws;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.xml.bind.JAXBException;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import wf.contract.ErrorCode;
import wf.contract.Problem;
import wf.face.Json;

/** Writes a problem where CXF is not at work, before its servlets and when they failed: as JSON or as a SOAP fault. */
final class ProblemAnswer {
    /** SOAP knows 500 alone for a fault; but what is no call of SOAP, or comes from nobody, is told in the words of HTTP. */
    private static final Set<Integer> OF_HTTP = Set.of(401, 404, 405);

    private ProblemAnswer() { }

    static void send(Exchange exchange, HttpServletResponse response, Problem problem) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.resetBuffer();
        response.setStatus(exchange.isSoap() && !OF_HTTP.contains(problem.status) ? 500 : problem.status);
        if (problem.status == 405) {
            response.setHeader("Allow", "POST");
        }
        response.setContentType(exchange.isSoap() ? "text/xml;charset=UTF-8" : ProblemDetails.MEDIA_TYPE);
        if (problem.code == ErrorCode.UNAUTHENTICATED) {
            response.setHeader("WWW-Authenticate", challenge(exchange));
        }
        if (problem.retryable) {
            response.setHeader("Retry-After", Problems.retryAfter(problem));
        }
        byte[] body = exchange.isSoap() ? fault(problem).getBytes(StandardCharsets.UTF_8)
                : Json.MAPPER.writeValueAsBytes(ProblemDetails.of(problem, exchange));
        response.getOutputStream().write(body);
    }

    /** Scripts in a browser get a scheme that it does not know, or it would open its own password dialogue. */
    static String challenge(Exchange exchange) {
        String mode = exchange.request().getHeader("Sec-Fetch-Mode");
        boolean script = exchange.request().getHeader("X-WF-CSRF") != null || "cors".equals(mode)
                || "same-origin".equals(mode);
        return script ? "Session realm=\"wf\"" : "Basic realm=\"wf\", charset=\"UTF-8\"";
    }

    private static String fault(Problem problem) throws IOException {
        try {
            StringWriter text = new StringWriter();
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            QName code = Soap.faultCode(problem);
            xml.writeStartElement("soap", "Envelope", Soap.ENVELOPE);
            xml.writeNamespace("soap", Soap.ENVELOPE);
            xml.writeStartElement("soap", "Body", Soap.ENVELOPE);
            xml.writeStartElement("soap", "Fault", Soap.ENVELOPE);
            element(xml, "faultcode", "soap:" + code.getLocalPart());
            element(xml, "faultstring", problem.message);
            xml.writeStartElement("detail");
            Soap.marshaller().marshal(Soap.detail(problem), xml);
            xml.writeEndDocument();
            xml.close();
            return text.toString();
        } catch (XMLStreamException | JAXBException e) {
            throw new IOException(e);
        }
    }

    private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }
}
