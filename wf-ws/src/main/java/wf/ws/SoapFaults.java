package wf.ws;

import jakarta.xml.bind.JAXBException;
import java.util.List;
import javax.xml.transform.dom.DOMResult;
import org.apache.cxf.binding.soap.SoapFault;
import org.apache.cxf.binding.soap.SoapMessage;
import org.apache.cxf.binding.soap.interceptor.AbstractSoapInterceptor;
import org.apache.cxf.helpers.DOMUtils;
import org.apache.cxf.phase.Phase;
import org.apache.cxf.transport.http.Headers;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import wf.contract.ErrorCode;
import wf.contract.Problem;

/**
 * The one way in which SOAP refuses: every fault carries a problem as its detail, also those that CXF raises itself
 * while it reads a request; and none carries a class name or a stack trace.
 */
final class SoapFaults extends AbstractSoapInterceptor {
    SoapFaults() {
        super(Phase.SETUP);
    }

    @Override
    public void handleMessage(SoapMessage message) {
        Exchange exchange = Exchange.current();
        Problem problem = Problems.ofSoap(message.getContent(Exception.class), exchange);
        SoapFault fault = new SoapFault(problem.message, Soap.faultCode(problem, message.getVersion()));
        fault.setLang(exchange.locale().toLanguageTag());
        fault.setDetail(detail(problem));
        if (problem.code == ErrorCode.UNAUTHENTICATED) {
            fault.setStatusCode(problem.status);
            Headers.getSetProtocolHeaders(message).put("WWW-Authenticate", List.of(ProblemAnswer.challenge(exchange)));
        }
        message.setContent(Exception.class, fault);
        if (problem.retryable) {
            Headers.getSetProtocolHeaders(message).put("Retry-After", List.of(Problems.retryAfter(problem)));
        }
    }

    private static Element detail(Problem problem) {
        try {
            Document document = DOMUtils.createDocument();
            Element detail = document.createElement("detail");
            document.appendChild(detail);
            Soap.marshaller().marshal(Soap.detail(problem), new DOMResult(detail));
            return detail;
        } catch (JAXBException e) {
            throw new IllegalStateException(e);
        }
    }
}
