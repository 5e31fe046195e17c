package wf.contract;

import java.io.Serializable;

/**
 * A3: an attachment with its content.
 */
public class Attachment implements Serializable {
    private static final long serialVersionUID = 1L;

    /** What it is. */
    public AttachmentInfo info;

    /** The file. */
    public byte[] content;
}
