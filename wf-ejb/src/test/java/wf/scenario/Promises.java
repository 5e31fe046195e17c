package wf.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import wf.contract.InstanceState;
import wf.contract.WorkItemState;
import wf.definition.ProcessDefinition;
import wf.instance.BranchTree;
import wf.instance.Compensable;
import wf.instance.Consultation;
import wf.instance.Job;
import wf.instance.NodeInstance;
import wf.instance.NodeInstanceState;
import wf.instance.ProcessInstance;
import wf.instance.WorkItem;
import wf.runtime.Delays;

/** The promise of §0.4a, checked after every single operation of every test on the core. */
final class Promises {

    private Promises() { }

    static void check(ProcessDefinition definition, ProcessInstance instance) {
        if (instance.isClosed()) {
            nothingIsLeftBehind(instance);
            return;
        }
        assertThat(instance.state()).isIn(InstanceState.RUNNING, InstanceState.DRAFT, InstanceState.SUSPENDED, InstanceState.DELETED);
        whatStandsStillHasItsReason(instance);
        assertThat(instance.nodeInstances()).as("a live instance has a token").isNotEmpty();
        everyItemStandsOnALiveToken(instance);
        everyWaitingItemWaitsForSomebody(instance);
        everybodyAskedIsWaitedFor(instance);
        everyBranchCarriesOrWaits(instance);
        everythingWaitedForHasItsHolder(instance);
        everyIncidentStandsAtItsToken(instance);
        whatIsHeldHasItsMoment(instance);
        everyDeadlineIsOfWhatGoesOn(instance);
        nothingIsRememberedForAScopeThatIsOver(instance);
        everyLoopCountsTheInstancesThatRun(instance);
        noTwoAreInOneCriticalSection(definition, instance);
        somethingCanMove(definition, instance);
    }

    /** Items stand still with their instance or by themselves, each with its pause; what came meanwhile waits for nothing but the instance. */
    private static void whatStandsStillHasItsReason(ProcessInstance instance) {
        boolean suspended = instance.standing().suspendedAt() != null;
        instance.items().forEach(i -> {
            assertThat(i.pause() != null).as("pause of %s", i).isEqualTo(i.isSuspended());
            assertThat(i.isSuspended()).as("%s in an instance that is %s", i, instance.state()).matches(s -> s || !suspended);
            assertThat(i.pause() == null || !i.pause().withInstance() || suspended).as("reason for the pause of %s", i).isTrue();
        });
        assertThat(suspended).as("its clock stands while it is suspended").isEqualTo(instance.state() == InstanceState.SUSPENDED
                || instance.standing().deletedFrom() == InstanceState.SUSPENDED);
    }

    private static void everyIncidentStandsAtItsToken(ProcessInstance instance) {
        assertThat(instance.nodeInstances().stream().filter(v -> v.state() == NodeInstanceState.INCIDENT).map(NodeInstance::id))
                .as("tokens that stand at incidents").containsExactlyInAnyOrderElementsOf(
                        instance.incidents().stream().map(i -> i.nodeInstanceId()).distinct().toList());
    }

    private static void nothingIsRememberedForAScopeThatIsOver(ProcessInstance instance) {
        Set<Long> done = instance.compensables().stream().map(Compensable::nodeInstanceId).collect(Collectors.toSet());
        instance.compensables().forEach(c -> assertThat(c.scopeId() == null || instance.isActive(c.scopeId()) || done.contains(c.scopeId()))
                .as("scope of %s", c).isTrue());
        instance.cycles().forEach(c -> assertThat(c.scopeId() == null || instance.isActive(c.scopeId())).as("scope of %s", c).isTrue());
    }

    private static void everyLoopCountsTheInstancesThatRun(ProcessInstance instance) {
        BranchTree tree = new BranchTree(instance);
        instance.nodeInstances().stream().filter(v -> v.progress() != null).forEach(v ->
                assertThat(tree.top(v.id())).as("instances of %s", v).hasSize(v.progress().active()));
    }

    private static void noTwoAreInOneCriticalSection(ProcessDefinition definition, ProcessInstance instance) {
        BranchTree tree = new BranchTree(instance);
        List<NodeInstance> in = instance.nodeInstances().stream().filter(v -> mutexOf(v, definition) != null && v.state() != NodeInstanceState.WAITING)
                .filter(v -> v.state() != NodeInstanceState.COMPENSATING || v.rework() == null)
                .filter(v -> instance.incidents().stream().noneMatch(i -> i.nodeInstanceId() == v.id() && i.code().equals("STUCK_JOIN")))
                .filter(v -> !isLoopInstance(v, tree, instance)).toList();
        in.forEach(one -> assertThat(in).as("beside %s in its critical section", one).noneMatch(other -> other.id() != one.id()
                && mutexOf(one, definition).equals(mutexOf(other, definition)) && !isAround(one, other, tree, instance) && !isAround(other, one, tree, instance)));
    }

    private static String mutexOf(NodeInstance visit, ProcessDefinition definition) {
        return definition.node(visit.nodeId()).activity().mutex();
    }

    private static boolean isLoopInstance(NodeInstance visit, BranchTree tree, ProcessInstance instance) {
        Long scopeId = tree.scopeOf(visit);
        return scopeId != null && instance.nodeInstance(scopeId).progress() != null;
    }

    private static boolean isAround(NodeInstance outer, NodeInstance inner, BranchTree tree, ProcessInstance instance) {
        for (Long at = tree.scopeOf(inner); at != null; at = tree.scopeOf(instance.nodeInstance(at))) {
            if (at == outer.id()) {
                return true;
            }
        }
        return false;
    }

    private static void nothingIsLeftBehind(ProcessInstance instance) {
        assertThat(instance.nodeInstances()).isEmpty();
        assertThat(instance.branches()).isEmpty();
        assertThat(instance.items()).isEmpty();
        assertThat(instance.incidents()).isEmpty();
        assertThat(instance.subscriptions()).isEmpty();
        assertThat(instance.jobs()).isEmpty();
        assertThat(instance.compensables()).isEmpty();
        assertThat(instance.cycles()).isEmpty();
        assertThat(instance.deadlines()).isEmpty();
    }

    /** What is late is somebody's, and time runs for it only while it can be done. */
    private static void everyDeadlineIsOfWhatGoesOn(ProcessInstance instance) {
        instance.deadlines().forEach(d -> {
            assertThat(d.nodeInstanceId() == null || instance.isActive(d.nodeInstanceId())).as("visit of %s", d).isTrue();
            assertThat(d.workItemId() == null || instance.findItem(d.workItemId()).isPresent()).as("item of %s", d).isTrue();
            assertThat(d.nextAt() == null || instance.state() == InstanceState.RUNNING).as("clock of %s", d).isTrue();
            assertThat(d.nextAt() == null || d.timerId() != null && d.nextLevel() != null).as("timer of %s", d).isTrue();
        });
    }

    private static void everyItemStandsOnALiveToken(ProcessInstance instance) {
        instance.items().forEach(i -> assertThat(instance.isActive(i.nodeInstanceId())).as("token of %s", i).isTrue());
    }

    /** An item waits only while somebody is asked on its behalf. */
    private static void everyWaitingItemWaitsForSomebody(ProcessInstance instance) {
        instance.items().forEach(i -> assertThat(waits(i)).as("waits with reason: %s", i)
                .isEqualTo(instance.nodeInstance(i.nodeInstanceId()).askedFrom(i.id()).stream().anyMatch(Consultation::holdsHost)));
    }

    /** An item that stands still may wait as well, and does so again when it goes on. */
    private static boolean waits(WorkItem item) {
        return item.isWaiting() || item.isSuspended() && item.pause().before() == WorkItemState.WAITING;
    }

    /** What holds a host or a token has an item of its own that can be handled, or one that comes. */
    private static void everybodyAskedIsWaitedFor(ProcessInstance instance) {
        instance.nodeInstances().forEach(v -> v.consultations().forEach(c -> {
            if (c.kind() == Consultation.Kind.SUB_PROCESS) {
                assertThat(instance.findJob(c.id())).as("what ends %s", c).isPresent();
                return;
            }
            boolean comesLater = v.round() != null && v.round().addedBy().containsValue(c.id());
            boolean isOpen = instance.itemsOf(v.id()).stream().anyMatch(i -> i.kind() == c.kind().asksFor() && Objects.equals(i.askedBy(), c.id()));
            assertThat(isOpen || comesLater).as("somebody answers for %s", c).isTrue();
        }));
        instance.jobs().stream().filter(Job::isStarted).forEach(j -> assertThat(instance.nodeInstance(j.nodeInstanceId()).consultations())
                .as("who waits for %s", j).anyMatch(c -> c.id() == j.id() && instance.findItem(c.hostId()).isPresent()));
        instance.items().stream().filter(i -> i.askedBy() != null).forEach(i ->
                assertThat(instance.nodeInstance(i.nodeInstanceId()).consultation(i.askedBy(), i.kind())).as("who asked %s", i).isPresent());
    }

    private static void everyBranchCarriesOrWaits(ProcessInstance instance) {
        BranchTree tree = new BranchTree(instance);
        instance.branches().forEach(b -> assertThat(tree.isSpent(b.id())).as("branch %s has a purpose", b).isFalse());
        assertThat(instance.nodeInstances().stream().map(NodeInstance::branchId)).doesNotHaveDuplicates();
        instance.branches().stream().filter(b -> b.scopeId() != null)
                .forEach(b -> assertThat(instance.isActive(b.scopeId())).as("scope of %s", b).isTrue());
        Set<List<Long>> split = instance.branches().stream().map(b -> Arrays.asList(b.parentId(), b.scopeId())).collect(Collectors.toSet());
        instance.nodeInstances().forEach(v -> {
            assertThat(instance.hasBranch(v.branchId())).as("branch of %s", v).isTrue();
            assertThat(split.contains(Arrays.asList(v.branchId(), tree.scopeOf(v)))).as("a branch that carries a token is not split: %s", v).isFalse();
        });
    }

    private static void everythingWaitedForHasItsHolder(ProcessInstance instance) {
        instance.subscriptions().stream().filter(s -> s.nodeInstanceId() != null)
                .forEach(s -> assertThat(instance.isActive(s.nodeInstanceId())).as("holder of %s", s).isTrue());
        instance.jobs().forEach(j -> assertThat(instance.isActive(j.nodeInstanceId())).as("holder of %s", j).isTrue());
    }

    /** Work that was handed in to go on later has a timer, unless it could not go on and stands at an incident, or is to go back with all beside it. */
    private static void whatIsHeldHasItsMoment(ProcessInstance instance) {
        instance.nodeInstances().stream().filter(v -> v.delay() != null && instance.itemsOf(v.id()).isEmpty())
                .filter(v -> v.state() != NodeInstanceState.INCIDENT && v.state() != NodeInstanceState.RETURNED)
                .forEach(v -> assertThat(Delays.isHeld(v, instance)).as("timer of %s", v).isTrue());
    }

    /** Each question is asked once for the whole instance: some models have thousands of tokens. */
    private static void somethingCanMove(ProcessDefinition definition, ProcessInstance instance) {
        Set<Long> moved = new HashSet<>();
        instance.items().forEach(i -> moved.add(i.nodeInstanceId()));
        instance.incidents().forEach(i -> moved.add(i.nodeInstanceId()));
        instance.subscriptions().stream().filter(s -> s.nodeInstanceId() != null)
                .filter(s -> definition.node(s.nodeId()).event().attachedTo() == null && !definition.node(s.nodeId()).type().equals("startEvent"))
                .forEach(s -> moved.add(s.nodeInstanceId()));
        instance.jobs().forEach(j -> moved.add(j.nodeInstanceId()));
        instance.branches().stream().filter(b -> b.scopeId() != null).forEach(b -> moved.add(b.scopeId()));
        hopeful(definition, instance).stream().filter(v -> v.state() == NodeInstanceState.WAITING).forEach(v -> moved.add(v.id()));
        boolean othersMove = instance.nodeInstances().stream()
                .anyMatch(v -> v.state() != NodeInstanceState.WAITING && v.state() != NodeInstanceState.RETURNED);
        List<NodeInstance> stuck = instance.nodeInstances().stream().filter(v -> !moved.contains(v.id()))
                .filter(v -> v.state() != NodeInstanceState.RETURNED || !othersMove).toList();
        if (!stuck.isEmpty()) {
            throw new AssertionError("nothing can move " + stuck + " of " + instance.snapshot());
        }
    }

    /**
     * Tokens that wait for tokens that can move, or that wait for such ones in their turn: one of the same scope that can
     * still come here, one at an incident here, or the one that is in the critical section.
     */
    private static Set<NodeInstance> hopeful(ProcessDefinition definition, ProcessInstance instance) {
        BranchTree tree = new BranchTree(instance);
        Set<NodeInstance> alive = new HashSet<>(instance.nodeInstances());
        alive.removeIf(v -> v.state() == NodeInstanceState.WAITING);
        boolean grew = true;
        while (grew) {
            grew = alive.addAll(instance.nodeInstances().stream().filter(v -> !alive.contains(v))
                    .filter(v -> alive.stream().anyMatch(other -> brings(other, v, definition, tree, instance))).toList());
        }
        return alive;
    }

    private static boolean brings(NodeInstance other, NodeInstance visit, ProcessDefinition definition, BranchTree tree, ProcessInstance instance) {
        String mutex = mutexOf(visit, definition);
        boolean holdsTheSection = mutex != null && mutex.equals(mutexOf(other, definition)) && other.state() != NodeInstanceState.WAITING
                && !isAround(other, visit, tree, instance);
        return holdsTheSection || Objects.equals(tree.scopeOf(other), tree.scopeOf(visit))
                && (definition.reachableFrom(other.nodeId()).contains(visit.nodeId())
                        || other.nodeId().equals(visit.nodeId()) && other.state() == NodeInstanceState.INCIDENT);
    }

    /** @param replayed an instance to which nothing was done but that the events were applied */
    static void checkReplay(ProcessInstance instance, ProcessInstance replayed) {
        assertThat(replayed.snapshot()).isEqualTo(instance.snapshot());
    }
}
