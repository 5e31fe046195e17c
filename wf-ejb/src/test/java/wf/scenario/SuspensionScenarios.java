package wf.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static wf.contract.WorkItemState.OFFERED;
import static wf.contract.WorkItemState.READY;
import static wf.contract.WorkItemState.SUSPENDED;
import static wf.scenario.Model.offeredTo;
import static wf.scenario.Model.signedByAll;
import static wf.scenario.Sketch.message;
import static wf.scenario.Sketch.process;
import static wf.scenario.Sketch.signal;
import static wf.scenario.Sketch.timer;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import wf.contract.ErrorCode;
import wf.contract.InstanceState;
import wf.contract.ReplaceHandlerRequest;
import wf.contract.Vote;

/** I12, F16, F30: instances and items that stand still for a while, and lose nothing by it. On the core and on the store. */
public abstract class SuspensionScenarios {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    private World wf;
    private Engine engine;

    protected abstract Engine engine();

    @BeforeEach
    void aNewWorld() {
        engine = engine();
        wf = new World(engine);
    }

    private static Sketch work(String key) {
        return process(key).start("s").user("work", "li").says("dueDate", "P1D").user("file", "zhou").end("e").path("s", "work", "file", "e");
    }

    private static Sketch byStarter(Sketch process) {
        return process.process("wf:suspend", "true");
    }

    // ---- the instance ----

    @Test
    void nobodyWorksOnASuspendedInstanceUntilItIsResumed() {
        wf.deployed(process("halt").start("s").parallel("p").user("a", "li").user("b", offeredTo("wang", "sun")).user("c", signedByAll("qian"))
                .parallel("j").end("e").path("s", "p", "a", "j", "e").path("p", "b", "j").path("p", "c", "j").xml());
        wf.started("H", "halt", "zhao");
        wf.actor("admin").suspends();
        wf.expect().is(InstanceState.SUSPENDED).items(SUSPENDED, SUSPENDED, SUSPENDED);
        wf.actor("li").isRefused(ErrorCode.ILLEGAL_STATE).submits("a");
        wf.actor("wang").isRefused(ErrorCode.ILLEGAL_STATE).claims("b");
        wf.actor("qian").isRefused(ErrorCode.ILLEGAL_STATE).votes("c", Vote.AGREE);
        wf.actor("li").isRefused(ErrorCode.ILLEGAL_STATE).returns("a");
        wf.actor("li").isRefused(ErrorCode.ILLEGAL_STATE).takesUp("a");
        wf.actor("admin").isRefused(ErrorCode.ILLEGAL_STATE).suspends();
        wf.actor("admin").resumes();
        wf.expect().is(InstanceState.RUNNING).items(READY, OFFERED, READY);
        wf.actor("admin").isRefused(ErrorCode.ILLEGAL_STATE).resumes();
        wf.actor("li").submits("a");
        wf.actor("wang").claims("b");
        wf.actor("wang").submits("b");
        wf.actor("qian").votes("c", Vote.AGREE);
        wf.expect().is(InstanceState.COMPLETED);
    }

    @Test
    void theStarterMaySuspendWhereTheProcessAllowsIt() {
        wf.deployed(work("forbidden").xml());
        wf.started("F", "forbidden", "zhao");
        wf.actor("zhao").isRefused(ErrorCode.NODE_POLICY).suspends();
        wf.actor("li").isRefused(ErrorCode.FORBIDDEN).suspends();
        wf.actor("sun").isRefused(ErrorCode.NOT_FOUND).suspends();
        wf.deployed(byStarter(work("allowed")).xml());
        wf.started("A", "allowed", "zhao");
        wf.actor("zhao").suspends();
        wf.actor("li").isRefused(ErrorCode.FORBIDDEN).resumes();
        wf.actor("zhao").resumes();
        wf.expect().items(READY);
    }

    @Test
    void deadlinesComeLaterByAsLongAsTheInstanceStood() {
        wf.deployed(work("late").xml());
        wf.started("L", "late", "zhao");
        Instant due = engine.now().plus(DAY);
        wf.expect().due("work", due);
        engine.pass(HOUR);
        wf.actor("admin").suspends();
        engine.pass(DAY.multipliedBy(3));
        wf.expect().due("work", due);
        wf.actor("admin").resumes();
        wf.expect().due("work", due.plus(DAY.multipliedBy(3)));
    }

    @Test
    void timersStandWithTheInstance() {
        wf.deployed(process("timed").start("s").user("work", "li").boundary("late", "work", timer("PT2H")).user("mend", "wang").end("e")
                .path("s", "work", "e").path("late", "mend", "e").xml());
        wf.started("T", "timed", "zhao");
        engine.pass(HOUR);
        wf.actor("admin").suspends();
        engine.pass(DAY);
        wf.expect().at("work").is(InstanceState.SUSPENDED);
        wf.actor("admin").resumes();
        engine.pass(Duration.ofMinutes(59));
        wf.expect().at("work");
        engine.pass(Duration.ofMinutes(1));
        wf.expect().at("mend");
    }

    @Test
    void aRepeatedTimerKeepsItsPace() {
        wf.deployed(process("paced").start("s").user("work", "li").beside("each", "work", timer("Cycle", "R3/PT1H"))
                .script("count", "n = (n ?? 0) + 1").end("e").path("s", "work", "e").path("each", "count", "e").xml());
        wf.started("P", "paced", "zhao", "n", 0);
        engine.pass(Duration.ofMinutes(90));
        wf.expect().has("n", 1L);
        wf.actor("admin").suspends();
        engine.pass(DAY);
        wf.actor("admin").resumes();
        wf.expect().has("n", 1L);
        engine.pass(Duration.ofMinutes(30));
        wf.expect().has("n", 2L);
        engine.pass(HOUR);
        wf.expect().has("n", 3L);
    }

    @Test
    void aSuspendedInstanceGoesOnByItselfAtTheMomentThatWasSet() {
        wf.deployed(work("nap").xml());
        wf.started("N", "nap", "zhao");
        wf.actor("admin").isRefused(ErrorCode.INVALID_INPUT).suspendsUntil(engine.now().minus(HOUR));
        wf.actor("admin").suspendsUntil(engine.now().plus(DAY));
        engine.pass(DAY.minus(HOUR));
        wf.expect().is(InstanceState.SUSPENDED);
        engine.pass(HOUR);
        wf.expect().is(InstanceState.RUNNING).items(READY);
    }

    @Test
    void aMomentThatWasSetForAnEarlierPauseEndsNoLaterOne() {
        wf.deployed(work("again").xml());
        wf.started("A", "again", "zhao");
        wf.actor("admin").suspendsUntil(engine.now().plus(DAY));
        engine.pass(HOUR);
        wf.actor("admin").resumes();
        engine.pass(HOUR);
        wf.actor("admin").suspends();
        engine.pass(DAY.multipliedBy(2));
        wf.expect().is(InstanceState.SUSPENDED);
    }

    @Test
    void aMessageThatComesMeanwhileArrivesAfterTheInstanceIsResumed() {
        wf.deployed(process("post").start("s").catching("wait", message("paid")).user("file", "li").end("e").path("s", "wait", "file", "e").xml());
        wf.started("M", "post", "zhao");
        wf.actor("admin").suspends();
        engine.message("paid", null, Map.of("amount", 7L));
        engine.pass(DAY);
        wf.expect().at().is(InstanceState.SUSPENDED);
        wf.actor("admin").resumes();
        wf.expect().at("file").has("amount", 7L);
    }

    @Test
    void severalMessagesArriveInTheirOrderAndTheOneTooManyFindsAnotherReceiver() {
        wf.deployed(process("queue").start("s").catching("first", message("news")).catching("second", message("news")).user("file", "li").end("e")
                .path("s", "first", "second", "file", "e").xml());
        wf.started("Q", "queue", "zhao");
        wf.actor("admin").suspends();
        engine.message("news", null, Map.of("n", 1L));
        engine.message("news", null, Map.of("m", 2L));
        wf.actor("admin").resumes();
        wf.expect().at("file").has("n", 1L).has("m", 2L);
    }

    @Test
    void whatAMessageTakesFromTheGatewayIsDecidedByTheFirstThatCame() {
        wf.deployed(process("choice").start("s").eventGateway("g").catching("yes", message("yes")).catching("no", message("no"))
                .user("go", "li").user("stop", "wang").end("e").path("s", "g", "yes", "go", "e").path("g", "no", "stop", "e").xml());
        wf.started("C", "choice", "zhao");
        wf.actor("admin").suspends();
        engine.message("no", null, Map.of());
        engine.message("yes", null, Map.of());
        wf.actor("admin").resumes();
        wf.expect().at("stop");
    }

    @Test
    void aSignalThatIsSentMeanwhileIsHeardAfterTheInstanceIsResumed() {
        wf.deployed(process("ear").start("s").catching("wait", signal("bell")).user("file", "li").end("e").path("s", "wait", "file", "e").xml());
        wf.started("E", "ear", "zhao");
        wf.actor("admin").suspends();
        engine.signal("bell", Map.of("tone", "high"));
        wf.expect().at().is(InstanceState.SUSPENDED);
        wf.actor("admin").resumes();
        wf.expect().at("file").has("tone", "high");
    }

    @Test
    void whatASuspendedInstanceHeardIsForgottenWhenItIsTerminated() {
        wf.deployed(process("deaf").start("s").catching("wait", message("late")).user("file", "li").end("e").path("s", "wait", "file", "e").xml());
        wf.started("D", "deaf", "zhao");
        wf.actor("admin").suspends();
        engine.message("late", null, Map.of());
        wf.actor("zhao").terminates();
        wf.expect().at().is(InstanceState.TERMINATED);
    }

    // ---- called instances ----

    private long called(String key) {
        String called = key + "Called";
        wf.deployed(process(called).start("s").user("inner", "li").end("e").path("s", "inner", "e").xml());
        wf.deployed(process(key).start("s").call("call", called).user("after", "wang").end("e").path("s", "call", "after", "e").xml());
        wf.started("parent", key, "zhao");
        long parent = wf.currentInstance();
        long child = engine.children(parent).get(0);
        wf.at("child", child);
        wf.at("parent", parent);
        return child;
    }

    @Test
    void aCalledInstanceIsSuspendedAndResumedWithTheOneThatWaitsForIt() {
        called("family");
        wf.actor("admin").suspends();
        wf.expect("child").is(InstanceState.SUSPENDED).items(SUSPENDED);
        wf.expect("parent");
        wf.actor("admin").resumes();
        wf.expect("child").is(InstanceState.RUNNING);
        wf.actor("li").submits("inner");
        wf.expect("parent").at("after");
    }

    @Test
    void aCalledInstanceThatWasSuspendedByItselfStaysSo() {
        called("stubborn");
        wf.expect("child");
        wf.actor("admin").suspends();
        wf.expect("parent");
        wf.actor("admin").suspends();
        wf.actor("admin").resumes();
        wf.expect("child").is(InstanceState.SUSPENDED);
        wf.actor("admin").resumes();
        wf.expect().items(READY);
    }

    @Test
    void whatACalledInstanceAnswersMeanwhileIsKept() {
        called("answer");
        wf.actor("admin").suspendsAlone();
        wf.expect("child").is(InstanceState.RUNNING);
        wf.actor("li").submits("inner", "result", 42L);
        wf.expect().is(InstanceState.COMPLETED);
        wf.expect("parent").at().is(InstanceState.SUSPENDED);
        engine.pass(DAY);
        wf.actor("admin").resumes();
        wf.expect().at("after").has("result", 42L);
    }

    // ---- an item ----

    @Test
    void anItemThatIsLaidAsideIsDueLaterAndItsTimersWait() {
        wf.deployed(process("aside").start("s").user("work", "li").says("dueDate", "P1D").boundary("late", "work", timer("PT2H"))
                .user("mend", "wang").end("e").path("s", "work", "e").path("late", "mend", "e").xml());
        wf.started("A", "aside", "zhao");
        Instant due = engine.now().plus(DAY);
        wf.actor("wang").isRefused(ErrorCode.NOT_FOUND).laysAside("work");
        wf.actor("li").laysAside("work");
        wf.expect().is(InstanceState.RUNNING).items(SUSPENDED);
        wf.actor("li").isRefused(ErrorCode.ILLEGAL_STATE).submits("work");
        wf.actor("li").isRefused(ErrorCode.ILLEGAL_STATE).laysAside("work");
        engine.pass(DAY);
        wf.expect().at("work");
        wf.actor("li").takesUp("work");
        wf.actor("li").isRefused(ErrorCode.ILLEGAL_STATE).takesUp("work");
        wf.expect().items(READY).due("work", due.plus(DAY));
        engine.pass(Duration.ofHours(2));
        wf.expect().at("mend");
    }

    @Test
    void anItemIsTakenUpByItselfAtTheMomentThatWasSet() {
        wf.deployed(work("snooze").xml());
        wf.started("S", "snooze", "zhao");
        wf.actor("li").laysAsideUntil("work", engine.now().plus(HOUR));
        engine.pass(HOUR.minusMinutes(1));
        wf.expect().items(SUSPENDED);
        engine.pass(Duration.ofMinutes(1));
        wf.expect().items(READY);
        wf.actor("li").submits("work");
        wf.expect().at("file");
    }

    @Test
    void anItemThatWasLaidAsideStaysSoWhenTheInstanceIsResumed() {
        wf.deployed(work("both").xml());
        wf.started("B", "both", "zhao");
        Instant due = engine.now().plus(DAY);
        wf.actor("li").laysAside("work");
        engine.pass(HOUR);
        wf.actor("admin").suspends();
        engine.pass(HOUR);
        wf.actor("admin").resumes();
        wf.expect().is(InstanceState.RUNNING).items(SUSPENDED);
        engine.pass(HOUR);
        wf.actor("li").takesUp("work");
        wf.expect().items(READY).due("work", due.plus(HOUR.multipliedBy(3)));
    }

    @Test
    void anItemWhoseMomentComesWhileTheInstanceIsSuspendedIsTakenUpWithIt() {
        wf.deployed(work("missed").xml());
        wf.started("M", "missed", "zhao");
        wf.actor("li").laysAsideUntil("work", engine.now().plus(HOUR));
        wf.actor("admin").suspends();
        engine.pass(DAY);
        wf.actor("admin").resumes();
        wf.expect().items(READY);
    }

    @Test
    void anItemWhoseMomentComesWhileTheInstanceIsDeletedIsTakenUpAllTheSame() {
        wf.deployed(work("missedInDeath").xml());
        wf.started("M", "missedInDeath", "zhao");
        wf.actor("li").laysAsideUntil("work", engine.now().plus(HOUR));
        wf.actor("admin").deletes();
        engine.pass(DAY);
        wf.actor("admin").restores();
        engine.pass(DAY);
        wf.expect().items(READY);
        wf.actor("li").submits("work");
        wf.expect().at("file");
    }

    @Test
    void oneOfSeveralSignersLaysHisVoteAsideAndTheTimersOfTheRoundGoOn() {
        wf.deployed(process("round").start("s").user("sign", signedByAll("li", "wang")).boundary("late", "sign", timer("PT2H"))
                .user("mend", "sun").end("e").path("s", "sign", "e").path("late", "mend", "e").xml());
        wf.started("R", "round", "zhao");
        wf.actor("li").laysAside("sign");
        wf.expect().items(SUSPENDED, READY);
        wf.actor("li").isRefused(ErrorCode.ILLEGAL_STATE).votes("sign", Vote.AGREE);
        engine.pass(Duration.ofHours(2));
        wf.expect().at("mend");
    }

    @Test
    void whatIsOfferedToSeveralIsReplacedByNobodyWhileItStandsStill() {
        wf.deployed(process("pool").start("s").user("pick", offeredTo("wang", "sun")).end("e").path("s", "pick", "e").xml());
        wf.started("P", "pool", "zhao");
        wf.actor("admin").suspends();
        ReplaceHandlerRequest request = new ReplaceHandlerRequest();
        request.user = "li";
        long item = engine.openItems(wf.currentInstance()).get(0).id();
        assertThat(engine.perform("admin", "replaceHandler", wf.currentInstance(), item, request).refused()).isEqualTo(ErrorCode.ILLEGAL_STATE);
        wf.actor("admin").resumes();
        wf.expect().items(OFFERED);
    }

    @Test
    void aSuspendedInstanceCanBeTerminated() {
        wf.deployed(work("stop").xml());
        wf.started("S", "stop", "zhao");
        wf.actor("admin").suspends();
        wf.actor("zhao").terminates();
        wf.expect().at().is(InstanceState.TERMINATED);
    }
}
