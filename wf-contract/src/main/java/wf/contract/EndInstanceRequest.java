package wf.contract;

/**
 * I13: ends an instance early, as if it had come to its end by itself.
 */
public class EndInstanceRequest extends OperationRequest {
    private static final long serialVersionUID = 1L;

    /** With which result it ends, at most 200 characters; required. It becomes the variable {@code resultStatus}. */
    public String resultStatus;
}
