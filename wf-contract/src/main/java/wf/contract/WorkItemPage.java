package wf.contract;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * A page of a work list.
 */
public class WorkItemPage implements Serializable {
    private static final long serialVersionUID = 1L;

    /** In the order of the list. */
    public List<WorkItemInfo> items = new ArrayList<>();

    /** Cursor of the next page, or null at the end. */
    public String next;
}
