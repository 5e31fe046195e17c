package wf.instance;

import java.time.Instant;
import java.util.List;
import wf.contract.InstanceState;
import wf.value.Value;

/** Events of the instance as a whole. */
public sealed interface InstanceEvent extends Event {

    /**
     * The instance began, as a draft or running.
     *
     * @param department in which its starter acts, where he has said so; else null
     */
    record InstanceStarted(InstanceState state, String starter, Instant at, String department) implements InstanceEvent {
        @Override
        public void applyTo(ProcessInstance instance) {
            instance.start(state, starter, at);
            instance.startedIn(department);
        }
    }

    /**
     * A draft was sent on its way.
     *
     * @param department in which its starter acts, where he says so now; null leaves it as it was
     */
    record DraftReleased(String department) implements InstanceEvent {
        @Override
        public void applyTo(ProcessInstance instance) {
            instance.run();
            instance.startedIn(department);
        }
    }

    /** The instance ended: COMPLETED as modelled, TERMINATED or WITHDRAWN early. */
    record InstanceEnded(InstanceState state, String reason, Instant at) implements InstanceEvent {
        @Override
        public void applyTo(ProcessInstance instance) {
            instance.end(state, at);
        }
    }

    /** Nobody works on it and no timer runs until it is resumed. */
    record InstanceSuspended(boolean withParent, Instant at) implements InstanceEvent {
        @Override
        public void applyTo(ProcessInstance instance) {
            instance.suspend(withParent, at);
        }
    }

    /** It goes on; deadlines and timers are later by as long as it stood. */
    record InstanceResumed(Instant at) implements InstanceEvent {
        @Override
        public void applyTo(ProcessInstance instance) {
            instance.resume(at);
        }
    }

    /** It is in no list any more. Its work keeps its state, and nothing of it is due. */
    record InstanceDeleted(boolean withParent, Instant at) implements InstanceEvent {
        @Override
        public void applyTo(ProcessInstance instance) {
            instance.delete(withParent);
        }
    }

    /** Nothing of it is kept but who did what when. It is the last that ever happens to it. */
    record InstancePurged(Instant at) implements InstanceEvent {
        @Override
        public void applyTo(ProcessInstance instance) {
            // To go for good is the affair of whoever stores it.
        }
    }

    /** It is what it was before it was deleted; deadlines have come nearer meanwhile. */
    record InstanceRestored(Instant at) implements InstanceEvent {
        @Override
        public void applyTo(ProcessInstance instance) {
            instance.restore();
        }
    }

    /** It had ended and goes on. */
    record InstanceActivated(Instant at) implements InstanceEvent {
        @Override
        public void applyTo(ProcessInstance instance) {
            instance.activate();
        }
    }

    /** Variables took new values. */
    record VariablesChanged(List<Change> changes) implements InstanceEvent {

        /**
         * A variable before and after.
         *
         * @param scopeId the visit whose own variable it is; null for one of the process
         * @param before null when it was not there
         * @param after null when it is gone
         */
        public record Change(Long scopeId, String name, Value before, Value after) { }

        public VariablesChanged {
            changes = List.copyOf(changes);
        }

        @Override
        public void applyTo(ProcessInstance instance) {
            changes.forEach(c -> instance.set(c.scopeId(), c.name(), c.after()));
        }
    }

    /** The instance goes on against another version of its definition (D8). */
    record DefinitionMigrated(long definitionId, Renaming names) implements InstanceEvent {
        @Override
        public void applyTo(ProcessInstance instance) {
            instance.migrate(definitionId, names);
        }
    }
}
