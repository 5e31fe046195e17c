package wf.ws;

import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBElement;
import jakarta.xml.bind.JAXBException;
import jakarta.xml.bind.Marshaller;
import javax.xml.namespace.QName;
import org.apache.cxf.binding.soap.SoapVersion;
import wf.contract.Problem;

/** Names of the SOAP face, and the detail of its faults as XML. */
final class Soap {
    static final String NAMESPACE = "urn:wf:v1";
    static final String ENVELOPE = "http://schemas.xmlsoap.org/soap/envelope/";
    /** Below this lie the ports for SOAP 1.2. */
    static final String VERSION_12 = "/soap12/";
    static final String PROBLEM = "problem";

    private static final JAXBContext PROBLEMS = context();

    private Soap() { }

    static JAXBElement<Problem> detail(Problem problem) {
        return new JAXBElement<>(new QName(NAMESPACE, PROBLEM), Problem.class, problem);
    }

    static Marshaller marshaller() throws JAXBException {
        Marshaller marshaller = PROBLEMS.createMarshaller();
        marshaller.setProperty(Marshaller.JAXB_FRAGMENT, true);
        return marshaller;
    }

    /** Whose fault it was: the caller's where the request was refused, else the server's. */
    static QName faultCode(Problem problem, SoapVersion version) {
        return problem.status < 500 ? version.getSender() : version.getReceiver();
    }

    private static JAXBContext context() {
        try {
            return JAXBContext.newInstance(Problem.class);
        } catch (JAXBException e) {
            throw new IllegalStateException(e);
        }
    }
}
