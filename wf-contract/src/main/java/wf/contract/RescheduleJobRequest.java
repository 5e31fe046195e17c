package wf.contract;

import java.util.Date;

/**
 * Has a job done at another time.
 */
public class RescheduleJobRequest extends JobRequest {
    private static final long serialVersionUID = 1L;

    /** Not before this moment. */
    public Date dueAt;
}
