package wf.command;

import java.util.HashMap;
import java.util.Map;
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

/**
 * The instances around one, as they are stored; looked at only by the operations that ask.
 *
 * @param callers what was asked before: one command asks for its caller again and again
 */
record StoredKin(InstanceStore instances, DefinitionStore definitions, TrailStore trails, String tenant, Map<ParentLink, Optional<Caller>> callers)
        implements Kin {

    /** For one command. */
    static StoredKin of(InstanceStore instances, DefinitionStore definitions, TrailStore trails, String tenant) {
        return new StoredKin(instances, definitions, trails, tenant, new HashMap<>());
    }

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
        return callers.computeIfAbsent(parent, this::read);
    }

    private Optional<Caller> read(ParentLink parent) {
        return waiting(parent).filter(p -> p.state() == InstanceState.RUNNING).flatMap(p -> p.findJob(parent.jobId()).filter(j -> !j.isStarted())
                .map(j -> new Caller(definitions.get(tenant, p.identity().definitionId()).process(), p, trails.load(tenant, p.id()),
                        p.nodeInstance(j.nodeInstanceId()))));
    }

    /** The rows of what is inside stay locked, so that nobody opens any of it until this is over. */
    @Override
    public boolean isWorkedOn(long instanceId, long visitId) {
        return instances.hasCompleted(tenant, instanceId, visitId)
                || instances.openChildren(tenant, instanceId, visitId).stream().anyMatch(id -> isWorkedOn(instances.lock(tenant, id).orElseThrow().image()));
    }

    private boolean isWorkedOn(ProcessInstance child) {
        ProcessDefinition process = definitions.get(tenant, child.identity().definitionId()).process();
        return child.items().stream().anyMatch(i -> i.state() != WorkItemState.READY && i.state() != WorkItemState.OFFERED)
                || !trails.load(tenant, child.id()).entries().isEmpty()
                || child.nodeInstances().stream().filter(v -> process.node(v.nodeId()).settings().awaitsCalled()).anyMatch(v -> isWorkedOn(child.id(), v.id()));
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
