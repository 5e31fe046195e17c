package wf.operation;

import java.time.Instant;
import wf.contract.OperationRequest;

/** A pause is over by itself, since its end was set when it began. */
public class WakeRequest extends OperationRequest {

    /** The item that stood still; null for the instance as a whole. */
    public Long workItemId;

    /** Since when: a pause that began later is not meant. */
    public Instant since;
}
