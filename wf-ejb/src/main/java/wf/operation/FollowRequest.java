package wf.operation;

import wf.contract.InstanceState;
import wf.contract.OperationRequest;

/** A called instance becomes as the one that waits for it. */
public class FollowRequest extends OperationRequest {

    /** What the calling instance is now; of one that was purged DELETED. */
    public InstanceState parent;

    /** Whether the calling instance was purged. */
    public boolean purged;
}
