package wf.contract;

/**
 * F7: sends work back to a node handled before.
 */
public class ReturnToRequest extends ReturnRequest {
    private static final long serialVersionUID = 1L;

    /** The target, one of those that {@code listReturnTargets} offers; required. */
    public Long nodeInstanceId;
}
