package wf.contract;

import java.io.Serializable;
import java.util.Date;

/**
 * A message to somebody, as administrators see it.
 */
public class LetterInfo implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Its id. */
    public long id;

    /** To whom. */
    public Person person;

    /** Over which channel. */
    public String channel;

    /** About what it is. */
    public MessageKind kind;

    /** What it asks of the channel. */
    public NoticeAction action;

    /** How far it has come. */
    public NoticeState state;

    /** Its title; null for whoever may not read the instances of the tenant, unless it is to himself. */
    public String subject;

    /** How often it was tried. */
    public int attempts;

    /** What went wrong last; else null. */
    public String error;

    /** The item that it is about; else null. */
    public Long workItemId;

    /** The instance that it is about; else null. */
    public Long instanceId;

    /** When it was noted. */
    public Date createdAt;

    /** When it is to be sent; null in the site. */
    public Date dueAt;

    /** When it was sent; else null. */
    public Date sentAt;
}
