package wf.call;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import wf.contract.ValueType;
import wf.instance.Job;
import wf.node.call.CallInputs;
import wf.node.call.RemoteCall;
import wf.value.Value;

/** Calls of REST services. */
@Singleton
public class RestCalls {

    private final Places places;
    private final Headers headers;
    private final Http http;

    @Inject
    public RestCalls(Places places, Headers headers, Http http) {
        this.places = places;
        this.headers = headers;
        this.http = http;
    }

    Answer call(RemoteCall.Rest call, Job job) throws CallFailed {
        URI address = places.of(call.place(), job);
        Headers.Filled filled = headers.of(call.place(), call.headers(), job);
        Http.Received received = http.send(address, at -> request(call, job, at, filled), call.timeout(), call.target());
        return answer(received, filled.masked(received.text()), call.method() + " " + call.target());
    }

    private static HttpRequest.Builder request(RemoteCall.Rest call, Job job, URI address, Headers.Filled filled) {
        String body = Calls.input(job, CallInputs.BODY);
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .method(call.method(), body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!filled.has("Accept")) {
            request.setHeader("Accept", "application/json, */*;q=0.5");
        }
        if (body != null) {
            request.setHeader("Content-Type", call.contentType());
        }
        if (!call.method().equals("GET") && !call.method().equals("HEAD")) {
            request.setHeader("Idempotency-Key", "wf-" + job.id());
        }
        filled.addTo(request);
        return request;
    }

    private static Answer answer(Http.Received received, String text, String what) throws CallFailed {
        String told = what + " answers " + received.status() + (text.isBlank() ? "" : ": " + Calls.excerpt(text));
        boolean good = received.status() >= 200 && received.status() < 300;
        if (text.isBlank()) {
            return new Answer(received.status(), null, null, null, told);
        } else if (good && received.type().contains("json")) {
            return new Answer(received.status(), json(text, what), null, null, told);
        }
        return new Answer(received.status(), text, good && received.type().contains("xml") ? Xml.read(text, "the answer") : null, null, told);
    }

    private static Object json(String text, String what) throws CallFailed {
        try {
            return new Value(ValueType.JSON, text).toJava();
        } catch (IllegalArgumentException e) {
            throw CallFailed.forGood(what + " answers what is no JSON: " + Calls.excerpt(e.getMessage()));
        }
    }
}
