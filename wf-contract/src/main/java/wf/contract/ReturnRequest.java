package wf.contract;

/**
 * F6: sends work back to whoever sent it.
 */
public class ReturnRequest extends OperationRequest {
    private static final long serialVersionUID = 1L;
}
