package wf.runtime;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import wf.calendar.Span;
import wf.calendar.WorkCalendar;
import wf.calendar.WorkTime;
import wf.contract.ErrorCode;
import wf.contract.InstanceState;
import wf.definition.LimitLevel;
import wf.definition.LimitPlan;
import wf.definition.ProcessDefinition;
import wf.instance.BranchTree;
import wf.instance.Deadline;
import wf.instance.Deadline.Reached;
import wf.instance.NodeInstance;
import wf.instance.NodeInstanceState;
import wf.instance.Pause;
import wf.instance.ProcessInstance;
import wf.instance.WaitEvent.DeadlineOver;
import wf.instance.WaitEvent.DeadlineSet;
import wf.instance.WorkItem;
import wf.rule.Evaluation;

/**
 * Until when an instance, its visits and items are to be done (§8.2), and which level of that comes next (§8.3). What begins gets its
 * deadline, and what ends loses it, at the end of each decision in one place: so no operation that moves work need know of it.
 */
public final class Limits {

    private final Flow flow;
    private final ProcessInstance instance;

    public Limits(Flow flow) {
        this.flow = flow;
        this.instance = flow.instance();
    }

    /** A level that is to come. */
    private record Next(String level, Instant at) { }

    // ---- at the end of each decision ----

    /** All that is under way has its deadline and waits for its next level; what is over has none. */
    void align() {
        if (flow.isRefused() || !flow.definition().hasLimits() && instance.deadlines().isEmpty()) {
            return;
        }
        List.copyOf(instance.deadlines()).forEach(this::endOrphan);
        if (instance.state() == InstanceState.RUNNING) {
            beginProcess();
            instance.nodeInstances().stream().filter(this::isToBegin).toList().forEach(this::of);
        }
        if (!flow.isRefused()) {
            List.copyOf(instance.deadlines()).forEach(this::await);
        }
    }

    /** Work that went to another keeps its deadline, and the levels that have come. */
    private void endOrphan(Deadline deadline) {
        boolean over = instance.isClosed() || deadline.nodeInstanceId() != null && !instance.isActive(deadline.nodeInstanceId());
        if (!over && (deadline.workItemId() == null || instance.findItem(deadline.workItemId()).isPresent())) {
            return;
        }
        Optional<WorkItem> heir = over ? Optional.empty() : instance.itemsOf(deadline.nodeInstanceId()).stream()
                .filter(i -> deadline.dueAt().equals(i.terms().dueAt()) && instance.deadlineOf(i.nodeInstanceId(), i.id()).isEmpty()).findFirst();
        flow.emit(heir.isPresent() ? new DeadlineSet(deadline.passedTo(heir.get().id())) : new DeadlineOver(deadline.id()));
    }

    private boolean isToBegin(NodeInstance visit) {
        return visit.state() == NodeInstanceState.ACTIVE && plan(visit).limit() != null && !new Loops(flow).isInstance(visit);
    }

    private LimitPlan plan(NodeInstance visit) {
        return flow.nodeOf(visit).activity().limits();
    }

    private void beginProcess() {
        LimitPlan plan = flow.definition().process().limits();
        if (plan.limit() == null || instance.deadlineOf(null, null).isPresent()) {
            return;
        }
        Evaluation<DueTime> due = new DueTime.Finder(flow, null, null).of(plan.limit());
        if (due.isError()) {
            failed(flow.definition().name(), due.error());
        } else if (due.value() != null) {
            begin(null, null, null, due.value());
        }
    }

    /** Whoever starts it is told; later nobody is held up by it, and people see that it stands somewhere. */
    private void failed(String label, String error) {
        Rejection reason = Rejection.of(ErrorCode.RULE_ERROR, "TERMS_FAILED", label, error);
        if (instance.version() == 0 && !flow.facts().actor().isEngine()) {
            flow.refuse(reason);
        } else if (instance.incidents().isEmpty()) {
            instance.nodeInstances().stream().filter(v -> v.state() == NodeInstanceState.ACTIVE).findFirst()
                    .ifPresent(v -> flow.raise(v, reason.code().name(), reason.asDetail()));
        }
    }

    // ---- beginning ----

    /** The deadline of the visit, or of the repeated step of which it is an instance, which begins with it; empty where the model sets none, or where it cannot be found out, which has been told. */
    Optional<Deadline> of(NodeInstance visit) {
        Optional<Deadline> known = instance.deadlineOf(visit.id(), null);
        if (known.isPresent() || plan(visit).limit() == null) {
            return known;
        } else if (new Loops(flow).isInstance(visit)) {
            return of(instance.nodeInstance(new BranchTree(instance).scopeOf(visit)));
        }
        Evaluation<DueTime> due = new DueTime.Finder(flow, visit, null).of(plan(visit).limit());
        if (due.isError()) {
            flow.stop(visit, Rejection.of(ErrorCode.RULE_ERROR, "TERMS_FAILED", flow.nodeOf(visit).label(), due.error()));
            return Optional.empty();
        }
        return due.value() == null ? Optional.empty() : Optional.of(begin(visit, null, null, due.value()));
    }

    /** @param due null where its node says nothing of items */
    void begin(WorkItem item, DueTime due) {
        if (due != null) {
            begin(instance.nodeInstance(item.nodeInstanceId()), item.id(), item.owner(), due);
        }
    }

    private Deadline begin(NodeInstance visit, Long itemId, String person, DueTime due) {
        Deadline fresh = new Deadline(flow.facts().newId(), visit == null ? null : Long.valueOf(visit.id()), itemId, visit == null ? null : visit.nodeId(),
                visit == null ? null : scope(visit), due.text(), person, due.from(), due.at(), List.of(), null, null, null, null);
        Deadline deadline = fresh.knowing(instance.reachedBefore(fresh), null);
        flow.emit(new DeadlineSet(deadline));
        return deadline;
    }

    /** Instances of a repeated step are not the same work, though they have the same step around them. */
    private Long scope(NodeInstance visit) {
        return new Loops(flow).isInstance(visit) ? Long.valueOf(visit.id()) : new BranchTree(instance).scopeOf(visit);
    }

    // ---- levels ----

    private void await(Deadline deadline) {
        if (!isRunning(deadline)) {
            if (deadline.nextAt() != null) {
                flow.emit(new DeadlineSet(deadline.stopped()));
            }
        } else if (deadline.nextAt() == null) {
            Deadline named = named(deadline, levels(deadline));
            Optional<Next> next = named.ordered() == null ? next(named) : Optional.of(new Next(named.nextLevel(), named.ordered()));
            next.ifPresent(n -> flow.emit(new DeadlineSet(named.waitingFor(n.level(), n.at(), timer(named, n)))));
        }
    }

    /** One that waits for the same level as before it stood still keeps its job, and with it what administrators said about that. */
    private long timer(Deadline deadline, Next next) {
        return deadline.timerId() != null && next.level().equals(deadline.nextLevel()) ? deadline.timerId() : flow.facts().newId();
    }

    /** Work that was handed in and goes on later is nobody's to hurry, and what waits to be sent back or is being undone neither. */
    private boolean isRunning(Deadline deadline) {
        if (instance.state() != InstanceState.RUNNING || deadline.nodeInstanceId() != null && !isUnderWay(instance.nodeInstance(deadline.nodeInstanceId()))) {
            return false;
        } else if (deadline.workItemId() != null) {
            return !instance.item(deadline.workItemId()).isSuspended();
        }
        return deadline.nodeInstanceId() == null || instance.isRunning(deadline.nodeInstanceId().longValue())
                && !Delays.isHeld(instance.nodeInstance(deadline.nodeInstanceId()), instance);
    }

    private static boolean isUnderWay(NodeInstance visit) {
        return visit.state() == NodeInstanceState.ACTIVE || visit.state() == NodeInstanceState.INCIDENT;
    }

    private Optional<Next> next(Deadline deadline) {
        return levels(deadline).entrySet().stream().filter(l -> l.getValue().ofItem() == (deadline.workItemId() != null))
                .flatMap(l -> next(deadline, l.getKey(), l.getValue())).min(Comparator.comparing(Next::at));
    }

    private Stream<Next> next(Deadline deadline, String key, LimitLevel level) {
        Optional<Reached> reached = deadline.reached(key);
        if (reached.isPresent() && reached.get().times() >= level.times()) {
            return Stream.empty();
        }
        WorkCalendar calendar = flow.facts().calendars().of(deadline.person());
        Optional<Instant> at = reached.isPresent() ? again(reached.get().last(), level.repeat(), calendar) : first(deadline, level, calendar);
        return at.map(moment -> new Next(key, moment)).stream();
    }

    private static Optional<Instant> first(Deadline deadline, LimitLevel level, WorkCalendar calendar) {
        return switch (level.kind()) {
            case WARN -> level.offset().negated().after(deadline.dueAt(), calendar);
            case DUE -> Optional.of(deadline.dueAt());
            case OVERDUE -> level.offset() == null ? Optional.of(deadline.dueAt()) : level.offset().after(deadline.dueAt(), calendar);
        };
    }

    /** Times that were missed are not made up for: nobody wants ten reminders at once. */
    private Optional<Instant> again(Instant last, Span repeat, WorkCalendar calendar) {
        return repeat.after(last, calendar).flatMap(at -> at.isBefore(flow.facts().now()) ? repeat.after(flow.facts().now(), calendar) : Optional.of(at));
    }

    /** What is to be done about it, by keys; the model may have changed since it began. */
    private Map<String, LimitLevel> levels(Deadline deadline) {
        return levels(flow.definition(), deadline.nodeId());
    }

    private static Map<String, LimitLevel> levels(ProcessDefinition definition, String nodeId) {
        LimitPlan plan = nodeId == null ? definition.process().limits()
                : definition.has(nodeId) ? definition.node(nodeId).activity().limits() : LimitPlan.NONE;
        return plan.named();
    }

    /** The level for which it waits; empty where the model knows it no more. */
    public Optional<LimitLevel> level(Deadline deadline) {
        Map<String, LimitLevel> levels = levels(deadline);
        return Optional.ofNullable(levels.get(known(deadline.nextLevel(), levels)));
    }

    /** Before levels had keys they were known by their places, and some that are stored still are. */
    private static String known(String level, Map<String, LimitLevel> levels) {
        boolean place = level != null && !level.isEmpty() && level.chars().allMatch(c -> c >= '0' && c <= '9');
        return place ? levels.keySet().stream().skip(Long.parseLong(level)).findFirst().orElse(level) : level;
    }

    private static Deadline named(Deadline deadline, Map<String, LimitLevel> levels) {
        return deadline.knowing(deadline.reached().stream().map(r -> new Reached(known(r.level(), levels), r.times(), r.last(), r.missed())).toList(),
                known(deadline.nextLevel(), levels));
    }

    // ---- another version of the model ----

    /**
     * What was known under the version before is waited for if the new one knows it, too. What the new one adds comes if its moment is
     * still to come: nobody is told of what would have been told earlier.
     *
     * @param nodes of the deadlines, under the version before
     */
    void migrate(ProcessDefinition before, Map<Long, String> nodes) {
        Map<Long, Instant> stood = stoodSince();
        List.copyOf(instance.deadlines()).forEach(d -> migrate(d, levels(before, nodes.get(d.id())), stood.getOrDefault(d.id(), flow.facts().now())));
    }

    private void migrate(Deadline deadline, Map<String, LimitLevel> before, Instant now) {
        Map<String, LimitLevel> after = levels(deadline);
        Deadline was = named(deadline, before);
        List<Reached> reached = new ArrayList<>(was.reached());
        after.forEach((key, level) -> {
            if (!before.containsKey(key) && reached.stream().noneMatch(r -> r.level().equals(key))) {
                missed(deadline, key, level, now).ifPresent(reached::add);
            }
        });
        String next = was.nextLevel();
        Deadline known = was.knowing(reached, next);
        Optional<Next> found = next(known);
        boolean stays = next != null && after.containsKey(next) && (deadline.ordered() != null || deadline.nextAt() == null
                || found.filter(n -> n.equals(new Next(next, deadline.nextAt()))).isPresent());
        Deadline becomes = stays ? known : known.waitingForNothing();
        if (!becomes.equals(deadline)) {
            flow.emit(new DeadlineSet(becomes));
        }
    }

    /** How often it would have come by now, had the model known it before. */
    private Optional<Reached> missed(Deadline deadline, String key, LimitLevel level, Instant now) {
        WorkCalendar calendar = flow.facts().calendars().of(deadline.person());
        Optional<Instant> at = first(deadline, level, calendar);
        Instant last = null;
        int times = 0;
        while (at.isPresent() && !at.get().isAfter(now) && times < level.times()) {
            last = at.get();
            times++;
            at = level.repeat() == null ? Optional.empty() : level.repeat().after(last, calendar);
        }
        return times == 0 ? Optional.empty() : Optional.of(new Reached(key, times, last, true));
    }

    // ---- standing still ----

    /** Since when time stands for each deadline for which it does. */
    Map<Long, Instant> stoodSince() {
        Map<Long, Instant> since = new HashMap<>();
        instance.deadlines().forEach(d -> Stream.of(pause(d).map(Pause::since).orElse(null), instance.standing().suspendedAt()).filter(Objects::nonNull)
                .min(Comparator.naturalOrder()).ifPresent(at -> since.put(d.id(), at)));
        return since;
    }

    private Optional<Pause> pause(Deadline deadline) {
        if (deadline.workItemId() != null) {
            return instance.findItem(deadline.workItemId()).map(WorkItem::pause);
        }
        return deadline.nodeInstanceId() == null ? Optional.empty()
                : instance.itemsOf(deadline.nodeInstanceId()).stream().map(WorkItem::pause).filter(p -> p != null && p.timersToo()).findFirst();
    }

    /**
     * Time runs again: what was left is left from now on, in working time where the limit is in working time.
     *
     * @param stood since when it stood, before it ran again
     */
    void goOn(Map<Long, Instant> stood) {
        Map<Long, Instant> still = stoodSince();
        List.copyOf(instance.deadlines()).stream().filter(d -> stood.containsKey(d.id()) && !still.containsKey(d.id()))
                .forEach(d -> goOn(d, stood.get(d.id()), flow.facts().now()));
        List.copyOf(instance.deadlines()).stream().filter(d -> d.nodeInstanceId() != null && d.workItemId() == null && !stood.containsKey(d.id()) && isShownElse(d))
                .forEach(d -> flow.emit(new DeadlineSet(d)));
    }

    /**
     * Work has passed to another item; until the same time, or later by as long as it had stood by then, if it stands still and goes on to.
     *
     * @param stood since when it stood, before it passed
     */
    void passed(WorkItem from, WorkItem to, Map<Long, Instant> stood) {
        instance.deadlineOf(from.nodeInstanceId(), from.id()).ifPresent(d -> flow.emit(new DeadlineSet(d.passedTo(to.id()))));
        Map<Long, Instant> still = stoodSince();
        List.copyOf(instance.deadlines()).stream().filter(d -> stood.containsKey(d.id()) && still.containsKey(d.id()))
                .filter(d -> still.get(d.id()).isAfter(stood.get(d.id()))).forEach(d -> goOn(d, stood.get(d.id()), still.get(d.id())));
    }

    /** The clock of the visit went on while that of one of several items stood. */
    private boolean isShownElse(Deadline ofVisit) {
        return instance.itemsOf(ofVisit.nodeInstanceId()).stream().anyMatch(i -> !ofVisit.dueAt().equals(i.terms().dueAt())
                && instance.deadlineOf(i.nodeInstanceId(), i.id()).isEmpty());
    }

    private void goOn(Deadline deadline, Instant since, Instant now) {
        Duration pause = Duration.between(since, now);
        boolean working = Span.looksLike(deadline.limit()) && Span.parse(deadline.limit()).working();
        WorkTime time = new WorkTime(flow.facts().calendars().of(deadline.person()));
        Optional<Instant> due = working ? time.between(since, deadline.dueAt()).flatMap(left -> time.add(now, left)) : Optional.empty();
        flow.emit(new DeadlineSet(deadline.moved(due.orElse(deadline.dueAt().plus(pause)), pause)));
    }
}
