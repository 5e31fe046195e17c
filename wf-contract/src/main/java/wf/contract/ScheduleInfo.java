package wf.contract;

import java.io.Serializable;
import java.util.Date;

/**
 * 8.6: a process that starts by itself at times to come.
 */
public class ScheduleInfo implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Its name. */
    public String name;

    /** Key of the process. */
    public String definitionKey;

    /** How the times are said. */
    public ScheduleKind kind;

    /** The times. */
    public String times;

    /** Time zone of local times; null for that of the product. */
    public String zone;

    /** What becomes of times that were missed. */
    public MisfirePolicy misfire;

    /** Who counts as starter. */
    public Person starter;

    /** Title of the instances, or null. */
    public String title;

    /** How it stands. */
    public ScheduleState state;

    /** When it is due next; null while it stands still, or when its last time is over. */
    public Date nextAt;

    /** When it was due last, or null. */
    public Date lastAt;

    /** What came of that: the instance that started, or null. */
    public Long lastInstanceId;

    /** Why none started the last time, or null. */
    public String lastError;

    /** How often it was due. */
    public int fired;

    /** When it was changed last. */
    public Date changedAt;

    /** By whom. */
    public String changedBy;
}
