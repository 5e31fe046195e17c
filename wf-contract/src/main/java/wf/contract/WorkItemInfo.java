package wf.contract;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;

/**
 * A work item as lists and replies show it.
 */
public class WorkItemInfo implements Serializable {
    private static final long serialVersionUID = 1L;

    /** How the process ended for which this item waited last (F22): COMPLETED, TERMINATED, WITHDRAWN or FAILED; else null. Not in lists. */
    public String subProcessResult;

    /** Why it failed; else null. Not in lists. */
    public String subProcessNote;

    /** Id; null in a preview, where it does not exist yet. */
    public Long id;

    /** Instance. */
    public long instanceId;

    /** Key of the definition. */
    public String definitionKey;

    /** Name of the definition. */
    public String definitionName;

    /** Title of the instance. */
    public String title;

    /** Business key of the instance, or null. */
    public String businessKey;

    /** Who started the instance. */
    public Person starter;

    /** Node in the model. */
    public String nodeId;

    /** Name of the node. */
    public String nodeName;

    /** Visit of the node. */
    public long nodeInstanceId;

    /** Kind. */
    public WorkItemKind kind;

    /** State. */
    public WorkItemState state;

    /** Holder; null while OFFERED. */
    public Person owner;

    /** For whom the caller would do it, where he stands in for its holder; else null. Only in lists. */
    public Person onBehalfOf;

    /** To whom it is offered: {@code user:li}, {@code group:finance}, {@code dept:d1}, {@code post:p1}. */
    public List<String> candidates = new ArrayList<>();

    /** When it came. */
    public Date createdAt;

    /** When its holder first opened it, or null. */
    public Date openedAt;

    /** When it was closed, or null. */
    public Date closedAt;

    /** When work that was handed in goes on, where it waits for a moment to come; only in the done list. */
    public Date delayedUntil;

    /** Until when it is to be handled, or null. */
    public Date dueAt;

    /** How it stands towards its deadline; only in lists. */
    public Light light;

    /** When its handler wants to look at it again, or null. */
    public Date followUpAt;

    /** How urgent it is, the greater the more; or null. */
    public Integer priority;

    /** The form of the calling application that shows it, or null. */
    public String formKey;

    /** Who asked for it to be read; null for all other items. */
    public Person sentBy;

    /** The note with which it was sent to be read, or the opinion of whoever has read it; or null. */
    public String note;

    /** How often its holder was urged. */
    public int urged;

    /** When its holder was last urged, or null. */
    public Date urgedAt;
}
