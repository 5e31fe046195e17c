package wf.operation;

import wf.contract.OperationRequest;

/** The next level of a deadline has come. */
public class ReachLevelRequest extends OperationRequest {

    /** The timer that waited for it: another level, or the same after a pause, is not meant. */
    public long timerId;

    /** Why what is to be done cannot be done; null while that has not been tried. */
    public String refused;
}
