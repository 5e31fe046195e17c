package wf.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static wf.scenario.Model.Line.line;
import static wf.scenario.Model.by;
import static wf.scenario.Model.offeredToGroup;
import static wf.scenario.Model.process;
import static wf.scenario.Model.signedBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import wf.contract.ErrorCode;
import wf.contract.InstanceState;
import wf.contract.OperationRequest;
import wf.contract.SubmitRequest;

/** Two nodes and several people at once: nothing is done twice, nothing is lost (§1.5). */
class RaceTest extends StoreTest {

    @Test
    void ofTwoWhoClaimAtOnceOneGetsTheWork() throws Exception {
        engine.deploy(process("pool").step("pay", offeredToGroup("finance")).end());
        try (StoreEngine other = secondNode().amongOthers()) {
            engine.amongOthers();
            for (int round = 0; round < 100; round++) {
                long instance = engine.start("zhao", "pool", Map.of()).instanceId();
                long item = engine.openItems(instance).get(0).id();
                List<Engine.Answer> answers = together(
                        () -> engine.perform("wang", "claim", instance, item, new OperationRequest()),
                        () -> other.perform("sun", "claim", instance, item, new OperationRequest()));
                assertThat(answers).filteredOn(a -> a.refused() == null).hasSize(1);
                assertThat(answers).filteredOn(a -> a.refused() != null).hasSize(1)
                        .allMatch(a -> a.refused() == ErrorCode.ALREADY_CLAIMED);
            }
        }
    }

    @Test
    void theLastTwoBranchesFireTheirJoinOnce() throws Exception {
        engine.deploy(process("join").fork(line("a", by("li")), line("b", by("wang"))).step("after", by("sun")).end());
        try (StoreEngine other = secondNode().amongOthers()) {
            engine.amongOthers();
            for (int round = 0; round < 50; round++) {
                long instance = engine.start("zhao", "join", Map.of()).instanceId();
                List<Engine.Item> items = engine.openItems(instance);
                List<Engine.Answer> answers = together(
                        () -> engine.perform("li", "submit", instance, items.get(0).id(), new SubmitRequest()),
                        () -> other.perform("wang", "submit", instance, items.get(1).id(), new SubmitRequest()));
                assertThat(answers).allMatch(a -> a.refused() == null);
                assertThat(engine.openItems(instance)).extracting(Engine.Item::node).containsExactly("after");
                engine.checkStored(instance);
            }
        }
    }

    @Test
    void votesCastAtOnceAreAllCounted() throws Exception {
        engine.deploy(process("vote").step("round", signedBy("PARALLEL", "ALL", "", "li", "wang", "sun", "zhou", "qian")).end());
        try (StoreEngine other = secondNode().amongOthers()) {
            engine.amongOthers();
            for (int round = 0; round < 10; round++) {
                long instance = engine.start("zhao", "vote", Map.of()).instanceId();
                List<Callable<Engine.Answer>> votes = new ArrayList<>();
                for (Engine.Item item : engine.openItems(instance)) {
                    StoreEngine node = votes.size() % 2 == 0 ? engine : other;
                    votes.add(() -> node.perform(item.owner(), "submit", instance, item.id(), new SubmitRequest()));
                }
                assertThat(together(votes)).allMatch(a -> a.refused() == null);
                assertThat(engine.stateOf(instance)).isEqualTo(InstanceState.COMPLETED);
                engine.checkStored(instance);
            }
        }
    }

    @SafeVarargs
    private static List<Engine.Answer> together(Callable<Engine.Answer>... acts) throws Exception {
        return together(List.of(acts));
    }

    private static List<Engine.Answer> together(List<Callable<Engine.Answer>> acts) throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(acts.size());
        try {
            List<Engine.Answer> answers = new ArrayList<>();
            for (Future<Engine.Answer> act : people.invokeAll(acts)) {
                answers.add(act.get());
            }
            return answers;
        } finally {
            people.shutdownNow();
        }
    }
}
