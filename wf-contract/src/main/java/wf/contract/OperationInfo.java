package wf.contract;

import java.io.Serializable;

/**
 * One button: an operation that the caller might perform now (§4.1 I2).
 */
public class OperationInfo implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Name of the operation, as in {@code submit}. */
    public String name;

    /** Label in the caller's language. */
    public String label;

    /** In whose stead he would do it, as the request has to name him; null where he may as himself. */
    public String onBehalfOf;

    /** Whether it would be accepted. */
    public boolean allowed;

    /** Why not, where it is not allowed. */
    public ErrorCode code;

    /** Why not, in a sentence. */
    public String reason;
}
