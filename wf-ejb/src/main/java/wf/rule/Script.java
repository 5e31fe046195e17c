package wf.rule;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;

/**
 * A script with what a journal needs to tell later which one it was.
 *
 * @param name by which it is stored, or by which the model calls what it says itself
 * @param version null for one that stands in the model
 */
public record Script(String name, Integer version, String text) {

    /** What a script can be called. */
    public static final String NAME = "[A-Za-z][A-Za-z0-9_.-]{0,99}";

    public Script {
        Objects.requireNonNull(name);
        Objects.requireNonNull(text);
    }

    /** How people call one that is asked for. @param version null for the newest */
    public static String label(String name, Integer version) {
        return version == null ? name : name + " " + version;
    }

    /** SHA-256 of its text. */
    public String hash() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
