package wf.contract;

import java.io.Serializable;

/**
 * A script that ran as part of an operation, and what followed (F25 to F27).
 */
public class AppliedRule implements Serializable {
    private static final long serialVersionUID = 1L;

    /** ENTER and LEAVE for the rules of a node; RUN when somebody ran it on the instance. */
    public String moment;

    /** The node; null for RUN. */
    public String nodeId;

    /** Name of the script. */
    public String name;

    /** Version of a stored script; null for one that stands in the model. */
    public Integer version;

    /** SHA-256 of its text, hexadecimal. */
    public String hash;

    /** DONE, SKIPPED, PARTICIPANTS, or REDIRECTED and the node. */
    public String outcome;

    /** Why it stopped the work, when a route is evaluated; else null. */
    public String error;
}
