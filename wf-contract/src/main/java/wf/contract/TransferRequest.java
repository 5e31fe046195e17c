package wf.contract;

/**
 * F15: gives the work to somebody else.
 */
public class TransferRequest extends OperationRequest {
    private static final long serialVersionUID = 1L;

    /** Who gets it; required. */
    public String user;
}
