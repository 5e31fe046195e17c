package wf.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;

/**
 * Name and password as WS-Security carries them in the text of a message, with what tells one message from another.
 *
 * @param isDigest whether the password is none, but the digest of one
 * @param nonce    what no other message of this person has; in base64 where it goes into a digest
 * @param created  when the message was made, by the clock of its sender
 * @param createdText the same as it was written, since that goes into a digest
 */
public record UsernameToken(String loginName, String password, boolean isDigest, String nonce, Instant created, String createdText) {

    /** Whether it carries the digest of this password: Base64(SHA-1(nonce + created + password)), UsernameToken Profile 1.1 clause 3.1, which asks for SHA-1. */
    boolean isDigestOf(String secret) {
        try {
            MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
            sha1.update(Base64.getMimeDecoder().decode(nonce));
            sha1.update(createdText.getBytes(StandardCharsets.UTF_8));
            byte[] digest = sha1.digest(secret.getBytes(StandardCharsets.UTF_8));
            return MessageDigest.isEqual(digest, Base64.getMimeDecoder().decode(password));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-1", e);
        } catch (IllegalArgumentException noBase64) {
            return false;
        }
    }

    /** Never the password, wherever this ends up. */
    @Override
    public String toString() {
        return loginName;
    }
}
