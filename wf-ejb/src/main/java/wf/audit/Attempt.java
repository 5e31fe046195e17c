package wf.audit;

import java.time.Instant;
import wf.access.Caller;
import wf.contract.Problem;

/**
 * That somebody called an operation, and what became of it.
 *
 * @param at         when it ended
 * @param operation  its name
 * @param opId       the id that the caller gave it, or the one under which the server's log tells more; else null
 * @param outcome    {@link #DONE}, or the code of the refusal
 * @param note       the sentence of the refusal, as the caller was told it; else null
 * @param instanceId what it was about, where the call names it; else null
 * @param workItemId likewise
 */
public record Attempt(Caller caller, Instant at, String operation, String opId, String outcome, String note, Long instanceId, Long workItemId) {

    /** It was not refused. */
    public static final String DONE = "DONE";

    /** The same, about an instance. */
    Attempt at(Long instance) {
        return new Attempt(caller, at, operation, opId, outcome, note, instance, workItemId);
    }

    /** The same, refused. */
    public Attempt refused(Problem problem) {
        return new Attempt(caller, at, operation, opId == null ? problem.opId : opId, problem.code.name(), problem.message,
                instanceId == null ? problem.instanceId : instanceId, workItemId);
    }
}
