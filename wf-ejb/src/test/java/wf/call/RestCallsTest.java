package wf.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import wf.call.Outcome.BpmnError;
import wf.call.Outcome.Failed;

/** Calls of REST services that answer well, badly, and with evil intent. */
class RestCallsTest {

    private static final String GET = "<wf:rest endpoint=\"crm\" url=\"/x\" timeout=\"PT30S\">%s</wf:rest>";

    private static Called to(RemoteSystem system) {
        return new Called().configured("wf.endpoint.crm", system.address() + "/api/");
    }

    private static Failed failed(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Failed.class);
        return (Failed) outcome;
    }

    @Test
    void whatTheModelSaysIsSentAndWhatIsAnsweredIsTaken() {
        try (RemoteSystem system = RemoteSystem.answering(201, "application/json;charset=UTF-8", "{\"id\":\"王\",\"sum\":10.50,\"list\":[{\"a/b\":7}]}")) {
            Outcome outcome = to(system).configured("wf.secret.crm", "s3cret").with("name", "a \"b\"").outcome("""
                    <wf:rest method="POST" endpoint="crm" url="/customers?n=${name}">
                      <wf:header name="Authorization" value="Bearer {secret:crm}"/><wf:body>{"name": ${name}}</wf:body>
                      <wf:result name="id" path="/id"/><wf:result name="seven" path="/list/0/a~1b"/><wf:result name="none" path="/list/3/x"/>
                      <wf:result name="whole" value="${response.body}"/></wf:rest>""");
            assertThat(Called.given(outcome, "id")).isEqualTo("王");
            assertThat(Called.given(outcome, "seven")).isEqualTo(7L);
            assertThat(Called.given(outcome, "none")).isNull();
            assertThat(Called.given(outcome, "response")).isInstanceOfSatisfying(Map.class, r -> assertThat(r).containsEntry("status", 201));
            RemoteSystem.Request request = system.requests.get(0);
            assertThat(request.method() + " " + request.uri() + " " + request.body()).isEqualTo("POST /api/customers?n=a%20%22b%22 {\"name\": \"a \\\"b\\\"\"}");
            assertThat(request.headers().getFirst("Authorization")).isEqualTo("Bearer s3cret");
            assertThat(request.headers().getFirst("Content-Type")).isEqualTo("application/json");
            assertThat(request.headers().getFirst("Idempotency-Key")).isEqualTo("wf-4711");
        }
    }

    @Test
    void xmlIsTakenByXPathWhateverItsNamespaces() {
        try (RemoteSystem system = RemoteSystem.answering(200, "application/xml", "<o:order xmlns:o=\"urn:o\" id=\"7\"><o:line>a</o:line><o:line>b</o:line></o:order>")) {
            Outcome outcome = to(system).outcome(GET.formatted("<wf:result name=\"lines\" xpath=\"//x:line\"/><wf:result name=\"id\" xpath=\"/order/@id\"/>"
                    + "<wf:result name=\"count\" xpath=\"count(//line)\"/><wf:result name=\"quoted\" xpath=\"//line[. = 'x:b']\"/>"));
            assertThat(Called.given(outcome, "lines")).isEqualTo(List.of("a", "b"));
            assertThat(Called.given(outcome, "id")).isEqualTo("7");
            assertThat(Called.given(outcome, "count")).isEqualTo(2L);
            assertThat(Called.given(outcome, "quoted")).isNull();
        }
    }

    @Test
    void aStatusIsAnErrorOfTheModelWhereTheModelSaysSo() {
        try (RemoteSystem system = RemoteSystem.answering(404, "text/plain", "no such customer")) {
            assertThat(to(system).outcome(GET.formatted("<wf:error status=\"404\" code=\"NOT_FOUND\"/><wf:error status=\"4xx\" code=\"OTHER\"/>")))
                    .isEqualTo(new BpmnError("NOT_FOUND", "GET rest:crm answers 404: no such customer"));
            assertThat(to(system).outcome(GET.formatted("<wf:error status=\"4xx\" code=\"ANY\"/>"))).isInstanceOf(BpmnError.class);
            assertThat(failed(to(system).outcome(GET.formatted(""))).retryable()).isFalse();
        }
    }

    @Test
    void aServerInTroubleIsAskedAgainLater() {
        for (int status : new int[] {500, 502, 503, 429, 408}) {
            try (RemoteSystem system = RemoteSystem.answering(status, "text/plain", "")) {
                assertThat(failed(to(system).outcome(GET.formatted(""))).retryable()).as("%d", status).isTrue();
            }
        }
        assertThat(failed(new Called().configured("wf.endpoint.crm", "http://127.0.0.1:1").outcome(GET.formatted(""))).retryable()).isTrue();
    }

    @Test
    void onlyWhatTheConfigurationAllowsIsCalled() {
        try (RemoteSystem system = RemoteSystem.answering(200, "text/plain", "secret of the inner network")) {
            String call = "<wf:rest url=\"" + system.address() + "/x\"/>";
            assertThat(failed(new Called().outcome(call)).detail()).contains("not allowed");
            assertThat(failed(new Called().configured("wf.call.allowed", "127.0.0.1, *.example").outcome(call)).retryable()).isFalse();
            assertThat(failed(new Called().outcome("<wf:rest endpoint=\"crm\" url=\"/\"/>")).detail()).contains("wf.endpoint.crm");
            assertThat(system.requests).isEmpty();
            assertThat(new Called().configured("wf.call.allowed", "127.0.0.1:" + system.port()).outcome(call)).isInstanceOf(Outcome.Done.class);
        }
    }

    @Test
    void aPatternOfHostsMeansWhatIsBelowThem() {
        for (String evil : List.of("https://evilcrm.example/", "https://crm.example.evil.example/", "https://crm.example:8443/", "http://127.0.0.1/")) {
            assertThat(failed(new Called().configured("wf.call.allowed", "*.crm.example,crm.example").outcome("<wf:rest url=\"" + evil + "\"/>")).detail())
                    .contains("not allowed");
        }
    }

    @Test
    void nobodyFollowsToAnotherHostAndTheSecretStaysHere() {
        try (RemoteSystem thief = RemoteSystem.answering(200, "text/plain", "x");
                RemoteSystem system = new RemoteSystem(exchange -> {
                    exchange.getResponseHeaders().set("Location", thief.address() + "/steal");
                    exchange.sendResponseHeaders(302, -1);
                })) {
            Failed failed = failed(to(system).configured("wf.secret.crm", "s3cret")
                    .outcome(GET.formatted("<wf:header name=\"X-Key\" value=\"{secret:crm}\"/>")));
            assertThat(failed.retryable()).isFalse();
            assertThat(thief.requests).isEmpty();
        }
    }

    @Test
    void anAnswerThatLeadsFurtherOnTheSameHostIsFollowedAFewTimes() {
        try (RemoteSystem system = new RemoteSystem(exchange -> {
            if (exchange.getRequestURI().getPath().equals("/end")) {
                RemoteSystem.answer(exchange, 200, "application/json", "{\"x\":1}");
            } else {
                exchange.getResponseHeaders().set("Location", exchange.getRequestURI().getPath().endsWith("loop") ? "/loop" : "/end");
                exchange.sendResponseHeaders(302, -1);
            }
        })) {
            assertThat(Called.given(to(system).outcome(GET.formatted("<wf:result name=\"x\" path=\"/x\"/>")), "x")).isEqualTo(1L);
            assertThat(failed(to(system).outcome("<wf:rest endpoint=\"crm\" url=\"/loop\"/>")).retryable()).isFalse();
            assertThat(failed(to(system).outcome("<wf:rest method=\"POST\" endpoint=\"crm\" url=\"/x\"/>")).detail()).contains("302");
        }
    }

    @Test
    void aHugeAnswerIsNotRead() {
        try (RemoteSystem system = new RemoteSystem(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] part = new byte[65_536];
            for (int i = 0; i < 10_000; i++) {
                exchange.getResponseBody().write(part);
            }
        })) {
            Failed failed = failed(to(system).outcome("<wf:rest endpoint=\"crm\" url=\"/x\" timeout=\"PT30S\"/>"));
            assertThat(failed.detail()).contains("more than 1048576 bytes");
            assertThat(failed.retryable()).isFalse();
        }
    }

    @Test
    void nobodyWaitsLongerThanTheModelSays() {
        try (RemoteSystem silent = new RemoteSystem(exchange -> pause(300_000)); RemoteSystem dripping = new RemoteSystem(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            for (int i = 0; i < 1_500; i++) {
                exchange.getResponseBody().write('x');
                exchange.getResponseBody().flush();
                pause(200);
            }
        })) {
            for (RemoteSystem slow : List.of(silent, dripping)) {
                Instant begin = Instant.now();
                Failed failed = failed(to(slow).outcome("<wf:rest endpoint=\"crm\" url=\"/x\" timeout=\"PT0.6S\"/>"));
                assertThat(failed.detail()).contains("in time");
                assertThat(failed.retryable()).isTrue();
                assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(60));
            }
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void brokenAnswersAreTold() {
        for (String broken : List.of("{\"a\":", "[1] [2]", "<html>", "[".repeat(5_000))) {
            try (RemoteSystem system = RemoteSystem.answering(200, "application/json", broken)) {
                assertThat(failed(to(system).outcome(GET.formatted(""))).detail()).contains("no JSON");
            }
        }
        try (RemoteSystem system = RemoteSystem.answering(200, "text/plain", "plain")) {
            assertThat(failed(to(system).outcome(GET.formatted("<wf:result name=\"x\" path=\"/x\"/>"))).detail()).contains("neither JSON nor XML");
        }
        try (RemoteSystem system = RemoteSystem.answering(200, "application/json", "{\"a\":\"" + "x".repeat(200_000) + "\"}")) {
            assertThat(failed(to(system).outcome(GET.formatted("<wf:result name=\"x\" path=\"/a\"/>"))).detail()).contains("x cannot be kept");
        }
    }

    @Test
    void aSecretThatIsSentBackIsNotKept() {
        try (RemoteSystem system = new RemoteSystem(exchange -> RemoteSystem.answer(exchange, exchange.getRequestURI().getPath().endsWith("bad") ? 400 : 200,
                "application/json", "{\"echo\":\"" + exchange.getRequestHeaders().getFirst("Authorization") + "\"}"))) {
            String call = "<wf:rest endpoint=\"crm\" url=\"/%s\"><wf:header name=\"Authorization\" value=\"Bearer {secret:crm}\"/><wf:result name=\"echo\" path=\"/echo\"/></wf:rest>";
            Called called = to(system).configured("wf.secret.crm", "s3cret");
            assertThat(Called.given(called.outcome(call.formatted("good")), "echo")).isEqualTo("Bearer ***");
            assertThat(failed(called.outcome(call.formatted("bad"))).detail()).contains("***").doesNotContain("s3cret");
        }
    }

    @Test
    void aMissingSecretOrOneThatWouldBeginALineIsNotSent() throws IOException {
        try (RemoteSystem system = RemoteSystem.answering(200, "text/plain", "")) {
            String call = GET.formatted("<wf:header name=\"X-Key\" value=\"{secret:crm.key}\"/>");
            assertThat(failed(to(system).outcome(call)).detail()).contains("wf.secret.crm.key");
            assertThat(failed(to(system).configured("wf.secret.crm.key", "a\r\nEvil: 1").outcome(call)).detail()).doesNotContain("Evil");
            assertThat(system.requests).isEmpty();
        }
    }

    @Test
    void nothingAnsweredIsAnAnswerToo() {
        try (RemoteSystem system = RemoteSystem.answering(204, "text/plain", "")) {
            Outcome outcome = to(system).outcome("<wf:rest method=\"DELETE\" endpoint=\"crm\" url=\"/x\"><wf:result name=\"x\" path=\"/x\"/></wf:rest>");
            assertThat(Called.given(outcome, "x")).isNull();
        }
    }
}
