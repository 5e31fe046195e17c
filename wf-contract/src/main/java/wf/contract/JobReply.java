package wf.contract;

import java.io.Serializable;

/**
 * What became of a job that an administrator did something about.
 */
public class JobReply implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Operation id, the client's or one made by the server. */
    public String opId;

    /** The job as it stands now; null when it is done, or nobody asks for it any more. */
    public JobInfo job;
}
