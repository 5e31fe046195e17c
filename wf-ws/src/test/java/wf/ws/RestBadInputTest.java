package wf.ws;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import wf.face.Json;

/** Whatever is wrong with a request, the answer is a problem that says what to do and nothing of the inside. */
class RestBadInputTest {
    static FaceServer wf;

    @BeforeAll
    static void start() throws Exception {
        wf = new FaceServer();
    }

    @AfterAll
    static void stop() throws Exception {
        wf.close();
    }

    static JsonNode problem(HttpResponse<String> answer, int status, String code) throws Exception {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(answer.body()).doesNotContain("Exception").doesNotContain("\tat ").doesNotContain("jackson");
        JsonNode problem = Json.MAPPER.readTree(answer.body());
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("code").asText()).isEqualTo(code);
        assertThat(problem.path("type").asText()).isEqualTo("urn:wf:problem:" + code);
        assertThat(problem.path("title").asText()).isNotEmpty();
        assertThat(problem.path("detail").asText()).isNotEmpty().isEqualTo(problem.path("message").asText());
        return problem;
    }

    private static String detail(HttpResponse<String> answer) throws Exception {
        return problem(answer, 400, "INVALID_INPUT").get("detail").asText();
    }

    private static HttpResponse<String> submit(String body, String... headers) throws Exception {
        return wf.json("/api/v1/workitems/12/submit", body, headers);
    }

    @Test
    void invalidJson() throws Exception {
        assertThat(detail(submit("{\"opinion\": }"))).contains("line 1, column 13");
        assertThat(detail(submit("{\"opinion\":\"a\"} x"))).contains("line 1");
        assertThat(detail(submit("[1]"))).contains("a JSON object");
        assertThat(detail(submit("{\"opinion\":\"a\",\"opinion\":\"b\"}"))).contains("JSON");
        assertThat(detail(submit("[".repeat(5000)))).isNotEmpty();
        assertThat(detail(submit("{\"variables\":[".repeat(5000)))).isNotEmpty();
    }

    @Test
    void anUnknownFieldIsNamed() throws Exception {
        assertThat(detail(submit("{\"opinoin\":\"a\"}"))).contains("opinoin").contains("opinion");
        assertThat(detail(submit("{\"variables\":[{\"nam\":\"a\"}]}"))).contains("variables[0].nam");
    }

    @Test
    void aValueOfAWrongTypeIsNamed() throws Exception {
        assertThat(detail(submit("{\"expectedVersion\":\"x\"}"))).contains("expectedVersion").contains("whole number");
        assertThat(detail(submit("{\"expectedVersion\":1.5}"))).contains("expectedVersion");
        assertThat(detail(submit("{\"preview\":null}"))).contains("preview");
        assertThat(detail(submit("{\"variables\":[null]}"))).contains("variables");
        assertThat(detail(submit("{\"variables\":[{\"type\":\"NUMBER\"}]}"))).contains("variables[0].type").contains("DECIMAL");
        assertThat(detail(wf.json("/api/v1/definitions", "{\"source\":\"%%\"}"))).contains("source").contains("base64");
    }

    @Test
    void aNumberOutOfRangeIsNamed() throws Exception {
        assertThat(detail(submit("{\"expectedVersion\":9223372036854775808}"))).contains("expectedVersion").contains("too large").contains("9223372036854775807").doesNotContain("JSON");
        assertThat(detail(wf.json("/api/v1/instances", "{\"definitionVersion\":-2147483649}"))).contains("definitionVersion").contains("-2147483648");
    }

    @Test
    void whatIsNotAvailableNowSaysWhenToComeAgain() throws Exception {
        HttpResponse<String> answer = wf.get("/api/v1/instances/503");
        problem(answer, 503, "UNAVAILABLE");
        assertThat(answer.headers().firstValue("Retry-After")).contains("30");
        assertThat(wf.get("/api/v1/instances/404").headers().firstValue("Retry-After")).isEmpty();
    }

    @Test
    void parametersAreChecked() throws Exception {
        assertThat(detail(wf.get("/api/v1/instances/abc"))).contains("instanceId").contains("whole number");
        assertThat(detail(wf.get("/api/v1/instances?limit=many"))).contains("limit");
        assertThat(detail(wf.get("/api/v1/instances?state=LOST"))).contains("state").contains("RUNNING");
        assertThat(detail(wf.get("/api/v1/instances?titel=x"))).contains("titel").contains("title");
        assertThat(detail(wf.get("/api/v1/worklists/todo?fields=items.idd"))).contains("items.idd").contains("title");
        assertThat(detail(wf.get("/api/v1/worklists/todo?fields=items.id.id"))).contains("items.id.id");
        assertThat(detail(wf.get("/api/v1/worklists/todo?fields="))).contains("items, next");
        assertThat(detail(wf.json("/api/v1/workitems/12/submit?fields=version", "{}"))).contains("fields");
        assertThat(detail(wf.get("/api/v1/worklists/mine"))).contains("kind").contains("TODO");
        assertThat(detail(wf.get("/api/v1/definitions?startable=yes"))).contains("startable").contains("true");
    }

    @Test
    void whatCannotBeReadIsNoFaultOfTheServer() throws Exception {
        assertThat(wf.fromProxy("GET /api/v1/instances?title=%zz HTTP/1.1\nHost: x\nConnection: close\nAuthorization: " + FaceServer.basic("zhao", "secret") + "\n\n"))
                .contains(" 400 ").contains("INVALID_INPUT").contains("%25");
        for (String type : java.util.List.of("application/json;charset=utf-99", "application/json;charset=", "application/*", "*/*", "x")) {
            problem(wf.post("/api/v1/workitems/12/submit", type, "{}"), 415, "INVALID_INPUT");
        }
    }

    @Test
    void headersAreChecked() throws Exception {
        assertThat(detail(submit("{\"opId\":\"a\"}", "Idempotency-Key", "b"))).contains("Idempotency-Key").contains("opId");
        assertThat(detail(submit("{}", "If-Match", "\"x\""))).contains("If-Match");
        assertThat(detail(submit("{}", "Content-Encoding", "gzip"))).contains("Content-Encoding");
        assertThat(detail(wf.json("/api/v1/instances/7/attachments", "{}", "If-Match", "\"1\""))).contains("If-Match");
        assertThat(detail(wf.json("/api/v1/workitems/12/submit?preview=perhaps", "{}"))).contains("preview");
        assertThat(detail(wf.post("/api/v1/instances/7/attachments", "multipart/form-data;boundary=x", "--x"))).contains("curl");
    }

    @Test
    void nothingIsThere() throws Exception {
        assertThat(problem(wf.get("/api/v1/instance"), 404, "NOT_FOUND").get("detail").asText()).contains("/api/v1/instance");
        problem(wf.get("/api/v1/instances/404"), 404, "NOT_FOUND");
        problem(wf.get("/api/v1/api-docs/none.js"), 404, "NOT_FOUND");
    }

    @Test
    void notThisWay() throws Exception {
        var answer = wf.json("/api/v1/instances/7", "{}");
        problem(answer, 405, "INVALID_INPUT");
        assertThat(answer.headers().firstValue("Allow").orElse("")).contains("GET");
        problem(wf.post("/api/v1/workitems/12/submit", "text/plain", "x"), 415, "INVALID_INPUT");
        problem(wf.get("/api/v1/instances/7", "Accept", "image/png"), 406, "INVALID_INPUT");
    }

    @Test
    void aMethodIsNotReplacedByAHeader() throws Exception {
        wf.engine.last.clear();
        wf.get("/api/v1/attachments/5", "X-HTTP-Method-Override", "DELETE");
        assertThat(wf.engine.last).isEmpty();
        assertThat(detail(wf.get("/api/v1/attachments/5?_method=DELETE"))).contains("_method");
    }

    @Test
    void aBodyOfTwentyMegabytesIsRefusedBeforeItIsRead() throws Exception {
        try (Socket socket = new Socket("127.0.0.1", URI.create(wf.url).getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(("POST /api/v1/definitions HTTP/1.1\r\nHost: wf\r\nAuthorization: "
                    + FaceServer.basic("zhao", "secret") + "\r\nContent-Length: 20000000\r\n\r\n").getBytes());
            byte[] answer = new byte[2000];
            assertThat(new String(answer, 0, socket.getInputStream().read(answer))).contains(" 413 ");
        }
    }

    @Test
    void aBodyOfUnknownLengthIsRefusedWhileItIsRead() throws Exception {
        for (String type : new String[] {"application/xml", "application/json"}) {
            var answer = wf.send(wf.request("/api/v1/definitions").header("Content-Type", type)
                    .POST(BodyPublishers.ofInputStream(() -> spaces())));
            problem(answer, 413, "TOO_LARGE");
        }
    }

    /** Spaces are valid JSON before the value. */
    private static InputStream spaces() {
        return new ByteArrayInputStream(" ".repeat(20_000_000).getBytes());
    }

    @Test
    void anErrorOfOursTellsNothingButItsId() throws Exception {
        var answer = wf.json("/api/v1/workitems/12/claim", "{}", "Idempotency-Key", "k-9");
        assertThat(answer.statusCode()).isEqualTo(500);
        JsonNode problem = Json.MAPPER.readTree(answer.body());
        assertThat(problem.get("type").asText()).isEqualTo("about:blank");
        assertThat(problem.get("opId").asText()).isEqualTo("k-9");
        assertThat(problem.has("code")).isFalse();
        assertThat(answer.body()).doesNotContain("secret").doesNotContain("Exception");
    }

    @Test
    void anErrorOfTheMachineIsNotShownEither() throws Exception {
        for (String path : new String[] {"/api/v1/instances/7", "/services/WorkItemPort"}) {
            var answer = wf.get(path, "Authorization", FaceServer.basic("zhao", "broken"));
            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(answer.body()).contains("opId").doesNotContain("Broken").doesNotContain("NoClassDefFoundError");
        }
    }

    @Test
    void problemsSpeakChineseToo() throws Exception {
        assertThat(detail(submit("{\"opinoin\":\"a\"}", "Accept-Language", "zh-CN"))).contains("这里没有字段");
    }
}
