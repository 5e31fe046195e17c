package wf.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static wf.contract.WorkItemState.READY;
import static wf.scenario.Model.byStarter;
import static wf.scenario.Model.signedByAll;
import static wf.scenario.Sketch.process;
import static wf.scenario.Sketch.timer;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import wf.contract.AddSignPosition;
import wf.contract.Choice;
import wf.contract.ErrorCode;
import wf.contract.InstanceState;
import wf.contract.OperationRequest;
import wf.contract.ResubmitMode;
import wf.contract.Vote;

/** F1 with a moment (§8.4): work that is done and goes on later. On the core and on the store. */
public abstract class DelayScenarios {

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

    private static Sketch line(String key) {
        return process(key).start("s").user("draft", byStarter()).user("check", "li").user("file", "wang").end("e").path("s", "draft", "check", "file", "e");
    }

    private Instant in(Duration time) {
        return engine.now().plus(time);
    }

    private void startedAtCheck(String key) {
        wf.deployed(line(key).xml());
        wf.started("D", key, "zhao");
        wf.actor("zhao").submits("draft");
    }

    @Test
    void workIsHandedInAtOnceAndGoesOnAtItsMoment() {
        startedAtCheck("later");
        wf.actor("li").submitsLater("check", in(DAY), "amount", 7L);
        wf.expect().at().is(InstanceState.RUNNING).has("amount", 7L);
        engine.pass(DAY.minus(HOUR));
        wf.expect().at();
        engine.pass(HOUR);
        wf.expect().at("file").todoOf("wang");
        wf.actor("wang").submits("file");
        wf.expect().is(InstanceState.COMPLETED);
    }

    @Test
    void aDraftLeavesItsStarterAtOnceAndComesToTheNextHandlerLater() {
        wf.deployed(line("first").xml());
        wf.started("D", "first", "zhao");
        wf.actor("zhao").submitsLater("draft", in(HOUR));
        wf.expect().at().is(InstanceState.RUNNING);
        engine.pass(HOUR);
        wf.expect().at("check");
    }

    @Test
    void aMomentThatHasPassedIsRefused() {
        startedAtCheck("past");
        wf.actor("li").isRefused(ErrorCode.INVALID_INPUT).submitsLater("check", engine.now());
        wf.actor("li").isRefused(ErrorCode.INVALID_INPUT).submitsLater("check", engine.now().minus(DAY));
        wf.expect().at("check");
    }

    @Test
    void aVoteCannotBeDelayed() {
        wf.deployed(process("votes").start("s").user("sign", signedByAll("li", "wang")).end("e").path("s", "sign", "e").xml());
        wf.started("V", "votes", "zhao");
        wf.actor("li").isRefused(ErrorCode.INVALID_INPUT).submitsLater("sign", in(DAY));
        wf.actor("li").submits("sign");
        wf.actor("wang").submits("sign");
        wf.expect().is(InstanceState.COMPLETED);
    }

    @Test
    void theWayIsChosenByTheDataAsTheyAreWhenTheTokenLeaves() {
        wf.deployed(process("data").start("s").parallel("p").user("plan", "li").user("count", "wang").exclusive("x").user("big", "sun").user("small", "zhou")
                .end("e").end("f").path("s", "p", "plan", "x", "small", "e").path("p", "count", "f").when("amount > 10", "x", "big").path("big", "e")
                .otherwise("x", "small").xml());
        wf.started("D", "data", "zhao", "amount", 1L);
        wf.actor("li").submitsLater("plan", in(DAY));
        wf.actor("wang").submits("count", "amount", 100L);
        engine.pass(DAY);
        wf.expect().at("big");
    }

    @Test
    void whatHeHasChosenIsKeptUntilThen() {
        wf.deployed(process("chosen").start("s").user("plan", "li").exclusive("x").with("wf:choice", "MANUAL").user("a", "wang")
                .user("b", new Model.Who(" wf:chosenByPrevious=\"true\"", "")).end("e").path("s", "plan", "x", "a", "e").path("x", "b", "e").xml());
        wf.started("C", "chosen", "zhao");
        wf.actor("li").submitsLater("plan", in(DAY), r -> {
            r.routes = List.of("x__b");
            r.participants = List.of(choice("b", "sun"));
        });
        engine.pass(DAY);
        wf.expect().at("b").todoOf("sun");
    }

    private static Choice choice(String node, String person) {
        Choice choice = new Choice();
        choice.nodeId = node;
        choice.users = List.of(person);
        return choice;
    }

    @Test
    void untilThenHeMayTakeItBackAndHandItInAgain() {
        startedAtCheck("regret");
        wf.actor("li").submitsLater("check", in(DAY));
        wf.actor("wang").isRefused(ErrorCode.NOT_FOUND).takesBack("check");
        wf.actor("li").takesBack("check");
        wf.expect().at("check").todoOf("li").items(READY);
        engine.pass(DAY.multipliedBy(2));
        wf.expect().at("check");
        wf.actor("li").submits("check");
        wf.expect().at("file");
        wf.actor("li").takesBack("check");
        wf.expect().at("check").todoOf("li");
    }

    @Test
    void whatWasHandedInAndTakenBackCannotBeTakenBackTwice() {
        startedAtCheck("twice");
        wf.actor("li").submitsLater("check", in(DAY));
        long first = engine.done(wf.currentInstance(), "li", "check").orElseThrow();
        wf.actor("li").takesBack("check");
        wf.actor("li").submitsLater("check", in(HOUR));
        assertThat(engine.perform("li", "takeBack", wf.currentInstance(), first, new OperationRequest()).refused())
                .isEqualTo(ErrorCode.ILLEGAL_STATE);
        engine.pass(HOUR);
        wf.expect().at("file");
    }

    @Test
    void timeStandsForItWhileTheInstanceIsSuspended() {
        startedAtCheck("halt");
        wf.actor("li").submitsLater("check", in(DAY));
        engine.pass(HOUR);
        wf.actor("admin").suspends();
        engine.pass(DAY.multipliedBy(3));
        wf.expect().at();
        wf.actor("admin").resumes();
        engine.pass(DAY.minus(HOUR.multipliedBy(2)));
        wf.expect().at();
        engine.pass(HOUR);
        wf.expect().at("file");
    }

    @Test
    void nothingWaitsAnyMoreWhenTheInstanceIsTerminated() {
        startedAtCheck("stop");
        wf.actor("li").submitsLater("check", in(DAY));
        wf.actor("admin").terminates();
        wf.expect().is(InstanceState.TERMINATED);
        engine.pass(DAY);
        wf.expect().is(InstanceState.TERMINATED);
    }

    @Test
    void anAdministratorMovesTheWaitingTokenElsewhere() {
        startedAtCheck("moved");
        wf.actor("li").submitsLater("check", in(DAY));
        wf.actor("admin").moves("check", "file");
        wf.expect().at("file");
        engine.pass(DAY);
        wf.expect().at("file");
    }

    @Test
    void aReturnFromABranchBesideTakesTheWaitingTokenWithIt() {
        wf.deployed(process("beside").start("s").user("draft", byStarter()).parallel("p").user("a", "li").user("b", "wang").parallel("j").end("e")
                .path("s", "draft", "p", "a", "j", "e").path("p", "b", "j").xml());
        wf.started("B", "beside", "zhao");
        wf.actor("zhao").submits("draft");
        wf.actor("li").submitsLater("a", in(DAY));
        wf.actor("wang").returns("b", "draft");
        wf.expect().at("draft");
        engine.pass(DAY);
        wf.expect().at("draft");
        wf.actor("zhao").submits("draft");
        wf.expect().at("a", "b");
    }

    @Test
    void theWaitingTokenGoesOnInTheNextVersionUnderItsNewName() {
        wf.deployed(line("migrated").xml());
        wf.started("M", "migrated", "zhao");
        wf.actor("zhao").submits("draft");
        wf.actor("li").submitsLater("check", in(DAY));
        wf.deployed(process("migrated").start("s").user("draft", byStarter()).user("verify", "li").user("store", "sun").end("e")
                .path("s", "draft", "verify", "store", "e").xml());
        wf.actor("admin").migrates("check", "verify");
        wf.expect().at();
        engine.pass(DAY);
        wf.expect().at("store").todoOf("sun");
    }

    @Test
    void whoeverComesNextCanReturnItToWhoeverLetItWait() {
        startedAtCheck("back");
        wf.actor("li").submitsLater("check", in(DAY));
        engine.pass(DAY);
        wf.actor("wang").returns("file");
        wf.expect().at("check").todoOf("li");
    }

    @Test
    void aTimerOnTheBoundaryStillRunsMeanwhile() {
        wf.deployed(process("bound").start("s").user("work", "li").boundary("late", "work", timer("PT2H")).user("mend", "wang").user("next", "sun").end("e")
                .path("s", "work", "next", "e").path("late", "mend", "e").xml());
        wf.started("B", "bound", "zhao");
        wf.actor("li").submitsLater("work", in(DAY));
        engine.pass(HOUR.multipliedBy(2));
        wf.expect().at("mend");
        engine.pass(DAY);
        wf.expect().at("mend");
    }

    @Test
    void whatCannotGoOnAtItsMomentIsAnIncidentAndGoesOnAsChosenOnceItIsMended() {
        wf.deployed(process("blocked").start("s").user("plan", "li").user("a", "wang").user("b", new Model.Who(" wf:chosenByPrevious=\"true\"", "")).end("e")
                .path("s", "plan").when("amount > 10", "plan", "a").when("amount == 5", "plan", "b").path("a", "e").path("b", "e").xml());
        wf.started("X", "blocked", "zhao", "amount", 7L);
        wf.actor("li").isRefused(ErrorCode.NO_ROUTE).submits("plan");
        wf.actor("li").submitsLater("plan", in(DAY), r -> r.participants = List.of(choice("b", "sun")));
        engine.pass(DAY);
        wf.expect().at().incidents("NO_ROUTE@plan");
        wf.actor("admin").retries("NO_ROUTE", "amount", 5L);
        wf.expect().at("b").todoOf("sun").incidents();
    }

    @Test
    void whoSignsAfterwardsSignsMeanwhileAndTheTokenWaitsForBoth() {
        startedAtCheck("after");
        wf.actor("li").addsSigners("check", AddSignPosition.AFTER, "sun");
        wf.actor("sun").isRefused(ErrorCode.INVALID_INPUT).submitsLater("check", in(DAY));
        wf.actor("sun").votes("check", Vote.AGREE);
        wf.expect().at("file");
    }

    @Test
    void aTokenWaitsForTheLatestOfSeveralWhoDoTheWork() {
        startedAtCheck("several");
        wf.actor("zhao").supplements("check", "sun", "zhou");
        wf.actor("li").submitsLater("check", in(DAY));
        wf.actor("sun").submitsLater("check", in(HOUR));
        wf.actor("zhou").submits("check");
        engine.pass(HOUR);
        wf.expect().at();
        wf.actor("sun").takesBack("check");
        wf.expect().at("check").todoOf("sun");
        engine.pass(DAY);
        wf.expect().at("check");
        wf.actor("sun").submits("check");
        wf.expect().at("file");
    }

    @Test
    void whoeverHandsInTheLastWorkAfterTheMomentChoosesAndSendsIt() {
        wf.deployed(process("last").process("wf:allow", "freeSubmit").start("s").user("plan", "li").user("b", new Model.Who(" wf:chosenByPrevious=\"true\"", "")).end("e")
                .path("s", "plan", "b", "e").xml());
        wf.started("C", "last", "zhao");
        wf.actor("admin").supplements("plan", "wang");
        wf.actor("wang").isRefused(ErrorCode.ILLEGAL_STATE).submitsFreely("plan", "b", "zhou");
        wf.actor("li").submitsLater("plan", in(HOUR), r -> r.participants = List.of(choice("b", "zhou")));
        engine.pass(DAY);
        wf.expect().at("plan").todoOf("wang");
        wf.actor("wang").submitsTo("plan", "b", "sun");
        wf.expect().at("b").todoOf("sun").noTodoOf("zhou");
        wf.actor("li").isRefused(ErrorCode.DOWNSTREAM_OPENED).takesBack("plan");
        wf.actor("wang").takesBack("plan");
    }

    @Test
    void aClientThatSendsNoListsAtAllHasChosenNothing() {
        wf.deployed(process("bare").start("s").user("plan", "li").user("b", "sun").end("e").path("s", "plan", "b", "e").xml());
        wf.started("C", "bare", "zhao");
        wf.actor("li").submitsLater("plan", in(HOUR), r -> {
            r.participants = null;
            r.routes = null;
        });
        engine.pass(HOUR);
        wf.expect().at("b").todoOf("sun");
    }

    @Test
    void workThatCameBackWithATicketGoesStraightBackAtItsMoment() {
        startedAtCheck("ticket");
        wf.actor("li").submits("check");
        wf.actor("wang").returns("file", "draft", r -> r.resubmitMode = ResubmitMode.DIRECT);
        wf.actor("zhao").submitsLater("draft", in(DAY));
        engine.pass(DAY);
        wf.expect().at("file").todoOf("wang");
    }

    @Test
    void oneInstanceOfARepeatedStepWaitsForItself() {
        wf.deployed(process("loop").start("s").user("work", "li").repeat("again").user("end", "sun").end("e").path("s", "work", "end", "e").xml());
        wf.started("L", "loop", "zhao", "again", true);
        wf.actor("li").submitsLater("work", in(DAY));
        wf.expect().at();
        engine.pass(DAY);
        wf.expect().at("work");
        wf.actor("li").submitsLater("work", in(DAY), "again", false);
        engine.pass(DAY);
        wf.expect().at("end");
    }
}
