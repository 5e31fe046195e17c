package wf.access.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wf.contract.ErrorCode;
import wf.refusal.Refused;
import wf.setting.Settings;
import wf.spi.LoginCall;
import wf.spi.LoginClaim;
import wf.spi.LoginFilterAdapter;

/** Whom others have signed on: what is believed of it, and what is not. */
class LoginFilterTest {
    private static RSAKey key;
    private static RSAKey another;

    @TempDir
    Path folder;

    @BeforeAll
    static void keys() throws JOSEException {
        key = new RSAKeyGenerator(2048).keyID("k1").generate();
        another = new RSAKeyGenerator(2048).keyID("k1").generate();
    }

    // ---- header ----

    @Test
    void aHeaderIsBelievedOfAListedProxyAlone() {
        LoginFilter filter = filter(Map.of("wf.login.filter", "header", "wf.login.header", "X-User"));
        assertThat(identify(filter, new Call(true, null).with("X-User", " li ")).orElseThrow().loginName()).isEqualTo("li");
        assertThat(identify(filter, new Call(true, null).with("X-User", "li")).orElseThrow().isAmbient()).isTrue();
        assertThat(identify(filter, new Call(false, null).with("X-User", "li"))).isEmpty();
        assertThat(identify(filter, new Call(true, null).with("X-Remote-User", "li"))).isEmpty();
        assertThat(identify(filter, new Call(true, null).with("X-User", " "))).isEmpty();
        assertThat(identify(filter, new Call(true, null).with("X-User", "other/li")).orElseThrow().tenant()).as("no way to another tenant").isNull();
    }

    @Test
    void withoutASettingNobodyIsAsked() {
        assertThat(identify(filter(Map.of()), new Call(true, "/").with("X-Remote-User", "li").with("Authorization", "Bearer x"))).isEmpty();
    }

    @Test
    void aBeanOfTheInstallationIsAskedByItsName() {
        LoginFilterAdapter bean = new LoginFilterAdapter() {
            @Override
            public String name() {
                return "portal";
            }

            @Override
            public Optional<LoginClaim> identify(LoginCall call) {
                return Optional.of(LoginClaim.shown("other", "sun"));
            }
        };
        LoginFilter filter = new LoginFilter(new Settings(Map.of("wf.login.filter", "portal")::get, n -> null), List.of(bean));
        assertThat(filter.identify(new Call(false, null), Locale.ENGLISH).orElseThrow().tenant()).isEqualTo("other");
        assertThatThrownBy(() -> filter(Map.of("wf.login.filter", "portal"))).isInstanceOf(IllegalStateException.class).hasMessageContaining("portal");
    }

    // ---- JWT ----

    private LoginFilter jwt() throws Exception {
        Path file = Files.writeString(folder.resolve("keys.json"), new JWKSet(key.toPublicJWK()).toString());
        return filter(jwtSettings(file.toString()));
    }

    private static Map<String, String> jwtSettings(String keys) {
        return Map.of("wf.login.filter", "jwt", "wf.login.jwt.keys", keys, "wf.login.jwt.issuer", "https://idp.example", "wf.login.jwt.audience", "wf");
    }

    private static JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder().subject("li").issuer("https://idp.example").audience("wf").expirationTime(Date.from(Instant.now().plusSeconds(60)));
    }

    private static String signed(RSAKey with, JWTClaimsSet claims) throws JOSEException {
        SignedJWT token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("k1").type(JOSEObjectType.JWT).build(), claims);
        token.sign(new RSASSASigner(with));
        return token.serialize();
    }

    private static Call bearer(String token) {
        return new Call(false, null).with("Authorization", "Bearer " + token);
    }

    @Test
    void aTokenOfTheIssuerForUsSignsOn() throws Exception {
        LoginClaim claim = identify(jwt(), bearer(signed(key, claims().build()))).orElseThrow();
        assertThat(claim.loginName()).isEqualTo("li");
        assertThat(claim.isAmbient()).as("no browser sends it by itself").isFalse();
        assertThat(identify(jwt(), new Call(false, null))).isEmpty();
        assertThat(identify(jwt(), new Call(false, null).with("Authorization", "Basic eA=="))).isEmpty();
    }

    @Test
    void everyOtherTokenIsRefusedAlike() throws Exception {
        LoginFilter filter = jwt();
        List<String> bad = new ArrayList<>(List.of("", "x", "a.b.c", "x".repeat(20_000)));
        bad.add(signed(another, claims().build()));
        bad.add(signed(key, claims().expirationTime(Date.from(Instant.now().minusSeconds(60))).build()));
        bad.add(signed(key, claims().expirationTime(null).build()));
        bad.add(signed(key, claims().issuer("https://evil.example").build()));
        bad.add(signed(key, claims().issuer(null).build()));
        bad.add(signed(key, claims().audience("another").build()));
        bad.add(signed(key, claims().audience((String) null).build()));
        bad.add(signed(key, claims().notBeforeTime(Date.from(Instant.now().plusSeconds(600))).build()));
        bad.add(signed(key, claims().subject(null).build()));
        bad.add(new PlainJWT(claims().build()).serialize());
        SignedJWT byPublicKey = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("k1").build(), claims().build());
        byPublicKey.sign(new MACSigner(key.toRSAPublicKey().getEncoded()));
        bad.add(byPublicKey.serialize());
        SignedJWT otherAlgorithm = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS512).keyID("k1").build(), claims().build());
        otherAlgorithm.sign(new RSASSASigner(key));
        bad.add(otherAlgorithm.serialize());
        String good = signed(key, claims().build());
        bad.add(good.substring(0, good.length() - 4) + "AAAA");
        SignedJWT withItsOwnKey = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).jwk(another.toPublicJWK()).build(), claims().build());
        withItsOwnKey.sign(new RSASSASigner(another));
        bad.add(withItsOwnKey.serialize());
        String sentence = refused(ErrorCode.UNAUTHENTICATED, () -> identify(filter, bearer("x")));
        bad.forEach(token -> assertThat(refused(ErrorCode.UNAUTHENTICATED, () -> identify(filter, bearer(token)))).as(token).isEqualTo(sentence));
    }

    @Test
    void aTenantComesFromItsClaimOrNotAtAll() throws Exception {
        Path file = Files.writeString(folder.resolve("keys.json"), new JWKSet(key.toPublicJWK()).toString());
        Map<String, String> settings = new HashMap<>(jwtSettings(file.toString()));
        settings.put("wf.login.jwt.tenant", "org");
        LoginFilter filter = filter(settings);
        assertThat(identify(filter, bearer(signed(key, claims().claim("org", "other").build()))).orElseThrow().tenant()).isEqualTo("other");
        refused(ErrorCode.UNAUTHENTICATED, () -> identify(filter, bearer(signed(key, claims().build()))));
    }

    @Test
    void settingsThatWouldLetAnybodyInStopTheStart() {
        for (String algorithms : List.of("none", "HS256", "RS256,HS512", "nonsense", ",")) {
            Map<String, String> settings = new HashMap<>(jwtSettings("https://idp.example/keys"));
            settings.put("wf.login.jwt.algorithms", algorithms);
            assertThatThrownBy(() -> filter(settings)).as(algorithms).isInstanceOf(IllegalStateException.class);
        }
        for (String missing : List.of("wf.login.jwt.issuer", "wf.login.jwt.audience", "wf.login.jwt.keys")) {
            Map<String, String> settings = new HashMap<>(jwtSettings("https://idp.example/keys"));
            settings.remove(missing);
            assertThatThrownBy(() -> filter(settings)).isInstanceOf(IllegalStateException.class).hasMessageContaining(missing);
        }
        assertThatThrownBy(() -> filter(jwtSettings("http://idp.example/keys"))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void anIssuerThatIsDownIsToldApart() throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/keys", exchange -> {
            byte[] keys = new JWKSet(key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, keys.length);
            exchange.getResponseBody().write(keys);
            exchange.close();
        });
        server.start();
        LoginFilter filter = filter(jwtSettings("http://127.0.0.1:" + server.getAddress().getPort() + "/keys"));
        assertThat(identify(filter, bearer(signed(key, claims().build()))).orElseThrow().loginName()).isEqualTo("li");
        server.stop(0);
        assertThat(identify(filter, bearer(signed(key, claims().build())))).as("its keys are known").isPresent();
        LoginFilter fresh = filter(jwtSettings("http://127.0.0.1:" + server.getAddress().getPort() + "/keys"));
        refused(ErrorCode.UNAVAILABLE, () -> identify(fresh, bearer(signed(key, claims().build()))));
    }

    // ---- CAS ----

    private static String success(String user) {
        return "<cas:serviceResponse xmlns:cas='http://www.yale.edu/tp/cas'><cas:authenticationSuccess><cas:user>" + user
                + "</cas:user><cas:attributes><cas:x>1</cas:x></cas:attributes></cas:authenticationSuccess></cas:serviceResponse>";
    }

    /** @param answer what a CAS server says to this query */
    private static HttpServer cas(UnaryOperator<String> answer) throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/cas/p3/serviceValidate", exchange -> {
            byte[] said = answer.apply(exchange.getRequestURI().getRawQuery()).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, said.length);
            exchange.getResponseBody().write(said);
            exchange.close();
        });
        server.start();
        return server;
    }

    private static LoginFilter filter(HttpServer server) {
        return filter(Map.of("wf.login.filter", "cas", "wf.login.cas.url", "http://127.0.0.1:" + server.getAddress().getPort() + "/cas/",
                "wf.login.cas.service", "https://wf.example/api/v1/enter"));
    }

    @Test
    void aTicketIsAskedAboutForThisEntryAndThisBrowserAlone() throws Exception {
        HttpServer server = cas(query -> query.matches("service=https%3A%2F%2Fwf.example%2Fapi%2Fv1%2Fenter%3Ftarget%3D%252Ftodo%26state%3D[\\w-]{43}&ticket=ST-1-x")
                ? success("李") : "<no/>");
        try {
            LoginFilter filter = filter(server);
            LoginClaim sent = identify(filter, new Call(false, "/todo")).orElseThrow();
            assertThat(sent.address()).contains("/cas/login?service=https%3A%2F%2Fwf.example");
            Call back = back(sent, "/todo");
            assertThat(identify(filter, back.asking("ticket", "ST-1-x")).orElseThrow().loginName()).isEqualTo("李");
            assertThat(identify(filter, new Call(false, null).asking("ticket", "ST-1-x"))).as("elsewhere it is none").isEmpty();
            refused(ErrorCode.UNAUTHENTICATED, () -> identify(filter, back(sent, "/else").asking("ticket", "ST-1-x")));
            for (String bad : List.of("", "ST 1", "ST-1&service=x", "x".repeat(300), "ST-1\r\nX: y", "票")) {
                refused(ErrorCode.UNAUTHENTICATED, () -> identify(filter, back(sent, "/todo").asking("ticket", bad)));
            }
            Call stranger = new Call(false, "/todo").asking("ticket", "ST-1-x").asking("state", back.parameter("state"));
            refused(ErrorCode.UNAUTHENTICATED, () -> identify(filter, stranger));
            stranger.remembering(identify(filter, new Call(false, "/todo")).orElseThrow().remembered());
            refused(ErrorCode.UNAUTHENTICATED, () -> identify(filter, stranger));
            refused(ErrorCode.UNAUTHENTICATED, () -> identify(filter, new Call(false, "/todo").asking("ticket", "ST-1-x")));
        } finally {
            server.stop(0);
        }
    }

    /** The browser that was sent away comes back with its cookie. */
    private static Call back(LoginClaim sent, String target) {
        String word = sent.remembered().substring(sent.remembered().indexOf(':') + 1);
        return new Call(false, target).asking("state", word).remembering(sent.remembered());
    }

    @Test
    void whatACasServerCannotMeanIsRefused() throws Exception {
        for (String said : List.of("", "<x/>", "user", "<cas:serviceResponse xmlns:cas='http://www.yale.edu/tp/cas'><cas:authenticationFailure code='INVALID_TICKET'>"
                + "<cas:user>li</cas:user></cas:authenticationFailure></cas:serviceResponse>", success("li").replace("http://www.yale.edu/tp/cas", "urn:evil"),
                "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>" + success("&e;"), success("li").substring(0, 60))) {
            HttpServer server = cas(query -> said);
            try {
                refused(ErrorCode.UNAUTHENTICATED, () -> {
                    LoginFilter filter = filter(server);
                    identify(filter, back(identify(filter, new Call(false, "/")).orElseThrow(), "/").asking("ticket", "ST-1"));
                });
            } finally {
                server.stop(0);
            }
        }
    }

    @Test
    void aCasServerThatHangsIsWaitedForAMomentAndNoLonger() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        HttpServer server = cas(query -> {
            try {
                end.await(300, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return success("li");
        });
        try {
            long before = System.nanoTime();
            refused(ErrorCode.UNAVAILABLE, () -> {
                    LoginFilter filter = filter(server);
                    identify(filter, back(identify(filter, new Call(false, "/")).orElseThrow(), "/").asking("ticket", "ST-1"));
                });
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(60));
        } finally {
            end.countDown();
            server.stop(0);
        }
    }

    private static LoginFilter filter(Map<String, String> settings) {
        return new LoginFilter(new Settings(settings::get, name -> null), List.of());
    }

    private static Optional<LoginClaim> identify(LoginFilter filter, LoginCall call) {
        return filter.identify(call, Locale.ENGLISH);
    }

    private static String refused(ErrorCode code, ThrowingCallable call) {
        String[] message = new String[1];
        assertThatThrownBy(call).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.problem().code).isEqualTo(code);
            message[0] = refused.problem().message;
        });
        return message[0];
    }

    private static final class Call implements LoginCall {
        private final boolean fromProxy;
        private final String target;
        private String remembered;
        private final Map<String, String> headers = new HashMap<>();
        private final Map<String, String> parameters = new HashMap<>();

        Call(boolean fromProxy, String target) {
            this.fromProxy = fromProxy;
            this.target = target;
        }

        Call with(String header, String value) {
            headers.put(header, value);
            return this;
        }

        Call asking(String name, String value) {
            parameters.put(name, value);
            return this;
        }

        Call remembering(String what) {
            remembered = what;
            return this;
        }

        @Override
        public String remembered() {
            return remembered;
        }

        @Override
        public String header(String name) {
            return headers.get(name);
        }

        @Override
        public String parameter(String name) {
            return parameters.get(name);
        }

        @Override
        public boolean isFromProxy() {
            return fromProxy;
        }

        @Override
        public String target() {
            return target;
        }
    }
}
