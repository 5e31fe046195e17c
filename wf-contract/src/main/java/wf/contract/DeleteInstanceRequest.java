package wf.contract;

/**
 * I10: the instance is in no list any more; an administrator can restore it. Purged it is gone for good.
 */
public class DeleteInstanceRequest extends OperationRequest {
    private static final long serialVersionUID = 1L;

    /** Whether called instances that it waits for are deleted with it; else it is refused while there are any. */
    public boolean cascade;

    /** Whether nothing of its data is kept, so that nobody can restore it; also for an instance that is deleted already. */
    public boolean purge;
}
