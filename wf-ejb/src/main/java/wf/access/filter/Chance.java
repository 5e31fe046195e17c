package wf.access.filter;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;

/** Words that nobody can guess, and whether one is what it should be. */
final class Chance {
    private static final SecureRandom RANDOM = new SecureRandom();

    private Chance() { }

    /** 256 bits, of letters that stand in an address as they are. */
    static String word() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Takes the same time wherever they differ; nothing is never right. */
    static boolean isSame(String expected, String given) {
        return expected != null && given != null
                && MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }
}
