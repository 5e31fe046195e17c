package wf.contract;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * A page of what is late, the latest due first.
 */
public class OverdueNodePage implements Serializable {
    private static final long serialVersionUID = 1L;

    /** What was found. */
    public List<OverdueNode> nodes = new ArrayList<>();

    /** There are more: send it as {@code cursor}. Null when these were the last. */
    public String next;
}
