package wf.store;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import wf.setting.Settings;

/**
 * Seals a text under a secret that only its owner brings, such as the token of a session, of which the database has no more than a hash:
 * whoever takes the database reads none of it, and no master key is needed. The cipher is the one of the house.
 */
public final class SecretSeal {

    /** Before the secret, so that the key is not the hash by which the secret is found. */
    private static final String KEY_OF = "key of ";
    private final Ciphering ciphering;

    public SecretSeal(Settings settings) {
        this.ciphering = Ciphering.of(settings);
    }

    /** @param about what the text is, and whose */
    public String seal(String secret, String about, String text) {
        return cipher(secret, about).seal(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Empty for what was not sealed so. */
    public Optional<String> open(String secret, String about, String sealed) {
        return cipher(secret, about).open(sealed).map(plain -> new String(plain, StandardCharsets.UTF_8));
    }

    private InstanceCipher cipher(String secret, String about) {
        return new InstanceCipher(Hashing.SHA_256.of((KEY_OF + about + " " + secret).getBytes(StandardCharsets.UTF_8)), about, ciphering);
    }
}
