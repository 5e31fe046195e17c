package wf.instance;

import java.time.Instant;
import java.util.List;
import wf.value.Value;

/** Events of what an instance waits for, and of what it remembers for later: subscriptions, jobs, compensation, joins. */
public sealed interface WaitEvent extends Event {

    record SubscriptionOpened(Subscription subscription) implements WaitEvent {
        @Override
        public void applyTo(ProcessInstance instance) {
            instance.add(subscription);
        }
    }

    /** What was waited for has happened, or is waited for no longer. */
    record SubscriptionClosed(long subscriptionId, SubscriptionKind kind, boolean happened) implements WaitEvent {
        @Override
        public void applyTo(ProcessInstance instance) {
            instance.removeSubscription(subscriptionId);
        }
    }

    /** A repeating timer has fired and is due again. */
    record TimerRepeated(long subscriptionId, Instant dueAt, int fired) implements WaitEvent {
        @Override
        public void applyTo(ProcessInstance instance) {
            instance.repeat(subscriptionId, dueAt, fired);
        }
    }

    /** Something is to be done after the commit; when a visit waits for it, the instance keeps it. */
    record JobPosted(Job job) implements WaitEvent {
        @Override
        public void applyTo(ProcessInstance instance) {
            if (job.kind().isAwaited()) {
                instance.add(job);
            }
        }
    }

    /** The visit no longer waits for the job. */
    record JobClosed(long jobId) implements WaitEvent {
        @Override
        public void applyTo(ProcessInstance instance) {
            instance.removeJob(jobId);
        }
    }

    /** Something reached the instance while it stood still; it happens once the instance goes on. */
    record ArrivalKept(Arrival arrival) implements WaitEvent {
        @Override
        public void applyTo(ProcessInstance instance) {
            instance.add(arrival);
        }
    }

    /** Its turn has come. */
    record ArrivalTaken(long arrivalId) implements WaitEvent {
        @Override
        public void applyTo(ProcessInstance instance) {
            instance.removeArrival(arrivalId);
        }
    }

    /** Something is to be done until then, or until another time than before. */
    record DeadlineSet(Deadline deadline) implements WaitEvent {
        @Override
        public void applyTo(ProcessInstance instance) {
            instance.put(deadline);
        }
    }

    /** There is no such deadline any more: what it was about is over. */
    record DeadlineOver(long deadlineId) implements WaitEvent {
        @Override
        public void applyTo(ProcessInstance instance) {
            instance.removeDeadline(deadlineId);
        }
    }

    /**
     * A level of a deadline has come (§8.3).
     *
     * @param times how often it has come by now
     * @param items the work that it is about
     * @param told whom its strategy tells, as candidates; empty where it does something else
     */
    record LevelReached(long deadlineId, Long nodeInstanceId, String nodeId, Long workItemId, String level, int times, String strategy, Instant dueAt,
            List<Long> items, List<String> told, String text) implements WaitEvent {
        public LevelReached {
            items = items == null ? List.of() : List.copyOf(items);
            told = told == null ? List.of() : List.copyOf(told);
        }

        @Override
        public void applyTo(ProcessInstance instance) {
            instance.findDeadline(deadlineId).ifPresent(d -> instance.put(d.afterLevel()));
        }
    }

    /** What was to be done at a level cannot be done as things are; people have to look. */
    record StrategyRefused(long deadlineId, String nodeId, String strategy, String code, String detail) implements WaitEvent {
        @Override
        public void applyTo(ProcessInstance instance) {
            // It tells what did not happen.
        }
    }

    /** Whoever has the item is asked to hurry, by nobody. */
    record WorkItemUrged(long urgeId, long workItemId, Instant at, String text) implements WaitEvent {
        @Override
        public void applyTo(ProcessInstance instance) {
            // Rows beside the instance know it (§0.5).
        }
    }

    /** A repeated activity knows how many instances it will have. */
    record LoopPlanned(long nodeInstanceId, LoopProgress progress) implements WaitEvent {
        @Override
        public void applyTo(ProcessInstance instance) {
            instance.replace(instance.nodeInstance(nodeInstanceId).with(progress));
        }
    }

    record LoopInstanceStarted(long nodeInstanceId) implements WaitEvent {
        @Override
        public void applyTo(ProcessInstance instance) {
            NodeInstance visit = instance.nodeInstance(nodeInstanceId);
            instance.replace(visit.with(visit.progress().oneStarted()));
        }
    }

    /** @param output what it adds to the collected outputs, or null */
    record LoopInstanceEnded(long nodeInstanceId, Value output) implements WaitEvent {
        @Override
        public void applyTo(ProcessInstance instance) {
            NodeInstance visit = instance.nodeInstance(nodeInstanceId);
            instance.replace(visit.with(visit.progress().oneEnded(output)));
        }
    }

    /** One instance more was added while it ran. */
    record LoopInstanceAdded(long nodeInstanceId, Value element) implements WaitEvent {
        @Override
        public void applyTo(ProcessInstance instance) {
            NodeInstance visit = instance.nodeInstance(nodeInstanceId);
            instance.replace(visit.with(visit.progress().oneMore(element)));
        }
    }

    /** One instance that had begun was taken back. */
    record LoopInstanceWithdrawn(long nodeInstanceId) implements WaitEvent {
        @Override
        public void applyTo(ProcessInstance instance) {
            NodeInstance visit = instance.nodeInstance(nodeInstanceId);
            instance.replace(visit.with(visit.progress().oneWithdrawn()));
        }
    }

    /** An activity is done and could be undone. */
    record CompensationKept(Compensable done) implements WaitEvent {
        @Override
        public void applyTo(ProcessInstance instance) {
            instance.add(done);
        }
    }

    /** These can no longer be undone: they are being undone now, or their scope is over. */
    record CompensationDropped(List<Long> nodeInstanceIds) implements WaitEvent {
        public CompensationDropped {
            nodeInstanceIds = List.copyOf(nodeInstanceIds);
        }

        @Override
        public void applyTo(ProcessInstance instance) {
            nodeInstanceIds.forEach(instance::removeCompensable);
        }
    }

    /** A complex gateway has fired and waits for its reset, or has had one more flow meanwhile. */
    record CycleChanged(JoinCycle cycle) implements WaitEvent {
        @Override
        public void applyTo(ProcessInstance instance) {
            instance.replace(cycle);
        }
    }

    /** An operation has taken a token that the join might have had. */
    record JoinSettled(SettledJoin join) implements WaitEvent {
        @Override
        public void applyTo(ProcessInstance instance) {
            instance.add(join);
        }
    }

    /** The scope of the join is over. */
    record JoinForgotten(SettledJoin join) implements WaitEvent {
        @Override
        public void applyTo(ProcessInstance instance) {
            instance.remove(join);
        }
    }

    record CycleEnded(Long scopeId, String nodeId) implements WaitEvent {
        @Override
        public void applyTo(ProcessInstance instance) {
            instance.removeCycle(scopeId, nodeId);
        }
    }
}
