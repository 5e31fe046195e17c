package wf.contract;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * Open work that the caller may urge, the latest first.
 */
public class UrgeablePage implements Serializable {
    private static final long serialVersionUID = 1L;

    /** The items. */
    public List<UrgeableItem> items = new ArrayList<>();

    /** How many minutes lie between two urges of the same item. */
    public long intervalMinutes;

    /** There are more: send it as {@code cursor}. Null when these were the last. */
    public String next;
}
