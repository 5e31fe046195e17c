package wf.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static wf.contract.WorkItemState.READY;
import static wf.contract.WorkItemState.SUSPENDED;
import static wf.contract.WorkItemState.WAITING;
import static wf.scenario.Sketch.error;
import static wf.scenario.Sketch.process;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import wf.contract.ErrorCode;
import wf.contract.InstanceState;
import wf.contract.ResubmitMode;
import wf.contract.WorkItemKind;

/** F22 启动子流程: whoever works on something has another process do a part of it. On the core and on the store. */
public abstract class StartedProcessScenarios {

    private World wf;
    private Engine engine;

    protected abstract Engine engine();

    @BeforeEach
    void aNewWorld() {
        engine = engine();
        wf = new World(engine);
    }

    /** Somebody checks, and may start another process for it. */
    final long checking(String key) {
        wf.deployed(survey(key + "Survey").xml());
        wf.deployed(process(key).start("s").user("draft", "zhao").user("check", "li").says("allow", "startSubProcess").user("file", "zhou").end("e")
                .path("s", "draft", "check", "file", "e").xml());
        wf.started("parent", key, "zhao");
        wf.actor("zhao").submits("draft");
        return wf.currentInstance();
    }

    /** The one who checks starts it, and waits. */
    final void startedFrom(long parent, String key) {
        wf.at("parent", parent);
        wf.actor("li").startsSubProcess("check", key + "Survey", true);
    }

    private static Sketch survey(String key) {
        return process(key).start("s").user("ask", "wang").end("e").path("s", "ask", "e");
    }

    /** As {@link #checking}, and li has started it. */
    private long started(String key, boolean waits, Object... variables) {
        long parent = checking(key);
        wf.actor("li").startsSubProcess("check", key + "Survey", waits, variables);
        List<Long> children = engine.children(parent);
        wf.at("child", children.get(children.size() - 1));
        wf.at("parent", parent);
        return engine.openItems(parent).get(0).id();
    }

    // ---- waiting ----

    @Test
    void theHolderWaitsUntilTheProcessHasEndedAndThenGoesOn() {
        long item = started("wait", true);
        wf.expect("parent").items(WAITING);
        wf.actor("li").isRefused(ErrorCode.ILLEGAL_STATE).submits("check");
        wf.actor("li").isRefused(ErrorCode.ILLEGAL_STATE).transfers("check", "sun");
        wf.actor("li").isRefused(ErrorCode.ILLEGAL_STATE).startsSubProcess("check", "waitSurvey", true);
        wf.expect("child").at("ask");
        wf.actor("wang").submits("ask");
        wf.expect("child").is(InstanceState.COMPLETED);
        wf.expect("parent").at("check").items(READY).has("subProcessResult", "COMPLETED").has("subProcessNote", null).incidents();
        assertThat(engine.openItems(wf.currentInstance()).get(0).id()).isEqualTo(item);
        wf.actor("li").submits("check");
        wf.expect().at("file");
    }

    @Test
    void aProcessThatIsTerminatedHandsTheWorkBack() {
        long item = started("stopped", true);
        wf.expect("child");
        wf.actor("admin").terminates();
        wf.expect("parent").at("check").items(READY).has("subProcessResult", "TERMINATED").incidents();
        assertThat(engine.openItems(wf.currentInstance()).get(0).id()).isEqualTo(item);
        wf.actor("li").startsSubProcess("check", "stoppedSurvey", true);
        wf.at("second", engine.children(wf.currentInstance()).get(1));
        wf.expect("second");
        wf.actor("wang").submits("ask");
        wf.expect("parent").items(READY).has("subProcessResult", "COMPLETED");
    }

    @Test
    void whoeverStartedItMayWithdrawItAndHasHisWorkBack() {
        started("regret", true);
        wf.expect("child");
        wf.actor("zhao").isRefused(ErrorCode.NOT_FOUND).withdraws();
        wf.actor("li").withdraws();
        wf.expect("child").is(InstanceState.WITHDRAWN);
        wf.expect("parent").at("check").items(READY).has("subProcessResult", "WITHDRAWN");
    }

    @Test
    void anErrorOfTheProcessIsToldAndNotThrown() {
        wf.deployed(process("broken").start("s").user("ask", "wang").end("bad", error("BROKE")).path("s", "ask", "bad").xml());
        wf.deployed(process("brave").start("s").user("check", "li").says("allow", "startSubProcess").boundary("caught", "check", error("BROKE"))
                .user("file", "zhou").end("e").user("mend", "sun").path("s", "check", "file", "e").path("caught", "mend", "e").xml());
        wf.started("parent", "brave", "zhao");
        long parent = wf.currentInstance();
        wf.actor("li").startsSubProcess("check", "broken", true);
        wf.at("child", engine.children(parent).get(0));
        wf.actor("wang").submits("ask");
        wf.expect("parent").at("check").items(READY).has("subProcessResult", "FAILED").has("subProcessNote", "BROKE").incidents();
        wf.actor("li").submits("check");
        wf.expect().at("file");
    }

    @Test
    void twoWhoWorkAtTheSameNodeEachWaitForTheirOwn() {
        long parent = checking("two");
        wf.actor("zhao").supplements("check", "qian");
        wf.actor("li").startsSubProcess("check", "twoSurvey", true);
        wf.actor("qian").startsSubProcess("check", "twoSurvey", true);
        wf.expect().items(WAITING, WAITING);
        wf.at("second", engine.children(parent).get(1));
        wf.actor("wang").submits("ask");
        wf.expect("parent").has("check", "qian", WorkItemKind.MAIN, READY).has("check", "li", WorkItemKind.MAIN, WAITING);
        wf.at("first", engine.children(parent).get(0));
        wf.actor("wang").submits("ask");
        wf.expect("parent").items(READY, READY);
    }

    @Test
    void onBranchesSideBySideEachGoesTheWayOfItsOwnProcess() {
        wf.deployed(survey("sidesSurvey").xml());
        wf.deployed(process("sides").start("s").parallel("f").user("left", "li").says("allow", "startSubProcess").user("right", "zhou").says("allow", "startSubProcess")
                .user("good", "sun").user("bad", "qian").user("well", "sun").user("ill", "qian").end("e").path("s", "f", "left").path("f", "right")
                .when("subProcessResult == 'COMPLETED'", "left", "good").when("subProcessResult == 'TERMINATED'", "left", "bad")
                .when("subProcessResult == 'COMPLETED'", "right", "well").when("subProcessResult == 'TERMINATED'", "right", "ill")
                .path("good", "e").path("bad", "e").path("well", "e").path("ill", "e").xml());
        wf.started("parent", "sides", "zhao");
        long parent = wf.currentInstance();
        wf.actor("li").startsSubProcess("left", "sidesSurvey", true);
        wf.actor("zhou").startsSubProcess("right", "sidesSurvey", true);
        wf.at("ofLeft", engine.children(parent).get(0));
        wf.actor("wang").submits("ask");
        wf.at("ofRight", engine.children(parent).get(1));
        wf.actor("admin").terminates();
        wf.expect("parent").has("subProcessResult", "TERMINATED");
        wf.actor("li").submits("left");
        wf.actor("zhou").submits("right");
        wf.expect("parent").at("good", "ill");
    }

    @Test
    void whoeverTakesTheWorkOverWaitsInsteadOfTheHolder() {
        started("over", true);
        wf.actor("admin").replaces("check", "li", "sun");
        wf.expect("parent").todoOf("sun").items(WAITING);
        wf.expect("child");
        wf.actor("wang").submits("ask");
        wf.expect("parent").todoOf("sun").items(READY);
    }

    @Test
    void workThatWaitsForAProcessIsNotTakenBack() {
        started("back", true);
        wf.actor("zhao").isRefused(ErrorCode.DOWNSTREAM_OPENED).takesBack("draft");
        wf.expect("child").is(InstanceState.RUNNING);
    }

    // ---- not waiting ----

    @Test
    void aProcessThatNobodyWaitsForGoesItsOwnWay() {
        started("alone", false);
        wf.expect("parent").items(READY);
        wf.actor("li").submits("check");
        wf.actor("zhou").submits("file");
        wf.expect("parent").is(InstanceState.COMPLETED);
        wf.expect("child").at("ask");
        wf.actor("wang").submits("ask");
        wf.expect("child").is(InstanceState.COMPLETED);
    }

    @Test
    void aProcessThatNobodyWaitsForOutlivesTheOneItCameFrom() {
        started("orphan", false);
        wf.actor("admin").terminates();
        wf.expect("child").is(InstanceState.RUNNING);
    }

    // ---- given up ----

    @Test
    void withTheWorkThatWaitsItsProcessEndsAndNoOther() {
        long parent = checking("given");
        wf.actor("li").startsSubProcess("check", "givenSurvey", false);
        wf.actor("li").startsSubProcess("check", "givenSurvey", true);
        wf.actor("admin").jumps("check", "file");
        wf.expect().at("file");
        assertThat(engine.children(parent).stream().map(engine::stateOf)).containsExactly(InstanceState.RUNNING, InstanceState.TERMINATED);
    }

    @Test
    void withTheInstanceItsProcessEnds() {
        started("ended", true);
        wf.actor("admin").terminates();
        wf.expect("parent").is(InstanceState.TERMINATED);
        wf.expect("child").is(InstanceState.TERMINATED);
        started("withdrawn", true);
        wf.actor("zhao").withdraws();
        wf.expect("parent").is(InstanceState.WITHDRAWN);
        wf.expect("child").is(InstanceState.TERMINATED);
    }

    @Test
    void whenOneOfTwoWhoWorkThereIsLetGoHisProcessEnds() {
        long parent = checking("less");
        wf.actor("zhao").supplements("check", "qian");
        wf.actor("qian").startsSubProcess("check", "lessSurvey", true);
        wf.actor("zhao").withdraws("check", "qian");
        wf.expect().at("check").todoOf("li");
        assertThat(engine.stateOf(engine.children(parent).get(0))).isEqualTo(InstanceState.TERMINATED);
        wf.actor("li").submits("check");
        wf.expect().at("file");
    }

    @Test
    void workThatComesStraightBackStartsNoProcessAnew() {
        wf.deployed(survey("besideSurvey").xml());
        wf.deployed(process("beside").start("s").user("draft", "zhao").parallel("p").user("legal", "wang").says("relatedBranches", "ALL").user("check", "li").says("allow", "startSubProcess")
                .parallel("j").end("e").path("s", "draft", "p", "legal", "j", "e").path("p", "check", "j").xml());
        wf.started("parent", "beside", "zhao");
        long parent = wf.currentInstance();
        wf.actor("zhao").submits("draft");
        wf.actor("li").startsSubProcess("check", "besideSurvey", true);
        wf.actor("wang").returns("legal", "draft", r -> r.resubmitMode = ResubmitMode.DIRECT);
        wf.expect().at("draft");
        assertThat(engine.stateOf(engine.children(parent).get(0))).isEqualTo(InstanceState.TERMINATED);
        wf.actor("zhao").submits("draft");
        wf.expect().at("legal", "check").items(READY, READY);
        assertThat(engine.children(parent)).hasSize(1);
    }

    // ---- standing still ----

    @Test
    void theProcessStandsStillAndGoesOnWithTheWorkThatWaits() {
        started("still", true);
        wf.actor("admin").suspends();
        wf.expect("child").is(InstanceState.SUSPENDED);
        wf.expect("parent").items(SUSPENDED);
        wf.actor("admin").resumes();
        wf.expect("parent").items(WAITING);
        wf.expect("child");
        wf.actor("wang").submits("ask");
        wf.expect("parent").items(READY);
    }

    @Test
    void whatTheProcessAnswersMeanwhileIsKept() {
        started("kept", true);
        wf.actor("admin").suspendsAlone();
        wf.expect("child");
        wf.actor("wang").submits("ask");
        wf.expect("parent").items(SUSPENDED).has("subProcessResult", null);
        wf.actor("admin").resumes();
        engine.pass(Duration.ofMinutes(1));
        wf.expect().items(READY).has("subProcessResult", "COMPLETED");
    }

    @Test
    void aDeletedInstanceTakesWithItWhatItWaitsFor() {
        started("gone", true);
        wf.actor("admin").isRefused(ErrorCode.ILLEGAL_STATE).deletes();
        wf.actor("admin").deletesAll();
        wf.expect("child").is(InstanceState.DELETED);
        wf.expect("parent");
        wf.actor("admin").restores();
        wf.expect("child").at("ask");
        wf.actor("wang").submits("ask");
        wf.expect("parent").items(READY);
    }

    // ---- who may, and what goes in ----

    @Test
    void onlyWhatIsSentGoesInAndNothingComesBackButHowItEnded() {
        long parent = checking("data");
        wf.actor("admin").returns("check");
        wf.actor("zhao").submits("draft", "secret", "s");
        wf.actor("li").startsSubProcess("check", "dataSurvey", true, "topic", "roof");
        wf.at("child", engine.children(parent).get(0));
        wf.expect("child").has("topic", "roof").has("secret", null);
        wf.actor("wang").submits("ask", "topic", "cellar", "secret", "other");
        wf.expect("parent").has("secret", "s").has("topic", null).has("subProcessResult", "COMPLETED");
    }

    @Test
    void onlyWhereTheModelSaysSoAndOnlyWhatHeMayStartHimself() {
        long parent = checking("may");
        wf.deployed(process("mayNot").process("wf:starters", "group:finance").start("s").user("ask", "wang").end("e").path("s", "ask", "e").xml());
        wf.actor("li").isRefused(ErrorCode.FORBIDDEN).startsSubProcess("check", "mayNot", true);
        wf.actor("li").isRefused(ErrorCode.NOT_FOUND).startsSubProcess("check", "nothing", true);
        wf.actor("li").isRefused(ErrorCode.INVALID_INPUT).startsSubProcess("check", null, true);
        wf.actor("zhao").isRefused(ErrorCode.FORBIDDEN).startsSubProcess("check", "maySurvey", true);
        wf.actor("sun").isRefused(ErrorCode.NOT_FOUND).startsSubProcess("check", "maySurvey", true);
        wf.actor("li").asksForHelp("check", false, "qian");
        wf.actor("qian").isRefused(ErrorCode.FORBIDDEN).startsSubProcess("check", "maySurvey", true);
        wf.actor("qian").answers("check");
        wf.actor("li").submits("check");
        wf.actor("zhou").isRefused(ErrorCode.NODE_POLICY).startsSubProcess("file", "maySurvey", true);
        assertThat(engine.children(parent)).isEmpty();
    }
}
