package wf.runtime;

import java.util.List;
import wf.instance.BranchEnd;
import wf.instance.BranchTree;
import wf.instance.NodeInstance;
import wf.instance.ProcessInstance;
import wf.instance.WaitEvent.LoopInstanceWithdrawn;
import wf.instance.WorkItem;

/**
 * Work that several people share at one activity: in a signing round, as instances of a repeated task, or by several items
 * of one visit. It can lose people as long as somebody is left, and goes on when those who are left have done their part.
 */
public final class Shares {

    private final Flow flow;

    public Shares(Flow flow) {
        this.flow = flow;
    }

    /**
     * Who shares the work at the visit.
     *
     * @param items those who have it now
     * @param others how many have done their part, or get it later
     */
    public record Count(List<Long> items, int others) {

        /** How many are left without these. */
        public int left(List<Long> gone) {
            return others + (int) items.stream().filter(i -> !gone.contains(i)).count();
        }
    }

    /** Of a repeated task all instances count, of which this visit is one. */
    public static Count of(ProcessInstance instance, NodeInstance visit) {
        NodeInstance holder = holder(instance, visit);
        if (visit.round() != null) {
            return new Count(items(instance, visit), visit.round().voted() + visit.round().toAsk().size());
        } else if (holder != null) {
            List<Long> items = instance.nodeInstances().stream().filter(v -> holder.equals(holder(instance, v)))
                    .flatMap(v -> items(instance, v).stream()).toList();
            return new Count(items, holder.progress().planned() - holder.progress().active());
        }
        return new Count(items(instance, visit), 0);
    }

    private static List<Long> items(ProcessInstance instance, NodeInstance visit) {
        return instance.itemsOf(visit.id()).stream().filter(i -> i.askedBy() == null).map(WorkItem::id).toList();
    }

    /** The visit that stands for all instances of the repeated task; null where this one is no such instance. */
    private static NodeInstance holder(ProcessInstance instance, NodeInstance visit) {
        Long around = new BranchTree(instance).scopeOf(visit);
        NodeInstance holder = around == null ? null : instance.nodeInstance(around);
        return holder != null && holder.progress() != null && holder.nodeId().equals(visit.nodeId()) ? holder : null;
    }

    /** The person is asked no longer; where somebody else is left, see {@link #of}. */
    public void withdraw(WorkItem item) {
        NodeInstance visit = flow.instance().nodeInstance(item.nodeInstanceId());
        NodeInstance holder = holder(flow.instance(), visit);
        if (visit.round() != null) {
            new SigningRounds(flow).remove(item, true);
            return;
        }
        new WorkItems(flow).withdraw(item);
        if (holder != null && flow.instance().itemsOf(visit.id()).isEmpty()) {
            flow.cancel(visit, BranchEnd.CANCELLED);
            flow.emit(new LoopInstanceWithdrawn(holder.id()));
            flow.end(visit.branchId(), BranchEnd.CANCELLED);
        }
    }
}
