package wf.micro.face;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/**
 * The broker of a full server, whose client library we do not have: a small application of its own beside the product
 * (wf-ear/servers/bridge) puts what is posted to it into the queue and answers what comes back.
 */
public final class Bridge implements Jms.Way {
    private final URI url;
    private final HttpClient client = HttpClient.newHttpClient();

    public Bridge(URI url) {
        this.url = url;
    }

    @Override
    public Jms.Answer request(String authorization, String text) {
        HttpResponse<String> answer = answer(HttpRequest.newBuilder(url).header("Content-Type", "application/json").header("Authorization", authorization)
                .POST(BodyPublishers.ofString(text)));
        return new Jms.Answer(answer.headers().firstValue("wfStatus").map(Integer::valueOf)
                .orElseThrow(() -> new AssertionError("no message came back: " + answer.statusCode() + " " + answer.body())), answer.body());
    }

    /** Without what was given up: each server puts that somewhere else. */
    @Override
    public int left() {
        return Integer.parseInt(answer(HttpRequest.newBuilder(url).GET()).body());
    }

    private HttpResponse<String> answer(HttpRequest.Builder request) {
        try {
            return client.send(request.timeout(Duration.ofSeconds(60)).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new Unanswered(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unanswered(e);
        }
    }
}
