package wf.access;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * A stored password: {@code algorithm$iterations$salt$hash}, so that a later algorithm can live beside this one.
 *
 * @param iterations how often the hash was repeated
 * @param salt       random, of this password only
 * @param hash       what the password must give
 */
record PasswordHash(int iterations, byte[] salt, byte[] hash) {
    private static final String ALGORITHM = "PBKDF2-HMAC-SHA256";
    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Hashes a new password with a new salt. */
    static PasswordHash of(String password, int iterations) {
        byte[] salt = new byte[16];
        RANDOM.nextBytes(salt);
        return new PasswordHash(iterations, salt, derive(password, salt, iterations));
    }

    /** One that no password fits; checking against it takes as long as any other. */
    static PasswordHash nobody(int iterations) {
        byte[] salt = new byte[16];
        byte[] hash = new byte[BYTES];
        RANDOM.nextBytes(salt);
        RANDOM.nextBytes(hash);
        return new PasswordHash(iterations, salt, hash);
    }

    /** Reads the stored form. */
    static PasswordHash parse(String stored) {
        String[] parts = stored.split("\\$");
        if (parts.length != 4 || !parts[0].equals(ALGORITHM)) {
            throw new IllegalStateException("A stored password is not of the form " + ALGORITHM
                    + "$iterations$salt$hash");
        }
        Base64.Decoder base64 = Base64.getDecoder();
        return new PasswordHash(Integer.parseInt(parts[1]), base64.decode(parts[2]), base64.decode(parts[3]));
    }

    /** The form to store. */
    String stored() {
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return ALGORITHM + "$" + iterations + "$" + base64.encodeToString(salt) + "$" + base64.encodeToString(hash);
    }

    /** Whether it is this password; takes the same time wherever they differ. */
    boolean fits(String password) {
        return MessageDigest.isEqual(hash, derive(password, salt, iterations));
    }

    /** The bytes of a password: keyboards write the same letter in different ways. */
    static byte[] bytes(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFC).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] derive(String password, byte[] salt, int iterations) {
        char[] characters = Normalizer.normalize(password, Normalizer.Form.NFC).toCharArray();
        PBEKeySpec spec = new PBEKeySpec(characters, salt, iterations, BYTES * 8);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no PBKDF2 with HMAC-SHA256", e);
        } finally {
            spec.clearPassword();
        }
    }
}
