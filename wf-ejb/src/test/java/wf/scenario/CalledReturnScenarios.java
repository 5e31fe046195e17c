package wf.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static wf.scenario.Sketch.process;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import wf.contract.DataPolicy;
import wf.contract.ErrorCode;
import wf.contract.InstanceState;
import wf.contract.RelatedBranches;
import wf.contract.ResubmitMode;
import wf.contract.ReturnToRequest;

/** Sending work back between an instance and one that it calls (end of §1.3). The same scenarios run on the core and on the store. */
public abstract class CalledReturnScenarios {

    private World wf;
    private Engine engine;

    protected abstract Engine engine();

    @BeforeEach
    void aNewWorld() {
        engine = engine();
        wf = new World(engine);
    }

    /** What is called: li asks, then wang answers. */
    private static Sketch survey(String key) {
        return process(key).start("s").user("ask", "li").user("answer", "wang").end("e").path("s", "ask", "answer", "e");
    }

    /** zhao drafts, sun prepares, the survey is called, zhou files. */
    private static Sketch calling(String key) {
        return process(key).start("s").user("draft", "zhao").user("prepare", "sun").call("survey", key + "Survey").user("file", "zhou").end("e")
                .path("s", "draft", "prepare", "survey", "file", "e");
    }

    /** The survey goes on; answers the calling instance. */
    final long surveyed(String key) {
        return surveyed(key, survey(key + "Survey"), calling(key));
    }

    private long surveyed(String key, Sketch called, Sketch calling) {
        wf.deployed(called.xml());
        wf.deployed(calling.xml());
        wf.started("parent", key, "zhao");
        long parent = wf.currentInstance();
        wf.actor("zhao").submits("draft");
        wf.actor("sun").submits("prepare");
        child(parent);
        return parent;
    }

    /** Turns to the instance that was called last. */
    private void child(long parent) {
        List<Long> children = engine.children(parent);
        wf.at("child", children.get(children.size() - 1));
    }

    /** Beside the call qian checks. */
    private long beside(String key) {
        wf.deployed(process(key + "Inner").start("s").user("deep", "qian").end("e").path("s", "deep", "e").xml());
        wf.deployed(process(key + "Survey").start("s").parallel("f").user("ask", "li").call("inner", key + "Inner").parallel("j").end("e")
                .path("s", "f", "ask", "j", "e").path("f", "inner", "j").xml());
        wf.deployed(process(key).start("s").user("draft", "zhao").parallel("f").call("survey", key + "Survey").user("check", "qian").parallel("j")
                .user("file", "zhou").end("e").path("s", "draft", "f", "survey", "j", "file", "e").path("f", "check", "j").xml());
        wf.started("parent", key, "zhao");
        long parent = wf.currentInstance();
        wf.actor("zhao").submits("draft");
        child(parent);
        wf.at("inner", engine.children(wf.currentInstance()).get(0));
        wf.expect("parent").at("check");
        return parent;
    }

    // ---- while the called instance goes on ----

    @Test
    void aReturnBesideTheCallEndsWhatWasCalledAndWhatThatHasCalled() {
        long parent = beside("endsAll");
        wf.actor("qian").returns("check", "draft");
        wf.expect("parent").at("draft").todoOf("zhao");
        wf.expect("child").is(InstanceState.TERMINATED);
        wf.expect("inner").is(InstanceState.TERMINATED);
        wf.expect("parent");
        wf.actor("zhao").submits("draft");
        wf.expect().at("check");
        assertThat(engine.children(parent)).hasSize(2);
    }

    @Test
    void aTicketThatWouldHaveToReviveWhatWasCalledIsVoidAndTheWorkWalksAgain() {
        long parent = beside("voided");
        wf.actor("qian").returns("check", "draft", r -> r.resubmitMode = ResubmitMode.DIRECT);
        wf.actor("zhao").isRefused(ErrorCode.TICKET_VOID).submits("draft");
        wf.actor("zhao").submitsStepwise("draft");
        wf.expect().at("check");
        child(parent);
        wf.expect().at("ask");
    }

    @Test
    void aCalledInstanceThatStandsStillEndsWithItsCallToo() {
        beside("still");
        wf.expect("child");
        wf.actor("admin").suspends();
        wf.expect("parent");
        wf.actor("qian").returns("check", "draft");
        wf.expect("child").is(InstanceState.TERMINATED);
    }

    @Test
    void whoeverMovesTheCallAwayEndsWhatWasCalled() {
        surveyed("moved");
        wf.expect("parent");
        wf.actor("admin").moves("survey", "draft");
        wf.expect("parent").at("draft");
        wf.expect("child").is(InstanceState.TERMINATED);
    }

    @Test
    void workIsTakenBackOutOfACallAsLongAsNobodyThereHasOpenedIt() {
        surveyed("regrets");
        wf.expect("parent");
        wf.actor("sun").takesBack("prepare");
        wf.expect("parent").at("prepare").todoOf("sun");
        wf.expect("child").is(InstanceState.TERMINATED);
    }

    @Test
    void workIsNotTakenBackOutOfACallWhereSomebodyHasOpenedIt() {
        surveyed("opened");
        wf.actor("li").opens("ask");
        wf.expect("parent");
        wf.actor("sun").isRefused(ErrorCode.DOWNSTREAM_OPENED).takesBack("prepare");
        wf.expect("child").at("ask");
        wf.actor("li").submits("ask");
        wf.expect("parent");
        wf.actor("sun").isRefused(ErrorCode.DOWNSTREAM_OPENED).takesBack("prepare");
        wf.expect("child").at("answer");
    }

    @Test
    void workIsNotTakenBackOutOfACallThatCalledOthersWhoHaveOpenedTheirs() {
        wf.deployed(survey("deepInner").xml());
        surveyed("deep", process("deepSurvey").start("s").call("inner", "deepInner").end("e").path("s", "inner", "e"), calling("deep"));
        wf.at("inner", engine.children(wf.currentInstance()).get(0));
        wf.actor("li").opens("ask");
        wf.expect("parent");
        wf.actor("sun").isRefused(ErrorCode.DOWNSTREAM_OPENED).takesBack("prepare");
        wf.expect("inner").at("ask");
    }

    // ---- into a call that is done ----

    @Test
    void aCallThatIsDoneIsCalledAnewWithWhatTheCalledInstanceHadLeft() {
        long parent = surveyed("anew", survey("anewSurvey"), process("anew").start("s").user("draft", "zhao").user("prepare", "sun").call("survey", "anewSurvey")
                .holds("<wf:in source='amount' target='amount'/>").user("file", "zhou").end("e").path("s", "draft", "prepare", "survey", "file", "e"));
        wf.actor("li").submits("ask", "note", "seen", "amount", 5L);
        wf.actor("wang").submits("answer");
        wf.expect("child").is(InstanceState.COMPLETED);
        wf.expect("parent").at("file");
        wf.actor("zhou").returns("file", "survey");
        wf.expect("parent").at();
        child(parent);
        wf.expect("child").is(InstanceState.RUNNING).at("ask").has("note", "seen").has("amount", 5L);
        wf.actor("li").submits("ask");
        wf.actor("wang").submits("answer");
        wf.expect("parent").at("file");
        assertThat(engine.children(parent)).hasSize(2);
    }

    @Test
    void whatTheModelPassesCountsMoreThanWhatTheCalledInstanceHadLeft() {
        long parent = surveyed("passes", survey("passesSurvey"), process("passes").start("s").user("draft", "zhao").user("prepare", "sun").call("survey", "passesSurvey")
                .holds("<wf:in source='amount' target='amount'/><wf:out source='note' target='note'/>").user("file", "zhou").user("keep", "sun").end("e")
                .path("s", "draft", "prepare", "survey", "file", "keep", "e"));
        wf.actor("li").submits("ask", "note", "seen", "amount", 5L);
        wf.actor("wang").submits("answer");
        wf.expect("parent").has("note", "seen");
        wf.actor("zhou").submits("file", "amount", 7L);
        wf.actor("sun").returns("keep", "survey");
        child(parent);
        wf.expect("child").has("amount", 7L).has("note", "seen");
        wf.actor("li").submits("ask", "note", "again");
        wf.actor("wang").submits("answer");
        wf.expect("parent").at("file").has("note", "again");
    }

    @Test
    void aRepeatedCallIsNotCalledAnewAsAWhole() {
        wf.deployed(survey("manySurvey").xml());
        wf.deployed(process("many").start("s").user("draft", "zhao").call("survey", "manySurvey").times("1").user("file", "zhou").end("e")
                .path("s", "draft", "survey", "file", "e").xml());
        wf.started("parent", "many", "zhao");
        long parent = wf.currentInstance();
        wf.actor("zhao").submits("draft");
        child(parent);
        wf.actor("li").submits("ask");
        wf.actor("wang").submits("answer");
        wf.expect("parent").at("file");
        wf.actor("zhou").isRefused(ErrorCode.TARGET_INVALID).returns("file", "survey");
        wf.actor("zhou").returns("file", "draft");
        wf.expect("parent").at("draft");
    }

    // ---- out of a called instance ----

    @Test
    void workGoesBackOutOfTheCalledInstanceToWhoeverWorkedBefore() {
        long parent = surveyed("out");
        wf.actor("li").submits("ask");
        wf.actor("wang").returns("answer", "draft");
        wf.expect("child").is(InstanceState.TERMINATED);
        wf.expect("parent").at("draft").todoOf("zhao");
        wf.actor("zhao").submits("draft");
        wf.actor("sun").submits("prepare");
        child(parent);
        wf.expect("child").at("ask");
        assertThat(engine.children(parent)).hasSize(2);
    }

    @Test
    void theFirstInACalledInstanceReturnsToWhoeverSentTheWorkIntoIt() {
        surveyed("first");
        wf.actor("li").submits("ask");
        wf.actor("wang").returns("answer");
        wf.expect("child").is(InstanceState.RUNNING).at("ask");
        wf.actor("li").returns("ask");
        wf.expect("child").is(InstanceState.TERMINATED);
        wf.expect("parent").at("prepare").todoOf("sun");
    }

    @Test
    void aCallMayKeepTheWorkInside() {
        surveyed("kept", survey("keptSurvey"), process("kept").start("s").user("draft", "zhao").user("prepare", "sun").call("survey", "keptSurvey")
                .says("returnOut", "false").user("file", "zhou").end("e").path("s", "draft", "prepare", "survey", "file", "e"));
        wf.actor("li").isRefused(ErrorCode.TARGET_INVALID).returns("ask");
        wf.actor("li").isRefused(ErrorCode.TARGET_INVALID).returns("ask", "prepare");
        wf.expect("child").at("ask");
    }

    @Test
    void workDoneForGoodInsideKeepsItThere() {
        surveyed("good", process("goodSurvey").start("s").user("ask", "li").says("noReturnAcross", "true").user("answer", "wang").end("e")
                .path("s", "ask", "answer", "e"), calling("good"));
        wf.actor("li").submits("ask");
        wf.actor("wang").isRefused(ErrorCode.TARGET_INVALID).returns("answer", "draft");
        wf.expect("child").at("answer");
    }

    @Test
    void dataOfTheCallingInstanceAreRestoredWhereThatIsAskedFor() {
        surveyed("data", survey("dataSurvey"), calling("data"));
        wf.expect("parent");
        long parent = wf.currentInstance();
        wf.actor("admin").moves("survey", "prepare");
        wf.actor("sun").submits("prepare", "amount", 9L);
        child(parent);
        wf.actor("li").returns("ask", "draft", r -> r.dataPolicy = DataPolicy.RESTORE);
        wf.expect("parent").at("draft").has("amount", null);
    }

    @Test
    void workGoesBackAcrossOneCallOnly() {
        wf.deployed(process("deepInner").start("s").user("deep", "qian").end("e").path("s", "deep", "e").xml());
        long parent = surveyed("deep", process("deepSurvey").start("s").user("ask", "li").call("inner", "deepInner").end("e").path("s", "ask", "inner", "e"),
                calling("deep"));
        long prepare = engine.returnTargets("li", engine.openItems(wf.currentInstance()).get(0).id(), wf.currentInstance()).get("prepare");
        wf.actor("li").submits("ask");
        long child = wf.currentInstance();
        wf.at("inner", engine.children(child).get(0));
        long item = engine.openItems(wf.currentInstance()).get(0).id();
        assertThat(engine.returnTargets("qian", item, wf.currentInstance())).containsOnlyKeys("ask");
        ReturnToRequest request = new ReturnToRequest();
        request.nodeInstanceId = prepare;
        assertThat(engine.perform("qian", "returnTo", wf.currentInstance(), item, request).refused()).isEqualTo(ErrorCode.TARGET_INVALID);
        wf.actor("qian").returns("deep");
        wf.expect("inner").is(InstanceState.TERMINATED);
        wf.expect("child").is(InstanceState.RUNNING).at("ask");
        wf.expect("parent").at();
        assertThat(engine.children(parent)).hasSize(1);
    }

    @Test
    void aReturnOutOfOneOfSeveralCallsEndsThemAll() {
        wf.deployed(survey("severalSurvey").xml());
        wf.deployed(process("several").start("s").user("draft", "zhao").call("survey", "severalSurvey").times("3").user("file", "zhou").end("e")
                .path("s", "draft", "survey", "file", "e").xml());
        wf.started("parent", "several", "zhao");
        long parent = wf.currentInstance();
        wf.actor("zhao").submits("draft");
        child(parent);
        wf.actor("li").returns("ask", "draft");
        wf.expect("parent").at("draft");
        assertThat(engine.children(parent)).hasSize(3).allMatch(c -> engine.stateOf(c) == InstanceState.TERMINATED);
    }

    @Test
    void whoeverReturnsOutIsAskedAboutWhatStandsBesideInBoth() {
        wf.deployed(process("asksSurvey").start("s").parallel("f").user("ask", new Model.Who(" wf:assignee=\"li\" wf:relatedBranches=\"ASK\"", "")).user("other", "wang")
                .parallel("j").end("e").path("s", "f", "ask", "j", "e").path("f", "other", "j").xml());
        wf.deployed(process("asks").start("s").user("draft", "zhao").parallel("f").call("survey", "asksSurvey").user("check", "qian").parallel("j")
                .end("e").path("s", "draft", "f", "survey", "j", "e").path("f", "check", "j").xml());
        wf.started("parent", "asks", "zhao");
        long parent = wf.currentInstance();
        wf.actor("zhao").submits("draft");
        child(parent);
        wf.actor("li").isRefused(ErrorCode.CONFIRM_REQUIRED).returns("ask", "draft");
        wf.actor("li").isRefused(ErrorCode.CONFIRM_REQUIRED).returns("ask", "draft", r -> r.relatedBranches = RelatedBranches.WAIT);
        wf.expect("child").at("ask", "other");
        wf.actor("li").returns("ask", "draft", r -> r.relatedBranches = RelatedBranches.ALL);
        wf.expect("child").is(InstanceState.TERMINATED);
        wf.expect("parent").at("draft");
    }

    @Test
    void aReturnOutWaitsForWhatStandsBesideTheCall() {
        wf.deployed(survey("waitsSurvey").xml());
        wf.deployed(process("waits").start("s").user("draft", "zhao").parallel("f").call("survey", "waitsSurvey").user("check", "qian").parallel("j")
                .end("e").path("s", "draft", "f", "survey", "j", "e").path("f", "check", "j").xml());
        wf.started("parent", "waits", "zhao");
        long parent = wf.currentInstance();
        wf.actor("zhao").submits("draft");
        child(parent);
        wf.actor("li").returns("ask", "draft", r -> r.relatedBranches = RelatedBranches.WAIT);
        wf.expect("child").is(InstanceState.TERMINATED);
        wf.expect("parent").at("check");
        wf.actor("qian").submits("check");
        wf.expect("parent").at("draft");
    }

    @Test
    void aTicketForWorkThatCameOutOfACallIsVoid() {
        long parent = surveyed("direct");
        wf.actor("li").returns("ask", "draft", r -> r.resubmitMode = ResubmitMode.DIRECT);
        wf.expect("parent");
        wf.actor("zhao").isRefused(ErrorCode.TICKET_VOID).submits("draft");
        wf.actor("zhao").submitsStepwise("draft");
        wf.actor("sun").submits("prepare");
        child(parent);
        wf.expect("child").at("ask");
    }

    @Test
    void aProcessThatSomebodyStartedAtHisWorkIsNotLeftForTheWorkBefore() {
        wf.deployed(survey("aloneSurvey").xml());
        wf.deployed(process("alone").start("s").user("draft", "zhao").user("prepare", "sun").says("allow", "startSubProcess").end("e")
                .path("s", "draft", "prepare", "e").xml());
        wf.started("parent", "alone", "zhao");
        long parent = wf.currentInstance();
        wf.actor("zhao").submits("draft");
        wf.actor("sun").startsSubProcess("prepare", "aloneSurvey", true);
        child(parent);
        wf.actor("li").isRefused(ErrorCode.TARGET_INVALID).returns("ask");
        wf.actor("li").isRefused(ErrorCode.TARGET_INVALID).returns("ask", "draft");
    }
}
