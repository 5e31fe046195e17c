package wf.operation;

import wf.contract.OperationRequest;

/** What was waited for has happened; the variables that came with it stand in {@code variables}. */
public class TriggerRequest extends OperationRequest {
    public long subscriptionId;

    /** For a timer: how often it has fired before; null where it does not matter. A timer that fired meanwhile is not meant. */
    public Integer fired;
}
