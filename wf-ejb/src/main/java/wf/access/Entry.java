package wf.access;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import wf.org.TenantName;

/**
 * What a token in a URL says: who may come in, where to, until when, and which program answers for him.
 *
 * @param nonce makes two of the same moment differ
 */
record Entry(String tenant, String person, String account, String target, Instant until, String nonce) {
    private static final int LONGEST = 4_000;
    private static final int LONGEST_TARGET = 1_000;

    /** The token: what it says, a dot, and the signature. */
    String token(byte[] key) {
        String said = Stream.of(tenant, person, account, target, Long.toString(until.toEpochMilli()), nonce)
                .map(part -> URLEncoder.encode(part, StandardCharsets.UTF_8)).collect(Collectors.joining("&"));
        String body = base64(said.getBytes(StandardCharsets.UTF_8));
        return body + "." + signature(body, key);
    }

    /** What a token says, whoever made it; empty where it cannot be read. */
    static Optional<Entry> read(String token) {
        int dot = token == null || token.length() > LONGEST ? -1 : token.indexOf('.');
        if (dot < 0) {
            return Optional.empty();
        }
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(token.substring(0, dot)), StandardCharsets.UTF_8).split("&", -1);
            for (int i = 0; i < parts.length; i++) {
                parts[i] = URLDecoder.decode(parts[i], StandardCharsets.UTF_8);
            }
            return parts.length != 6 || !TenantName.isPossible(parts[0]) ? Optional.empty()
                    : Optional.of(new Entry(parts[0], parts[1], parts[2], parts[3], Instant.ofEpochMilli(Long.parseLong(parts[4])), parts[5]));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Whether the token was signed with this key; takes the same time wherever it differs. */
    static boolean isSigned(String token, byte[] key) {
        int dot = token.indexOf('.');
        return Hashes.isSame(signature(token.substring(0, dot), key), token.substring(dot + 1));
    }

    /** Whether this is a page of our own: a path and no more, so that nobody is sent elsewhere, nor to a service. */
    static boolean isOwnPage(String target) {
        if (target == null || target.length() > LONGEST_TARGET || !target.matches("/(?![/\\\\])[\\x21-\\x7e&&[^\\\\]]*")) {
            return false;
        }
        try {
            URI uri = new URI(target);
            String path = uri.getPath();
            return !uri.isAbsolute() && uri.getRawAuthority() == null && path.startsWith("/") && !path.startsWith("//")
                    && !path.contains("\\") && !(path + "/").matches(".*/\\.{1,2}/.*") && !(path + "/").matches(".*/(api|services)/.*");
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static String signature(String body, byte[] key) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return base64(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no HMAC-SHA256", e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
