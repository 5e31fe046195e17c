package wf.call;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import wf.instance.Job;
import wf.node.call.CallInputs;
import wf.node.call.RemoteCall;

/** Calls of SOAP operations, 1.1 and 1.2. A fault is an answer, whatever its status. */
@Singleton
public class SoapCalls {

    private static final String SOAP_11 = "http://schemas.xmlsoap.org/soap/envelope/";
    private static final String SOAP_12 = "http://www.w3.org/2003/05/soap-envelope";

    private final Places places;
    private final Headers headers;
    private final Http http;

    @Inject
    public SoapCalls(Places places, Headers headers, Http http) {
        this.places = places;
        this.headers = headers;
        this.http = http;
    }

    Answer call(RemoteCall.Soap call, Job job) throws CallFailed {
        URI address = places.of(call.place(), job);
        Headers.Filled filled = headers.of(call.place(), call.headers(), job);
        String envelope = envelope(call, Calls.input(job, CallInputs.BODY));
        Http.Received received = http.send(address, at -> request(call, job, at, envelope, filled), call.timeout(), call.target());
        String text = filled.masked(received.text());
        return received.type().contains("xml") && !text.isBlank() ? answer(received, text, call.target())
                : new Answer(received.status(), text.isBlank() ? null : text, null, null, call.target() + " answers " + received.status()
                        + (text.isBlank() ? "" : ": " + Calls.excerpt(text)));
    }

    private static String envelope(RemoteCall.Soap call, String body) throws CallFailed {
        String content = body.strip().replaceFirst("^<\\?xml[^>]*\\?>\\s*", "");
        if (Xml.read(content, "the body of the call").getDocumentElement().getTagName().equals("Envelope")) {
            return content;
        }
        String namespace = call.version().equals("1.1") ? SOAP_11 : SOAP_12;
        return "<soap:Envelope xmlns:soap=\"" + namespace + "\"><soap:Body>" + content + "</soap:Body></soap:Envelope>";
    }

    private static HttpRequest.Builder request(RemoteCall.Soap call, Job job, URI address, String envelope, Headers.Filled filled) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address).POST(BodyPublishers.ofString(envelope))
                .setHeader("Idempotency-Key", "wf-" + job.id());
        filled.addTo(request);
        if (call.version().equals("1.1")) {
            return request.setHeader("Content-Type", "text/xml; charset=utf-8").setHeader("SOAPAction", '"' + call.action() + '"');
        }
        return request.setHeader("Content-Type", "application/soap+xml; charset=utf-8"
                + (call.action().isEmpty() ? "" : "; action=\"" + call.action() + '"'));
    }

    private static Answer answer(Http.Received received, String text, String target) throws CallFailed {
        Document xml = Xml.read(text, "the answer");
        Answer.Fault fault = fault(Xml.child(Xml.child(xml.getDocumentElement(), "Body"), "Fault"));
        String told = fault != null ? target + " answers with a fault: " + fault.text() : target + " answers " + received.status();
        return new Answer(received.status(), text, xml, fault, told);
    }

    /** What models may call it: the elements of its detail, its codes from the inside out. */
    private static Answer.Fault fault(Element fault) {
        if (fault == null) {
            return null;
        }
        List<String> names = new ArrayList<>();
        for (String detail : List.of("detail", "Detail")) {
            if (Xml.child(fault, detail) != null) {
                Xml.children(Xml.child(fault, detail)).forEach(d -> names.add(d.getTagName()));
            }
        }
        Element code = Xml.child(fault, "Code");
        names.add(local(Xml.text(Xml.child(Xml.child(code, "Subcode"), "Value"))));
        names.add(local(Xml.text(Xml.child(code, "Value"))));
        names.add(local(Xml.text(Xml.child(fault, "faultcode"))));
        names.removeIf(String::isEmpty);
        String text = Xml.text(Xml.child(fault, "faultstring")) + Xml.text(Xml.child(Xml.child(fault, "Reason"), "Text"));
        boolean ofServer = names.contains("Server") || names.contains("Receiver");
        return new Answer.Fault(names.isEmpty() ? List.of("Fault") : names, Calls.excerpt(text), ofServer);
    }

    private static String local(String name) {
        return name.substring(name.indexOf(':') + 1);
    }
}
