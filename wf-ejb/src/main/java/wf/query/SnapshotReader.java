package wf.query;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import wf.access.Caller;
import wf.command.Inputs;
import wf.command.Purging;
import wf.command.Reading;
import wf.command.Situations;
import wf.command.Views;
import wf.contract.Differences;
import wf.contract.MaxVersion;
import wf.contract.NodeVisit;
import wf.contract.Snapshot;
import wf.contract.SnapshotInfo;
import wf.contract.SnapshotPage;
import wf.contract.SnapshotProperty;
import wf.contract.Verification;
import wf.definition.ProcessDefinition;
import wf.instance.NodeInstance;
import wf.instance.ProcessInstance;
import wf.refusal.Messages;
import wf.store.Definition;
import wf.store.DefinitionStore;
import wf.store.Journal;
import wf.store.JournalBody;
import wf.store.JournalRow;
import wf.store.Snapshots;
import wf.value.Value;

/**
 * The instance as it was (§11.1): the list of its snapshots, one of them as a whole, and the difference of two. What a
 * reader may not see now he does not see in the past either: hidden and sensitive fields are those of the model that
 * counted then and of the one that counts now.
 */
@Singleton
public class SnapshotReader {

    private static final int LIMIT = 50;
    private final Reading reading;
    private final Journal journal;
    private final Snapshots snapshots;
    private final DefinitionStore definitions;
    private final Views views;
    private final Purging purging;

    @Inject
    public SnapshotReader(Reading reading, Journal journal, Snapshots snapshots, DefinitionStore definitions, Views views, Purging purging) {
        this.reading = reading;
        this.journal = journal;
        this.snapshots = snapshots;
        this.definitions = definitions;
        this.views = views;
        this.purging = purging;
    }

    /** I8. */
    public MaxVersion maxVersion(Caller caller, long instanceId) {
        MaxVersion max = new MaxVersion();
        max.instanceId = instanceId;
        max.version = reading.journal(caller, instanceId).image().version();
        max.snapshot = max.version;
        return max;
    }

    /** @param after the number behind which the page begins; null for the first page */
    public SnapshotPage page(Caller caller, long instanceId, Long after, Integer limit) {
        Reading.Readable on = reading.journal(caller, instanceId);
        int size = limit == null ? LIMIT : Cursor.limit(limit, caller.locale());
        long behind = after == null ? 0 : Math.max(0, after);
        SnapshotPage page = new SnapshotPage();
        journal.read(caller.tenant(), instanceId, behind, behind + size).forEach(r -> page.snapshots.add(info(caller, r, on)));
        page.next = behind + size < on.image().version() ? behind + size : null;
        return page;
    }

    public Snapshot get(Caller caller, long instanceId, long number) {
        Reading.Readable on = reading.journal(caller, instanceId);
        ProcessInstance then = asOf(caller, on, number);
        Definition definition = definitions.get(caller.tenant(), then.identity().definitionId());
        Snapshot snapshot = new Snapshot();
        snapshot.info = info(caller, journal.read(caller.tenant(), instanceId, number - 1, number).get(0), on);
        snapshot.instance = views.instance(then, definition, on.directory());
        show(snapshot.variables, null, then.variables(), definition.process(), on);
        then.nodeInstances().forEach(v -> show(snapshot.variables, v.id(), v.variables(), definition.process(), on));
        then.items().forEach(i -> snapshot.openItems.add(views.item(i, then, definition, on.directory())));
        then.nodeInstances().forEach(v -> snapshot.visits.add(visit(v, definition.process())));
        return snapshot;
    }

    public Differences differences(Caller caller, long instanceId, Long from, Long to) {
        Reading.Readable on = reading.journal(caller, instanceId);
        Inputs.require(from != null, caller.locale(), "GIVEN", "from");
        Inputs.require(to != null, caller.locale(), "GIVEN", "to");
        ProcessInstance one = asOf(caller, on, from);
        ProcessInstance other = asOf(caller, on, to);
        ProcessDefinition definition = definitions.get(caller.tenant(), other.identity().definitionId()).process();
        Differences differences = new Differences();
        differences.from = from;
        differences.to = to;
        TreeSet<String> names = new TreeSet<>(one.variables().keySet());
        names.addAll(other.variables().keySet());
        names.stream().filter(n -> sees(on, definition, n)).forEach(n -> {
            Value before = one.variables().get(n);
            Value after = other.variables().get(n);
            if (!Objects.equals(before, after)) {
                differences.changes.add(PropertyChanges.of(n, before, after, strict(on, definition, n), on.sight()));
            }
        });
        return differences;
    }

    /** Whether rows are whole and in their order, and whether the copies that are read in their stead tell the same. */
    public Verification verify(Caller caller, long instanceId) {
        Optional<Verification> purged = purging.verify(caller, instanceId);
        if (purged.isPresent()) {
            return purged.get();
        }
        reading.journal(caller, instanceId);
        Verification verification = journal.verify(caller.tenant(), instanceId);
        snapshots.verify(caller.tenant(), verification);
        return verification;
    }

    private ProcessInstance asOf(Caller caller, Reading.Readable on, long number) {
        if (number < 1 || number > on.image().version()) {
            throw Situations.notFound(caller);
        }
        return snapshots.asOf(caller.tenant(), on.image().id(), number);
    }

    private static boolean sees(Reading.Readable on, ProcessDefinition then, String name) {
        return on.sight().sees(then, name) && on.sight().sees(on.definition().process(), name);
    }

    /** Of the model then and the model now the one that masks the field, if any. */
    private static ProcessDefinition strict(Reading.Readable on, ProcessDefinition then, String name) {
        return on.definition().process().masks(name) ? on.definition().process() : then;
    }

    private static void show(List<SnapshotProperty> shown, Long visit, Map<String, Value> variables, ProcessDefinition then,
            Reading.Readable on) {
        new LinkedHashMap<>(variables).forEach((name, value) -> {
            if (sees(on, then, name)) {
                ProcessDefinition strict = strict(on, then, name);
                SnapshotProperty property = new SnapshotProperty();
                property.name = name;
                property.label = PropertyChanges.label(then, name);
                property.type = value.type();
                property.value = on.sight().text(strict, name, value);
                property.masked = strict.masks(name);
                property.nodeInstanceId = visit;
                shown.add(property);
            }
        });
    }

    private NodeVisit visit(NodeInstance instance, ProcessDefinition definition) {
        NodeVisit visit = new NodeVisit();
        visit.nodeInstanceId = instance.id();
        visit.nodeId = instance.nodeId();
        visit.nodeName = definition.label(instance.nodeId());
        visit.branchId = instance.branchId();
        visit.state = instance.state().name();
        visit.enteredAt = views.date(instance.enteredAt());
        return visit;
    }

    private SnapshotInfo info(Caller caller, JournalRow row, Reading.Readable on) {
        ProcessDefinition definition = definitions.get(caller.tenant(), row.definitionId).process();
        JournalBody body = journal.body(row);
        SnapshotInfo info = new SnapshotInfo();
        info.number = row.seq;
        info.version = row.versionAfter;
        info.opId = row.opId;
        info.operation = row.operation;
        info.label = Messages.text(caller.locale(), "operation." + row.operation);
        info.nodeId = row.nodeId;
        info.nodeName = row.nodeId == null ? null : definition.label(row.nodeId);
        info.actor = views.person(on.directory(), row.actor);
        info.onBehalfOf = views.person(on.directory(), row.onBehalfOf);
        info.vote = body.vote();
        info.opinion = PropertyChanges.opinion(row, body, definition, on.sight());
        info.at = views.date(row.happenedAt);
        return info;
    }
}
