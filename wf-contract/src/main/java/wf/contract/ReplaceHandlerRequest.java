package wf.contract;

/**
 * F17: puts somebody else in the place of the holder.
 */
public class ReplaceHandlerRequest extends OperationRequest {
    private static final long serialVersionUID = 1L;

    /** Who gets the work; required. */
    public String user;
}
