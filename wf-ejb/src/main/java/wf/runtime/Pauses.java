package wf.runtime;

import java.time.Instant;
import java.util.Map;
import wf.contract.InstanceState;
import wf.instance.InstanceEvent.InstanceDeleted;
import wf.instance.InstanceEvent.InstancePurged;
import wf.instance.InstanceEvent.InstanceRestored;
import wf.instance.InstanceEvent.InstanceResumed;
import wf.instance.InstanceEvent.InstanceSuspended;
import wf.instance.Job;
import wf.instance.JobKind;
import wf.instance.ProcessInstance;
import wf.instance.WaitEvent.JobPosted;
import wf.instance.WorkItem;
import wf.instance.WorkItemEvent.WorkItemResumed;
import wf.instance.WorkItemEvent.WorkItemSuspended;

/**
 * Standing still and going on (暂停, 恢复), of an instance and of an item. Nothing is lost meanwhile: what reaches the instance is kept,
 * and happens after it goes on.
 */
public final class Pauses {

    private final Flow flow;
    private final ProcessInstance instance;

    public Pauses(Flow flow) {
        this.flow = flow;
        this.instance = flow.instance();
    }

    /**
     * @param until when it goes on by itself, or null
     * @param withParent whether it does so because the instance that called it does
     * @param children whether those that it waits for do as it does
     */
    public void suspend(Instant until, boolean withParent, boolean children) {
        flow.emit(new InstanceSuspended(withParent, flow.facts().now()));
        wakeAt(until, null);
        alignChildren(children);
    }

    public void resume() {
        Limits limits = new Limits(flow);
        Map<Long, Instant> stood = limits.stoodSince();
        flow.emit(new InstanceResumed(flow.facts().now()));
        limits.goOn(stood);
        new Arrivals(flow).deliverLater();
        alignChildren();
    }

    /** It is in no list any more, and what it waits for is not waited for. */
    public void delete(boolean withParent, boolean children) {
        flow.emit(new InstanceDeleted(withParent, flow.facts().now()));
        alignChildren(children);
    }

    /** It is gone for good, whether it was deleted before or not. */
    public void purge(boolean withParent, boolean children) {
        if (instance.state() == InstanceState.DELETED) {
            alignChildren(children);
        } else {
            delete(withParent, children);
        }
        flow.emit(new InstancePurged(flow.facts().now()));
    }

    /** What was due meanwhile is due now. */
    public void restore() {
        flow.emit(new InstanceRestored(flow.facts().now()));
        if (!instance.standsStill()) {
            new Arrivals(flow).deliverLater();
        }
        alignChildren();
    }

    private void alignChildren(boolean wanted) {
        if (wanted) {
            alignChildren();
        }
    }

    private void alignChildren() {
        if (instance.jobs().stream().anyMatch(j -> j.kind() == JobKind.CHILD)) {
            new Jobs(flow).post(null, "", JobKind.ALIGN_CHILDREN, null, null, Map.of());
        }
    }

    public void suspend(WorkItem item, Instant until) {
        flow.emit(new WorkItemSuspended(item.id(), flow.facts().now()));
        wakeAt(until, item.id());
    }

    public void resume(WorkItem item) {
        Limits limits = new Limits(flow);
        Map<Long, Instant> stood = limits.stoodSince();
        flow.emit(new WorkItemResumed(item.id(), flow.facts().now()));
        limits.goOn(stood);
    }

    /** The job knows which pause it is to end: the thing may have gone on before, and stand still again by then. */
    private void wakeAt(Instant until, Long itemId) {
        if (until != null) {
            flow.emit(new JobPosted(new Job(flow.facts().newId(), null, "", JobKind.WAKE, itemId == null ? null : itemId.toString(),
                    flow.facts().now().toString(), Map.of(), until)));
        }
    }
}
