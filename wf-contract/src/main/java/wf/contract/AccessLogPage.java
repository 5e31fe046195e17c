package wf.contract;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * A page of the access log.
 */
public class AccessLogPage implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Newest first. */
    public List<AccessLogEntry> entries = new ArrayList<>();

    /** Cursor of the next page, or null at the end. */
    public String next;
}
