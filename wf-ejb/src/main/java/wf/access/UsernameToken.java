package wf.access;

import java.time.Instant;

/**
 * Name and password as WS-Security carries them in the text of a message, with what tells one message from another.
 *
 * @param nonce   what no other message of this person has
 * @param created when the message was made, by the clock of its sender
 */
public record UsernameToken(String loginName, String password, String nonce, Instant created) {

    /** Never the password, wherever this ends up. */
    @Override
    public String toString() {
        return loginName;
    }
}
