package wf.operation;

import wf.contract.OperationRequest;

/** Work goes back out of a called instance. */
public class ComeBackRequest extends OperationRequest {

    /** What the calling instance waits for. */
    public long jobId;

    /** The way back, as {@link wf.runtime.ReturnOut} writes it. */
    public String out;
}
