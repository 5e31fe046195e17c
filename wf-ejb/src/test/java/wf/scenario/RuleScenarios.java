package wf.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static wf.contract.WorkItemKind.SIGN;
import static wf.contract.WorkItemState.READY;
import static wf.scenario.Model.byStarter;
import static wf.scenario.Model.offeredTo;
import static wf.scenario.Model.signedByAll;
import static wf.scenario.Sketch.process;
import static wf.scenario.Sketch.timer;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import wf.contract.ErrorCode;
import wf.contract.InstanceState;

/** F25 and F26: rules of a node that run when a token comes and before the work goes on. On the core and on the store. */
public abstract class RuleScenarios {

    private static final Duration DAY = Duration.ofDays(1);

    private World wf;
    private Engine engine;

    protected abstract Engine engine();

    @BeforeEach
    void aNewWorld() {
        engine = engine();
        wf = new World(engine);
    }

    /** zhao drafts, li checks, wang files. */
    private static Sketch line(String key, String atCheck) {
        return process(key).start("s").user("draft", byStarter()).user("check", "li").holds(atCheck).user("file", "wang").end("e")
                .path("s", "draft", "check", "file", "e");
    }

    private static String enter(String script) {
        return "<wf:enterRule name=\"entering\"><![CDATA[" + script + "]]></wf:enterRule>";
    }

    private static String leave(String script) {
        return "<wf:leaveRule name=\"leaving\"><![CDATA[" + script + "]]></wf:leaveRule>";
    }

    private void started(Sketch sketch, String key, Object... variables) {
        wf.deployed(sketch.xml());
        wf.started("I", key, "zhao", variables);
    }

    // ---- entering ----

    @Test
    void aRuleSetsVariablesBeforeAnybodyGetsTheWork() {
        started(line("sets", enter("level = amount > 100 ? 'high' : 'low'; who = 'sun'")).says("assignee", "wang"), "sets", "amount", 500L);
        wf.actor("zhao").submits("draft");
        wf.expect().at("check").has("level", "high").has("who", "sun");
    }

    @Test
    void aRuleSeesWhomAndWhatItIsAbout() {
        started(line("facts", enter("seen = instance.starter + ' ' + actor.id + ' ' + node.id + ' ' + node.sentBy + ' ' + empty(item) + ' ' + (instance.businessKey == null)")),
                "facts");
        wf.actor("zhao").submits("draft");
        wf.expect().has("seen", "zhao zhao check zhao true true");
    }

    @Test
    void aRuleSaysWhoDoesTheWork() {
        started(line("people", enter("participants(boss)")), "people", "boss", "sun");
        wf.actor("zhao").submits("draft");
        wf.expect().at("check").todoOf("sun").noTodoOf("li");
        started(line("several", enter("participants('sun', ['zhou'])")), "several");
        wf.actor("zhao").submits("draft");
        wf.expect().offered("check");
        wf.actor("li").isRefused(ErrorCode.NOT_FOUND).claims("check");
        wf.actor("zhou").claims("check");
    }

    @Test
    void aRuleSaysWhoSigns() {
        wf.deployed(process("signers").start("s").user("sign", signedByAll("li", "wang")).holds(enter("participants(['sun', 'zhou'])"))
                .end("e").path("s", "sign", "e").xml());
        wf.started("S", "signers", "zhao");
        wf.expect().has("sign", "sun", SIGN, READY).has("sign", "zhou", SIGN, READY).noTodoOf("li");
    }

    @Test
    void peopleWhomNobodyKnowsRefuseTheSubmit() {
        started(line("nobody", enter("participants('ghost')")), "nobody");
        wf.actor("zhao").isRefused(ErrorCode.NO_PARTICIPANT).submits("draft");
        wf.expect().at("draft");
    }

    @Test
    void aRulePassesOverTheNode() {
        started(line("small", enter("if (amount < 100) { skip() }")), "small", "amount", 5L);
        wf.actor("zhao").submits("draft");
        wf.expect().at("file");
        wf.started("J", "small", "zhao", "amount", 500L);
        wf.actor("zhao").submits("draft");
        wf.expect().at("check");
    }

    @Test
    void aRuleSendsTheTokenElsewhere() {
        started(line("detour", enter("note = 'past the check'; redirect('file')")), "detour");
        wf.actor("zhao").submits("draft");
        wf.expect().at("file").has("note", "past the check");
        wf.actor("wang").returns("file");
        wf.expect().at("draft").todoOf("zhao");
    }

    @Test
    void aRuleSendsTheTokenOutOfItsSubProcess() {
        wf.deployed(process("out").start("s").sub("sub", in -> in.start("is").user("inner", "li").holds(enter("redirect('file')")).end("ie")
                .path("is", "inner", "ie")).user("skipped", "sun").user("file", "wang").end("e").path("s", "sub", "skipped", "file", "e").xml());
        wf.started("O", "out", "zhao");
        wf.expect().at("file");
        wf.actor("wang").submits("file");
        wf.expect().is(InstanceState.COMPLETED);
    }

    @Test
    void whereNoTokenCanGoARuleCannotSendIt() {
        started(line("nowhere", enter("redirect('atlantis')")), "nowhere");
        wf.actor("zhao").isRefused(ErrorCode.RULE_ERROR).submits("draft");
        wf.expect().at("draft");
    }

    @Test
    void rulesThatSendWorkRoundAndRoundAreStopped() {
        started(process("circle").start("s").user("draft", byStarter()).user("a", "li").holds(enter("redirect('b')")).user("b", "wang")
                .holds(enter("redirect('a')")).end("e").path("s", "draft", "a", "b", "e"), "circle");
        wf.actor("zhao").isRefused(ErrorCode.RULE_ERROR).submits("draft");
        wf.expect().at("draft");
    }

    @Test
    void aRejectionTakesTheWholeSubmitBack() {
        started(line("closed", enter("amount = 0; if (month == 12) { reject('The books of December are closed.') }")), "closed", "amount", 7L, "month", 12L);
        wf.actor("zhao").isRefused(ErrorCode.RULE_REJECTED).submits("draft", "note", "x");
        wf.expect().at("draft").has("amount", 7L).has("note", null);
        wf.actor("zhao").submits("draft", "month", 11L);
        wf.expect().at("check").has("amount", 0L);
    }

    @Test
    void aRejectionCannotBeCaughtByItsScript() {
        started(line("caught", enter("try { reject('no') } catch (let x) { ok = true }")), "caught");
        wf.actor("zhao").isRefused(ErrorCode.RULE_REJECTED).submits("draft");
    }

    @Test
    void aStartIsRejectedByTheFirstNode() {
        wf.deployed(process("first").start("s").user("work", "li").holds(enter("reject('not today')")).end("e").path("s", "work", "e").xml());
        assertThat(wf.refusedStart("first", "zhao")).isEqualTo(ErrorCode.RULE_REJECTED);
    }

    @Test
    void whatTheEngineDoesByItselfStandsStillWhereARuleRejects() {
        started(process("alone").start("s").user("draft", byStarter()).catching("wait", timer("P1D")).user("check", "li")
                .holds(enter("if (empty(budget)) { reject('There is no budget yet.') }")).end("e").path("s", "draft", "wait", "check", "e"), "alone");
        wf.actor("zhao").submits("draft");
        engine.pass(DAY);
        wf.expect().at().incidents("RULE_REJECTED@check");
        wf.actor("admin").retries("RULE_REJECTED", "budget", 100L);
        wf.expect().at("check").incidents();
    }

    @Test
    void anAdministratorPassesTheNodeWhateverItsRulesSay() {
        started(process("pass").start("s").catching("wait", timer("P1D")).user("check", "li").holds(enter("reject('no')") + leave("reject('never')"))
                .user("file", "wang").end("e").path("s", "wait", "check", "file", "e"), "pass");
        engine.pass(DAY);
        wf.expect().incidents("RULE_REJECTED@check");
        wf.actor("admin").skips("RULE_REJECTED");
        wf.expect().at("file").incidents();
    }

    @Test
    void aRuleThatFailsRefusesTheSubmitOrIsAnIncident() {
        started(line("fails", enter("level = amount / 0")), "fails", "amount", 7L);
        wf.actor("zhao").isRefused(ErrorCode.RULE_ERROR).submits("draft");
        started(process("later").start("s").catching("wait", timer("P1D")).user("check", "li").holds(enter("level = amount / divisor")).end("e")
                .path("s", "wait", "check", "e"), "later", "amount", 7L, "divisor", 0L);
        engine.pass(DAY);
        wf.expect().incidents("RULE_ERROR@check");
        wf.actor("admin").retries("RULE_ERROR", "divisor", 2L);
        wf.expect().at("check").incidents();
    }

    @Test
    void aRuleThatNeverEndsIsStopped() {
        started(line("endless", enter("while (true) { x = 1 }")), "endless");
        wf.actor("zhao").isRefused(ErrorCode.RULE_ERROR).submits("draft");
    }

    @Test
    void aRuleSaysOneThingOnly() {
        started(line("both", enter("skip(); redirect('file')")), "both");
        wf.actor("zhao").isRefused(ErrorCode.RULE_ERROR).submits("draft");
    }

    @Test
    void aRuleCannotSetWhatItIsAbout() {
        started(line("forged", enter("instance = 5")), "forged");
        wf.actor("zhao").isRefused(ErrorCode.RULE_ERROR).submits("draft");
        started(line("forged2", enter("actor.id = 'admin'")), "forged2");
        wf.actor("zhao").isRefused(ErrorCode.RULE_ERROR).submits("draft");
    }

    @Test
    void severalRulesRunInTheirOrderUntilOneHasDecided() {
        started(line("order", enter("trace = 'a'") + enter("trace = trace + 'b'; skip()") + enter("trace = trace + 'c'")), "order");
        wf.actor("zhao").submits("draft");
        wf.expect().at("file").has("trace", "ab");
    }

    @Test
    void workThatComesBackIsNotJudgedAgain() {
        started(line("once", enter("if (empty(seen)) { seen = 1 } else { seen = seen + 1; if (seen > 1) { skip() } }")), "once");
        wf.actor("zhao").submits("draft");
        wf.actor("li").submits("check");
        wf.actor("wang").returns("file", "check");
        wf.expect().at("check").todoOf("li").has("seen", 1L);
    }

    @Test
    void anErrorOfTheModelThatARuleThrowsIsCaughtAtTheBoundary() {
        started(process("thrown").start("s").user("check", "li").holds(enter("throwError('LIMIT')")).boundary("over", "check", Sketch.error("LIMIT"))
                .user("mend", "sun").end("e").path("s", "check", "e").path("over", "mend", "e"), "thrown");
        wf.expect().at("mend");
    }

    // ---- leaving ----

    @Test
    void aLeaveRuleSetsWhatTheWayIsChosenBy() {
        started(process("way").start("s").user("check", "li").holds(leave("big = amount > 100; by = item.handler")).exclusive("x").user("board", "sun")
                .user("file", "wang").end("e").path("s", "check", "x").when("big", "x", "board").otherwise("x", "file").path("board", "e").path("file", "e"),
                "way");
        wf.actor("li").submits("check", "amount", 500L);
        wf.expect().at("board").has("big", true).has("by", "li");
    }

    @Test
    void aLeaveRuleHasItsVeto() {
        started(line("veto", leave("if (empty(opinion)) { reject('Say why.') }")), "veto");
        wf.actor("zhao").submits("draft");
        wf.actor("li").isRefused(ErrorCode.RULE_REJECTED).submits("check", "x", 1L);
        wf.expect().at("check").has("x", null);
        wf.actor("li").submits("check", "opinion", "fine");
        wf.expect().at("file");
    }

    @Test
    void whereNobodyWorksNoLeaveRuleJudges() {
        started(line("passed", enter("if (amount < 100) { skip() }") + leave("reject('never')")), "passed", "amount", 5L);
        wf.actor("zhao").submits("draft");
        wf.expect().at("file");
    }

    @Test
    void aLeaveRuleSendsNobodyAnywhere() {
        started(line("steer", leave("redirect('draft')")), "steer");
        wf.actor("zhao").submits("draft");
        wf.actor("li").isRefused(ErrorCode.RULE_ERROR).submits("check");
    }

    @Test
    void aLeaveRuleIsAskedOnceWhenAllHaveSigned() {
        started(process("round").start("s").user("sign", signedByAll("li", "wang")).holds(leave("left = empty(left) ? 1 : left + 1")).end("e")
                .path("s", "sign", "e"), "round");
        wf.actor("li").submits("sign");
        wf.expect().has("left", null);
        wf.actor("wang").submits("sign");
        wf.expect().is(InstanceState.COMPLETED).has("left", 1L);
    }

    @Test
    void aLeaveRuleAlsoBindsWhoeverSubmitsFreely() {
        started(line("free", leave("if (empty(opinion)) { reject('Say why.') }")).process("wf:allow", "freeSubmit"), "free");
        wf.actor("zhao").submits("draft");
        wf.actor("li").isRefused(ErrorCode.RULE_REJECTED).submitsFreely("check", "draft", "sun");
        wf.actor("li").returns("check");
        wf.expect().at("draft");
    }

    @Test
    void delayedWorkThatARuleRejectsStandsAtAnIncident() {
        started(line("delayed", leave("if (rate == 0) { reject('no rate') }")), "delayed", "rate", 0L);
        wf.actor("zhao").submits("draft");
        wf.actor("li").submitsLater("check", engine.now().plus(DAY));
        engine.pass(DAY);
        wf.expect().at().incidents("RULE_REJECTED@check");
        wf.actor("admin").retries("RULE_REJECTED", "rate", 3L);
        wf.expect().at("file");
    }

    @Test
    void rulesOfARepeatedStepRunForEachTurn() {
        started(process("turns").start("s").user("work", "li").repeat("again").holds(enter("begun = empty(begun) ? 1 : begun + 1") + leave("done = empty(done) ? 1 : done + 1"))
                .user("end", "sun").end("e").path("s", "work", "end", "e"), "turns", "again", true);
        wf.actor("li").submits("work");
        wf.expect().at("work").has("begun", 2L).has("done", 1L);
        wf.actor("li").submits("work", "again", false);
        wf.expect().at("end").has("begun", 2L).has("done", 2L);
    }

    @Test
    void whatIsOfferedAsModelledStaysSoWhereARuleSaysNothing() {
        started(process("quiet").start("s").user("pool", offeredTo("li", "wang")).holds(enter("x = 1") + leave("y = 2")).end("e").path("s", "pool", "e"), "quiet");
        wf.expect().offered("pool");
        wf.actor("li").claims("pool");
        wf.actor("li").submits("pool");
        wf.expect().is(InstanceState.COMPLETED).has("y", 2L);
    }

    // ---- stored scripts ----

    @Test
    void aModelNamesAStoredScriptAndGetsItsNewestVersionOrTheOneItNames() {
        engine.script("limit", "level = 'first'");
        engine.script("limit", "level = 'second'; if (amount > 900) { reject('Too much.') }");
        started(line("newest", "<wf:enterRule script=\"limit\"/>"), "newest", "amount", 5L);
        wf.actor("zhao").submits("draft");
        wf.expect().at("check").has("level", "second");
        started(line("newest", "<wf:enterRule script=\"limit\"/>"), "newest", "amount", 1000L);
        wf.actor("zhao").isRefused(ErrorCode.RULE_REJECTED).submits("draft");
        started(line("pinned", "<wf:enterRule script=\"limit\" version=\"1\"/>"), "pinned", "amount", 1000L);
        wf.actor("zhao").submits("draft");
        wf.expect().has("level", "first");
    }

    @Test
    void aStoredScriptThatIsNotThereRefusesTheSubmitUntilItIs() {
        started(line("absent", "<wf:leaveRule script=\"not.there\"/>"), "absent");
        wf.actor("zhao").submits("draft");
        wf.actor("li").isRefused(ErrorCode.RULE_ERROR).submits("check");
        engine.script("not.there", "checked = true");
        wf.actor("li").submits("check");
        wf.expect().at("file").has("checked", true);
    }

    @Test
    void anAdministratorRunsAStoredScriptOnAnInstance() {
        engine.script("raise", "amount = amount + step; note = actor.id + ' for ' + instance.starter");
        started(line("running", ""), "running", "amount", 5L);
        wf.actor("admin").runs("raise", "step", 10L);
        wf.expect().at("draft").has("amount", 15L).has("note", "admin for zhao");
        wf.actor("zhao").isRefused(ErrorCode.FORBIDDEN).runs("raise");
        wf.actor("sun").isRefused(ErrorCode.NOT_FOUND).runs("raise");
    }

    @Test
    void aScriptThatIsRunAndFailsOrRejectsLeavesNothingBehind() {
        engine.script("breaks", "amount = amount / divisor");
        engine.script("refuses", "amount = 1; reject('not now')");
        engine.script("steers", "redirect('file')");
        started(line("intact", ""), "intact", "amount", 5L);
        wf.actor("admin").isRefused(ErrorCode.RULE_ERROR).runs("breaks", "divisor", 0L);
        wf.actor("admin").isRefused(ErrorCode.RULE_REJECTED).runs("refuses");
        wf.actor("admin").isRefused(ErrorCode.RULE_ERROR).runs("steers");
        wf.actor("admin").isRefused(ErrorCode.NOT_FOUND).runs("unheard-of");
        wf.expect().at("draft").has("amount", 5L).has("divisor", null);
    }

    @Test
    void noScriptIsRunOnWhatIsOver() {
        engine.script("late", "x = 1");
        started(line("over", ""), "over");
        wf.actor("admin").terminates();
        wf.actor("admin").isRefused(ErrorCode.ILLEGAL_STATE).runs("late");
    }

    @Test
    void whatAScriptSetsLetsAConditionHoldForWhichTheInstanceWaits() {
        engine.script("open", "ready = true");
        started(process("awaits").start("s").catching("wait", Sketch.condition("ready == true")).user("work", "li").end("e").path("s", "wait", "work", "e"),
                "awaits", "ready", false);
        wf.expect().at();
        wf.actor("admin").runs("open");
        wf.expect().at("work");
    }
}
