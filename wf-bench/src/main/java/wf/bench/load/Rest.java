package wf.bench.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** The product over REST, for all people together: a few threads, on which nobody waits for an answer. */
final class Rest {

    static final String PASSWORD = "wf-demo-1";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE)
            .executor(Executors.newFixedThreadPool(4, Rest::thread)).build();
    private final String api;
    private final Tally tally;

    Rest(String url, Tally tally) {
        this.api = url + "/api/v1";
        this.tally = tally;
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "answers");
        thread.setDaemon(true);
        return thread;
    }

    // ---- people, by their sessions ----

    /** Tells the cookie; null where it was refused. */
    void signOn(String person, Consumer<String> then) {
        HttpRequest request = request("/login").header("Content-Type", "application/json").POST(body(Map.of("loginName", person, "password", PASSWORD))).build();
        send(Kind.SIGN_ON, request, answer -> then.accept(answer == null ? null
                : answer.headers().firstValue("Set-Cookie").map(c -> c.substring(0, c.indexOf(';'))).orElse(null)));
    }

    void get(Kind kind, String session, String path, Consumer<JsonNode> then) {
        send(kind, request(path).header("Cookie", session).GET().build(), answer -> then.accept(tree(answer)));
    }

    void post(Kind kind, String session, String path, Object body, Consumer<JsonNode> then) {
        send(kind, request(path).header("Cookie", session).header("X-WF-CSRF", "1").header("Content-Type", "application/json").POST(body(body)).build(),
                answer -> then.accept(tree(answer)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(api + path)).timeout(PATIENCE);
    }

    private static HttpRequest.BodyPublisher body(Object value) {
        try {
            return BodyPublishers.ofByteArray(JSON.writeValueAsBytes(value));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whoever was refused, or never heard, goes on all the same. */
    private void send(Kind kind, HttpRequest request, Consumer<HttpResponse<String>> then) {
        long begun = System.nanoTime();
        http.sendAsync(request, BodyHandlers.ofString()).whenComplete((answer, failure) -> {
            if (failure == null) {
                tally.answered(kind, begun, answer.statusCode());
            } else {
                tally.lost(kind, failure.getCause() == null ? failure : failure.getCause());
            }
            then.accept(failure == null && answer.statusCode() < 300 ? answer : null);
        });
    }

    /** Nothing where there is no answer. */
    private static JsonNode tree(HttpResponse<String> answer) {
        try {
            return answer == null || answer.body().isEmpty() ? MissingNode.getInstance() : JSON.readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    // ---- the administrator, before all ----

    JsonNode administer(String path, String type, String body) throws Exception {
        HttpResponse<String> answer = http.send(request(path).header("Content-Type", type)
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(("admin:" + PASSWORD).getBytes()))
                .POST(BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(path + ": " + answer.statusCode() + " " + answer.body());
        }
        return tree(answer);
    }
}
