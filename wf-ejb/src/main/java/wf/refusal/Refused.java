package wf.refusal;

import jakarta.ejb.ApplicationException;
import java.util.Objects;
import wf.contract.ErrorCode;
import wf.contract.Problem;

/**
 * A call was refused; nothing of it stays in the database.
 *
 * <p>It carries the finished answer, so that a face only has to wrap it. It is an application exception: the
 * container hands it on as it is, rolls the transaction back and logs no stack trace; hence it has none.
 */
@ApplicationException(rollback = true)
public class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Problem problem;

    /** Refuses with a finished answer. */
    public Refused(Problem problem) {
        super(problem.code + ": " + problem.message, null, false, false);
        this.problem = Objects.requireNonNull(problem);
    }

    /** Refuses with a code and a sentence in the caller's language that says what to do. */
    public static Refused because(ErrorCode code, String message) {
        Problem problem = new Problem();
        problem.code = code;
        problem.message = message;
        problem.status = Statuses.of(code);
        problem.retryable = Statuses.retryable(code);
        return new Refused(problem);
    }

    /** The answer to the caller. */
    public Problem problem() {
        return problem;
    }
}
