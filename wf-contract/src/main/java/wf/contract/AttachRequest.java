package wf.contract;

import java.io.Serializable;

/**
 * A1: attaches a file to an instance.
 */
public class AttachRequest implements Serializable {
    private static final long serialVersionUID = 1L;

    /** The client's idempotency key; null lets the server make one. */
    public String opId;

    /** The item to which it belongs, or null for the instance. */
    public Long workItemId;

    /** File name, at most 200 characters, without folders. */
    public String name;

    /** Media type; null reads as {@code application/octet-stream}. */
    public String contentType;

    /** The file, at most 10 MB. */
    public byte[] content;
}
