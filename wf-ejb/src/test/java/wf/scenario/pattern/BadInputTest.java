package wf.scenario.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static wf.scenario.Model.offeredTo;
import static wf.scenario.Sketch.cancel;
import static wf.scenario.Sketch.condition;
import static wf.scenario.Sketch.message;
import static wf.scenario.Sketch.process;
import static wf.scenario.Sketch.timer;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wf.contract.ErrorCode;
import wf.contract.InstanceState;
import wf.instance.Incident;
import wf.scenario.Sketch;

/**
 * Models and data that go wrong at run time. Who sends bad data is refused and may mend it; what goes wrong while nobody
 * is there stands at an incident, from which an administrator lets it go on.
 */
class BadInputTest extends Scenarios {

    private void standsAt(String codeAndNode) {
        wf.expect().incidents(codeAndNode);
    }

    private void isToldAs(String detail) {
        assertThat(now().incidents()).singleElement().extracting(Incident::detail).asString().contains(detail);
    }

    // ---- scopes at incidents ----

    @Test
    void aCancelledTransactionThatStandsAtAnIncidentStartsNothingMore() {
        running(process("trip").start("s").transaction("book", b -> b.start("s1").mark("flight").end("lost", cancel()).path("s1", "flight", "lost")
                .eventSub("remind", r -> r.start("r1", timer("PT1H")).with("isInterrupting", "false").user("call", "sun").end("r2").path("r1", "call", "r2")))
                .user("excuse", "li").end("e").path("s", "book", "excuse", "e"));
        standsAt("ERROR_UNCAUGHT@book");
        waitsFor();
        pass("PT2H");
        wf.actor("admin").skips("ERROR_UNCAUGHT");
        wf.expect().at("excuse");
        submitted("li", "excuse");
        isCompleted();
    }

    @Test
    void whatAnEventSetOffInsideAScopeAtAnIncidentEndsWhenTheScopeIsSkipped() {
        running(process("late").start("s").sub("prepare", p -> p.start("s1").mark("a").end("e1").path("s1", "a", "e1")
                .eventSub("remind", r -> r.start("r1", message("ask")).with("isInterrupting", "false").user("call", "sun").end("r2").path("r1", "call", "r2")))
                .output("x", "${1/0}").user("work", "li").end("e").path("s", "prepare", "work", "e"));
        arrives("ask");
        wf.actor("admin").skips("RULE_ERROR");
        wf.expect().at("work").noTodoOf("sun");
        submitted("li", "work");
        isCompleted();
    }

    // ---- scripts ----

    @Test
    void aScriptThatNeverEndsIsStoppedAndTheOtherBranchesGoOn() {
        running(process("endless").start("s").parallel("both").script("spin", "while (true) { x = 1 }").user("work", "li").end("e").path("s", "both", "spin", "e").path("both", "work", "e"));
        standsAt("RULE_ERROR@spin");
        isToldAs("500 ms");
        wf.expect().at("work");
        wf.actor("admin").skips("RULE_ERROR");
        submitted("li", "work");
        isCompleted();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x = 'a'; while (true) { x = x + x }", "x = []; while (true) { x = [x, x] }", "x = 2; while (true) { x = x * x }"})
    void aScriptThatFillsTheMemoryIsStopped(String script) {
        running(process("huge").start("s").script("fill", script).end("e").path("s", "fill", "e"));
        assertThat(engine.incidents(wf.currentInstance()).values()).singleElement().asString().endsWith("@fill");
        wf.expect().has("x", null);
        wf.actor("admin").terminates();
    }

    @Test
    void manyScriptsThatFillTheInstanceTogetherMeetItsQuota() {
        Sketch sketch = process("full").start("s").catching("wait", timer("PT1H")).end("e").path("s", "wait");
        String last = "wait";
        for (int i = 0; i < 30; i++) {
            sketch.script("fill" + i, "t = 'aaaaaaaaaa'; for (var i : 1..13) { t = t + t }; v" + i + " = t; t = null").path(last, "fill" + i);
            last = "fill" + i;
        }
        running(sketch.path(last, "e"));
        pass("PT1H");
        assertThat(engine.incidents(wf.currentInstance()).values()).singleElement().asString().startsWith("QUOTA@fill");
    }

    // ---- timers ----

    @Test
    void aDateThatIsPastIsDueAtOnce() {
        running(process("past").start("s").catching("wait", timer("Date", "2001-01-01T00:00:00Z")).user("work", "li").end("e").path("s", "wait", "work", "e"));
        pass("PT0S");
        wf.expect().at("work");
    }

    @Test
    void anHourThatIsOverOnTheBorderInterruptsAtOnce() {
        running(process("past").start("s").user("work", "li").boundary("late", "work", timer("Date", "${day}")).user("excuse", "wang").end("e").path("s", "work", "e").path("late", "excuse", "e"),
                "day", "2001-01-01T00:00:00Z");
        pass("PT0S");
        wf.expect().at("excuse");
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "P", "PT-1H", "2026-13-01", "R/PT0S", "9999999999999999999", ""})
    void whoSendsABrokenTimeIsToldAndMaySendABetterOne(String time) {
        running(process("broken").start("s").user("ask", "zhao").catching("wait", timer("Duration", "${time}")).user("work", "li").end("e").path("s", "ask", "wait", "work", "e"));
        wf.actor("zhao").isRefused(ErrorCode.RULE_ERROR).submits("ask", "time", time);
        wf.expect().at("ask");
        wf.actor("zhao").submits("ask", "time", "PT1H");
        pass("PT1H");
        wf.expect().at("work");
    }

    @Test
    void aBrokenTimeThatIsReachedWhileNobodyIsThereIsAnIncidentThatCanBeMended() {
        running(process("later").start("s").catching("first", timer("PT1H")).catching("second", timer("Duration", "${time}")).user("work", "li").end("e").path("s", "first", "second", "work", "e"), "time", "soon");
        pass("PT1H");
        standsAt("RULE_ERROR@second");
        wf.actor("admin").retries("RULE_ERROR", "time", "PT1H");
        pass("PT1H");
        wf.expect().at("work");
    }

    @Test
    void aBrokenTimeOnABorderIsAnIncidentOfTheActivityAndNobodyWorksThereBefore() {
        running(process("border").start("s").catching("first", timer("PT1H")).user("work", "li").boundary("late", "work", timer("Duration", "${time}")).user("excuse", "wang").end("e")
                .path("s", "first", "work", "e").path("late", "excuse", "e"), "time", "soon");
        pass("PT1H");
        standsAt("RULE_ERROR@work");
        wf.expect().at();
        wf.actor("admin").retries("RULE_ERROR", "time", "PT1H");
        wf.expect().at("work").incidents();
        pass("PT1H");
        wf.expect().at("excuse");
    }

    @Test
    void aBrokenTimeBehindAnEventGatewayLeavesNothingOpenBehindIt() {
        running(process("gateway").start("s").catching("first", timer("PT1H")).eventGateway("g").catching("m", message("m")).catching("t", timer("Duration", "${time}")).user("work", "li").user("late", "wang").end("e")
                .path("s", "first", "g", "m", "work", "e").path("g", "t", "late", "e"), "time", "soon");
        pass("PT1H");
        standsAt("RULE_ERROR@g");
        wf.actor("admin").retries("RULE_ERROR", "time", "PT1H");
        pass("PT1H");
        wf.expect().at("late").incidents();
    }

    // ---- calls ----

    @Test
    void processesThatCallEachOtherInACircleAreStopped() {
        deployed(process("ping").start("s").call("c1", "pong").end("e").path("s", "c1", "e"), process("pong").start("s").call("c2", "ping").end("e").path("s", "c2", "e"));
        wf.started("it", "ping", "zhao");
        assertThat(engine.instances()).hasSize(51);
        assertThat(engine.instances().get(50).incidents()).extracting(Incident::code).containsExactly("QUOTA");
        wf.actor("admin").terminates();
        assertThat(engine.instances()).allMatch(i -> i.state() == InstanceState.TERMINATED);
    }

    // ---- how many ----

    @Test
    void whoSendsANumberThatIsNoneIsToldAndMaySendABetterOne() {
        running(process("number").start("s").user("ask", "zhao").script("work", "x = 1").times("n").end("e").path("s", "ask", "work", "e"));
        for (Object wrong : new Object[] {-1, "abc", 1_000_000, 1.5, List.of(1), true}) {
            wf.actor("zhao").isRefused(ErrorCode.RULE_ERROR).submits("ask", "n", wrong);
        }
        wf.actor("zhao").submits("ask", "n", 3);
        isCompleted();
    }

    @Test
    void aNumberOfSignersThatIsNoneIsRefusedToo() {
        running(process("signers").start("s").user("ask", "zhao").user("sign", offeredTo("li", "wang")).times("n").end("e").path("s", "ask", "sign", "e"));
        for (Object wrong : new Object[] {-1, 0, "abc", 1_000_000}) {
            wf.actor("zhao").isRefused(ErrorCode.RULE_ERROR).submits("ask", "n", wrong);
        }
        wf.actor("zhao").submits("ask", "n", 2);
        wf.expect().at("sign", "sign");
    }

    @Test
    void aCollectionThatIsNoListIsAnIncidentWhileNobodyIsThere() {
        running(process("list").start("s").catching("wait", timer("PT1H")).script("work", "x = one").each("one", "all").end("e").path("s", "wait", "work", "e"), "all", "no list");
        pass("PT1H");
        standsAt("RULE_ERROR@work");
        wf.actor("admin").retries("RULE_ERROR", "all", List.of(1, 2));
        isCompleted();
    }

    @Test
    void aConditionOfALoopThatFailsStandsAtItsActivity() {
        running(process("loop").start("s").script("work", "n = n + 1").repeat("n < limit").end("e").path("s", "work", "e"), "n", 0);
        standsAt("RULE_ERROR@work");
        wf.actor("admin").retries("RULE_ERROR", "limit", 3);
        wf.expect().has("n", 3L);
        isCompleted();
    }

    // ---- keys and conditions ----

    @Test
    void aMessageKeyThatCannotBeFoundOutIsAnIncident() {
        running(process("key").start("s").catching("wait", message("m", "${customer.number}")).user("work", "li").end("e").path("s", "wait", "work", "e"));
        standsAt("RULE_ERROR@wait");
        wf.actor("admin").retries("RULE_ERROR", "customer", java.util.Map.of("number", "7"));
        engine.message("m", "7", java.util.Map.of());
        wf.expect().at("work");
    }

    @Test
    void aMessageThatIsSentWithoutItsKeyStandsAtTheSender() {
        running(process("send").start("s").throwing("out", message("m", "${nobody}")).end("e").path("s", "out", "e"));
        standsAt("RULE_ERROR@out");
        wf.actor("admin").skips("RULE_ERROR");
        isCompleted();
    }

    @Test
    void aMessageKeyOnABorderThatFailsIsToldAtTheActivity() {
        running(process("border").start("s").user("work", "li").boundary("off", "work", message("off", "${nobody}")).end("e").path("s", "work", "e").path("off", "e"));
        standsAt("RULE_ERROR@work");
        wf.actor("admin").retries("RULE_ERROR", "nobody", "li");
        wf.expect().at("work").incidents();
        engine.message("off", "li", java.util.Map.of());
        isCompleted();
    }

    @Test
    void aRouteThatFailsWhenATimerFiredIsAnIncidentAndTheTimerCounts() {
        running(process("route").start("s").catching("wait", timer("PT1H")).exclusive("x").user("a", "li").user("b", "wang").end("e")
                .path("s", "wait", "x").when("amount > 3", "x", "a").when("amount < 2", "x", "b").path("a", "e").path("b", "e"));
        pass("PT1H");
        standsAt("RULE_ERROR@x");
        waitsFor();
        wf.actor("admin").isRefused(ErrorCode.NO_ROUTE).retries("RULE_ERROR", "amount", 3);
        standsAt("RULE_ERROR@x");
        wf.actor("admin").retries("RULE_ERROR", "amount", 5);
        wf.expect().at("a").incidents();
    }

    @Test
    void aConditionThatCannotBeEvaluatedYetIsSimplyNotTrueYet() {
        running(process("yet").start("s").catching("wait", condition("amount > 3")).user("work", "li").end("e").path("s", "wait", "work", "e"));
        wf.expect().at().incidents();
        engine.sets(wf.currentInstance(), "amount", 4L);
        wf.expect().at("work");
    }

    @Test
    void aHandlerWhoIsUnknownWhenATimerFiresIsAnIncident() {
        running(process("who").start("s").catching("wait", timer("PT1H")).user("work", "${boss}").end("e").path("s", "wait", "work", "e"), "boss", "nobody");
        pass("PT1H");
        standsAt("NO_PARTICIPANT@work");
        wf.actor("admin").retries("NO_PARTICIPANT", "boss", "li");
        wf.expect().at("work").todoOf("li");
    }

    // ---- other languages ----

    @Test
    void aCommonExecutableModelDecidesByXPath() {
        String xpath = process("xpath").start("s").user("ask", "zhao").exclusive("x").user("much", "li").user("little", "wang").end("e")
                .path("s", "ask", "x").when("getDataObject('amount') > 3 and starts-with(getDataObject('name'), 'a')", "x", "much").otherwise("x", "little").path("much", "e").path("little", "e")
                .xml().replace("<definitions ", "<definitions expressionLanguage=\"http://www.w3.org/1999/XPath\" ");
        wf.started("it", engine.deploy(xpath), "zhao");
        wf.actor("zhao").submits("ask", "amount", 5, "name", "abc");
        wf.expect().at("much");
        wf.started("it", "xpath", "zhao");
        wf.actor("zhao").submits("ask", "amount", 5, "name", "xyz");
        wf.expect().at("little");
    }

    @Test
    void anXPathConditionThatIsNoneIsRefusedAtDeployment() {
        String xpath = process("xpath").start("s").exclusive("x").end("a").end("b").path("s", "x").when("amount >", "x", "a").otherwise("x", "b").xml()
                .replace("<definitions ", "<definitions expressionLanguage=\"http://www.w3.org/1999/XPath\" ");
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> engine.deploy(xpath))).hasMessageContaining("CONDITION");
    }
}
