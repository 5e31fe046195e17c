package wf.access.filter;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import wf.setting.Setting;
import wf.setting.Settings;
import wf.spi.LoginCall;
import wf.spi.LoginClaim;
import wf.spi.LoginFilterAdapter;
import wf.spi.LoginRefused;

/**
 * Signed tokens of somebody who signs people on, sent as {@code Authorization: Bearer}. Issuer, audience and expiry have to
 * be right, and the algorithm is one of those in the settings, which are of public keys alone: what a token says of itself
 * chooses nothing.
 */
final class JwtAdapter implements LoginFilterAdapter {
    static final String NAME = "jwt";
    private static final String SCHEME = "bearer ";
    private static final int LONGEST = 16_000;
    private static final int MILLIS = 3_000;
    private static final int MOST_BYTES = 500_000;
    private static final int SKEW_SECONDS = 30;

    private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
    private final String claim;
    private final String tenantClaim;

    JwtAdapter(Settings settings) {
        claim = settings.text(Setting.LOGIN_JWT_CLAIM);
        tenantClaim = settings.text(Setting.LOGIN_JWT_TENANT);
        processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null));
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(algorithms(Setting.LOGIN_JWT_ALGORITHMS, settings.text(Setting.LOGIN_JWT_ALGORITHMS)),
                keys(needed(settings, Setting.LOGIN_JWT_KEYS))));
        DefaultJWTClaimsVerifier<SecurityContext> verifier = new DefaultJWTClaimsVerifier<>(Set.of(needed(settings, Setting.LOGIN_JWT_AUDIENCE)),
                new JWTClaimsSet.Builder().issuer(needed(settings, Setting.LOGIN_JWT_ISSUER)).build(), new HashSet<>(Set.of("exp", claim)), null);
        verifier.setMaxClockSkew(SKEW_SECONDS);
        processor.setJWTClaimsSetVerifier(verifier);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<LoginClaim> identify(LoginCall call) throws LoginRefused {
        String authorization = call.header("Authorization");
        if (authorization == null || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.empty();
        } else if (authorization.length() > LONGEST) {
            throw new LoginRefused("a token of " + authorization.length() + " characters");
        }
        try {
            JWTClaimsSet said = processor.process(authorization.substring(SCHEME.length()).strip(), null);
            String tenant = tenantClaim.isEmpty() ? null : said.getStringClaim(tenantClaim);
            if (!tenantClaim.isEmpty() && tenant == null) {
                throw new LoginRefused("a token without a tenant");
            }
            return Optional.of(LoginClaim.shown(tenant, said.getStringClaim(claim)).until(said.getExpirationTime().toInstant()));
        } catch (KeySourceException e) {
            throw LoginRefused.down("the keys of the issuer cannot be read");
        } catch (ParseException | BadJOSEException | JOSEException | RuntimeException e) {
            throw new LoginRefused("a token that is not right: " + e.getClass().getSimpleName());
        }
    }

    static Set<JWSAlgorithm> algorithms(Setting setting, String names) {
        Set<JWSAlgorithm> algorithms = Arrays.stream(names.split(",")).map(String::strip).filter(name -> !name.isEmpty())
                .map(JWSAlgorithm::parse).collect(Collectors.toSet());
        if (algorithms.isEmpty() || !JWSAlgorithm.Family.SIGNATURE.containsAll(algorithms)) {
            throw new IllegalStateException("Setting " + setting.property() + " is '" + names
                    + "' but must be names of algorithms with a public key, such as RS256, PS256, ES256.");
        }
        return algorithms;
    }

    /** Read anew at times where they stand at an address, with bounds on time and size. */
    private static JWKSource<SecurityContext> keys(String where) {
        try {
            return where.startsWith("https://") || where.startsWith("http://127.0.0.1:")
                    ? JWKSourceBuilder.create(URI.create(where).toURL(), new DefaultResourceRetriever(MILLIS, MILLIS, MOST_BYTES))
                            .retrying(false).build()
                    : new ImmutableJWKSet<>(JWKSet.load(Path.of(where).toFile()));
        } catch (MalformedURLException e) {
            throw wrongKeys(where, e);
        } catch (IOException | ParseException e) {
            throw wrongKeys(where, e);
        }
    }

    private static IllegalStateException wrongKeys(String where, Exception e) {
        return new IllegalStateException("Setting " + Setting.LOGIN_JWT_KEYS.property() + " is '" + where
                + "' but must be an https address, or a file, of a JSON Web Key Set.", e);
    }

    static String needed(Settings settings, Setting setting) {
        String value = settings.text(setting);
        if (value.isEmpty()) {
            throw new IllegalStateException("Setting " + setting.property() + " (" + setting.variable() + ") is missing, which "
                    + Setting.LOGIN_FILTER.property() + "=" + settings.text(Setting.LOGIN_FILTER) + " needs.");
        }
        return value;
    }
}
