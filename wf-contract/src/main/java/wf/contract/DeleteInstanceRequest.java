package wf.contract;

/**
 * I10: the instance is in no list any more; an administrator can restore it.
 */
public class DeleteInstanceRequest extends OperationRequest {
    private static final long serialVersionUID = 1L;

    /** Whether called instances that it waits for are deleted with it; else it is refused while there are any. */
    public boolean cascade;
}
