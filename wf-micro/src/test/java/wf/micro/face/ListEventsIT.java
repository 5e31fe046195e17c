package wf.micro.face;

import static org.assertj.core.api.Assertions.assertThat;
import static wf.scenario.Model.by;
import static wf.scenario.Model.byStarter;
import static wf.scenario.Model.offeredTo;
import static wf.scenario.Model.process;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import wf.contract.DefinitionReply;
import wf.contract.OperationReply;
import wf.contract.StartRequest;
import wf.contract.SubmitRequest;
import wf.micro.Neighbour;
import wf.micro.Product;
import wf.micro.RunningProduct;

/** Whoever listens is told which of his lists have changed, and of nobody else's. */
@Tag("deployed")
@ExtendWith(RunningProduct.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ListEventsIT {
    /** A node that has just begun to listen tells those who came before to read everything once more. */
    private static final long WARM = 30_000;

    private final String key = "heard_" + UUID.randomUUID().toString().substring(0, 8);
    private Product product;
    private Rest rest;

    @BeforeAll
    void deploy(Product running) throws Exception {
        product = running;
        rest = product.rest();
        long id = rest.call("admin", DefinitionReply.class, "deploy", "request",
                Ground.file(process(key).step("draft", byStarter()).step("pay", offeredTo("wang", "sun")).step("check", by("zhou")).end())).definitions.get(0).id;
        rest.call("admin", DefinitionReply.class, "release", "definitionId", id);
        try (EventStream first = EventStream.of(product.url(), "admin")) {
            first.until("all");
            TimeUnit.MILLISECONDS.sleep(WARM);
        }
    }

    private OperationReply started() {
        StartRequest start = new StartRequest();
        start.definitionKey = key;
        return rest.call("zhao", OperationReply.class, "start", "request", start);
    }

    private OperationReply submitted(String person, long item) {
        return rest.call(person, OperationReply.class, "submit", "workItemId", item, "request", new SubmitRequest());
    }

    @Test
    void workIsHeardOfWhenItComesAndWhenItIsTakenAway() throws Exception {
        try (EventStream wang = EventStream.of(product.url(), "wang"); EventStream zhou = EventStream.of(product.url(), "zhou")) {
            assertThat(wang.answer().headers().firstValue("Content-Type").orElseThrow()).startsWith("text/event-stream");
            assertThat(wang.next()).isEqualTo("all");
            assertThat(zhou.next()).isEqualTo("all");
            long offered = submitted("zhao", started().itemsCreated.get(0).id).itemsCreated.get(0).id;
            wang.until("claimable");
            rest.call("sun", OperationReply.class, "claim", "workItemId", offered);
            wang.until("claimable");
            long check = submitted("sun", offered).itemsCreated.get(0).id;
            assertThat(zhou.until("todo")).as("nothing before was his").containsOnly("todo");
            submitted("zhou", check);
            zhou.until("done");
            assertThat(wang.rest()).as("of all that he had nothing").doesNotContain("todo", "done");
        }
    }

    @Test
    void whatIsSaidTellsNothingOfTheWork() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(product.url().resolve("api/v1/worklists/events")).header("Authorization", Http.basic("sun")).build();
        var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofInputStream());
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
            List<String> said = new ArrayList<>();
            while (!said.contains("event: claimable") || !said.get(said.size() - 1).startsWith("id:")) {
                said.add(lines.readLine());
                if (said.get(said.size() - 1).equals("event: all")) {
                    submitted("zhao", started().itemsCreated.get(0).id);
                }
            }
            assertThat(said).as("names of lists and times, and nothing else").allMatch(line -> line.matches(
                    "|retry: \\d+|: still there|event: [a-z]+|id: \\d+|data: \\{(\"list\":\"[A-Z]+\",)?\"at\":\"[0-9TZ:.-]+\"}"));
        }
    }

    @Test
    void theNeighbourHearsNothing() throws Exception {
        Neighbour.movesIn(product.rows());
        try (EventStream neighbour = EventStream.of(product.url(), Neighbour.TENANT + "/admin"); EventStream wang = EventStream.of(product.url(), "wang")) {
            neighbour.until("all");
            wang.until("all");
            submitted("zhao", started().itemsCreated.get(0).id);
            wang.until("claimable");
            TimeUnit.SECONDS.sleep(3);
            assertThat(neighbour.rest()).isEmpty();
        }
    }

    @Test
    void whoeverWasAwayForAMomentIsToldWhatHeMissed() throws Exception {
        String lastId;
        try (EventStream wang = EventStream.of(product.url(), "wang")) {
            wang.until("all");
            // What was before it is told once more when he comes soon: nobody can know what was under way.
            String first = wang.lastId();
            String second = later(wang, first);
            lastId = later(wang, second);
        }
        submitted("zhao", started().itemsCreated.get(0).id);
        TimeUnit.SECONDS.sleep(3);
        try (EventStream wang = EventStream.open(product.url(), "Authorization", Http.basic("wang"), "Last-Event-ID", lastId)) {
            assertThat(wang.until("claimable")).doesNotContain("all");
        }
        try (EventStream wang = EventStream.open(product.url(), "Authorization", Http.basic("wang"), "Last-Event-ID", "1")) {
            assertThat(wang.next()).isEqualTo("all");
        }
    }

    /** How far he has heard, after the next sign of life. */
    private static String later(EventStream stream, String before) throws InterruptedException {
        for (int tries = 0; stream.lastId() == null || stream.lastId().equals(before); tries++) {
            assertThat(tries).as("seconds").isLessThan(90);
            TimeUnit.SECONDS.sleep(1);
        }
        return stream.lastId();
    }

    @Test
    void aStreamEndsWithTheSessionInWhichItWasOpened() throws Exception {
        HttpClient client = HttpClient.newHttpClient();
        String login = "{\"loginName\":\"qian\",\"password\":\"" + Http.PASSWORD + "\"}";
        HttpResponse<String> in = client.send(post("login", login).build(), BodyHandlers.ofString());
        String cookie = in.headers().firstValue("Set-Cookie").orElseThrow().replaceFirst(";.*", "");
        try (EventStream qian = EventStream.open(product.url(), "Cookie", cookie)) {
            assertThat(qian.next()).isEqualTo("all");
            assertThat(client.send(post("logout", "").header("Cookie", cookie).build(), BodyHandlers.ofString()).statusCode()).isEqualTo(204);
            qian.until(EventStream.END);
        }
        try (EventStream again = EventStream.open(product.url(), "Cookie", cookie)) {
            assertThat(again.answer().statusCode()).isEqualTo(401);
        }
    }

    private HttpRequest.Builder post(String path, String body) {
        URI address = product.url().resolve("api/v1/" + path);
        return HttpRequest.newBuilder(address).header("Content-Type", "application/json").header("X-WF-CSRF", "1").POST(BodyPublishers.ofString(body));
    }

    @Test
    void nobodyListensAtMorePlacesThanThereAreForHim() throws Exception {
        List<EventStream> many = new ArrayList<>();
        try {
            for (int i = 0; i < 10; i++) {
                many.add(EventStream.of(product.url(), "li"));
                assertThat(many.get(i).answer().statusCode()).isEqualTo(200);
            }
            try (EventStream oneMore = EventStream.of(product.url(), "li")) {
                assertThat(oneMore.answer().statusCode()).isEqualTo(429);
                assertThat(oneMore.answer().headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
                assertThat(oneMore.answer().headers().firstValue("Retry-After")).isPresent();
                assertThat(new String(oneMore.answer().body().readAllBytes(), StandardCharsets.UTF_8)).contains("TOO_MANY");
            }
        } finally {
            many.forEach(EventStream::close);
        }
        // Those that are gone are noticed with the next sign of life.
        for (int tries = 0;; tries++) {
            try (EventStream again = EventStream.of(product.url(), "li")) {
                if (again.answer().statusCode() == 200) {
                    return;
                }
            }
            assertThat(tries).as("seconds").isLessThan(60);
            TimeUnit.SECONDS.sleep(1);
        }
    }
}
