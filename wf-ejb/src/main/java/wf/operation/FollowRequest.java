package wf.operation;

import wf.contract.OperationRequest;

/** A called instance does as the one that waits for it. */
public class FollowRequest extends OperationRequest {

    /** What the calling instance did. */
    public enum What { SUSPEND, RESUME }

    public What what;
}
