package wf.operation;

import java.time.Instant;
import wf.contract.OperationRequest;

/** A timer is to be due at another time. */
public class MoveTimerRequest extends OperationRequest {
    public long subscriptionId;

    public Instant dueAt;
}
