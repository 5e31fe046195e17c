package wf.contract;

import java.io.Serializable;
import java.util.Date;

/**
 * What one person did at one step of an instance.
 */
public class ProcessStep implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Node, or null for what concerned the instance as a whole. */
    public String nodeId;

    /** Name of that node. */
    public String nodeName;

    /** Operation. */
    public String operation;

    /** Name of the operation in the language asked for. */
    public String label;

    /** Who. */
    public Person person;

    /** For whom, where a deputy acted. */
    public Person onBehalfOf;

    /** Vote, where one was cast. */
    public Vote vote;

    /** The vote in the language asked for. */
    public String voteLabel;

    /** Opinion, where the caller may read it. */
    public String opinion;

    /** When. */
    public Date at;
}
