package wf.ws;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import wf.access.Caller;

/** The same ports over SOAP 1.2: what differs is the envelope alone. */
class Soap12Test {
    private static final String ENVELOPE = "http://www.w3.org/2003/05/soap-envelope";
    static FaceServer wf;

    @BeforeAll
    static void start() throws Exception {
        wf = new FaceServer();
    }

    @AfterAll
    static void stop() throws Exception {
        wf.close();
    }

    private static String fault(HttpResponse<String> answer, String faultCode, String code) {
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/soap+xml");
        assertThat(answer.body()).contains(ENVELOPE).containsPattern("Value>\\w+:" + faultCode + "</").contains("Detail>")
                .containsPattern("<(\\w+:)?code>" + code + "</").doesNotContain("Exception").doesNotContain("faultstring");
        return answer.body().replaceAll("(?s).*Text xml:lang=\"[a-zA-Z-]+\">(.*)</\\w+:Text>.*", "$1");
    }

    @Test
    void anOperationIsPerformedForTheCaller() throws Exception {
        var answer = wf.soap12("WorkItemPort", "<wf:submit><workItemId>12</workItemId></wf:submit>");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains(ENVELOPE).contains("submitResponse");
        assertThat(wf.engine.<Caller>argument(0).channel()).isEqualTo("SOAP");
    }

    @Test
    void aRefusalIsTheDeclaredFault() throws Exception {
        var answer = wf.soap12("InstancePort", "<wf:getInstance><instanceId>404</instanceId></wf:getInstance>");
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(fault(answer, "Sender", "NOT_FOUND")).isNotBlank().doesNotContain("<");
    }

    @Test
    void anErrorOfOursIsTheReceivers() throws Exception {
        var answer = wf.soap12("WorkItemPort", "<wf:claim><workItemId>12</workItemId></wf:claim>");
        assertThat(answer.body()).containsPattern("Value>\\w+:Receiver</").containsPattern("opId>[^<]+<").doesNotContain("secret");
    }

    @Test
    void whatIsNoRequestIsRefused() throws Exception {
        fault(wf.soap12("WorkItemPort", "<wf:submit><workItemId>x</workItemId></wf:submit>"), "Sender", "INVALID_INPUT");
        fault(wf.soap12("WorkItemPort", "<wf:unknown/>"), "Sender", "INVALID_INPUT");
        fault(wf.post("/services/soap12/WorkItemPort", "application/soap+xml", "no xml"), "Sender", "INVALID_INPUT");
    }

    @Test
    void nobodyGetsNoFurtherThanTheDoor() throws Exception {
        var answer = wf.post("/services/soap12/AccessPort", "application/soap+xml", "<x/>", "Anonymous", "1");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(fault(answer, "Sender", "UNAUTHENTICATED")).doesNotContain("<");
    }
}
