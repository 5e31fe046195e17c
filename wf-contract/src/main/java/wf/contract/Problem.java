package wf.contract;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * The body of every refusal, on every face (§0.9; in REST an RFC 9457 problem).
 */
public class Problem implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Why. */
    public ErrorCode code;

    /** A sentence that says what to do, in the caller's language. */
    public String message;

    /** The HTTP status that belongs to the code, also on faces without HTTP. */
    public int status;

    /** Whether the same request may succeed later unchanged. */
    public boolean retryable;

    /** The instance concerned, where there is one. */
    public Long instanceId;

    /** The operation id under which the server's log tells more. */
    public String opId;

    /** For INVALID_MODEL: every problem of the model. */
    public List<ModelProblem> problems = new ArrayList<>();
}
