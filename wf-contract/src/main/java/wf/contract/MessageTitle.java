package wf.contract;

import java.io.Serializable;

/**
 * U25: what stands above a message about an item.
 */
public class MessageTitle implements Serializable {
    private static final long serialVersionUID = 1L;

    /** The item. */
    public long workItemId;

    /** About what of it. */
    public MessageKind kind;

    /** The title. */
    public String title;
}
