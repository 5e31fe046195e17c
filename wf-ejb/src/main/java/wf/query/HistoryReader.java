package wf.query;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import wf.access.Caller;
import wf.command.Sight;
import wf.command.Views;
import wf.command.VisitPath;
import wf.contract.BranchInfo;
import wf.contract.ForwardedWork;
import wf.contract.History;
import wf.contract.HistoryEntry;
import wf.contract.ReachedLevel;
import wf.definition.ProcessDefinition;
import wf.instance.Branch;
import wf.instance.Event;
import wf.instance.InstanceEvent.InstanceStarted;
import wf.instance.InstanceEvent.VariablesChanged;
import wf.instance.InstanceEvent.VariablesChanged.Change;
import wf.instance.ProcessInstance;
import wf.instance.TokenEvent.BranchEnded;
import wf.instance.TokenEvent.BranchOpened;
import wf.instance.TokenEvent.ParticipantsFound;
import wf.instance.TokenEvent.RuleApplied;
import wf.instance.TokenEvent.WorkDelayed;
import wf.instance.WaitEvent.LevelReached;
import wf.instance.WaitEvent.StrategyRefused;
import wf.instance.WorkItemEvent.WorkItemClosed;
import wf.instance.WorkItemEvent.WorkForwarded;
import wf.refusal.Messages;
import wf.runtime.Directory;
import wf.store.Definition;
import wf.store.DefinitionStore;
import wf.store.Journal;
import wf.store.JournalBody;
import wf.store.JournalRow;

/** I4 历史记录: the life of an instance, read off its journal. */
@Singleton
public class HistoryReader {

    private final Journal journal;
    private final DefinitionStore definitions;
    private final Views views;

    @Inject
    public HistoryReader(Journal journal, DefinitionStore definitions, Views views) {
        this.journal = journal;
        this.definitions = definitions;
        this.views = views;
    }

    /** @param sight what of it the caller is shown */
    public History read(Caller caller, ProcessInstance instance, Definition definition, Directory directory, Sight sight) {
        History history = new History();
        history.instance = views.instance(instance, definition, directory);
        List<Event> events = new ArrayList<>();
        VisitPath path = new VisitPath(views);
        for (JournalRow row : journal.read(caller.tenant(), instance.id())) {
            JournalBody body = journal.body(row);
            ProcessDefinition then = definitions.get(caller.tenant(), row.definitionId).process();
            events.addAll(body.events());
            path.add(body.events(), then);
            HistoryEntry entry = entry(caller, row, body, then, directory, sight);
            changes(body).filter(c -> sight.sees(then, c.name()) && sight.sees(definition.process(), c.name()))
                    .forEach(c -> entry.changes.add(PropertyChanges.of(c.name(), c.before(), c.after(),
                            definition.process().masks(c.name()) ? definition.process() : then, sight)));
            history.entries.add(entry);
        }
        history.visits = path.visits();
        history.branches = branches(events);
        return history;
    }

    private HistoryEntry entry(Caller caller, JournalRow row, JournalBody body, ProcessDefinition definition,
            Directory directory, Sight sight) {
        HistoryEntry entry = new HistoryEntry();
        entry.seq = row.seq;
        entry.at = views.date(row.happenedAt);
        entry.opId = row.opId;
        entry.operation = row.operation;
        entry.label = Messages.text(caller.locale(), "operation." + row.operation);
        entry.actor = views.person(directory, row.actor);
        entry.onBehalfOf = views.person(directory, row.onBehalfOf);
        entry.service = body.via();
        entry.asAdmin = row.asAdmin != 0;
        entry.channel = row.channel;
        entry.nodeId = row.nodeId;
        entry.nodeName = row.nodeId == null ? null : definition.label(row.nodeId);
        entry.opinion = PropertyChanges.opinion(row, body, definition, sight);
        entry.vote = body.vote();
        entry.identities = body.identities() == null ? List.of() : body.identities();
        body.events().stream().filter(RuleApplied.class::isInstance).forEach(e -> entry.rules.add(views.rule((RuleApplied) e)));
        body.events().stream().filter(ParticipantsFound.class::isInstance)
                .forEach(e -> entry.participants.add(views.participants((ParticipantsFound) e, definition, directory)));
        body.events().stream().filter(WorkForwarded.class::isInstance).forEach(e -> entry.forwarded.add(forwarded((WorkForwarded) e, directory)));
        entry.levels.addAll(levels(body.events()));
        body.events().stream().filter(WorkDelayed.class::isInstance).forEach(e -> entry.delayedUntil = views.date(((WorkDelayed) e).until()));
        body.events().forEach(e -> entry.department = e instanceof InstanceStarted s && s.department() != null ? s.department()
                : e instanceof WorkItemClosed c && c.department() != null ? c.department() : entry.department);
        entry.version = row.versionAfter;
        return entry;
    }

    /** What came at limits, and what of it could not be done. */
    private List<ReachedLevel> levels(List<Event> events) {
        List<ReachedLevel> levels = new ArrayList<>();
        for (Event event : events) {
            if (event instanceof LevelReached e) {
                levels.add(level(e));
            } else if (event instanceof StrategyRefused e && !levels.isEmpty()) {
                levels.get(levels.size() - 1).refused = e.code() + ": " + e.detail();
            }
        }
        return levels;
    }

    private ReachedLevel level(LevelReached event) {
        ReachedLevel level = new ReachedLevel();
        level.level = event.level();
        level.times = event.times();
        level.strategy = event.strategy();
        level.nodeId = event.nodeId();
        level.dueAt = views.date(event.dueAt());
        level.workItemIds.addAll(event.items());
        level.told.addAll(event.told());
        level.text = event.text();
        return level;
    }

    private ForwardedWork forwarded(WorkForwarded event, Directory directory) {
        ForwardedWork forwarded = new ForwardedWork();
        forwarded.workItemId = event.workItemId();
        forwarded.principal = views.person(directory, event.principal());
        forwarded.deputy = views.person(directory, event.deputy());
        forwarded.grantId = event.grantId();
        return forwarded;
    }

    private static Stream<Change> changes(JournalBody body) {
        return body.events().stream().filter(VariablesChanged.class::isInstance).flatMap(e -> ((VariablesChanged) e).changes().stream());
    }

    private static List<BranchInfo> branches(List<Event> events) {
        Map<Long, BranchInfo> branches = new LinkedHashMap<>();
        for (Event event : events) {
            if (event instanceof BranchOpened e) {
                branches.put(e.branch().id(), info(e.branch()));
            } else if (event instanceof BranchEnded e) {
                branches.get(e.branchId()).state = e.how().name();
            }
        }
        return List.copyOf(branches.values());
    }

    private static BranchInfo info(Branch branch) {
        BranchInfo info = new BranchInfo();
        info.id = branch.id();
        info.parentId = branch.parentId();
        info.state = "OPEN";
        return info;
    }
}
