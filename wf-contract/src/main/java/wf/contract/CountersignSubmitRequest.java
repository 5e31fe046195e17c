package wf.contract;

/**
 * F5: votes in a signing round.
 */
public class CountersignSubmitRequest extends OperationRequest {
    private static final long serialVersionUID = 1L;

    /** The vote; required. */
    public Vote vote;
}
