package wf.client;

import wf.contract.ErrorCode;
import wf.contract.Problem;

/**
 * A call was refused, or failed inside the product; the one exception of every operation. It carries the same
 * {@link Problem} as a refusal on every other face and no class of the server: neither cause nor stack trace.
 *
 * <p>As a checked exception it does not roll the caller's transaction back by itself. The product does that where the refused
 * operation had begun to write, or lost to another one: then {@code getRollbackOnly()} says so.
 */
public class WfException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Problem problem;

    /** Tells of this problem. */
    public WfException(Problem problem) {
        super(problem.code == null ? problem.message : problem.code + ": " + problem.message, null, false, false);
        this.problem = problem;
    }

    /** All that is told about it. */
    public Problem getProblem() {
        return problem;
    }

    /** Why; null where the product itself failed, and its log tells more. */
    public ErrorCode getCode() {
        return problem.code;
    }

    /** Whether the same may succeed later unchanged, in a new transaction. */
    public boolean isRetryable() {
        return problem.retryable;
    }

    /** The instance concerned, where there is one. */
    public Long getInstanceId() {
        return problem.instanceId;
    }
}
