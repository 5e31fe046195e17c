package wf.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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
        instance.nodeInstances().forEach(v -> somethingCanMove(v, definition, instance));
    }

    private static void nothingIsLeftBehind(ProcessInstance instance) {
        assertThat(instance.nodeInstances()).isEmpty();
        assertThat(instance.branches()).isEmpty();
        assertThat(instance.items()).isEmpty();
        assertThat(instance.incidents()).isEmpty();
    }

    private static void everyItemStandsOnALiveToken(ProcessInstance instance) {
        instance.items().forEach(i -> assertThat(instance.isActive(i.nodeInstanceId())).as("token of %s", i).isTrue());
    }

    private static void everyBranchCarriesOrWaits(ProcessInstance instance) {
        BranchTree tree = new BranchTree(instance);
        instance.branches().forEach(b -> assertThat(tree.isSpent(b.id())).as("branch %s has a purpose", b).isFalse());
        assertThat(instance.nodeInstances().stream().map(NodeInstance::branchId)).doesNotHaveDuplicates();
        instance.nodeInstances().forEach(v -> {
            assertThat(instance.hasBranch(v.branchId())).as("branch of %s", v).isTrue();
            assertThat(tree.below(v.branchId())).as("a branch that carries a token is not split: %s", v).isEmpty();
        });
    }

    private static void somethingCanMove(NodeInstance visit, ProcessDefinition definition, ProcessInstance instance) {
        boolean hasItem = !instance.itemsOf(visit.id()).isEmpty();
        boolean hasIncident = instance.incidents().stream().anyMatch(i -> i.nodeInstanceId() == visit.id());
        boolean waits = visit.state() == NodeInstanceState.WAITING && waitsForALiveOne(visit, definition, instance);
        assertThat(hasItem || hasIncident || waits).as("something can move %s of %s", visit, instance.snapshot()).isTrue();
    }

    /** Some other token can still come to this join, or the join stands at an incident. */
    private static boolean waitsForALiveOne(NodeInstance visit, ProcessDefinition definition, ProcessInstance instance) {
        return instance.nodeInstances().stream().anyMatch(other -> other.id() != visit.id()
                && (definition.reachableFrom(other.nodeId()).contains(visit.nodeId())
                        || other.nodeId().equals(visit.nodeId()) && other.state() == NodeInstanceState.INCIDENT));
    }

    static void checkReplay(ProcessInstance instance, List<Event> past) {
        ProcessInstance replayed = new ProcessInstance(instance.identity());
        past.forEach(e -> e.applyTo(replayed));
        assertThat(replayed.snapshot()).isEqualTo(instance.snapshot());
    }
}
