package wf.contract;

import java.io.Serializable;
import java.util.Date;

/**
 * A message in somebody's box.
 */
public class NoticeInfo implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Its id. */
    public long id;

    /** About what it is. */
    public MessageKind kind;

    /** SENT while it is unread, else READ. */
    public NoticeState state;

    /** Its title. */
    public String subject;

    /** What it says, as plain text. */
    public String body;

    /** The work item that it is about, or what is to be read; else null. */
    public Long workItemId;

    /** The instance that it is about; else null. */
    public Long instanceId;

    /** When he was told. */
    public Date createdAt;

    /** When he read it; else null. */
    public Date readAt;
}
