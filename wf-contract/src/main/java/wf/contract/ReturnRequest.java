package wf.contract;

/**
 * F6: sends work back to whoever sent it, or to whom the model says.
 */
public class ReturnRequest extends OperationRequest {
    private static final long serialVersionUID = 1L;

    /** How the work goes on from there; null: as the model says, else STEPWISE. */
    public ResubmitMode resubmitMode;

    /** What becomes of variables; null: KEEP. */
    public DataPolicy dataPolicy;

    /** What becomes of branches beside; null: as the model says, else ALL. Answers CONFIRM_REQUIRED. */
    public RelatedBranches relatedBranches;
}
