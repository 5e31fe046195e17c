package wf.access.filter;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import wf.spi.LoginRefused;

/**
 * An OpenID provider: what it says of itself, read anew every hour, and the tokens that it signs. A provider that is down when
 * we start stops nobody from starting; what it said last counts until it says something else.
 */
final class OidcProvider {
    private static final System.Logger LOG = System.getLogger(OidcProvider.class.getName());
    private static final Duration FRESH = Duration.ofHours(1);
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int MILLIS = 3_000;
    private static final int MOST_BYTES = 500_000;
    private static final int SKEW_SECONDS = 30;

    private final String issuer;
    private final String client;
    private final String claim;
    private final Set<JWSAlgorithm> algorithms;
    private final Asking asking = new Asking("the OpenID provider");
    private volatile Known known;

    private record Known(Metadata metadata, DefaultJWTProcessor<SecurityContext> tokens, Instant until) { }

    /**
     * What a provider says of itself.
     *
     * @param end where to sign off; null where it has no such place
     * @param takesSecretsInForms whether our secret goes with the form, since it is not taken as HTTP Basic
     * @param namesItself whether each of its answers says by whom it is (RFC 9207)
     */
    record Metadata(String authorization, String token, String keys, String end, boolean takesSecretsInForms, boolean namesItself) { }

    OidcProvider(String issuer, String client, String claim, Set<JWSAlgorithm> algorithms) {
        this.issuer = issuer;
        this.client = client;
        this.claim = claim;
        this.algorithms = algorithms;
    }

    String issuer() {
        return issuer;
    }

    Metadata now() throws LoginRefused {
        return known().metadata();
    }

    /** Where to sign off, as far as it is known. */
    Optional<String> end() {
        try {
            return Optional.ofNullable(now().end());
        } catch (LoginRefused e) {
            LOG.log(System.Logger.Level.INFO, "Signing off here alone: {0}", e.getMessage());
            return Optional.empty();
        }
    }

    private Known known() throws LoginRefused {
        Known last = known;
        Instant now = Instant.now();
        if (last != null && now.isBefore(last.until())) {
            return last;
        }
        try {
            known = read(now);
        } catch (LoginRefused e) {
            if (last == null) {
                throw e;
            }
            LOG.log(System.Logger.Level.WARNING, "What the OpenID provider said last counts on: {0}", e.getMessage());
            known = new Known(last.metadata(), last.tokens(), now.plus(PATIENCE));
        }
        return known;
    }

    private Known read(Instant now) throws LoginRefused {
        String where = issuer.replaceFirst("/+$", "") + "/.well-known/openid-configuration";
        Asking.Answer answer = asking.ask(HttpRequest.newBuilder(URI.create(where)).header("Accept", "application/json").build());
        if (answer.status() != 200) {
            throw LoginRefused.down("the OpenID provider answers " + answer.status());
        }
        Map<String, Object> said = json(answer);
        try {
            if (!issuer.equals(said.get("issuer"))) {
                throw LoginRefused.down("what stands at the issuer is of another one");
            }
            List<String> ways = JSONObjectUtils.getStringList(said, "token_endpoint_auth_methods_supported");
            Metadata metadata = new Metadata(address(said, "authorization_endpoint"), address(said, "token_endpoint"), address(said, "jwks_uri"),
                    said.get("end_session_endpoint") == null ? null : address(said, "end_session_endpoint"),
                    ways != null && !ways.contains("client_secret_basic") && ways.contains("client_secret_post"),
                    Boolean.TRUE.equals(said.get("authorization_response_iss_parameter_supported")));
            boolean same = known != null && known.metadata().keys().equals(metadata.keys());
            return new Known(metadata, same ? known.tokens() : tokens(metadata.keys()), now.plus(FRESH));
        } catch (ParseException e) {
            throw LoginRefused.down("what the OpenID provider says of itself cannot be read");
        }
    }

    private static String address(Map<String, Object> said, String name) throws LoginRefused, ParseException {
        String address = JSONObjectUtils.getString(said, name);
        if (!Asking.isSafe(address)) {
            throw LoginRefused.down("the OpenID provider has no safe " + name);
        }
        return address;
    }

    private DefaultJWTProcessor<SecurityContext> tokens(String keys) throws LoginRefused {
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        try {
            JWKSource<SecurityContext> source = JWKSourceBuilder.create(URI.create(keys).toURL(), new DefaultResourceRetriever(MILLIS, MILLIS, MOST_BYTES))
                    .retrying(false).build();
            processor.setJWSKeySelector(new JWSVerificationKeySelector<>(algorithms, source));
        } catch (MalformedURLException e) {
            throw LoginRefused.down("the OpenID provider has no address of keys");
        }
        DefaultJWTClaimsVerifier<SecurityContext> verifier = new DefaultJWTClaimsVerifier<>(Set.of(client),
                new JWTClaimsSet.Builder().issuer(issuer).build(), new HashSet<>(List.of("exp", "iat", "sub", claim)), null);
        verifier.setMaxClockSkew(SKEW_SECONDS);
        processor.setJWTClaimsSetVerifier(verifier);
        return processor;
    }

    /** The token that the answer to this request has. */
    String token(HttpRequest request) throws LoginRefused {
        Asking.Answer answer = asking.ask(request);
        if (answer.status() >= 500) {
            throw LoginRefused.down("the OpenID provider answers " + answer.status());
        } else if (answer.status() != 200) {
            throw new LoginRefused("a code that the provider does not take: " + answer.status());
        }
        return Optional.ofNullable(json(answer).get("id_token")).map(Object::toString)
                .orElseThrow(() -> new LoginRefused("an answer of the provider without a token"));
    }

    /** What the token says, if it is the provider's, for us, and of now. */
    JWTClaimsSet checked(String token) throws LoginRefused, ParseException, BadJOSEException, JOSEException {
        return known().tokens().process(token, null);
    }

    private static Map<String, Object> json(Asking.Answer answer) throws LoginRefused {
        try {
            return JSONObjectUtils.parse(new String(answer.body(), StandardCharsets.UTF_8));
        } catch (ParseException e) {
            throw LoginRefused.down("an answer of the OpenID provider that cannot be read");
        }
    }
}
