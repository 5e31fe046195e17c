package wf.runtime;

import java.util.Map;
import java.util.Optional;
import wf.definition.Node;
import wf.instance.Job;
import wf.instance.JobKind;
import wf.instance.NodeInstance;
import wf.instance.ParentLink;
import wf.instance.ProcessInstance;
import wf.instance.WaitEvent.JobClosed;
import wf.instance.WaitEvent.JobPosted;
import wf.value.Value;

/** What is to be done after the commit, and what comes back from it. */
public final class Jobs {

    private final Flow flow;
    private final ProcessInstance instance;

    public Jobs(Flow flow) {
        this.flow = flow;
        this.instance = flow.instance();
    }

    /** @param visit the visit that posts it, and stays until the answer comes where the kind is awaited; null: the process */
    public void post(NodeInstance visit, String nodeId, JobKind kind, String target, String key, Map<String, Value> inputs) {
        if (kind.isAwaited() && (isAwaited(visit, kind) || !fits(visit, inputs))) {
            return;
        }
        flow.emit(new JobPosted(new Job(flow.facts().newId(), visit == null ? null : visit.id(), nodeId, kind, target, key,
                inputs, flow.facts().now())));
    }

    /** The visit waits for such a job already, as when an incident of something else at it is tried again. */
    private boolean isAwaited(NodeInstance visit, JobKind kind) {
        return instance.jobs().stream().anyMatch(j -> j.nodeInstanceId() == visit.id() && j.kind() == kind);
    }

    /** What a waiting visit sends stays with the instance until the answer comes. */
    private boolean fits(NodeInstance visit, Map<String, Value> inputs) {
        boolean fits = flow.sizes().fit(inputs.values());
        if (!fits) {
            flow.stop(visit, VariableSizes.TOO_LARGE);
        }
        return fits;
    }

    /** The visit goes on in a transaction of its own. */
    void postContinue(NodeInstance visit) {
        post(visit, visit.nodeId(), JobKind.CONTINUE, null, null, Map.of());
    }

    /** The answer to a job: the node that waited for it goes on. */
    public void finish(Job job, Map<String, Optional<Value>> outputs) {
        NodeInstance visit = close(job);
        Node node = flow.nodeOf(visit);
        if (job.isStarted()) {
            new StartedProcesses(flow).done(visit, job);
        } else if (job.kind() == JobKind.CONTINUE) {
            new Activities(flow).work(node, visit);
        } else {
            flow.types().of(node).answered(node, visit, job, outputs, flow);
        }
    }

    /** The job failed for good: with an error of the model that may be caught there, else with an incident. */
    public void fail(Job job, String errorCode, String detail) {
        NodeInstance visit = close(job);
        if (job.isStarted()) {
            new StartedProcesses(flow).failed(visit, job, errorCode, detail);
        } else if (errorCode != null) {
            new Throwing(flow).error(visit, errorCode, detail);
        } else {
            flow.raise(visit, "JOB_FAILED", detail);
        }
    }

    /** A called instance has escalated and goes on; whoever started one besides the model waits for its end. */
    public void escalate(Job job, String code) {
        if (!job.isStarted()) {
            new Throwing(flow).escalate(instance.nodeInstance(job.nodeInstanceId()), code);
        }
    }

    private NodeInstance close(Job job) {
        flow.emit(new JobClosed(job.id()));
        return instance.nodeInstance(job.nodeInstanceId());
    }

    /** The visit waits no longer; children that it started are ended. */
    void closeAll(NodeInstance visit) {
        instance.jobs().stream().filter(j -> j.nodeInstanceId() == visit.id()).toList().forEach(this::giveUp);
    }

    /** What came of the job is of no use any more. Of the instances that people started at the visit only this one is ended. */
    void giveUp(Job job) {
        flow.emit(new JobClosed(job.id()));
        if (job.kind() == JobKind.CHILD) {
            post(null, job.nodeId(), JobKind.CANCEL_CHILDREN, String.valueOf(job.nodeInstanceId()), job.isStarted() ? String.valueOf(job.id()) : null, Map.of());
        }
    }

    /** An instance that somebody starts at the visit besides the model; there may be several. False where its inputs are refused. */
    boolean start(long id, NodeInstance visit, JobKind kind, String process, Map<String, Value> inputs, String by) {
        if (!fits(visit, inputs)) {
            return false;
        }
        flow.emit(new JobPosted(new Job(id, visit.id(), visit.nodeId(), kind, process, "LATEST", inputs, flow.facts().now(), by)));
        return true;
    }

    // ---- to the instance that called this one ----

    /** @param what COMPLETED, or how else it ended, ERROR with its code among it; ESCALATION while it goes on */
    void tellParent(String what, String detail) {
        ParentLink parent = instance.identity().parent();
        if (parent != null && parent.jobId() != null) {
            post(null, "", JobKind.TELL_PARENT, what, detail, instance.variables());
        }
    }
}
