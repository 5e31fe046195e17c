package wf.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static wf.scenario.Model.Line.line;
import static wf.scenario.Model.by;
import static wf.scenario.Model.offeredToGroup;
import static wf.scenario.Model.process;
import static wf.scenario.Model.signedBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import wf.command.Command;
import wf.contract.CirculateRequest;
import wf.contract.ErrorCode;
import wf.contract.InstanceState;
import wf.contract.OperationReply;
import wf.contract.OperationRequest;
import wf.contract.SubmitRequest;
import wf.refusal.Refused;

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

    @Test
    void theSameRequestAtTwoNodesAtOnceIsDoneOnceAndBothGetItsReply() throws Exception {
        engine.deploy(process("twice").step("only", by("li")).step("next", by("wang")).end());
        try (StoreEngine other = secondNode().amongOthers()) {
            engine.amongOthers();
            for (int round = 0; round < 100; round++) {
                long instance = engine.start("zhao", "twice", Map.of()).instanceId();
                long item = engine.openItems(instance).get(0).id();
                Command submit = Command.onItem("submit", item, named(new SubmitRequest(), "twice-" + instance));
                List<OperationReply> replies = together(() -> engine.execute("li", submit), () -> other.execute("li", submit));
                assertThat(replies).extracting(r -> r.version).containsOnly(2L);
                assertThat(engine.openItems(instance)).extracting(Engine.Item::node).containsExactly("next");
                engine.checkStored(instance);
            }
        }
    }

    @Test
    void whatHappensBesideAnInstanceIsDoneOnceToo() throws Exception {
        engine.deploy(process("beside").step("only", by("li")).end());
        try (StoreEngine other = secondNode()) {
            long instance = engine.start("zhao", "beside", Map.of()).instanceId();
            for (int round = 0; round < 50; round++) {
                long before = rows("wf_operation");
                CirculateRequest request = named(new CirculateRequest(), "beside-" + round);
                request.users.add("sun");
                assertThat(together(() -> circulated(engine, instance, request), () -> circulated(other, instance, request)))
                        .extracting(r -> r.opId).containsOnly(request.opId);
                assertThat(rows("wf_operation")).isEqualTo(before + 1);
            }
        }
    }

    private static OperationReply circulated(StoreEngine node, long instance, CirculateRequest request) {
        return node.shell.attempts.of(Locale.ENGLISH, () -> node.shell.circulation.circulate(node.caller("zhao"), instance, request));
    }

    private static <R extends OperationRequest> R named(R request, String opId) {
        request.opId = opId;
        return request;
    }

    @Test
    void whoeverLooksWhileOthersWorkSeesTheInstanceWhole() throws Exception {
        engine.deploy(process("busy").step("first", by("li")).step("second", by("li")).flow("second", "first", "${true}").end());
        try (StoreEngine other = secondNode().amongOthers()) {
            engine.amongOthers();
            long instance = engine.start("zhao", "busy", Map.of()).instanceId();
            AtomicBoolean goesOn = new AtomicBoolean(true);
            assertThat(together(() -> {
                try {
                    for (int step = 0; step < 300; step++) {
                        assertThat(engine.perform("li", "submit", instance, engine.openItems(instance).get(0).id(), new SubmitRequest()).refused()).isNull();
                    }
                    return true;
                } finally {
                    goesOn.set(false);
                }
            }, () -> {
                while (goesOn.get()) {
                    assertThat(other.shell.reading.info(other.caller("li"), instance).state).isEqualTo(InstanceState.RUNNING);
                }
                return true;
            })).containsOnly(true);
        }
    }

    @Test
    void whoeverOpensWorkThatIsHandedInAtThatMomentIsToldSo() throws Exception {
        engine.deploy(process("late").step("only", by("li")).step("next", by("wang")).end());
        try (StoreEngine other = secondNode().amongOthers()) {
            engine.amongOthers();
            for (int round = 0; round < 100; round++) {
                long instance = engine.start("zhao", "late", Map.of()).instanceId();
                long item = engine.openItems(instance).get(0).id();
                List<ErrorCode> codes = together(() -> code(() -> other.open("li", instance, item)),
                        () -> code(() -> engine.execute("li", Command.onItem("submit", item, new SubmitRequest()))));
                assertThat(codes.get(0)).isIn(null, ErrorCode.ILLEGAL_STATE);
                assertThat(codes.get(1)).isNull();
            }
        }
    }

    private static ErrorCode code(Runnable act) {
        try {
            act.run();
            return null;
        } catch (Refused refused) {
            return refused.problem().code;
        }
    }

    @SafeVarargs
    private static <T> List<T> together(Callable<T>... acts) throws Exception {
        return together(List.of(acts));
    }

    private static <T> List<T> together(List<Callable<T>> acts) throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(acts.size());
        try {
            List<T> answers = new ArrayList<>();
            for (Future<T> act : people.invokeAll(acts)) {
                answers.add(act.get());
            }
            return answers;
        } finally {
            people.shutdownNow();
        }
    }
}
