package wf.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import wf.contract.InstanceState;
import wf.definition.ProcessDefinition;
import wf.instance.BranchTree;
import wf.instance.Event;
import wf.instance.NodeInstance;
import wf.instance.NodeInstanceState;
import wf.instance.ProcessInstance;

/** The promise of §0.4a, checked after every single operation of every test on the core. */
final class Promises {

    private Promises() { }

    static void check(ProcessDefinition definition, ProcessInstance instance) {
        if (instance.isClosed()) {
            nothingIsLeftBehind(instance);
            return;
        }
        assertThat(instance.state()).isIn(InstanceState.RUNNING, InstanceState.DRAFT);
        assertThat(instance.nodeInstances()).as("a live instance has a token").isNotEmpty();
        everyItemStandsOnALiveToken(instance);
        everyBranchCarriesOrWaits(instance);
        everythingWaitedForHasItsHolder(instance);
        instance.nodeInstances().forEach(v -> somethingCanMove(v, definition, instance));
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
    }

    private static void everyItemStandsOnALiveToken(ProcessInstance instance) {
        instance.items().forEach(i -> assertThat(instance.isActive(i.nodeInstanceId())).as("token of %s", i).isTrue());
    }

    private static void everyBranchCarriesOrWaits(ProcessInstance instance) {
        BranchTree tree = new BranchTree(instance);
        instance.branches().forEach(b -> assertThat(tree.isSpent(b.id())).as("branch %s has a purpose", b).isFalse());
        assertThat(instance.nodeInstances().stream().map(NodeInstance::branchId)).doesNotHaveDuplicates();
        instance.branches().stream().filter(b -> b.scopeId() != null)
                .forEach(b -> assertThat(instance.isActive(b.scopeId())).as("scope of %s", b).isTrue());
        instance.nodeInstances().forEach(v -> {
            assertThat(instance.hasBranch(v.branchId())).as("branch of %s", v).isTrue();
            assertThat(instance.branches()).as("a branch that carries a token is not split: %s", v)
                    .noneMatch(b -> Objects.equals(b.parentId(), v.branchId()) && Objects.equals(b.scopeId(), tree.scopeOf(v)));
        });
    }

    private static void everythingWaitedForHasItsHolder(ProcessInstance instance) {
        instance.subscriptions().stream().filter(s -> s.nodeInstanceId() != null)
                .forEach(s -> assertThat(instance.isActive(s.nodeInstanceId())).as("holder of %s", s).isTrue());
        instance.jobs().forEach(j -> assertThat(instance.isActive(j.nodeInstanceId())).as("holder of %s", j).isTrue());
    }

    private static void somethingCanMove(NodeInstance visit, ProcessDefinition definition, ProcessInstance instance) {
        boolean hasItem = !instance.itemsOf(visit.id()).isEmpty();
        boolean hasIncident = instance.incidents().stream().anyMatch(i -> i.nodeInstanceId() == visit.id());
        boolean listens = instance.subscriptions().stream().anyMatch(s -> Long.valueOf(visit.id()).equals(s.nodeInstanceId())
                && definition.node(s.nodeId()).event().attachedTo() == null && !definition.node(s.nodeId()).type().equals("startEvent"));
        boolean hasJob = instance.jobs().stream().anyMatch(j -> j.nodeInstanceId() == visit.id());
        boolean hasContent = instance.branches().stream().anyMatch(b -> Long.valueOf(visit.id()).equals(b.scopeId()));
        boolean waits = visit.state() == NodeInstanceState.WAITING && waitsForALiveOne(visit, definition, instance);
        assertThat(hasItem || hasIncident || listens || hasJob || hasContent || waits)
                .as("something can move %s of %s", visit, instance.snapshot()).isTrue();
    }

    /** Some other token of the scope can still come here, or one stands here at an incident, or has what this one waits for. */
    private static boolean waitsForALiveOne(NodeInstance visit, ProcessDefinition definition, ProcessInstance instance) {
        BranchTree tree = new BranchTree(instance);
        String mutex = definition.node(visit.nodeId()).activity().mutex();
        return instance.nodeInstances().stream().anyMatch(other -> other.id() != visit.id()
                && (mutex != null && mutex.equals(definition.node(other.nodeId()).activity().mutex())
                || Objects.equals(tree.scopeOf(other), tree.scopeOf(visit))
                && (definition.reachableFrom(other.nodeId()).contains(visit.nodeId())
                        || other.nodeId().equals(visit.nodeId()) && other.state() == NodeInstanceState.INCIDENT)));
    }

    static void checkReplay(ProcessInstance instance, List<Event> past) {
        ProcessInstance replayed = new ProcessInstance(instance.identity());
        past.forEach(e -> e.applyTo(replayed));
        assertThat(replayed.snapshot()).isEqualTo(instance.snapshot());
    }
}
