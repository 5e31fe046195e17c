package wf.contract;

import java.io.Serializable;
import java.util.Date;

/**
 * One snapshot of an instance (§11.1): there is one for each step operation, and its number is the version to which the
 * operation led.
 */
public class SnapshotInfo implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Number, from 1. */
    public long number;

    /** Version of the instance. */
    public long version;

    /** Operation id. */
    public String opId;

    /** Name of the operation. */
    public String operation;

    /** Name of the operation in the caller's language. */
    public String label;

    /** Node, where one was concerned. */
    public String nodeId;

    /** Name of that node. */
    public String nodeName;

    /** Who. */
    public Person actor;

    /** For whom, where a deputy acted. */
    public Person onBehalfOf;

    /** Vote, where one was cast. */
    public Vote vote;

    /** Opinion, where the caller may read it. */
    public String opinion;

    /** When. */
    public Date at;
}
