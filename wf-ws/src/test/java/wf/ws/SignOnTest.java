package wf.ws;

import static org.assertj.core.api.Assertions.assertThat;
import static wf.ws.RestBadInputTest.problem;

import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import wf.access.Caller;

class SignOnTest {
    private static final String COOKIE = "WFSESSION=token-of-zhao";
    static FaceServer wf;

    @BeforeAll
    static void start() throws Exception {
        wf = new FaceServer();
    }

    @AfterAll
    static void stop() throws Exception {
        wf.close();
    }

    @Test
    void nobodyGetsInWithoutSigningOn() throws Exception {
        for (String path : new String[] {"/api/v1/me", "/api/v1/nothing", "/api/v1/ping/x", "/api/v1/ping%2f..%2fme"}) {
            var answer = wf.get(path, "Anonymous", "1");
            assertThat(answer.statusCode()).as(path).isIn(401, 400);
        }
        var answer = wf.get("/api/v1/me", "Anonymous", "1");
        problem(answer, 401, "UNAUTHENTICATED");
        assertThat(answer.headers().firstValue("WWW-Authenticate").orElse("")).startsWith("Basic");
    }

    @Test
    void wrongOrBrokenCredentialsDoNotGetIn() throws Exception {
        problem(wf.get("/api/v1/me", "Authorization", FaceServer.basic("zhao", "wrong")), 401, "UNAUTHENTICATED");
        problem(wf.get("/api/v1/me", "Authorization", "Basic %%%"), 401, "UNAUTHENTICATED");
        problem(wf.get("/api/v1/me", "Authorization", "Bearer x"), 401, "UNAUTHENTICATED");
        problem(wf.get("/api/v1/me", "Cookie", "WFSESSION=forged"), 401, "UNAUTHENTICATED");
    }

    @Test
    void aScriptIsNotAskedByTheBrowser() throws Exception {
        var answer = wf.get("/api/v1/me", "Anonymous", "1", "X-WF-CSRF", "1");
        assertThat(answer.headers().firstValue("WWW-Authenticate").orElse("")).startsWith("Session");
    }

    @Test
    void loginSetsACookieThatNoScriptReads() throws Exception {
        var answer = wf.json("/api/v1/login", "{\"loginName\":\"zhao\",\"password\":\"secret\"}", "Anonymous", "1");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains("zhao");
        assertThat(answer.headers().firstValue("Set-Cookie"))
                .contains("WFSESSION=token-of-zhao; Path=/; HttpOnly; SameSite=Strict");
    }

    @Test
    void loginRefusesWhatItCannotRead() throws Exception {
        problem(wf.json("/api/v1/login", "{\"loginName\":\"zhao\"}", "Anonymous", "1"), 400, "INVALID_INPUT");
        problem(wf.json("/api/v1/login", "{\"loginName\":\"zhao\",\"password\":\"no\"}", "Anonymous", "1"),
                401, "UNAUTHENTICATED");
        String long100k = "{\"loginName\":\"" + "x".repeat(100_000) + "\"}";
        problem(wf.json("/api/v1/login", long100k, "Anonymous", "1"), 413, "TOO_LARGE");
    }

    @Test
    void theCookieSignsOnTheWebPage() throws Exception {
        assertThat(wf.get("/api/v1/me", "Cookie", COOKIE).statusCode()).isEqualTo(200);
        assertThat(wf.engine.<Caller>argument(0).channel()).isEqualTo("UI");
    }

    @Test
    void withTheCookieWritingNeedsTheHeaderThatNoForeignSiteCanSend() throws Exception {
        problem(wf.json("/api/v1/workitems/12/submit", "{}", "Cookie", COOKIE), 403, "FORBIDDEN");
        problem(wf.json("/api/v1/logout", "{}", "Cookie", COOKIE), 403, "FORBIDDEN");
        assertThat(wf.json("/api/v1/workitems/12/submit", "{}", "Cookie", COOKIE, "X-WF-CSRF", "1").statusCode())
                .isEqualTo(200);
    }

    @Test
    void whatAForeignSiteMakesABrowserSendIsRefused() throws Exception {
        problem(wf.json("/api/v1/workitems/12/submit", "{}", "Sec-Fetch-Site", "cross-site"), 403, "FORBIDDEN");
    }

    @Test
    void logoutClearsTheCookie() throws Exception {
        var answer = wf.send(wf.request("/api/v1/logout", "Cookie", COOKIE, "X-WF-CSRF", "1").POST(BodyPublishers.noBody()));
        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.headers().firstValue("Set-Cookie").orElse("")).startsWith("WFSESSION=; Max-Age=0");
    }

    @Test
    void aPasswordIsChanged() throws Exception {
        assertThat(wf.json("/api/v1/password", "{\"oldPassword\":\"a\",\"newPassword\":\"b\"}").statusCode()).isEqualTo(204);
        problem(wf.json("/api/v1/password", "{\"oldPassword\":\"a\"}"), 400, "INVALID_INPUT");
    }

    @Test
    void theDescriptionIsOpenToEverybody() throws Exception {
        for (String path : new String[] {"/api/v1/openapi.json", "/api/v1/api-docs?url=/api/v1/openapi.json",
            "/api/v1/api-docs/swagger-ui-bundle.js", "/services/InstancePort?wsdl"}) {
            assertThat(wf.get(path, "Anonymous", "1").statusCode()).as(path).isEqualTo(200);
        }
    }

    @Test
    void soapWantsBasic() throws Exception {
        var answer = wf.post("/services/AccessPort", "text/xml", "<x/>", "Cookie", COOKIE);
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("<faultcode>soap:Client</faultcode>").contains("UNAUTHENTICATED");
    }
}
