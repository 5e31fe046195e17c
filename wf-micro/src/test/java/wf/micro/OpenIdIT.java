package wf.micro;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Signing on by OpenID Connect at a real provider, as browsers do, and signing off at both. */
@Tag("foreign")
class OpenIdIT {
    private static final int PORT = Integer.getInteger("wf.port") + 2;
    private static final Path DATA = Path.of(System.getProperty("wf.data")).resolveSibling("it-data-openid");
    private static OpenIdProvider provider;
    private static MicroServer product;

    @BeforeAll
    static void start() throws Exception {
        Child.empty(DATA);
        URI root = URI.create("http://127.0.0.1:" + PORT + "/");
        provider = OpenIdProvider.start(PORT + 10, root);
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.keySet().removeIf(name -> name.startsWith("WF_"));
        environment.putAll(RunningProduct.SAMPLE);
        environment.putAll(Map.of("WF_LOGIN_FILTER", "oidc", "WF_LOGIN_OIDC_ISSUER", provider.issuer().toString(), "WF_LOGIN_OIDC_CLIENT", "wf",
                "WF_LOGIN_OIDC_SECRET", OpenIdProvider.SECRET, "WF_LOGIN_OIDC_ENTRY", root.resolve("api/v1/enter").toString()));
        product = MicroServer.start(environment, PORT, DATA, System.out::println);
        Eventually.holds("the provider is known", OpenIdIT::isProviderKnown);
    }

    /** Whoever comes first is refused when the provider is slow to say what it is. */
    private static boolean isProviderKnown() {
        try {
            return new Visitor().get(entry("/")).statusCode() == 303;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @AfterAll
    static void stop() {
        if (product != null) {
            product.stop();
        }
        if (provider != null) {
            provider.close();
        }
    }

    @Test
    void whoeverSignsOnThereComesBackToThePageThatHeAskedFor() throws Exception {
        Visitor visitor = new Visitor();
        URI back = visitor.signedOnAtProvider("zhao", "/?view=todo");
        HttpResponse<String> in = visitor.get(back);
        assertThat(in.statusCode()).isEqualTo(303);
        assertThat(in.headers().firstValue("Location")).contains("/?view=todo");
        assertThat(in.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(String.join("\n", in.headers().allValues("Set-Cookie"))).contains("WFSESSION=").contains("SameSite=Strict").contains("WFENTER=; Max-Age=0");
        assertThat(visitor.me().body()).contains("\"id\":\"zhao\"");
        assertThat(visitor.get(back).statusCode()).as("the same code again").isEqualTo(401);
        assertThat(Files.readString(DATA.resolve("log").resolve("server.log"))).as("a log without secrets")
                .doesNotContain(OpenIdProvider.SECRET, parameter(back, "code"));
    }

    @Test
    void whatWasGivenToOneBrowserLetsNoOtherIn() throws Exception {
        URI stolen = new Visitor().signedOnAtProvider("zhao", "/");
        assertThat(new Visitor().get(stolen).statusCode()).as("a browser that asked for nothing").isEqualTo(401);
        Visitor another = new Visitor();
        another.get(entry("/"));
        assertThat(another.get(stolen).statusCode()).as("a browser that asked for something else").isEqualTo(401);
    }

    @Test
    void whoeverIsNobodyHereIsNotLetIn() throws Exception {
        Visitor visitor = new Visitor();
        URI back = visitor.signedOnAtProvider("nobody-of-ours", "/");
        assertThat(visitor.get(back).statusCode()).isEqualTo(401);
        assertThat(visitor.me().statusCode()).isEqualTo(401);
    }

    @Test
    void anAnswerOfSomebodyElseIsNone() throws Exception {
        Visitor visitor = new Visitor();
        URI back = visitor.signedOnAtProvider("zhao", "/");
        assertThat(visitor.get(URI.create(back.toString().replaceFirst("iss=[^&]*", "iss=https%3A%2F%2Fevil.example"))).statusCode()).isEqualTo(401);
        assertThat(visitor.get(URI.create(back.toString().replaceFirst("&iss=[^&]*", ""))).statusCode()).isEqualTo(401);
        assertThat(visitor.get(URI.create(back.toString().replaceFirst("code=[^&]*", "code=forged"))).statusCode()).isEqualTo(401);
        URI denied = URI.create(back.toString().replaceFirst("code=[^&]*", "error=access_denied"));
        assertThat(visitor.get(denied).statusCode()).isEqualTo(401);
    }

    @Test
    void nobodyIsSentElsewhere() throws Exception {
        for (String target : new String[] {"https://evil.example/", "//evil.example", "/api/v1/me", "/%5Cevil"}) {
            HttpResponse<String> answer = new Visitor().get(product.url().resolve("/api/v1/enter?target=" + target));
            assertThat(answer.statusCode()).as(target).isEqualTo(401);
            assertThat(answer.headers().firstValue("Location")).as(target).isEmpty();
        }
    }

    @Test
    void whoeverSignsOffSignsOffThereToo() throws Exception {
        Visitor visitor = new Visitor();
        visitor.get(visitor.signedOnAtProvider("li", "/"));
        HttpResponse<String> off = visitor.post(product.url().resolve("/api/v1/logout"), "");
        assertThat(off.statusCode()).isEqualTo(204);
        assertThat(visitor.me().statusCode()).isEqualTo(401);
        HttpResponse<String> asked = visitor.get(URI.create(off.headers().firstValue("Location").orElseThrow()));
        Matcher token = Pattern.compile("name=\"xsrf\" value=\"([^\"]+)\"").matcher(asked.body());
        assertThat(token.find()).as(asked.body()).isTrue();
        HttpResponse<String> done = visitor.post(provider.issuer().resolve("/session/end/confirm"), "xsrf=" + token.group(1) + "&logout=yes");
        assertThat(done.headers().firstValue("Location")).contains(product.url().toString());
        HttpResponse<String> again = visitor.get(URI.create(visitor.get(entry("/")).headers().firstValue("Location").orElseThrow()));
        assertThat(again.headers().firstValue("Location").orElseThrow()).as("he is asked who he is").contains("/interaction/");
    }

    @Test
    void passwordsAndProgramsGoOnAsBefore() throws Exception {
        HttpResponse<String> answer = new Visitor().get(product.url().resolve("/api/v1/me"));
        assertThat(answer.statusCode()).isEqualTo(401);
        Visitor visitor = new Visitor();
        HttpResponse<String> login = visitor.send(HttpRequest.newBuilder(product.url().resolve("/api/v1/login")).header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"loginName\":\"zhao\",\"password\":\"wf-demo-1\"}")));
        assertThat(login.statusCode()).isEqualTo(200);
        assertThat(visitor.post(product.url().resolve("/api/v1/logout"), "").headers().firstValue("Location")).as("nowhere else to sign off").isEmpty();
    }

    private static URI entry(String target) {
        return product.url().resolve("/api/v1/enter?target=" + target.replace("?", "%3F").replace("=", "%3D"));
    }

    private static String parameter(URI address, String name) {
        Matcher matcher = Pattern.compile("[?&]" + name + "=([^&]+)").matcher(address.toString());
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    /** A browser: it has cookies, and follows where it is sent one step at a time. */
    private static final class Visitor {
        private final HttpClient client = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER)
                .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL)).build();

        /** @return with what the provider sends the browser back */
        URI signedOnAtProvider(String name, String target) throws IOException, InterruptedException {
            HttpResponse<String> answer = get(entry(target));
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
            assertThat(String.join("\n", answer.headers().allValues("Set-Cookie"))).contains("WFENTER=").contains("HttpOnly").contains("SameSite=Lax");
            URI next = URI.create(answer.headers().firstValue("Location").orElseThrow());
            assertThat(next.toString()).startsWith(provider.issuer().toString()).contains("code_challenge_method=S256").contains("nonce=");
            for (int step = 0; step < 12 && !next.getPath().equals("/api/v1/enter"); step++) {
                answer = get(next);
                if (answer.statusCode() == 200) {
                    String prompt = answer.body().contains("name=\"login\"") ? "prompt=login&password=any&login=" + name : "prompt=consent";
                    answer = post(next, prompt);
                }
                next = next.resolve(answer.headers().firstValue("Location").orElseThrow());
            }
            return next;
        }

        HttpResponse<String> me() throws IOException, InterruptedException {
            return get(product.url().resolve("/api/v1/me"));
        }

        HttpResponse<String> get(URI address) throws IOException, InterruptedException {
            return send(HttpRequest.newBuilder(address).GET());
        }

        HttpResponse<String> post(URI address, String form) throws IOException, InterruptedException {
            return send(HttpRequest.newBuilder(address).header("Content-Type", "application/x-www-form-urlencoded").header("X-WF-CSRF", "1")
                    .POST(BodyPublishers.ofString(form)));
        }

        HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
            return client.send(request.build(), BodyHandlers.ofString());
        }
    }
}
