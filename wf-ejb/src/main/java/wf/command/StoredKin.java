package wf.command;

import java.util.Optional;
import java.util.stream.Stream;
import wf.contract.InstanceState;
import wf.contract.WorkItemState;
import wf.definition.ProcessDefinition;
import wf.instance.ParentLink;
import wf.instance.ProcessInstance;
import wf.runtime.Caller;
import wf.runtime.Kin;
import wf.store.DefinitionStore;
import wf.store.InstanceStore;
import wf.store.TrailStore;

/** The instances around one, as they are stored; looked at only by the operations that ask. */
record StoredKin(InstanceStore instances, DefinitionStore definitions, TrailStore trails, String tenant) implements Kin {

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
    public Optional<Caller> caller(ParentLink parent) {
        return waiting(parent).filter(p -> p.state() == InstanceState.RUNNING).flatMap(p -> p.findJob(parent.jobId()).filter(j -> !j.isStarted())
                .map(j -> new Caller(definitions.get(tenant, p.identity().definitionId()).process(), p, trails.load(tenant, p.id()),
                        p.nodeInstance(j.nodeInstanceId()))));
    }

    /** The rows of what is inside stay locked, so that nobody opens any of it until this is over. */
    @Override
    public boolean isWorkedOn(long instanceId, long visitId) {
        return instances.openChildren(tenant, instanceId, visitId).stream().anyMatch(id -> instances.lock(tenant, id).orElseThrow().image().items().stream()
                .anyMatch(i -> i.state() != WorkItemState.READY && i.state() != WorkItemState.OFFERED) || !trails.load(tenant, id).entries().isEmpty());
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
