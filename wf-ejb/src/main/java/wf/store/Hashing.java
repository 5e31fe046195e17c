package wf.store;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.crypto.digests.SM3Digest;
import wf.setting.Setting;
import wf.setting.Settings;

/** Hashes that journals may be chained by; a row names its own, so that one journal may hold both. */
enum Hashing {
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

    static Hashing of(Settings settings) {
        String name = settings.text(Setting.JOURNAL_HASH);
        try {
            return named(name);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("Setting " + Setting.JOURNAL_HASH.property() + " is '" + name + "' but must be SHA-256 or SM3.", e);
        }
    }

    /** @throws IllegalArgumentException where it is none */
    static Hashing named(String label) {
        return Arrays.stream(values()).filter(h -> h.label.equals(label)).findFirst().orElseThrow(() -> new IllegalArgumentException("no hash " + label));
    }

    /** As rows and settings call it. */
    String label() {
        return label;
    }

    String hex(byte[] bytes) {
        return HexFormat.of().formatHex(of(bytes));
    }

    abstract byte[] of(byte[] bytes);
}
