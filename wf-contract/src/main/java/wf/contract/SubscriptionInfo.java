package wf.contract;

import java.io.Serializable;
import java.util.Date;

/**
 * Something that an instance waits for beyond the hands of people.
 */
public class SubscriptionInfo implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Id. */
    public long id;

    /** TIMER, MESSAGE, SIGNAL or CONDITION. */
    public String kind;

    /** The event that goes on when it happens. */
    public String nodeId;

    /** Its name as people see it. */
    public String nodeName;

    /** Name of the message or signal, else null. */
    public String name;

    /** Correlation key of a message, or null. */
    public String key;

    /** When a timer is due, else null. */
    public Date dueAt;
}
