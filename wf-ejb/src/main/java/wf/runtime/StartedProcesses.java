package wf.runtime;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import wf.instance.Job;
import wf.instance.JobKind;
import wf.instance.NodeInstance;
import wf.instance.WorkItem;
import wf.value.Value;

/**
 * Instances of other processes that somebody at work starts besides the model (F22). They are for him: whatever becomes of one,
 * no token moves, no error is caught, and his work is where it was.
 */
public final class StartedProcesses {

    /** How the instance ended for which somebody waited: COMPLETED, TERMINATED, WITHDRAWN, or FAILED. */
    public static final String RESULT = "subProcessResult";
    /** Why it failed; there is none where it did not. */
    public static final String NOTE = "subProcessNote";

    private static final Set<String> ENDINGS = Set.of("TERMINATED", "WITHDRAWN");
    private final Flow flow;

    public StartedProcesses(Flow flow) {
        this.flow = flow;
    }

    /** @param waits whether the host can go on only when the instance has ended */
    public void start(WorkItem host, String process, Map<String, Value> inputs, boolean waits) {
        NodeInstance visit = flow.instance().nodeInstance(host.nodeInstanceId());
        long jobId = flow.facts().newId();
        JobKind kind = waits ? JobKind.CHILD : JobKind.CHILD_ALONE;
        if (new Jobs(flow).start(jobId, visit, kind, process, inputs, flow.facts().actor().id()) && waits) {
            new Consultations(flow).await(host, jobId);
        }
    }

    /** The instance has ended with its work done. */
    void done(NodeInstance visit, Job job) {
        handBack(visit, job);
        tell(visit, RESULT, "COMPLETED");
        tell(visit, NOTE, null);
    }

    /**
     * The instance has ended without its work being done, or could not begin.
     *
     * @param errorCode error of the model in which it ended, or null
     * @param detail how else it ended, or why it did not begin
     */
    void failed(NodeInstance visit, Job job, String errorCode, String detail) {
        handBack(visit, job);
        boolean ended = detail != null && ENDINGS.contains(detail);
        tell(visit, RESULT, ended ? detail : "FAILED");
        tell(visit, NOTE, ended ? null : errorCode != null ? errorCode : detail);
    }

    /** The host goes on with its work, which is where it was. */
    private void handBack(NodeInstance visit, Job job) {
        visit.consultations().stream().filter(c -> c.id() == job.id()).findFirst().ifPresent(c -> new Consultations(flow).end(visit, c, null));
    }

    /** What does not fit any more is left out, rather than that the work stands still for it. */
    private void tell(NodeInstance visit, String name, String text) {
        Optional<Value> value = Optional.ofNullable(text).map(Value::of);
        if (value.isPresent() && flow.sizes().fit(List.of(value.get())) || value.isEmpty() && new Variables(flow).at(visit).containsKey(name)) {
            new VariableWrites(flow).setAll(visit, Map.of(name, value));
        }
    }
}
