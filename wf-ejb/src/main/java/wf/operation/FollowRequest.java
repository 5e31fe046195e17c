package wf.operation;

import wf.contract.InstanceState;
import wf.contract.OperationRequest;

/** A called instance becomes as the one that waits for it. */
public class FollowRequest extends OperationRequest {

    /** What the calling instance is now. */
    public InstanceState parent;
}
