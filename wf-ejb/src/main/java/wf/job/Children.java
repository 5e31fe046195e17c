package wf.job;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import wf.command.Outcome;
import wf.contract.DefinitionState;
import wf.contract.InstanceState;
import wf.instance.ParentLink;
import wf.instance.ProcessInstance;
import wf.instance.Rework;
import wf.operation.Follow;
import wf.runtime.ReturnOut;
import wf.store.DefinitionRow;
import wf.store.DefinitionStore;
import wf.store.InstanceStore;
import wf.store.JobBody;
import wf.store.JobRow;
import wf.store.JobStore;
import wf.store.JobType;
import wf.store.Journal;
import wf.store.Purge;
import wf.store.Stored;
import wf.value.Value;

/**
 * Instances that instances call. A child begins in the transaction that takes its job away: whoever cancels the call
 * meanwhile waits for the same row, and then either finds the child or has kept it from beginning.
 */
@Singleton
public class Children {

    private final Acts acts;
    private final InstanceStore instances;
    private final DefinitionStore definitions;
    private final JobStore jobs;
    private final Purge purge;
    private final Journal journal;

    @Inject
    public Children(Acts acts, InstanceStore instances, DefinitionStore definitions, JobStore jobs, Purge purge, Journal journal) {
        this.acts = acts;
        this.instances = instances;
        this.definitions = definitions;
        this.jobs = jobs;
        this.purge = purge;
        this.journal = journal;
    }

    Ran begin(JobRow row, Instant reserved) {
        if (!jobs.take(row)) {
            return Ran.NOTHING;
        }
        JobBody body = row.content();
        ProcessInstance parent = instances.load(row.tenant, row.instanceId).orElseThrow().image();
        DefinitionRow called = called(row, parent, body);
        if (definitions.process(called).noneStarts().isEmpty()) {
            throw new Hopeless("the process " + called.defKey + " is started by an event and cannot be called");
        }
        ParentLink above = parent.identity().parent();
        ParentLink link = new ParentLink(parent.id(), body.visit(), row.type() == JobType.CHILD ? row.id : null,
                above == null ? 1 : above.depth() + 1);
        return Ran.of(acts.begin(row.tenant, called.id, body.by() == null ? parent.starter() : body.by(),
                body.by() == null ? parent.standing().department() : null, link,
                inputs(row, parent, called), reserved));
    }

    /** Where the instance that a visit called is called anew, with what that one had left, but for what the model passes. */
    private Map<String, Value> inputs(JobRow row, ProcessInstance parent, DefinitionRow process) {
        Map<String, Value> inputs = new LinkedHashMap<>();
        boolean called = row.type() == JobType.CHILD && row.content().by() == null && parent.isActive(row.content().visit());
        Rework rework = called ? parent.nodeInstance(row.content().visit()).rework() : null;
        if (rework != null && rework.again() != null) {
            instances.lastCalled(row.tenant, parent.id(), rework.again(), process.defKey).flatMap(id -> instances.read(row.tenant, id))
                    .ifPresent(before -> inputs.putAll(before.image().variables()));
        }
        inputs.putAll(row.content().inputs());
        return inputs;
    }

    private DefinitionRow called(JobRow row, ProcessInstance parent, JobBody body) {
        return find(row.tenant, parent, body.target(), body.key()).orElseThrow(() -> new Hopeless(
                "there is no released version of the process " + body.target() + " (" + body.key() + ")"));
    }

    /** By the binding: the newest version, the one that came with the caller's own file, or the one named. */
    private Optional<DefinitionRow> find(String tenant, ProcessInstance parent, String key, String binding) {
        if (binding == null || binding.equals("LATEST")) {
            return definitions.newestReleased(tenant, key);
        } else if (binding.equals("DEPLOYMENT")) {
            long source = definitions.get(tenant, parent.identity().definitionId()).row().sourceId;
            return definitions.deployedWith(tenant, key, source).filter(d -> !d.state.equals(DefinitionState.RETIRED.name()));
        }
        return definitions.version(tenant, key, Integer.parseInt(binding.substring(binding.indexOf(':') + 1)))
                .filter(d -> d.state.equals(DefinitionState.RELEASED.name()));
    }

    /** The visit that called them is over before its time, and so are they. */
    Ran cancel(JobRow row, Instant reserved) {
        if (!jobs.take(row)) {
            return Ran.NOTHING;
        }
        String job = row.content().key();
        List<Long> open = instances.openChildren(row.tenant, row.instanceId, Long.parseLong(row.content().target())).stream()
                .filter(id -> instances.load(row.tenant, id).map(Stored::image).filter(c -> c.state() != InstanceState.DELETED)
                        .filter(c -> job == null || job.equals(String.valueOf(c.identity().parent().jobId()))).isPresent()).toList();
        return Ran.of(open.stream().map(id -> acts.terminate(row.tenant, id, "parent", reserved)).toList());
    }

    /** Those that the instance waits for do as it does by now, whatever it was when the job was posted; also when it is gone for good. */
    Ran align(JobRow row, Instant reserved) {
        if (!jobs.take(row)) {
            return Ran.NOTHING;
        }
        Optional<InstanceState> parent = instances.load(row.tenant, row.instanceId).map(s -> s.image().state());
        if (parent.isEmpty() && purge.find(row.tenant, row.instanceId).isPresent()) {
            return Ran.of(awaited(row).map(child -> acts.purge(row.tenant, child.id(), reserved)).toList());
        }
        return parent.isEmpty() ? Ran.NOTHING : Ran.of(awaited(row).filter(child -> Follow.what(parent.get(), child).isPresent())
                .map(child -> acts.follow(row.tenant, child.id(), parent.get(), reserved)).toList());
    }

    private Stream<ProcessInstance> awaited(JobRow row) {
        return instances.openChildren(row.tenant, row.instanceId).stream().map(id -> instances.load(row.tenant, id)).flatMap(Optional::stream)
                .map(Stored::image).filter(Children::isWaitedFor);
    }

    private static boolean isWaitedFor(ProcessInstance child) {
        return child.identity().parent() != null && child.identity().parent().jobId() != null;
    }

    /** The child tells how it ended, or that it has escalated and goes on. */
    Ran tellParent(JobRow row, Instant reserved) {
        if (!jobs.take(row)) {
            return Ran.NOTHING;
        }
        ParentLink parent = instances.find(row.tenant, row.instanceId).orElseThrow().image().identity().parent();
        return Ran.of(tell(row, parent, row.content(), reserved));
    }

    private Outcome tell(JobRow row, ParentLink parent, JobBody body, Instant reserved) {
        String tenant = row.tenant;
        if (body.target().equals(InstanceState.COMPLETED.name())) {
            Map<String, Optional<Value>> outputs = new LinkedHashMap<>();
            body.inputs().forEach((name, value) -> outputs.put(name, Optional.of(value)));
            return acts.done(tenant, parent.instanceId(), parent.jobId(), outputs, reserved);
        } else if (body.target().equals(ReturnOut.TOLD)) {
            return acts.comeBack(tenant, parent.instanceId(), parent.jobId(), body.key(), journal.last(tenant, row.instanceId), reserved);
        } else if (body.target().equals("ESCALATION")) {
            return acts.escalated(tenant, parent.instanceId(), parent.jobId(), body.key(), reserved);
        }
        String code = body.target().equals("ERROR") ? body.key() : null;
        return acts.failed(tenant, parent.instanceId(), parent.jobId(), code, body.target(), reserved);
    }
}
