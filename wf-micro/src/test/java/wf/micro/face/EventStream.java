package wf.micro.face;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Somebody who listens for changes of his lists, as a program does. */
public final class EventStream implements AutoCloseable {
    /** What {@link #next} answers when the server has hung up. */
    public static final String END = "end";

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private final HttpResponse<InputStream> answer;
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private volatile String lastId;

    private EventStream(HttpResponse<InputStream> answer) {
        this.answer = answer;
        if (answer.statusCode() != 200) {
            return;
        }
        Thread reader = new Thread(this::read, "events");
        reader.setDaemon(true);
        reader.start();
    }

    /** Somebody with his password. */
    public static EventStream of(URI product, String person) {
        return open(product, "Authorization", Http.basic(person));
    }

    /** @param headers name, value, name, value… */
    public static EventStream open(URI product, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(product.resolve("api/v1/worklists/events")).timeout(PATIENCE)
                .header("Accept", "text/event-stream").header("Accept-Language", "en");
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        try {
            HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(10)).build();
            return new EventStream(client.send(request.build(), BodyHandlers.ofInputStream()));
        } catch (IOException e) {
            throw new Unanswered(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unanswered(e);
        }
    }

    private void read() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("event: ")) {
                    heard.add(line.substring(7));
                } else if (line.startsWith("id: ")) {
                    lastId = line.substring(4);
                }
            }
        } catch (IOException closed) {
            // Either side has hung up.
        }
        heard.add(END);
    }

    public HttpResponse<InputStream> answer() {
        return answer;
    }

    public String lastId() {
        return lastId;
    }

    /** The next event, by its name. */
    public String next() throws InterruptedException {
        String next = heard.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("no event in " + PATIENCE);
        }
        return next;
    }

    /** All up to this one and with it. */
    public List<String> until(String event) throws InterruptedException {
        List<String> all = new ArrayList<>();
        do {
            all.add(next());
        } while (!all.get(all.size() - 1).equals(event));
        return all;
    }

    /** What has come until now. */
    public List<String> rest() {
        List<String> all = new ArrayList<>();
        heard.drainTo(all);
        return all;
    }

    @Override
    public void close() {
        try {
            answer.body().close();
        } catch (IOException e) {
            throw new Unanswered(e);
        }
    }
}
