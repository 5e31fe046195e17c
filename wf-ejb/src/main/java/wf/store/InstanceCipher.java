package wf.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/**
 * Texts under a key: a {@link Ciphering}, and a random nonce in front of each. What a text is about is sealed with it, so
 * that nobody can put one in another's place.
 */
final class InstanceCipher {

    static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final SecureRandom RANDOM = new SecureRandom();
    private final byte[] key;
    private final byte[] about;
    private final Ciphering ciphering;

    /** @param ciphering with what it seals; it opens what any of them has sealed */
    InstanceCipher(byte[] key, String about, Ciphering ciphering) {
        this.key = key.clone();
        this.about = about.getBytes(StandardCharsets.UTF_8);
        this.ciphering = ciphering;
    }

    static byte[] newKey() {
        byte[] key = new byte[KEY_BYTES];
        RANDOM.nextBytes(key);
        return key;
    }

    String seal(byte[] plain) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        try {
            byte[] sealed = ciphering.run(true, key, nonce, about, plain);
            return ciphering.mark() + Base64.getEncoder().encodeToString(ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed).array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("nothing is missing for " + ciphering, e);
        }
    }

    /** Empty when it was not sealed with this key, or not about this. */
    Optional<byte[]> open(String sealed) {
        try {
            Ciphering of = Ciphering.ofSealed(sealed);
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(sealed.substring(of.mark().length())));
            if (bytes.remaining() < NONCE_BYTES + Ciphering.TAG_BITS / Byte.SIZE) {
                return Optional.empty();
            }
            byte[] nonce = new byte[NONCE_BYTES];
            bytes.get(nonce);
            byte[] rest = new byte[bytes.remaining()];
            bytes.get(rest);
            return Optional.of(of.run(false, key, nonce, about, rest));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
