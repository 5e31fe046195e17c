package wf.refusal;

import jakarta.ejb.ApplicationException;
import java.util.Objects;
import wf.contract.ErrorCode;
import wf.contract.Problem;

/**
 * A call was refused; nothing of it stays in the database.
 *
 * <p>It carries the finished answer, so that a face only has to wrap it. It is an application exception: the
 * container hands it on as it is, rolls the transaction back and logs no stack trace; hence it has none. Only where it is
 * known that nothing had been written, a transaction of the caller's own is left to him ({@link #harmless}).
 */
@ApplicationException(rollback = true)
public class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What whoever refused had written until then. */
    private enum Written { NOTHING, SOMETHING, UNKNOWN }

    private final Problem problem;
    private final Written written;

    /** One that leaves the transaction in which it was called as it was: the caller may go on in it. */
    @ApplicationException(rollback = false)
    public static final class Harmless extends Refused {
        private static final long serialVersionUID = 1L;

        private Harmless(Problem problem) {
            super(problem, Written.NOTHING);
        }
    }

    /** Refuses with a finished answer. */
    public Refused(Problem problem) {
        this(problem, Written.UNKNOWN);
    }

    private Refused(Problem problem, Written written) {
        super(problem.code + ": " + problem.message, null, false, false);
        this.problem = Objects.requireNonNull(problem);
        this.written = written;
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

    /** The same by somebody who had begun to write, whatever those think to whom he was called. */
    public Refused afterWriting() {
        return new Refused(problem, Written.SOMETHING);
    }

    /** The same by somebody who writes nothing, unless it comes from behind a write. */
    public Refused beforeWriting() {
        return written == Written.SOMETHING ? this : new Refused(problem, Written.NOTHING);
    }

    /** Whether it is known that nothing had been written. */
    public boolean isBeforeWriting() {
        return written == Written.NOTHING;
    }

    /** The same, which takes nothing back of what the caller has done in his own transaction. */
    public Refused harmless() {
        return new Harmless(problem);
    }
}
