package wf.scenario.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import wf.contract.InstanceState;
import wf.instance.NodeInstance;
import wf.instance.NodeInstanceState;
import wf.instance.ProcessInstance;
import wf.instance.SubscriptionKind;
import wf.scenario.CoreEngine;
import wf.scenario.Sketch;
import wf.scenario.World;

/** What the scenarios of the patterns share: an engine of their own for each, and a few ways to look at it. */
abstract class Scenarios {

    final CoreEngine engine = new CoreEngine();
    final World wf = new World(engine);

    /** Deploys the process and starts it for zhao. */
    final void running(Sketch process, Object... variables) {
        wf.started("it", engine.deploy(process.xml()), "zhao", variables);
    }

    final void deployed(Sketch... processes) {
        for (Sketch process : processes) {
            engine.deploy(process.xml());
        }
    }

    final void submitted(String person, String... nodes) {
        for (String node : nodes) {
            wf.actor(person).submits(node);
        }
    }

    final void isCompleted() {
        assertThat(now().incidents()).isEmpty();
        wf.expect().at().is(InstanceState.COMPLETED);
    }

    /** Scripts that ran, in their order. */
    final void traced(String trace) {
        wf.expect().has("trace", trace.isEmpty() ? null : trace);
    }

    final ProcessInstance now() {
        return engine.instance(wf.currentInstance());
    }

    final List<NodeInstance> tokensAt(String node) {
        return now().nodeInstances().stream().filter(v -> v.nodeId().equals(node)).toList();
    }

    final void waitsAt(String node, int tokens) {
        assertThat(tokensAt(node).stream().filter(v -> v.state() == NodeInstanceState.WAITING)).hasSize(tokens);
    }

    final void waitsFor(SubscriptionKind... kinds) {
        assertThat(now().subscriptions()).extracting(s -> s.kind()).containsExactlyInAnyOrder(kinds);
    }

    final void pass(String duration) {
        engine.pass(Duration.parse(duration));
    }

    final void arrives(String name) {
        engine.message(name, null, Map.of());
    }

    final List<ProcessInstance> of(String process) {
        return engine.instances().stream().filter(i -> process.equals(engine.keyOf(i.id()))).toList();
    }
}
