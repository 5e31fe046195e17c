package wf.spi;

import java.util.Date;
import wf.contract.MessageKind;
import wf.contract.NoticeAction;

/** A message to one person over a {@link MessageChannel}. */
public class ChannelMessage {
    public String tenant;
    /** Of this message, the same when it comes again. */
    public String id;
    /** Of what it is about, for this person: the same when it is created, completed and deleted. */
    public String about;
    public NoticeAction action;
    public MessageKind kind;
    public String personId;
    public String personName;
    /** Null where none is known. */
    public String mail;
    /** Null where none is known. */
    public String mobile;
    /** The language that it is written in: {@code zh} or {@code en}. */
    public String locale;
    public String subject;
    public String body;
    /** Null where it is about no item. */
    public Long workItemId;
    /** Null where it is about no instance. */
    public Long instanceId;
    /** Where he finds it in the browser; null where the product does not know its own address. */
    public String link;
    /** When it happened. */
    public Date at;
}
