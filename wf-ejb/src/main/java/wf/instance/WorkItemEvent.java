package wf.instance;

import java.time.Instant;
import wf.contract.Vote;
import wf.contract.WorkItemState;

/** Events of work items. */
public sealed interface WorkItemEvent extends Event {

    record WorkItemCreated(WorkItem item) implements WorkItemEvent {
        @Override
        public void applyTo(ProcessInstance instance) {
            instance.add(item);
        }
    }

    /**
     * The item came to a final state.
     *
     * @param handledBy who did the work; null when another act made it needless, so that it enters nobody's done list
     * @param vote with which it was closed; null where none was cast
     * @param department in which he acted, where he has said so; else null
     */
    record WorkItemClosed(long workItemId, WorkItemState state, String handledBy, Instant at, Vote vote, String department) implements WorkItemEvent {
        public WorkItemClosed(long workItemId, WorkItemState state, String handledBy, Instant at) {
            this(workItemId, state, handledBy, at, null, null);
        }

        @Override
        public void applyTo(ProcessInstance instance) {
            instance.close(workItemId, state, at);
        }
    }

    /** Its holder has laid it aside; the clock of the item stands, and where it is the only work of its visit, the visit's timers too. */
    record WorkItemSuspended(long workItemId, Instant at) implements WorkItemEvent {
        @Override
        public void applyTo(ProcessInstance instance) {
            instance.suspendItem(workItemId, at);
        }
    }

    /** It is what it was before, and due later by as long as it stood. */
    record WorkItemResumed(long workItemId, Instant at) implements WorkItemEvent {
        @Override
        public void applyTo(ProcessInstance instance) {
            instance.resumeItem(workItemId, at);
        }
    }

    record WorkItemClaimed(long workItemId, String by) implements WorkItemEvent {
        @Override
        public void applyTo(ProcessInstance instance) {
            instance.replace(instance.item(workItemId).claimedBy(by));
        }
    }

    record WorkItemUnclaimed(long workItemId) implements WorkItemEvent {
        @Override
        public void applyTo(ProcessInstance instance) {
            instance.replace(instance.item(workItemId).unclaimed());
        }
    }

    /**
     * The item came to somebody who is away, and went on to who stands in for him (§6.7): this tells why.
     *
     * @param grantId by which grant
     */
    record WorkForwarded(long workItemId, String principal, String deputy, long grantId) implements WorkItemEvent {
        @Override
        public void applyTo(ProcessInstance instance) {
            // Closing the one item and creating the other are events of their own.
        }
    }

    /** Its holder waits for those whom he asked. */
    record WorkItemHeld(long workItemId) implements WorkItemEvent {
        @Override
        public void applyTo(ProcessInstance instance) {
            instance.replace(instance.item(workItemId).in(WorkItemState.WAITING));
        }
    }

    /** All for whom its holder waited are done. */
    record WorkItemReleased(long workItemId) implements WorkItemEvent {
        @Override
        public void applyTo(ProcessInstance instance) {
            instance.replace(instance.item(workItemId).in(WorkItemState.READY));
        }
    }
}
