package wf.command;

import java.util.Optional;
import java.util.stream.Stream;
import wf.contract.InstanceState;
import wf.definition.ProcessDefinition;
import wf.instance.ParentLink;
import wf.instance.ProcessInstance;
import wf.runtime.Kin;
import wf.store.DefinitionStore;
import wf.store.InstanceStore;

/** The instances around one, as they are stored; looked at only by the operations that ask. */
record StoredKin(InstanceStore instances, DefinitionStore definitions, String tenant) implements Kin {

    @Override
    public boolean isAwaited(ParentLink parent) {
        return waiting(parent).filter(p -> p.state() != InstanceState.DELETED).isPresent();
    }

    @Override
    public boolean isDeleted(ParentLink parent) {
        return waiting(parent).filter(p -> p.state() == InstanceState.DELETED).isPresent();
    }

    private Optional<ProcessInstance> waiting(ParentLink parent) {
        return parent.jobId() == null ? Optional.empty()
                : instances.load(tenant, parent.instanceId()).map(s -> s.image()).filter(p -> p.findJob(parent.jobId()).isPresent());
    }

    @Override
    public Optional<ProcessDefinition> callable(String process) {
        return definitions.newestReleased(tenant, process).map(definitions::process);
    }

    @Override
    public boolean awaitsChildren(long instanceId) {
        return openChildren(instanceId).anyMatch(c -> c.state() != InstanceState.DELETED);
    }

    @Override
    public boolean hasOpenChildren(long instanceId) {
        return openChildren(instanceId).findAny().isPresent();
    }

    private Stream<ProcessInstance> openChildren(long instanceId) {
        return instances.openChildren(tenant, instanceId).stream().map(id -> instances.load(tenant, id).orElseThrow().image())
                .filter(c -> c.identity().parent().jobId() != null);
    }
}
