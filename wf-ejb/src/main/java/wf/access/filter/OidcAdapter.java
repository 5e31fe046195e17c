package wf.access.filter;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jwt.JWTClaimsSet;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.ParseException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import wf.setting.Setting;
import wf.setting.Settings;
import wf.spi.LoginCall;
import wf.spi.LoginClaim;
import wf.spi.LoginFilterAdapter;
import wf.spi.LoginRefused;

/**
 * OpenID Connect by authorization code with PKCE, at the entry alone: whoever comes is sent to the provider, and comes back
 * with a code that we exchange for a signed token. State, nonce and the secret of the code stand in a cookie of the browser
 * that asked, so that no other one can come in by what this one was given.
 */
final class OidcAdapter implements LoginFilterAdapter {
    static final String NAME = "oidc";
    private static final String PREFIX = "oidc:";
    private static final int LONGEST_CODE = 4_000;
    private static final int LONGEST_HINT = 5_900;

    private final OidcProvider provider;
    private final String client;
    private final String secret;
    private final String entry;
    private final String scopes;
    private final String claim;
    private final String tenantClaim;

    OidcAdapter(Settings settings) {
        client = JwtAdapter.needed(settings, Setting.LOGIN_OIDC_CLIENT);
        secret = settings.text(Setting.LOGIN_OIDC_SECRET);
        entry = Asking.safe(Setting.LOGIN_OIDC_ENTRY, JwtAdapter.needed(settings, Setting.LOGIN_OIDC_ENTRY));
        scopes = settings.text(Setting.LOGIN_OIDC_SCOPES);
        claim = settings.text(Setting.LOGIN_OIDC_CLAIM);
        tenantClaim = settings.text(Setting.LOGIN_OIDC_TENANT);
        provider = new OidcProvider(Asking.safe(Setting.LOGIN_OIDC_ISSUER, JwtAdapter.needed(settings, Setting.LOGIN_OIDC_ISSUER)), client, claim,
                JwtAdapter.algorithms(Setting.LOGIN_OIDC_ALGORITHMS, settings.text(Setting.LOGIN_OIDC_ALGORITHMS)));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<LoginClaim> identify(LoginCall call) throws LoginRefused {
        if (!call.isEntry()) {
            return Optional.empty();
        } else if (call.parameter("state") != null && (call.parameter("code") != null || call.parameter("error") != null)) {
            return Optional.of(returned(call));
        }
        return call.target() == null ? Optional.empty() : Optional.of(sent(call.target()));
    }

    // ---- there ----

    private LoginClaim sent(String target) throws LoginRefused {
        String state = Chance.word();
        String nonce = Chance.word();
        String verifier = Chance.word();
        Map<String, String> asked = new LinkedHashMap<>();
        asked.put("response_type", "code");
        asked.put("client_id", client);
        asked.put("redirect_uri", entry);
        asked.put("scope", scopes);
        asked.put("state", state);
        asked.put("nonce", nonce);
        asked.put("code_challenge", challenge(verifier));
        asked.put("code_challenge_method", "S256");
        return LoginClaim.elsewhere(with(provider.now().authorization(), asked), PREFIX + String.join(" ", state, nonce, verifier, target));
    }

    private static String challenge(String verifier) {
        try {
            return Base64.getUrlEncoder().withoutPadding()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    // ---- and back ----

    private LoginClaim returned(LoginCall call) throws LoginRefused {
        String[] remembered = call.remembered() == null || !call.remembered().startsWith(PREFIX) ? new String[0]
                : call.remembered().substring(PREFIX.length()).split(" ", 4);
        if (remembered.length != 4 || !Chance.isSame(remembered[0], call.parameter("state"))) {
            throw new LoginRefused("an answer that another browser asked for, or too long ago");
        }
        OidcProvider.Metadata now = provider.now();
        String issuer = call.parameter("iss");
        if (issuer == null ? now.namesItself() : !issuer.equals(provider.issuer())) {
            throw new LoginRefused("an answer that is not of this provider");
        } else if (call.parameter("error") != null) {
            throw new LoginRefused("the provider says " + call.parameter("error").replaceAll("[^a-z_]", ""));
        } else if (call.parameter("code").length() > LONGEST_CODE) {
            throw new LoginRefused("a code that cannot be one");
        }
        String token = exchanged(now, call.parameter("code"), remembered[2]);
        return claimed(token, remembered[1]).to(remembered[3]).signingOffWith(token.length() > LONGEST_HINT ? PREFIX : PREFIX + token);
    }

    private LoginClaim claimed(String token, String nonce) throws LoginRefused {
        try {
            JWTClaimsSet said = provider.checked(token);
            if (!Chance.isSame(nonce, said.getStringClaim("nonce"))) {
                throw new LoginRefused("a token with another nonce");
            } else if (said.getAudience().size() > 1 && !client.equals(said.getStringClaim("azp"))) {
                throw new LoginRefused("a token for several, of whom we are not the first");
            }
            String tenant = tenantClaim.isEmpty() ? null : said.getStringClaim(tenantClaim);
            if (!tenantClaim.isEmpty() && tenant == null) {
                throw new LoginRefused("a token without a tenant");
            }
            return LoginClaim.shown(tenant, said.getStringClaim(claim));
        } catch (KeySourceException e) {
            throw LoginRefused.down("the keys of the OpenID provider cannot be read");
        } catch (ParseException | BadJOSEException | JOSEException | RuntimeException e) {
            throw new LoginRefused("a token that is not right: " + e.getClass().getSimpleName());
        }
    }

    /** The signed token for the code; only we can have it, since only this browser brought the secret that belongs to it. */
    private String exchanged(OidcProvider.Metadata now, String code, String verifier) throws LoginRefused {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "authorization_code");
        form.put("code", code);
        form.put("redirect_uri", entry);
        form.put("code_verifier", verifier);
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(now.token())).header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "application/json");
        if (secret.isEmpty() || now.takesSecretsInForms()) {
            form.put("client_id", client);
        }
        if (!secret.isEmpty() && now.takesSecretsInForms()) {
            form.put("client_secret", secret);
        } else if (!secret.isEmpty()) {
            request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString((encoded(client) + ":" + encoded(secret)).getBytes(StandardCharsets.UTF_8)));
        }
        return provider.token(request.POST(BodyPublishers.ofString(query(form))).build());
    }

    // ---- and off ----

    /** Without a token of ours the provider asks him whether he means it. */
    @Override
    public String signOff(String hint) {
        if (hint == null || !hint.startsWith(PREFIX)) {
            return null;
        }
        Map<String, String> asked = new LinkedHashMap<>();
        asked.put("client_id", client);
        asked.put("post_logout_redirect_uri", URI.create(entry).resolve("/").toString());
        if (hint.length() > PREFIX.length()) {
            asked.put("id_token_hint", hint.substring(PREFIX.length()));
        }
        return provider.end().map(end -> with(end, asked)).orElse(null);
    }

    private static String with(String address, Map<String, String> parameters) {
        return address + (address.contains("?") ? "&" : "?") + query(parameters);
    }

    private static String query(Map<String, String> parameters) {
        return parameters.entrySet().stream().map(p -> p.getKey() + "=" + encoded(p.getValue())).collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
