package wf.contract;

/**
 * F18: ends an instance early.
 */
public class TerminateRequest extends OperationRequest {
    private static final long serialVersionUID = 1L;

    /** Why, at most 4000 characters; required. */
    public String reason;
}
