package wf.ws;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import wf.access.Caller;
import wf.contract.SubmitRequest;

class SoapTest {
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
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(500);
        assertThat(answer.body()).containsPattern("<faultcode>\\w+:" + faultCode + "</faultcode>")
                .contains(":" + "problem").containsPattern("<(\\w+:)?code>" + code + "</")
                .doesNotContain("Exception").doesNotContain("org.apache").doesNotContain("\tat ");
        return answer.body().replaceAll("(?s).*<faultstring[^>]*>(.*)</faultstring>.*", "$1");
    }

    private static String invalid(HttpResponse<String> answer) {
        return fault(answer, "Client", "INVALID_INPUT");
    }

    @Test
    void anOperationGetsCallerIdAndRequest() throws Exception {
        var answer = wf.soap("WorkItemPort", "<wf:submit><workItemId>12</workItemId><request><c:opId>k</c:opId>"
                + "<c:opinion>同意</c:opinion><c:variables><c:name>days</c:name>"
                + "<c:type>INTEGER</c:type><c:value>3</c:value></c:variables></request></wf:submit>");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains("submitResponse").containsPattern("version>4<");
        assertThat(wf.engine.<Caller>argument(0).channel()).isEqualTo("SOAP");
        SubmitRequest request = wf.engine.argument(2);
        assertThat(request.opinion).isEqualTo("同意");
        assertThat(request.variables.get(0).value).isEqualTo("3");
    }

    @Test
    void anAbsentRequestIsEmpty() throws Exception {
        assertThat(wf.soap("WorkItemPort", "<wf:submit><workItemId>12</workItemId></wf:submit>").statusCode()).isEqualTo(200);
        assertThat(wf.engine.<SubmitRequest>argument(2)).isNotNull();
    }

    @Test
    void aRefusalIsTheDeclaredFault() throws Exception {
        var answer = wf.soap("InstancePort", "<wf:getInstance><instanceId>404</instanceId></wf:getInstance>");
        fault(answer, "Client", "NOT_FOUND");
        assertThat(answer.body()).containsPattern("status>404<").containsPattern("retryable>false<");
    }

    @Test
    void aCharacterThatNoXmlHoldsDoesNotMakeTheAnswerImpossible() throws Exception {
        var answer = wf.soap("InstancePort", "<wf:getInstance><instanceId>1</instanceId></wf:getInstance>");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains("an old\uFFFDtitle");
    }

    @Test
    void anErrorOfOursTellsNothingButItsId() throws Exception {
        var answer = wf.soap("WorkItemPort", "<wf:claim><workItemId>12</workItemId></wf:claim>");
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).containsPattern("<faultcode>\\w+:Server</faultcode>").containsPattern("opId>[^<]+<")
                .doesNotContain("secret").doesNotContain("Exception");
    }

    @Test
    void anOperationThatDoesNotSayWhatItIsAboutIsRefused() throws Exception {
        assertThat(invalid(wf.soap("OrgPort", "<wf:getCalendar/>"))).contains("owner").doesNotContain("null");
        assertThat(invalid(wf.soap("WorkItemPort", "<wf:listWorkItems/>"))).contains("kind").contains("TODO");
    }

    @Test
    void whatIsNotAvailableNowSaysWhenToComeAgain() throws Exception {
        var answer = wf.soap("InstancePort", "<wf:getInstance><instanceId>503</instanceId></wf:getInstance>");
        fault(answer, "Server", "UNAVAILABLE");
        assertThat(answer.headers().firstValue("Retry-After")).contains("30");
    }

    @Test
    void unknownElementsAreRefused() throws Exception {
        assertThat(invalid(wf.soap("WorkItemPort", "<wf:submit><workItemId>12</workItemId><request>"
                + "<c:opinoin>x</c:opinoin></request></wf:submit>"))).contains("opinoin");
        invalid(wf.soap("WorkItemPort", "<wf:submit><workItemId>12</workItemId><more/></wf:submit>"));
        invalid(wf.soap("WorkItemPort", "<wf:unknown/>"));
        invalid(wf.soap("WorkItemPort", ""));
    }

    @Test
    void wrongAndMissingValuesAreRefused() throws Exception {
        assertThat(invalid(wf.soap("WorkItemPort", "<wf:submit><workItemId>x</workItemId></wf:submit>"))).contains("x");
        invalid(wf.soap("WorkItemPort", "<wf:submit></wf:submit>"));
        assertThat(invalid(wf.soap("WorkItemPort", "<wf:listWorkItems><kind>MINE</kind></wf:listWorkItems>"))).contains("MINE");
    }

    @Test
    void nothingInAListIsRefused() throws Exception {
        assertThat(invalid(wf.soap("WorkItemPort", "<wf:submit><workItemId>1</workItemId><request><c:variables"
                + " xmlns:i='http://www.w3.org/2001/XMLSchema-instance' i:nil='true'/></request></wf:submit>")))
                .contains("variables");
    }

    @Test
    void aPreviewIsAsked() throws Exception {
        wf.soap("WorkItemPort", "<wf:submit><workItemId>1</workItemId><request><c:preview>true</c:preview></request></wf:submit>");
        assertThat(wf.engine.<SubmitRequest>argument(2).preview).isTrue();
    }

    @Test
    void malformedXmlIsRefused() throws Exception {
        invalid(wf.soap("WorkItemPort", "<wf:submit>"));
        invalid(wf.post("/services/WorkItemPort", "text/xml", "no xml"));
        invalid(wf.post("/services/WorkItemPort", "text/xml", ""));
        invalid(wf.post("/services/WorkItemPort", "text/xml", "<x/>"));
    }

    @Test
    void anEntityIsNeverResolved() throws Exception {
        String body = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><soap:Envelope xmlns:soap='"
                + Soap.ENVELOPE + "'><soap:Body><wf:listVersions xmlns:wf='urn:wf:v1'><definitionKey>&e;"
                + "</definitionKey></wf:listVersions></soap:Body></soap:Envelope>";
        invalid(wf.post("/services/DefinitionPort", "text/xml", body));
    }

    @Test
    void otherSoapAndOtherTypesAreRefused() throws Exception {
        invalid(wf.post("/services/WorkItemPort", "text/xml",
                "<e:Envelope xmlns:e='http://www.w3.org/2003/05/soap-envelope'><e:Body/></e:Envelope>"));
        invalid(wf.post("/services/WorkItemPort", "application/json", "{}"));
    }

    @Test
    void aBodyOfTwentyMegabytesIsRefusedWhileItIsRead() throws Exception {
        String text = "x".repeat(20_000_000);
        String body = "<wf:submit><workItemId>12</workItemId><request><c:opinion>" + text
                + "</c:opinion></request></wf:submit>";
        var answer = wf.send(wf.request("/services/WorkItemPort").header("Content-Type", "text/xml")
                .POST(BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(
                        ("<soap:Envelope xmlns:soap='" + Soap.ENVELOPE + "' xmlns:wf='urn:wf:v1' xmlns:c='urn:wf:contract:v1'>"
                                + "<soap:Body>" + body + "</soap:Body></soap:Envelope>").getBytes()))));
        fault(answer, "Client", "TOO_LARGE");
    }

    @Test
    void onlyPostCallsAnOperation() throws Exception {
        var answer = wf.get("/services/WorkItemPort");
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).contains("POST");
        assertThat(answer.body()).contains("Fault").contains("INVALID_INPUT").doesNotContain("Exception");
        assertThat(wf.get("/services/WorkItemPort/submit?workItemId=12").statusCode()).isEqualTo(404);
        assertThat(wf.soap("NoPort", "<x/>").statusCode()).isEqualTo(404);
        assertThat(wf.soap("NoPort", "<x/>").body()).contains("Fault").contains("NOT_FOUND").doesNotContain("Exception");
    }
}
