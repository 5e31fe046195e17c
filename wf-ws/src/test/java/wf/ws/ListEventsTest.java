package wf.ws;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import wf.stream.ListChange;
import wf.stream.ListName;

/** The stream of events as bytes on the wire. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ListEventsTest {
    private static final String PATH = "/api/v1/worklists/events";
    private FaceServer wf;
    private final List<Wire> wires = new ArrayList<>();

    @BeforeAll
    void start() throws Exception {
        wf = new FaceServer();
    }

    @AfterAll
    void stop() throws Exception {
        wf.close();
    }

    @AfterEach
    void hangUp() throws Exception {
        for (Wire wire : wires) {
            wire.socket.close();
        }
        wires.clear();
        // The server notices on its next word to them.
        for (int tries = 0; wf.streams.open() > 0 && tries < 100; tries++) {
            changed("zhao");
            changed("li");
            TimeUnit.MILLISECONDS.sleep(100);
        }
        assertThat(wf.streams.open()).isZero();
    }

    /** A connection on which somebody listens. */
    private final class Wire {
        final Socket socket;
        final BufferedReader in;
        final List<String> head = new ArrayList<>();

        Wire(String person, String... headers) throws IOException {
            socket = new Socket("127.0.0.1", URI.create(wf.url).getPort());
            socket.setSoTimeout(20_000);
            String request = "GET " + PATH + " HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\nAuthorization: " + FaceServer.basic(person, "secret") + "\r\n"
                    + String.join("", List.of(headers).stream().map(h -> h + "\r\n").toList()) + "\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            for (String line = in.readLine(); !line.isEmpty(); line = in.readLine()) {
                head.add(line);
            }
            wires.add(this);
        }

        /** Up to the end of an event, without the lengths of chunks; null when the server has hung up. */
        String event() throws IOException {
            StringBuilder event = new StringBuilder();
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.matches("[0-9a-f]+") || line.isEmpty() && event.isEmpty()) {
                    continue;
                } else if (line.isEmpty()) {
                    return event.toString();
                }
                event.append(line).append('\n');
            }
            return null;
        }
    }

    private void changed(String person) {
        wf.streams.heard("t1", List.of(new ListChange(ListName.TODO, "user:" + person)));
    }

    @Test
    void somebodyIsToldToReadEverythingAndThenWhatChanges() throws Exception {
        Wire li = new Wire("li");
        assertThat(li.head.get(0)).contains(" 200 ");
        assertThat(li.head).anyMatch(h -> h.matches("(?i)content-type: text/event-stream; ?charset=utf-8")).anyMatch(h -> h.equalsIgnoreCase("cache-control: no-store"))
                .anyMatch(h -> h.equalsIgnoreCase("x-accel-buffering: no"));
        assertThat(li.event()).matches("retry: [2-6]\\d{3}\n");
        assertThat(li.event()).matches("event: all\ndata: \\{\"at\":\"20[^\"]+Z\"}\nid: \\d{13}\n");
        TimeUnit.MILLISECONDS.sleep(1_100);
        changed("zhao");
        changed("li");
        assertThat(li.event()).matches("event: todo\ndata: \\{\"list\":\"TODO\",\"at\":\"20[^\"]+Z\"}\nid: \\d{13}\n");
    }

    @Test
    void onePersonListensAtTwoPlacesAndNotAtThree() throws Exception {
        new Wire("zhao");
        new Wire("zhao");
        var refused = wf.get(PATH, "Accept", "text/event-stream");
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(refused.headers().firstValue("Retry-After")).contains("30");
        assertThat(refused.body()).contains("TOO_MANY").contains("2 places");
        assertThat(new Wire("li").head.get(0)).contains(" 200 ");
    }

    @Test
    void nobodyListensWithoutBeingSignedOn() throws Exception {
        assertThat(wf.get(PATH, "Anonymous", "yes").statusCode()).isEqualTo(401);
        assertThat(wf.get(PATH, "Authorization", FaceServer.basic("zhao", "wrong")).statusCode()).isEqualTo(401);
        assertThat(wf.get(PATH, "Authorization", "Bearer wf1.t1.k.s", "X-WF-Person", "zhao").statusCode()).as("a program that may not read lists").isIn(401, 403);
        assertThat(wf.get(PATH, "Sec-Fetch-Site", "cross-site").statusCode()).as("by a page of others").isEqualTo(403);
        assertThat(wf.streams.open()).isZero();
    }

    @Test
    void whatIsNoStreamIsRefusedInTheWordsOfHttp() throws Exception {
        var wrongType = wf.get(PATH, "Accept", "application/json");
        assertThat(wrongType.statusCode()).isEqualTo(406);
        assertThat(wrongType.body()).contains("text/event-stream");
        var wrongMethod = wf.json(PATH, "{}");
        assertThat(wrongMethod.statusCode()).isEqualTo(405);
        assertThat(wrongMethod.headers().firstValue("Allow")).contains("GET");
        assertThat(wf.send(wf.request(PATH).method("HEAD", java.net.http.HttpRequest.BodyPublishers.noBody())).statusCode()).isEqualTo(405);
        var unknown = wf.get(PATH + "?list=todo");
        assertThat(unknown.statusCode()).isEqualTo(400);
        assertThat(unknown.body()).contains("INVALID_INPUT").contains("list");
    }

    @Test
    void whoeverComesAgainBringsTheIdThatHeHeardLast() throws Exception {
        Wire li = new Wire("li", "Last-Event-ID: tomorrow");
        li.event();
        assertThat(li.event()).as("what nobody can know").startsWith("event: all\n");
    }
}
