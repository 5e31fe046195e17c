package wf.access;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wf.org.TenantName;

/**
 * A key as its program holds it: {@code wfk.<tenant>.<id>.<secret>}, sent as {@code Authorization: Bearer}. The first word
 * lets those who look for forgotten secrets in sources find it.
 *
 * @param id     names it in lists; no secret
 * @param secret 256 random bits, so that a plain hash of it is as good as a slow one
 */
public record ServiceKey(String tenant, String id, String secret) {
    private static final String BEGINNING = "wfk.";
    private static final Pattern FORM = Pattern.compile("wfk\\.([^.]{1,400})\\.([0-9a-f]{16})\\.([A-Za-z0-9_-]{43})");
    private static final String SCHEME = "bearer ";
    private static final SecureRandom RANDOM = new SecureRandom();

    static ServiceKey create(String tenant) {
        byte[] id = new byte[8];
        byte[] secret = new byte[32];
        RANDOM.nextBytes(id);
        RANDOM.nextBytes(secret);
        return new ServiceKey(tenant, HexFormat.of().formatHex(id), Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
    }

    /** The key of such a header; empty where there is none, or nothing that could be one. */
    public static Optional<ServiceKey> of(String authorization) {
        return authorization == null || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length()) ? Optional.empty()
                : ofText(authorization.substring(SCHEME.length()).strip());
    }

    /** Whether somebody has meant this to be a key, be it one or not. */
    static boolean isMeant(String text) {
        return text != null && text.strip().startsWith(BEGINNING);
    }

    /** The key that is written so; empty where that could be none, as a person's password. */
    static Optional<ServiceKey> ofText(String text) {
        Matcher matcher = FORM.matcher(text == null ? "" : text);
        try {
            return matcher.matches()
                    ? Optional.of(new ServiceKey(URLDecoder.decode(matcher.group(1), StandardCharsets.UTF_8), matcher.group(2), matcher.group(3)))
                            .filter(key -> TenantName.isPossible(key.tenant))
                    : Optional.empty();
        } catch (IllegalArgumentException brokenEscape) {
            return Optional.empty();
        }
    }

    /** The whole key, to be shown once. */
    public String text() {
        return BEGINNING + URLEncoder.encode(tenant, StandardCharsets.UTF_8) + "." + id + "." + secret;
    }

    String hash() {
        return Hashes.sha256(secret);
    }

    /** Never the secret, wherever this ends up. */
    @Override
    public String toString() {
        return "key " + id;
    }
}
