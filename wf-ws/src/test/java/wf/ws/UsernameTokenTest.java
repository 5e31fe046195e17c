package wf.ws;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wf.access.Caller;

/** Who calls is said in the message: by a UsernameToken of WS-Security, once and soon. */
class UsernameTokenTest {
    private static final String WSSE = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd";
    private static final String WSU = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd";
    private static final String TYPES = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-username-token-profile-1.0#";
    private static final String WHO = "<wf:whoAmI/>";
    static FaceServer wf;

    @BeforeAll
    static void start() throws Exception {
        wf = new FaceServer();
    }

    @AfterAll
    static void stop() throws Exception {
        wf.close();
    }

    private static String token(String password, String nonce, Instant created) {
        return "<w:UsernameToken><w:Username>zhao</w:Username><w:Password Type='" + TYPES + "PasswordText'>" + password + "</w:Password>"
                + (nonce == null ? "" : "<w:Nonce>" + nonce + "</w:Nonce>")
                + (created == null ? "" : "<u:Created>" + created + "</u:Created>") + "</w:UsernameToken>";
    }

    private static String token() {
        return token("secret", UUID.randomUUID().toString(), Instant.now());
    }

    /** The header of a good message, with its namespaces. */
    static String header() {
        return "<w:Security xmlns:w='" + WSSE + "' xmlns:u='" + WSU + "'>" + token() + "</w:Security>";
    }

    private static HttpResponse<String> send(String security, String body, String... headers) throws IOException, InterruptedException {
        List<String> lines = new ArrayList<>(Arrays.asList(headers));
        if (headers.length == 0) {
            lines.addAll(List.of("Anonymous", "1"));
        }
        return wf.post("/services/AccessPort", "text/xml;charset=UTF-8", envelope(Soap.ENVELOPE, security, body), lines.toArray(String[]::new));
    }

    private static String envelope(String version, String security, String body) {
        return "<soap:Envelope xmlns:soap='" + version + "' xmlns:wf='urn:wf:v1' xmlns:c='urn:wf:contract:v1' xmlns:w='" + WSSE
                + "' xmlns:u='" + WSU + "'><soap:Header>" + security + "</soap:Header><soap:Body>" + body + "</soap:Body></soap:Envelope>";
    }

    private static String security(String... tokens) {
        return "<w:Security soap:mustUnderstand='1'>" + String.join("", tokens) + "</w:Security>";
    }

    private static void refused(HttpResponse<String> answer, String sentence) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).isPresent();
        assertThat(answer.body()).contains("UNAUTHENTICATED").contains(sentence).doesNotContain("Exception");
    }

    private static void invalid(HttpResponse<String> answer, String sentence) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(500);
        assertThat(answer.body()).contains("INVALID_INPUT").contains(sentence).doesNotContain("Exception");
    }

    @Test
    void aGoodTokenSignsOn() throws Exception {
        var answer = send(security("<u:Timestamp><u:Created>" + Instant.now() + "</u:Created></u:Timestamp>", token()), WHO);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        Caller caller = wf.engine.argument(0);
        assertThat(caller.person()).isEqualTo("zhao");
        assertThat(caller.channel()).isEqualTo("SOAP");
    }

    @Test
    void aProgramPutsItsKeyInThePlaceOfThePassword() throws Exception {
        String token = security(token("wfk.t1.0123456789abcdef." + "k".repeat(43), UUID.randomUUID().toString(), Instant.now()));
        assertThat(send(token, WHO).statusCode()).isEqualTo(200);
        Caller caller = wf.engine.argument(0);
        assertThat(caller.person()).isEqualTo("zhao");
        assertThat(caller.service().account()).isEqualTo("portal");
        refused(send(token, WHO), "used already");
    }

    @Test
    void aKeyMayStandOnALineOfItsOwn() throws Exception {
        String key = "\n    wfk.t1.0123456789abcdef." + "k".repeat(43) + "\n  ";
        assertThat(send(security(token(key, UUID.randomUUID().toString(), Instant.now())), WHO).statusCode()).isEqualTo(200);
        assertThat(wf.engine.<Caller>argument(0).service().account()).isEqualTo("portal");
    }

    @Test
    void aKeyThatWasCutOffIsToldAsOneAndIsNobodysWrongPassword() throws Exception {
        refused(send(security(token("wfk.t1.0123456789abcdef.kkk", UUID.randomUUID().toString(), Instant.now())), WHO), "key of the service account");
    }

    @Test
    void whatBreaksWhileSomebodySignsOnIsNoFaultOfTheRequest() throws Exception {
        var answer = send(security(token("broken", UUID.randomUUID().toString(), Instant.now())), WHO);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(500);
        assertThat(answer.body()).containsPattern("<faultcode>\\w+:Server</faultcode>").doesNotContain("UNAUTHENTICATED").doesNotContain("Broken");
    }

    @Test
    void alsoOverSoap12() throws Exception {
        String version = "http://www.w3.org/2003/05/soap-envelope";
        String good = envelope(version, security(token()).replace("='1'", "='true'"), WHO);
        assertThat(wf.post("/services/soap12/AccessPort", "application/soap+xml", good, "Anonymous", "1").statusCode()).isEqualTo(200);
        refused(wf.post("/services/soap12/AccessPort", "application/soap+xml", good, "Anonymous", "1"), "used already");
    }

    @Test
    void aWrongPasswordDoesNotAndNeitherDoesNone() throws Exception {
        refused(send(security(token("wrong", "n", Instant.now())), WHO), "faultstring");
        refused(send(security(), WHO), "faultstring");
        refused(send("", WHO), "faultstring");
        refused(send(security("<w:UsernameToken/>"), WHO), "Nonce");
    }

    @Test
    void aTokenCountsOnce() throws Exception {
        String token = security(token());
        assertThat(send(token, WHO).statusCode()).isEqualTo(200);
        refused(send(token, WHO), "used already");
    }

    @Test
    void aTokenCountsSoon() throws Exception {
        refused(send(security(token("secret", "old", Instant.now().minusSeconds(301))), WHO), "set the clock");
        refused(send(security(token("secret", "ahead", Instant.now().plusSeconds(90))), WHO), "set the clock");
        assertThat(send(security(token("secret", "late", Instant.now().minusSeconds(200))), WHO).statusCode()).isEqualTo(200);
    }

    @Test
    void aTokenThatAnybodyCouldSendAgainIsNone() throws Exception {
        refused(send(security(token("secret", null, Instant.now())), WHO), "Nonce");
        refused(send(security(token("secret", "n1", null)), WHO), "Created");
        refused(send(security(token().replaceAll("<u:Created>.*</u:Created>", "<u:Created>yesterday</u:Created>")), WHO), "Created");
    }

    @Test
    void aDigestIsTakenOfAKeyAloneAndOfAllElseRefusedWithASentence() throws Exception {
        assertThat(send(security(token().replace("PasswordText", "PasswordDigest").replace("zhao", "zhao@wfk.t1.0123456789abcdef")), WHO).statusCode()).isEqualTo(200);
        assertThat(wf.engine.<Caller>argument(0).service().account()).isEqualTo("portal");
        refused(send(security(token().replace("PasswordText", "PasswordDigest")), WHO), "PasswordText");
    }

    @Test
    void whoeverSaysTwiceWhoHeIsIsRefused() throws Exception {
        invalid(send(security(token()), WHO, "Authorization", FaceServer.basic("li", "secret")), "more than once");
        invalid(send(security(token(), token()), WHO), "more than once");
        invalid(send(security(token()) + security(token()), WHO), "more than once");
        refused(send(security(token()), WHO, "Authorization", FaceServer.basic("li", "wrong")), "UNAUTHENTICATED");
        refused(send(security(token()), WHO, "Authorization", "Negotiate x"), "UNAUTHENTICATED");
        assertThat(send(security(token()), WHO, "Cookie", "WFSESSION=token-of-zhao").statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<w:BinarySecurityToken/>", "<s:Signature xmlns:s='http://www.w3.org/2000/09/xmldsig#'/>"})
    void whatIsNotUnderstoodIsNotPassedOver(String other) throws Exception {
        invalid(send(security(token(), other), WHO), "Leave");
    }

    @Test
    void ofAMessageWithoutATokenNothingIsReadOrTold() throws Exception {
        refused(send("", "<wf:unknown>"), "UNAUTHENTICATED");
        refused(wf.post("/services/AccessPort", "text/xml", "no xml", "Anonymous", "1"), "UNAUTHENTICATED");
        refused(wf.post("/services/AccessPort", "application/json", "{}", "Anonymous", "1"), "UNAUTHENTICATED");
        refused(wf.post("/services/AccessPort", "text/xml", "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/hostname'>]><x>&e;</x>", "Anonymous", "1"),
                "UNAUTHENTICATED");
        invalid(send(security(token()), "<wf:unknown/>"), "not as the WSDL says");
    }

    @Test
    void aHeaderWithoutEndIsReadNoFurtherThanSixtyFourKilobytes() throws Exception {
        var answer = send("<x>" + "x".repeat(200_000) + "</x>", WHO);
        assertThat(answer.body()).contains("TOO_LARGE").contains("64");
    }

    @Test
    void aLargeBodyFollowsAGoodToken() throws Exception {
        String source = "A".repeat(1_000_000);
        var answer = wf.post("/services/DefinitionPort", "text/xml;charset=UTF-8",
                envelope(Soap.ENVELOPE, security(token()), "<wf:deploy><request><c:source>" + source + "</c:source></request></wf:deploy>"), "Anonymous", "1");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }
}
