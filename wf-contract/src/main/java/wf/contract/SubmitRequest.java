package wf.contract;

/**
 * F1: hands work on along the modelled route.
 */
public class SubmitRequest extends OperationRequest {
    private static final long serialVersionUID = 1L;

    /** For work that came back with a ticket: STEPWISE lets it walk along the model instead; else null. */
    public ResubmitMode resubmitMode;
}
