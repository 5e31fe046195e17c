package wf.contract;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * A page of incidents.
 */
public class IncidentPage implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Newest first. */
    public List<IncidentInfo> incidents = new ArrayList<>();

    /** Cursor of the next page, or null at the end. */
    public String next;
}
