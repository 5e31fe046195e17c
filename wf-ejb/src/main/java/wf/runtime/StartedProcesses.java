package wf.runtime;

import wf.instance.BranchTree;
import wf.instance.Consultation;
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

    /** What whoever waited is told: it belongs to his item, and outside of its visit the last to end counts. */
    public static final Set<String> TOLD = Set.of(RESULT, NOTE);

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
        Optional<Long> host = handBack(visit, job);
        tell(visit, host, RESULT, "COMPLETED");
        tell(visit, host, NOTE, null);
    }

    /**
     * The instance has ended without its work being done, or could not begin.
     *
     * @param errorCode error of the model in which it ended, or null
     * @param detail how else it ended, or why it did not begin
     */
    void failed(NodeInstance visit, Job job, String errorCode, String detail) {
        Optional<Long> host = handBack(visit, job);
        boolean ended = detail != null && ENDINGS.contains(detail);
        tell(visit, host, RESULT, ended ? detail : "FAILED");
        tell(visit, host, NOTE, ended ? null : errorCode != null ? errorCode : detail);
    }

    /** The host goes on with its work, which is where it was; answers its item. */
    private Optional<Long> handBack(NodeInstance visit, Job job) {
        Optional<Consultation> asked = visit.consultations().stream().filter(c -> c.id() == job.id()).findFirst();
        asked.ifPresent(c -> new Consultations(flow).end(visit, c, null));
        return asked.map(Consultation::hostId);
    }

    /** The name under which the visit keeps what the holder of that item was told, since others at the visit may be told something else. */
    public static String ofItem(String name, long workItemId) {
        return name + "_" + workItemId;
    }

    /** What does not fit any more is left out, rather than that the work stands still for it. */
    private void tell(NodeInstance visit, Optional<Long> host, String name, String text) {
        Optional<Value> value = Optional.ofNullable(text).map(Value::of);
        if (value.isPresent() && flow.sizes().fit(List.of(value.get())) || value.isEmpty() && new Variables(flow).at(visit).containsKey(name)) {
            VariableWrites writes = new VariableWrites(flow);
            host.ifPresent(item -> writes.setOwn(visit, Map.of(name, value, ofItem(name, item), value)));
            if (!flow.nodeOf(visit).activity().locals().contains(name)) {
                Long scopeId = new BranchTree(flow.instance()).scopeOf(visit);
                writes.setAll(scopeId == null ? null : flow.instance().nodeInstance(scopeId), Map.of(name, value));
            }
        }
    }
}
