package wf.contract;

/**
 * I5: a deleted instance comes back; or, with a version, the variables of an instance become what they were then.
 */
public class RestoreInstanceRequest extends OperationRequest {
    private static final long serialVersionUID = 1L;

    /** The version of the instance whose variables are to come back; null for an instance that was deleted. */
    public Long version;
}
