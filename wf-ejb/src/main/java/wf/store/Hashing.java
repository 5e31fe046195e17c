package wf.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.Supplier;
import org.bouncycastle.crypto.digests.SM3Digest;
import wf.setting.Setting;
import wf.setting.Settings;

/** Hashes that journals may be chained by; a row names its own, so that one journal may hold both. */
public enum Hashing {
    SHA_256("SHA-256") {
        @Override
        byte[] of(byte[] bytes) {
            try {
                return MessageDigest.getInstance("SHA-256").digest(bytes);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java has SHA-256", e);
            }
        }
    },
    /** GB/T 32905-2016, which Java has not. */
    SM3("SM3") {
        @Override
        byte[] of(byte[] bytes) {
            SM3Digest digest = new SM3Digest();
            digest.update(bytes, 0, bytes.length);
            byte[] hash = new byte[digest.getDigestSize()];
            digest.doFinal(hash, 0);
            return hash;
        }
    };

    private final String label;

    Hashing(String label) {
        this.label = label;
    }

    /** As the house has set it. */
    public static Hashing of(Settings settings) {
        String name = settings.text(Setting.JOURNAL_HASH);
        try {
            return named(name);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("Setting " + Setting.JOURNAL_HASH.property() + " is '" + name + "' but must be SHA-256 or SM3.", e);
        }
    }

    /** @throws IllegalArgumentException where it is none */
    public static Hashing named(String label) {
        return Arrays.stream(values()).filter(h -> h.label.equals(label)).findFirst().orElseThrow(() -> new IllegalArgumentException("no hash " + label));
    }

    /** As rows and settings call it. */
    public String label() {
        return label;
    }

    String hex(byte[] bytes) {
        return HexFormat.of().formatHex(of(bytes));
    }

    /** Of every field in a fixed order, each with its length in front, so that no two rows read alike. */
    public String digest(Object... fields) {
        StringBuilder text = new StringBuilder();
        for (Object field : fields) {
            String value = field == null ? "" : field.toString();
            text.append(field == null ? -1 : value.length()).append(':').append(value);
        }
        return hex(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Whether a row still has the hash that it was written with: one that names no hash, or cannot be read any more, has not. */
    public static boolean isKept(String hash, Supplier<String> anew) {
        try {
            return anew.get().equals(hash);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    abstract byte[] of(byte[] bytes);
}
