package wf.contract;

import java.util.Date;

/**
 * F16: the holder lays his item aside; its clock stands.
 */
public class SuspendItemRequest extends OperationRequest {
    private static final long serialVersionUID = 1L;

    /** When it is resumed by itself; null: when somebody resumes it. */
    public Date until;
}
