package wf.contract;

import java.io.Serializable;
import java.util.Date;

/**
 * A session of a person in a browser.
 */
public class SessionInfo implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Names it; nobody signs on by it. */
    public String id;

    /** Whose it is. */
    public Person person;

    /** The service account whose token opened it; null where he signed on himself. */
    public String service;

    /** From where it was opened. */
    public String clientIp;

    /** When it was opened. */
    public Date openedAt;

    /** When it was last seen in use, to the minute. */
    public Date seenAt;

    /** When it ends in any case. */
    public Date expiresAt;

    /** Whether it is the one that asks. */
    public boolean current;
}
