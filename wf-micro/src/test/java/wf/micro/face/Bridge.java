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
        HttpRequest request = HttpRequest.newBuilder(url).timeout(Duration.ofSeconds(60)).header("Content-Type", "application/json")
                .header("Authorization", authorization).POST(BodyPublishers.ofString(text)).build();
        try {
            HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
            return new Jms.Answer(answer.headers().firstValue("wfStatus").map(Integer::valueOf)
                    .orElseThrow(() -> new AssertionError("no message came back: " + answer.statusCode() + " " + answer.body())), answer.body());
        } catch (IOException e) {
            throw new Unanswered(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unanswered(e);
        }
    }
}
