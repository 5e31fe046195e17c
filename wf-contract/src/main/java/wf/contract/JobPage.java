package wf.contract;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * A page of jobs.
 */
public class JobPage implements Serializable {
    private static final long serialVersionUID = 1L;

    /** The latest due first. */
    public List<JobInfo> jobs = new ArrayList<>();

    /** Cursor of the next page, or null at the end. */
    public String next;
}
