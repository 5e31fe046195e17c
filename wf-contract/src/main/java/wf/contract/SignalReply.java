package wf.contract;

import java.io.Serializable;

/**
 * Whom a signal reached.
 */
public class SignalReply implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Operation id, the client's or one made by the server. */
    public String opId;

    /** How many waited for it. */
    public int receivers;

    /** How many definitions it began. */
    public int started;

    /** False when some of what it set off was still going on when this was answered. */
    public boolean settled = true;
}
