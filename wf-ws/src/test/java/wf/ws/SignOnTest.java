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

    @Test
    void anExpiredPasswordIsToldApartAndReplacedAtTheLogin() throws Exception {
        String expired = "{\"loginName\":\"zhao\",\"password\":\"expired\"";
        problem(wf.json("/api/v1/login", expired + "}", "Anonymous", "1"), 403, "PASSWORD_EXPIRED");
        problem(wf.get("/api/v1/me", "Authorization", FaceServer.basic("zhao", "expired")), 403, "PASSWORD_EXPIRED");
        assertThat(wf.json("/api/v1/login", expired + ",\"newPassword\":\"another one\"}", "Anonymous", "1").statusCode()).isEqualTo(200);
    }

    // ---- programs ----

    private static final String KEY = "Bearer wfk.t1.0123456789abcdef." + "x".repeat(43);

    @Test
    void aProgramActsForAPersonOverRestAndSoap() throws Exception {
        assertThat(wf.get("/api/v1/me", "Authorization", KEY, "X-WF-Person", "%E6%9D%8E+1").body()).contains("李+1");
        assertThat(wf.engine.<Caller>argument(0).via()).isEqualTo("portal");
        var soap = wf.post("/services/AccessPort", "text/xml;charset=UTF-8", "<soap:Envelope xmlns:soap='http://schemas.xmlsoap.org/soap/envelope/'"
                + " xmlns:wf='urn:wf:v1'><soap:Body><wf:whoAmI/></soap:Body></soap:Envelope>", "Authorization", KEY, "X-WF-Person", "li");
        assertThat(soap.statusCode()).as(soap.body()).isEqualTo(200);
        assertThat(wf.engine.<Caller>argument(0).person()).isEqualTo("li");
    }

    @Test
    void aProgramDoesOnlyWhatItIsAllowed() throws Exception {
        problem(wf.get("/api/v1/organisation", "Authorization", KEY, "X-WF-Person", "li"), 403, "FORBIDDEN");
        problem(wf.json("/api/v1/organisation/refresh", "{}", "Authorization", KEY, "X-WF-Person", "li"), 403, "FORBIDDEN");
        assertThat(wf.json("/api/v1/workitems/12/submit", "{}", "Authorization", KEY, "X-WF-Person", "li").statusCode()).isEqualTo(200);
    }

    @Test
    void withoutAKeyTheHeaderOfThePersonMeansNothing() throws Exception {
        problem(wf.get("/api/v1/me", "Anonymous", "1", "X-WF-Person", "admin"), 401, "UNAUTHENTICATED");
        assertThat(wf.get("/api/v1/me", "X-WF-Person", "admin").body()).contains("zhao");
    }

    // ---- tokens in URLs ----

    @Test
    void aTokenBecomesASessionAndACleanAddress() throws Exception {
        var answer = wf.get("/api/v1/enter?target=%2Fworkitems%2F12%3Ftab%3Dform&token=good", "Anonymous", "1", "Sec-Fetch-Site", "cross-site");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location").orElse("")).endsWith("/workitems/12?tab=form").doesNotContain("good");
        assertThat(answer.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(answer.headers().firstValue("Set-Cookie")).contains("WFSESSION=token-of-li; Path=/; HttpOnly; SameSite=Strict");
    }

    @Test
    void aTokenThatIsNoneDoesNotComeBackInTheAnswer() throws Exception {
        for (String query : new String[] {"?target=/&token=stolen", "?token=stolen", "", "?target=/&token=stolen&token=good"}) {
            var answer = wf.get("/api/v1/enter" + query, "Anonymous", "1");
            assertThat(answer.statusCode()).as(query).isIn(401, 400);
            assertThat(answer.body()).doesNotContain("stolen");
            assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        }
    }

    @Test
    void whoeverOnlyLooksAtTheLinkUsesNothingUp() throws Exception {
        String link = "/api/v1/enter?target=/&token=good";
        assertThat(wf.send(wf.request(link, "Anonymous", "1").method("HEAD", BodyPublishers.noBody())).statusCode()).isEqualTo(401);
        assertThat(wf.get(link, "Anonymous", "1", "Sec-Purpose", "prefetch;prerender").statusCode()).isEqualTo(401);
        assertThat(wf.send(wf.request(link, "Anonymous", "1").POST(BodyPublishers.noBody())).statusCode()).isIn(401, 403);
    }

    // ---- sessions and cookies ----

    @Test
    void aSessionThatSomebodyElseSetIsNeverTakenUp() throws Exception {
        wf.doors.closed = null;
        var answer = wf.json("/api/v1/login", "{\"loginName\":\"zhao\",\"password\":\"secret\"}", "Cookie", "WFSESSION=t1.fixed");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Set-Cookie").orElse("")).startsWith("WFSESSION=token-of-zhao");
        assertThat(wf.doors.closed).as("and is none any more").isEqualTo("t1.fixed");
        wf.get("/api/v1/enter?target=/&token=good", "Cookie", "WFSESSION=t1.fixed2");
        assertThat(wf.doors.closed).isEqualTo("t1.fixed2");
    }

    @Test
    void onlyAListedProxySaysThatTheWayIsEncryptedAndWhereFrom() throws Exception {
        var direct = wf.json("/api/v1/login", "{\"loginName\":\"zhao\",\"password\":\"secret\"}", "Anonymous", "1", "X-Forwarded-Proto", "https",
                "X-Forwarded-For", "198.51.100.1");
        assertThat(direct.headers().firstValue("Set-Cookie").orElse("")).doesNotContain("Secure");
        assertThat(wf.engine.<Caller>argument(0).clientIp()).isEqualTo("127.0.0.1");
        String body = "{\"loginName\":\"zhao\",\"password\":\"secret\"}";
        String answer = wf.fromProxy("POST /api/v1/login HTTP/1.1\nHost: wf\nConnection: close\nContent-Type: application/json\nX-Forwarded-Proto: https\n"
                + "X-Forwarded-For: 1.1.1.1, 198.51.100.1\nContent-Length: " + body.length() + "\n\n" + body);
        assertThat(answer).contains(" 200 ").contains("SameSite=Strict; Secure");
        assertThat(wf.engine.<Caller>argument(0).clientIp()).isEqualTo("198.51.100.1");
    }

    // ---- the login filter ----

    @Test
    void aHeaderOfAnUnlistedSenderIsNobodysWord() throws Exception {
        problem(wf.get("/api/v1/me", "Anonymous", "1", "X-Remote-User", "admin"), 401, "UNAUTHENTICATED");
        assertThat(wf.get("/api/v1/me", "Cookie", COOKIE, "X-Remote-User", "admin").body()).contains("\"zhao\"").doesNotContain("\"admin\"");
        var entry = wf.get("/api/v1/enter?target=/", "Anonymous", "1", "X-Remote-User", "admin", "X-Forwarded-For", FaceServer.PROXY);
        assertThat(entry.headers().firstValue("Set-Cookie").orElse("")).as("he has to come back with this, and is nobody yet").startsWith("WFENTER=");
    }

    @Test
    void whomAListedProxyNamesIsSignedOnAndWritesOnlyWithTheHeaderThatNoForeignSiteCanSend() throws Exception {
        assertThat(wf.fromProxy("GET /api/v1/me HTTP/1.1\nHost: wf\nConnection: close\nX-Remote-User: li\n\n")).contains(" 200 ").contains("\"li\"");
        assertThat(wf.fromProxy("GET /api/v1/me HTTP/1.1\nHost: wf\nConnection: close\nX-Remote-User: li\nCookie: " + COOKIE + "\n\n"))
                .as("an old session of somebody else").contains("\"li\"");
        assertThat(wf.fromProxy("GET /api/v1/me HTTP/1.1\nHost: wf\nConnection: close\nX-Remote-User: li\nX-Remote-User: admin\n\n"))
                .as("two of them").contains(" 401 ");
        String write = "POST /api/v1/workitems/12/submit HTTP/1.1\nHost: wf\nConnection: close\nX-Remote-User: li\nContent-Type: application/json\nContent-Length: 2\n";
        assertThat(wf.fromProxy(write + "\n{}")).contains(" 403 ");
        assertThat(wf.fromProxy(write + "X-WF-CSRF: 1\n\n{}")).contains(" 200 ");
        assertThat(wf.fromProxy("POST /services/AccessPort HTTP/1.1\nHost: wf\nConnection: close\nX-Remote-User: li\nContent-Type: text/xml\nContent-Length: 4\n\n<x/>"))
                .as("SOAP is for programs").contains(" 401 ");
    }

    @Test
    void atTheEntryABrowserIsSentToWhoeverSignsItOn() throws Exception {
        var answer = wf.get("/api/v1/enter?target=%2Fx%3Fa%3Db", "Anonymous", "1");
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to)
                        .startsWith("https://cas.example/cas/login?service=https%3A%2F%2Fwf.example%2Fapi%2Fv1%2Fenter%3Ftarget%3D%252Fx%253Fa%253Db%26state%3D"));
        assertThat(answer.headers().allValues("Set-Cookie")).singleElement().asString().startsWith("WFENTER=").contains("HttpOnly; SameSite=Lax");
        for (String target : new String[] {"//evil.example", "https://evil.example", "/\\evil.example", ""}) {
            var evil = wf.get("/api/v1/enter?target=" + java.net.URLEncoder.encode(target, "UTF-8"), "Anonymous", "1");
            assertThat(evil.statusCode()).as(target).isEqualTo(401);
        }
    }
}
