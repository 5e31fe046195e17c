package wf.operation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import wf.contract.ErrorCode;
import wf.contract.InstanceState;
import wf.contract.ReturnRequest;
import wf.contract.WorkItemState;
import wf.definition.LimitLevel;
import wf.definition.LimitLevel.Strategy;
import wf.definition.Relation;
import wf.definition.Relative;
import wf.instance.BranchTree;
import wf.instance.Deadline;
import wf.instance.NodeInstance;
import wf.instance.WaitEvent.WorkItemUrged;
import wf.instance.WorkItem;
import wf.rule.Evaluation;
import wf.runtime.Beans;
import wf.runtime.Customs;
import wf.runtime.Flow;
import wf.runtime.Jumping;
import wf.runtime.Overdue;
import wf.runtime.Participants;
import wf.runtime.Pauses;
import wf.runtime.Rejection;
import wf.runtime.Relations;
import wf.runtime.Scopes;
import wf.runtime.Standpoint;
import wf.runtime.WorkItems;

/**
 * What a level of a limit does (超时策略), by what operations do anyway. It is nobody's act, so that policies against people do not hold it up;
 * what is not possible as things are is told and not done.
 */
final class Strategies {

    private static final int MAX_USER = 64;
    private final Subject on;
    private final Flow flow;
    private final Deadline deadline;
    private final LimitLevel level;

    Strategies(Subject on, Flow flow, Deadline deadline, LimitLevel level) {
        this.on = on;
        this.flow = flow;
        this.deadline = deadline;
        this.level = level;
    }

    // ---- whom it is about ----

    /** The work that is late. */
    List<Long> items() {
        return late().map(WorkItem::id).toList();
    }

    private Stream<WorkItem> late() {
        return late(on, deadline);
    }

    /** What its holder has laid aside stands still, whatever becomes of the work of others. */
    static Stream<WorkItem> late(Subject on, Deadline deadline) {
        return on.instance().items().stream().filter(i -> !i.isSuspended()).filter(i -> deadline.workItemId() != null ? i.id() == deadline.workItemId()
                : deadline.nodeInstanceId() == null || isWithin(on.instance().nodeInstance(i.nodeInstanceId()), on, deadline.nodeInstanceId()));
    }

    /** Also inside of a sub-process or of a repeated step that is late as a whole. */
    private static boolean isWithin(NodeInstance visit, Subject on, Long whole) {
        Long at = visit.id();
        while (at != null && !at.equals(whole)) {
            at = new BranchTree(on.instance()).scopeOf(on.instance().nodeInstance(at));
        }
        return at != null;
    }

    /** Candidates who are told; empty where the strategy does something else. */
    List<String> told() {
        if (level.strategy() != Strategy.NOTIFY && level.strategy() != Strategy.ALARM && level.strategy() != Strategy.URGE) {
            return List.of();
        } else if (!level.to().isEmpty() && level.strategy() != Strategy.URGE) {
            return new NamedPeople(on.facts().expressions()).candidates(level.to(), on.instance());
        }
        return level.strategy() == Strategy.ALARM ? Stream.concat(leaders(), monitors()).distinct().toList() : holders().distinct().toList();
    }

    private Stream<String> holders() {
        return late().flatMap(i -> i.owner() == null ? i.candidates().stream() : Stream.of("user:" + i.owner()));
    }

    private Stream<String> leaders() {
        Relations relations = new Relations(on.facts().directory());
        return late().map(WorkItem::owner).filter(o -> o != null)
                .flatMap(o -> relations.of(Relative.of(Relation.DIRECT_LEADER), new Standpoint(o, null)).stream());
    }

    private Stream<String> monitors() {
        return new NamedPeople(on.facts().expressions()).monitors(on.definition().disclosure(), on.instance()).stream();
    }

    // ---- what is done ----

    /** Why it cannot be done as things are; empty when it was done. */
    Optional<Rejection> carryOut() {
        return switch (level.strategy()) {
            case NOTIFY, ALARM -> Optional.empty();
            case URGE -> urge();
            case SKIP -> skip();
            case RETURN -> sendBack();
            case TRANSFER -> transfer();
            case JUMP -> jump();
            case SUSPEND -> suspend();
            case TERMINATE -> terminate();
            case CUSTOM -> custom();
        };
    }

    private NodeInstance visit() {
        return on.instance().nodeInstance(deadline.nodeInstanceId());
    }

    private Optional<Rejection> urge() {
        late().toList().forEach(i -> flow.emit(new WorkItemUrged(on.facts().newId(), i.id(), on.facts().now(), level.text())));
        return Optional.empty();
    }

    private Optional<Rejection> skip() {
        return isAlone().or(() -> {
            new Overdue(flow).skip(visit());
            return Optional.empty();
        });
    }

    /** One of several who work at a node does not decide for the others that their work is needless. */
    private Optional<Rejection> isAlone() {
        boolean alone = deadline.workItemId() == null || on.instance().itemsOf(deadline.nodeInstanceId()).size() == 1 && visit().round() == null;
        return alone ? Optional.empty() : Optional.of(Rejection.of(ErrorCode.ILLEGAL_STATE, "STRATEGY_OF_ONE", on.definition().label(deadline.nodeId())));
    }

    private Optional<Rejection> sendBack() {
        Optional<WorkItem> item = late().filter(i -> !i.isOffered()).findFirst();
        if (item.isEmpty()) {
            return Optional.of(Rejection.of(ErrorCode.ILLEGAL_STATE, "CLAIM_FIRST"));
        }
        Subject work = about(item.get());
        ReturnRequest request = new ReturnRequest();
        if (level.to().isEmpty()) {
            Return operation = new Return();
            return operation.unavailable(work).or(() -> operation.refuse(request, work)).or(() -> {
                operation.decide(request, work, flow);
                return Optional.empty();
            });
        }
        Optional<Long> target = Returns.targets(work).stream().filter(t -> t.instanceId() == on.instance().id() && t.entry().nodeId().equals(level.to().get(0)))
                .map(t -> t.entry().nodeInstanceId()).findFirst();
        return Checks.first(Checks.isRunning(work), Checks.isTaken(work)).or(() -> Returns.isTarget(work, target.orElse(null)))
                .or(() -> Returns.isConfirmed(request, work, target.orElseThrow())).or(() -> {
                    Returns.perform(request, work, target::orElseThrow, flow);
                    return Optional.empty();
                });
    }

    private Subject about(WorkItem item) {
        return new Subject(on.definition(), on.instance(), item, null, on.trail(), on.past(), Map.of(), on.facts());
    }

    private Optional<Rejection> transfer() {
        Evaluation<Object> named = on.facts().expressions().filled(level.target(), on.instance().variables());
        List<String> names = named.isError() ? List.of() : Participants.names(named.value());
        String user = names.size() != 1 ? null : names.get(0).startsWith("user:") ? names.get(0).substring(5) : names.get(0);
        if (user == null || user.isBlank() || user.length() > MAX_USER || on.facts().directory().member(user).isEmpty()) {
            return Optional.of(Rejection.of(ErrorCode.NO_PARTICIPANT, "UNKNOWN_PEOPLE", String.valueOf(user)));
        }
        List<WorkItem> given = late().filter(i -> !user.equals(i.owner())).toList();
        for (WorkItem item : given) {
            Optional<Rejection> refusal = item.isOffered() ? Optional.empty() : Checks.isTaken(about(item)).or(() -> Transfer.refuse(user, about(item)));
            if (refusal.isPresent()) {
                return refusal;
            }
            if (item.isOffered()) {
                new WorkItems(flow).claim(item, user);
            } else {
                new WorkItems(flow).pass(item, WorkItemState.TRANSFERRED, null, user);
            }
        }
        return given.isEmpty() ? Optional.of(Rejection.of(ErrorCode.ILLEGAL_STATE, "STRATEGY_NO_WORK")) : Optional.empty();
    }

    private Optional<Rejection> jump() {
        String target = level.to().get(0);
        return isAlone().or(() -> Targets.isReachable(target, visit(), on)).or(() -> {
            new Jumping(flow).jump(visit(), on.definition().node(target), false);
            return Optional.empty();
        });
    }

    private Optional<Rejection> suspend() {
        if (deadline.nodeInstanceId() == null || !on.definition().node(deadline.nodeId()).isHuman()) {
            new Pauses(flow).suspend(null, false, true);
            return Optional.empty();
        }
        List<WorkItem> ready = late().filter(i -> i.state() == WorkItemState.READY).toList();
        ready.forEach(i -> new Pauses(flow).suspend(i, null));
        return ready.isEmpty() ? Optional.of(Rejection.of(ErrorCode.ILLEGAL_STATE, "STRATEGY_NO_WORK")) : Optional.empty();
    }

    private Optional<Rejection> terminate() {
        new Scopes(flow).endAll(InstanceState.TERMINATED, level.text() == null ? "OVERDUE" : level.text());
        return Optional.empty();
    }

    private Optional<Rejection> custom() {
        NodeInstance visit = deadline.nodeInstanceId() == null ? null : visit();
        return level.bean() != null ? new Customs(flow).call(level.bean(), Beans.Call.of(flow, visit, "overdue"), visit)
                : new Customs(flow).run(level.script(), level.version(), visit);
    }
}
