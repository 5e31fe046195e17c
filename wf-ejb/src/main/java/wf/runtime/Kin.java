package wf.runtime;

import java.util.Optional;
import wf.definition.ProcessDefinition;
import wf.instance.ParentLink;

/** The instances around one, and those that it could call: what an operation on one of them must know of the others. */
public interface Kin {

    /** An instance that nobody called and that calls nobody. */
    Kin ALONE = new Kin() {
        @Override
        public boolean isAwaited(ParentLink parent) {
            return false;
        }

        @Override
        public boolean isDeleted(ParentLink parent) {
            return false;
        }

        @Override
        public boolean awaitsChildren(long instanceId) {
            return false;
        }

        @Override
        public boolean hasOpenChildren(long instanceId) {
            return false;
        }

        @Override
        public Optional<Caller> caller(ParentLink parent) {
            return Optional.empty();
        }

        @Override
        public boolean isWorkedOn(long instanceId, long visitId) {
            return false;
        }

        @Override
        public Optional<ProcessDefinition> callable(String process) {
            return Optional.empty();
        }
    };

    /** Whether the calling instance goes on, and waits for this one. */
    boolean isAwaited(ParentLink parent);

    /** Whether the calling instance was deleted, and waits for this one. */
    boolean isDeleted(ParentLink parent);

    /** Whether an instance that this one called and waits for goes on. */
    boolean awaitsChildren(long instanceId);

    /** Whether an instance that this one called and waits for has not ended, be it deleted. */
    boolean hasOpenChildren(long instanceId);

    /** The calling instance, where it runs and its model waits for this one: not where somebody started this one besides the model. */
    Optional<Caller> caller(ParentLink parent);

    /** Whether in an instance that was called at the visit somebody has opened or done work, or anything was done for good. */
    boolean isWorkedOn(long instanceId, long visitId);

    /** The process as it would be called now: its newest released version. */
    Optional<ProcessDefinition> callable(String process);
}
