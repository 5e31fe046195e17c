package wf.access.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import wf.contract.ErrorCode;
import wf.refusal.Refused;
import wf.setting.Settings;
import wf.spi.LoginCall;
import wf.spi.LoginClaim;

/** What a provider, or somebody who plays one, must not get away with. A real one is asked in {@code OpenIdIT}. */
class OidcTest {
    private HttpServer server;
    private String issuer;
    private RSAKey key;
    private Function<Map<String, String>, String> token;
    private Map<String, String> exchanged;
    private String authorization;
    private final Map<String, Object> metadata = new LinkedHashMap<>();

    @BeforeEach
    void aProvider() throws Exception {
        key = new RSAKeyGenerator(2048).keyID("k1").generate();
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        issuer = "http://127.0.0.1:" + server.getAddress().getPort();
        metadata.putAll(Map.of("issuer", issuer, "authorization_endpoint", issuer + "/auth?tenant=1", "token_endpoint", issuer + "/token", "jwks_uri", issuer + "/keys",
                "end_session_endpoint", issuer + "/off"));
        answer("/.well-known/openid-configuration", form -> com.nimbusds.jose.util.JSONObjectUtils.toJSONString(metadata));
        answer("/keys", form -> new JWKSet(key.toPublicJWK()).toString());
        answer("/token", form -> {
            exchanged = form;
            return "{\"access_token\":\"a\",\"id_token\":\"" + token.apply(form) + "\"}";
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(String path, Function<Map<String, String>, String> said) {
        server.createContext(path, exchange -> {
            authorization = path.equals("/token") ? exchange.getRequestHeaders().getFirst("Authorization") : authorization;
            byte[] body = said.apply(form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8))).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }

    private static Map<String, String> form(String text) {
        Map<String, String> form = new HashMap<>();
        for (String pair : text.split("&")) {
            if (pair.contains("=")) {
                form.put(pair.substring(0, pair.indexOf('=')), URLDecoder.decode(pair.substring(pair.indexOf('=') + 1), StandardCharsets.UTF_8));
            }
        }
        return form;
    }

    @Test
    void aCodeIsExchangedForWhoItIs() {
        LoginFilter filter = filter(Map.of());
        Sent sent = sent(filter, "/todo?a=b");
        token = form -> signed(claims(sent), key);
        LoginClaim claim = back(filter, sent, Map.of()).orElse(null);
        assertThat(claim.loginName()).isEqualTo("li");
        assertThat(claim.target()).isEqualTo("/todo?a=b");
        assertThat(claim.isAmbient()).isFalse();
        assertThat(exchanged).containsEntry("grant_type", "authorization_code").containsEntry("code", "c0de")
                .containsEntry("redirect_uri", "https://wf.example/api/v1/enter").doesNotContainKey("client_secret");
        assertThat(authorization).isEqualTo("Basic " + Base64.getEncoder().encodeToString("wf:s%3A1".getBytes(StandardCharsets.UTF_8)));
        assertThat(filter.signOff(claim.signOff())).hasValueSatisfying(address -> assertThat(address)
                .startsWith(issuer + "/off?client_id=wf&post_logout_redirect_uri=https%3A%2F%2Fwf.example%2F&id_token_hint="));
        assertThat(filter.signOff("cas:x")).isEmpty();
    }

    @Test
    void whatIsAskedIsNewEachTimeAndTheSecretOfTheCodeStaysHere() {
        LoginFilter filter = filter(Map.of());
        Sent one = sent(filter, "/");
        Sent other = sent(filter, "/");
        assertThat(one.asked.get("state")).isNotEqualTo(other.asked.get("state")).hasSize(43);
        assertThat(one.asked.get("nonce")).isNotEqualTo(other.asked.get("nonce")).hasSize(43);
        assertThat(one.asked).containsEntry("response_type", "code").containsEntry("scope", "openid").containsEntry("tenant", "1");
        assertThat(one.remembered.split(" ")).hasSize(4);
        assertThat(one.address).doesNotContain(one.remembered.split(" ")[2]);
    }

    @Test
    void aTokenThatIsNotForUsOrNotOfNowOrNotOfThisAskingIsNone() throws Exception {
        RSAKey another = new RSAKeyGenerator(2048).keyID("k1").generate();
        LoginFilter filter = filter(Map.of());
        Date past = Date.from(Instant.now().minusSeconds(600));
        Map<String, Function<Sent, String>> wrong = new LinkedHashMap<>();
        wrong.put("another nonce", s -> signed(new JWTClaimsSet.Builder(claims(s)).claim("nonce", "n").build(), key));
        wrong.put("no nonce", s -> signed(new JWTClaimsSet.Builder(claims(s)).claim("nonce", null).build(), key));
        wrong.put("another issuer", s -> signed(new JWTClaimsSet.Builder(claims(s)).issuer("https://evil.example").build(), key));
        wrong.put("another audience", s -> signed(new JWTClaimsSet.Builder(claims(s)).audience("other").build(), key));
        wrong.put("several, and not first for us", s -> signed(new JWTClaimsSet.Builder(claims(s)).audience(List.of("other", "wf")).build(), key));
        wrong.put("over", s -> signed(new JWTClaimsSet.Builder(claims(s)).expirationTime(past).build(), key));
        wrong.put("without an end", s -> signed(new JWTClaimsSet.Builder(claims(s)).expirationTime(null).build(), key));
        wrong.put("nobody", s -> signed(new JWTClaimsSet.Builder(claims(s)).subject(null).build(), key));
        wrong.put("another key", s -> signed(claims(s), another));
        wrong.put("unsigned", s -> new PlainJWT(claims(s)).serialize());
        wrong.put("no token", s -> "x");
        wrong.forEach((name, made) -> {
            Sent sent = sent(filter, "/");
            token = form -> made.apply(sent);
            refused(ErrorCode.UNAUTHENTICATED, name, () -> back(filter, sent, Map.of()));
        });
    }

    @Test
    void anAnswerThatThisBrowserDidNotAskForIsNone() {
        LoginFilter filter = filter(Map.of());
        Sent sent = sent(filter, "/");
        Sent other = sent(filter, "/");
        token = form -> signed(claims(sent), key);
        refused(ErrorCode.UNAUTHENTICATED, "another's state", () -> back(filter, sent, Map.of("state", other.asked.get("state"))));
        refused(ErrorCode.UNAUTHENTICATED, "no cookie", () -> filter.identify(new Call(null, null, Map.of("code", "c", "state", sent.asked.get("state"))), Locale.ENGLISH));
        refused(ErrorCode.UNAUTHENTICATED, "a cookie of another way", () -> filter.identify(new Call(null, "cas:" + sent.asked.get("state"),
                Map.of("code", "c", "state", sent.asked.get("state"))), Locale.ENGLISH));
        refused(ErrorCode.UNAUTHENTICATED, "denied", () -> back(filter, sent, Map.of("error", "access_denied")));
        refused(ErrorCode.UNAUTHENTICATED, "of another", () -> back(filter, sent, Map.of("iss", "https://evil.example")));
        assertThat(back(filter, sent, Map.of("iss", issuer))).isPresent();
    }

    @Test
    void aProviderThatNamesItselfHasToDoSo() {
        metadata.put("authorization_response_iss_parameter_supported", true);
        LoginFilter filter = filter(Map.of());
        Sent sent = sent(filter, "/");
        token = form -> signed(claims(sent), key);
        refused(ErrorCode.UNAUTHENTICATED, "without a name", () -> back(filter, sent, Map.of()));
        assertThat(back(filter, sent, Map.of("iss", issuer))).isPresent();
    }

    @Test
    void aProviderThatIsDownOrSaysNonsenseIsToldApart() {
        Consumer<LoginFilter> down = filter -> refused(ErrorCode.UNAVAILABLE, "down", () -> sent(filter, "/"));
        metadata.put("issuer", "https://evil.example");
        down.accept(filter(Map.of()));
        metadata.put("issuer", issuer);
        metadata.put("token_endpoint", "http://evil.example/token");
        down.accept(filter(Map.of()));
        metadata.remove("token_endpoint");
        down.accept(filter(Map.of()));
        server.stop(0);
        down.accept(filter(Map.of()));
    }

    @Test
    void theSecretGoesWithTheFormWhereHeTakesNoOther() {
        metadata.put("token_endpoint_auth_methods_supported", List.of("client_secret_post"));
        LoginFilter filter = filter(Map.of());
        Sent sent = sent(filter, "/");
        token = form -> signed(claims(sent), key);
        assertThat(back(filter, sent, Map.of())).isPresent();
        assertThat(exchanged).containsEntry("client_id", "wf").containsEntry("client_secret", "s:1");
    }

    @Test
    void elsewhereThanAtTheEntryItSaysNothing() {
        LoginCall elsewhere = new Call(null, null, Map.of("code", "c", "state", "s")) {
            @Override
            public boolean isEntry() {
                return false;
            }
        };
        assertThat(filter(Map.of()).identify(elsewhere, Locale.ENGLISH)).isEmpty();
    }

    @Test
    void settingsThatWouldLetAnybodyInStopTheStart() {
        for (String missing : List.of("issuer", "client", "entry")) {
            assertThatThrownBy(() -> filter(Map.of("wf.login.oidc." + missing, ""))).isInstanceOf(IllegalStateException.class).hasMessageContaining(missing);
        }
        assertThatThrownBy(() -> filter(Map.of("wf.login.oidc.issuer", "http://id.example"))).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> filter(Map.of("wf.login.oidc.algorithms", "HS256"))).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> filter(Map.of("wf.login.oidc.algorithms", "none"))).isInstanceOf(IllegalStateException.class);
    }

    // ---- words ----

    /** What a browser was sent away with. */
    private record Sent(String address, Map<String, String> asked, String remembered) { }

    private static Sent sent(LoginFilter filter, String target) {
        LoginClaim claim = filter.identify(new Call(target, null, Map.of("target", target)), Locale.ENGLISH).orElseThrow();
        return new Sent(claim.address(), form(claim.address().substring(claim.address().indexOf('?') + 1)), claim.remembered());
    }

    private static java.util.Optional<LoginClaim> back(LoginFilter filter, Sent sent, Map<String, String> other) {
        Map<String, String> brought = new HashMap<>(Map.of("code", "c0de", "state", sent.asked.get("state")));
        brought.putAll(other);
        return filter.identify(new Call(null, sent.remembered, brought), Locale.ENGLISH);
    }

    private JWTClaimsSet claims(Sent sent) {
        return new JWTClaimsSet.Builder().issuer(issuer).audience("wf").subject("li").claim("nonce", sent.asked.get("nonce"))
                .issueTime(new Date()).expirationTime(Date.from(Instant.now().plusSeconds(60))).build();
    }

    private static String signed(JWTClaimsSet claims, RSAKey key) {
        try {
            SignedJWT token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims);
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (com.nimbusds.jose.JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private LoginFilter filter(Map<String, String> other) {
        Map<String, String> settings = new HashMap<>(Map.of("wf.login.filter", "oidc", "wf.login.oidc.issuer", issuer, "wf.login.oidc.client", "wf",
                "wf.login.oidc.secret", "s:1", "wf.login.oidc.entry", "https://wf.example/api/v1/enter"));
        settings.putAll(other);
        return new LoginFilter(new Settings(settings::get, name -> null), List.of());
    }

    private static void refused(ErrorCode code, String name, org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
        assertThatThrownBy(act).as(name).isInstanceOfSatisfying(Refused.class, e -> assertThat(e.problem().code).as(name).isEqualTo(code));
    }

    private static class Call implements LoginCall {
        private final String target;
        private final String remembered;
        private final Map<String, String> parameters;

        Call(String target, String remembered, Map<String, String> parameters) {
            this.target = target;
            this.remembered = remembered;
            this.parameters = parameters;
        }

        @Override
        public String header(String name) {
            return null;
        }

        @Override
        public String parameter(String name) {
            return parameters.get(name);
        }

        @Override
        public boolean isFromProxy() {
            return false;
        }

        @Override
        public String target() {
            return target;
        }

        @Override
        public boolean isEntry() {
            return true;
        }

        @Override
        public String remembered() {
            return remembered;
        }
    }
}
