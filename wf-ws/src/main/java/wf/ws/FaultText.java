package wf.ws;

import jakarta.xml.bind.JAXBException;
import java.io.IOException;
import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.apache.cxf.binding.soap.Soap11;
import org.apache.cxf.binding.soap.SoapVersion;
import wf.contract.Problem;
import wf.face.XmlText;

/** A problem as the envelope of a fault, in the words of either version of SOAP, for where CXF is not at work. */
final class FaultText {
    private static final String XML = "http://www.w3.org/XML/1998/namespace";

    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter xml;
    private final SoapVersion version;

    private FaultText(SoapVersion version) throws XMLStreamException {
        this.xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
        this.version = version;
    }

    static String of(Problem problem, Exchange exchange) throws IOException {
        // What a caller has sent may stand in it.
        problem.message = XmlText.possible(problem.message);
        try {
            FaultText fault = new FaultText(exchange.soapVersion());
            fault.write(problem, exchange.locale().toLanguageTag());
            return fault.text.toString();
        } catch (XMLStreamException | JAXBException e) {
            throw new IOException(e);
        }
    }

    private void write(Problem problem, String language) throws XMLStreamException, JAXBException {
        open("Envelope");
        xml.writeNamespace("soap", version.getNamespace());
        open("Body");
        open("Fault");
        String code = "soap:" + Soap.faultCode(problem, version).getLocalPart();
        if (version instanceof Soap11) {
            reason11(code, problem.message);
        } else {
            reason12(code, problem.message, language);
        }
        Soap.marshaller().marshal(Soap.detail(problem), xml);
        xml.writeEndDocument();
        xml.close();
    }

    /** Leaves the detail open. */
    private void reason11(String code, String message) throws XMLStreamException {
        xml.writeStartElement("faultcode");
        close(code);
        xml.writeStartElement("faultstring");
        close(message);
        xml.writeStartElement("detail");
    }

    /** Leaves the detail open. */
    private void reason12(String code, String message, String language) throws XMLStreamException {
        open("Code");
        open("Value");
        close(code);
        xml.writeEndElement();
        open("Reason");
        open("Text");
        xml.writeAttribute("xml", XML, "lang", language);
        close(message);
        xml.writeEndElement();
        open("Detail");
    }

    private void open(String name) throws XMLStreamException {
        xml.writeStartElement("soap", name, version.getNamespace());
    }

    private void close(String content) throws XMLStreamException {
        xml.writeCharacters(content);
        xml.writeEndElement();
    }
}
