package wf.contract;

import java.io.Serializable;
import java.util.Date;

/**
 * A file attached to an instance.
 */
public class AttachmentInfo implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Id. */
    public long id;

    /** Instance. */
    public long instanceId;

    /** Work item, or null. */
    public Long workItemId;

    /** File name. */
    public String name;

    /** Media type. */
    public String contentType;

    /** Bytes. */
    public long size;

    /** Hash of the content, in hexadecimal digits. */
    public String sha256;

    /** Who attached it. */
    public Person addedBy;

    /** When. */
    public Date addedAt;
}
