package wf.contract;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;

/**
 * 8.3: a level of a limit that has come.
 */
public class ReachedLevel implements Serializable {
    private static final long serialVersionUID = 1L;

    /** WARN, DUE or OVERDUE; null where the model knows it no more. */
    public String level;

    /** How often it has come by now. */
    public int times;

    /** What was to be done, such as NOTIFY or SKIP. */
    public String strategy;

    /** The step that it is about; null for the instance as a whole. */
    public String nodeId;

    /** When it was due. */
    public Date dueAt;

    /** The work that was late. */
    public List<Long> workItemIds = new ArrayList<>();

    /** Whom it tells, as candidates such as {@code user:li}. */
    public List<String> told = new ArrayList<>();

    /** What the model has them told, or null. */
    public String text;

    /** Why it could not be done, or null where it was. */
    public String refused;
}
