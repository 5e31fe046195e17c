package wf.contract;

/**
 * F3: hands the work on to a colleague at the same node; needs an opinion.
 */
public class InternalSubmitRequest extends OperationRequest {
    private static final long serialVersionUID = 1L;

    /** Who goes on with it; required. */
    public String user;
}
