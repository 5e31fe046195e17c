package wf.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import wf.call.Outcome.BpmnError;
import wf.call.Outcome.Failed;

/** SOAP operations, their faults, and XML that wants more than to be read. */
class SoapCallsTest {

    private static final String CALL = """
            <wf:soap endpoint="tax" url="/rates" action="urn:rates#get"%s>
              <wf:body><![CDATA[<r:get xmlns:r="urn:rates"><r:code>${code}</r:code></r:get>]]></wf:body>
              <wf:result name="rate" xpath="//r:rate"/><wf:error fault="NoRate" code="NO_RATE"/>
            </wf:soap>""";
    private static final String ENVELOPE_11 = "http://schemas.xmlsoap.org/soap/envelope/";
    private static final String ENVELOPE_12 = "http://www.w3.org/2003/05/soap-envelope";

    private static String envelope(String namespace, String body) {
        return "<?xml version=\"1.0\"?><e:Envelope xmlns:e=\"" + namespace + "\"><e:Body>" + body + "</e:Body></e:Envelope>";
    }

    private static Outcome call(RemoteSystem system, String attributes) {
        return new Called().configured("wf.endpoint.tax", system.address()).with("code", "a<b>&c").outcome(CALL.formatted(attributes));
    }

    @Test
    void anOperationIsCalledAndItsAnswerTaken() {
        try (RemoteSystem system = RemoteSystem.answering(200, "text/xml; charset=utf-8", envelope(ENVELOPE_11, "<x:got xmlns:x=\"u\"><x:rate>0.13</x:rate></x:got>"))) {
            assertThat(Called.given(call(system, ""), "rate")).isEqualTo("0.13");
            RemoteSystem.Request request = system.requests.get(0);
            assertThat(request.headers().getFirst("SOAPAction")).isEqualTo("\"urn:rates#get\"");
            assertThat(request.headers().getFirst("Content-Type")).isEqualTo("text/xml; charset=utf-8");
            assertThat(request.body()).isEqualTo("<soap:Envelope xmlns:soap=\"" + ENVELOPE_11 + "\"><soap:Body><r:get xmlns:r=\"urn:rates\">"
                    + "<r:code>a&lt;b&gt;&amp;c</r:code></r:get></soap:Body></soap:Envelope>");
        }
    }

    @Test
    void theNewerVersionSaysItsActionInTheType() {
        try (RemoteSystem system = RemoteSystem.answering(200, "application/soap+xml", envelope(ENVELOPE_12, "<rate>1</rate>"))) {
            assertThat(Called.given(call(system, " version=\"1.2\""), "rate")).isEqualTo("1");
            assertThat(system.requests.get(0).headers().getFirst("Content-Type")).isEqualTo("application/soap+xml; charset=utf-8; action=\"urn:rates#get\"");
            assertThat(system.requests.get(0).body()).contains(ENVELOPE_12);
        }
    }

    @Test
    void aFaultIsAnErrorOfTheModelByItsDetailOrItsCode() {
        String detail = envelope(ENVELOPE_11, "<e:Fault><faultcode>e:Client</faultcode><faultstring>no rate</faultstring><detail><n:NoRate xmlns:n=\"u\"/></detail></e:Fault>");
        String code = envelope(ENVELOPE_12, "<e:Fault><e:Code><e:Value>e:Sender</e:Value><e:Subcode><e:Value>m:NoRate</e:Value></e:Subcode></e:Code>"
                + "<e:Reason><e:Text xml:lang=\"en\">no rate</e:Text></e:Reason></e:Fault>");
        for (String fault : List.of(detail, code)) {
            try (RemoteSystem system = RemoteSystem.answering(500, "text/xml", fault)) {
                assertThat(call(system, "")).isEqualTo(new BpmnError("NO_RATE", "no rate"));
            }
        }
    }

    @Test
    void aFaultOfTheServerMayPassAndOneOfTheCallerMayNot() {
        for (String code : List.of("Server", "Client")) {
            String fault = envelope(ENVELOPE_11, "<e:Fault><faultcode>e:" + code + "</faultcode><faultstring>x</faultstring></e:Fault>");
            try (RemoteSystem system = RemoteSystem.answering(500, "text/xml", fault)) {
                assertThat(call(system, "")).isEqualTo(new Failed("soap:tax answers with a fault: x", code.equals("Server")));
            }
        }
    }

    @Test
    void whatWantsToDefineOrFetchSomethingIsNotRead() {
        List<String> hostile = List.of(
                "<!DOCTYPE x [<!ENTITY f SYSTEM \"file:///etc/hostname\">]>" + envelope(ENVELOPE_11, "<rate>&f;</rate>").replaceFirst("<\\?.*?\\?>", ""),
                "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]><rate>&b;</rate>",
                "<!DOCTYPE x SYSTEM \"http://127.0.0.1:1/x.dtd\"><rate/>", envelope(ENVELOPE_11, "<rate>"), "<a>".repeat(300) + "</a>".repeat(300));
        for (String xml : hostile) {
            try (RemoteSystem system = RemoteSystem.answering(200, "text/xml", xml)) {
                assertThat(call(system, "")).isInstanceOfSatisfying(Failed.class, f -> {
                    assertThat(f.retryable()).isFalse();
                    assertThat(f.detail()).startsWith("the answer is");
                });
            }
        }
    }

    @Test
    void anIncludedFileIsNotIncluded() {
        String xml = envelope(ENVELOPE_11, "<rate><xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"file:///etc/hostname\" parse=\"text\"/></rate>");
        try (RemoteSystem system = RemoteSystem.answering(200, "text/xml", xml)) {
            assertThat(Called.given(call(system, ""), "rate")).isEqualTo("");
        }
    }

    @Test
    void aPageInsteadOfAnAnswerIsNoAnswer() {
        try (RemoteSystem system = RemoteSystem.answering(503, "text/html", "<html>busy</html>")) {
            assertThat(call(system, "")).isEqualTo(new Failed("soap:tax answers 503: <html>busy</html>", true));
        }
    }
}
