package wf.scenario.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static wf.scenario.Sketch.compensation;
import static wf.scenario.Sketch.condition;
import static wf.scenario.Sketch.message;
import static wf.scenario.Sketch.process;
import static wf.scenario.Sketch.signal;
import static wf.scenario.Sketch.timer;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import wf.contract.ErrorCode;
import wf.contract.InstanceState;
import wf.instance.ProcessInstance;
import wf.instance.Subscription;
import wf.runtime.Rejection;
import wf.scenario.CoreEngine;
import wf.scenario.Sketch;
import wf.scenario.World;

/** What an instance waits for when the model changes under it: kept, closed, opened, and never twice. */
class MigratedEventsTest {

    private final CoreEngine engine = new CoreEngine();
    private final World wf = new World(engine);

    private void running(Sketch process, Object... variables) {
        wf.started("it", engine.deploy(process.xml()), "zhao", variables);
    }

    private void migrated(Sketch process, String... nodes) {
        engine.deploy(process.xml());
        wf.actor("admin").migrates(nodes);
    }

    private ProcessInstance now() {
        return engine.instance(wf.currentInstance());
    }

    private List<String> awaited() {
        return now().subscriptions().stream().map(Subscription::nodeId).toList();
    }

    private void pass(String duration) {
        engine.pass(Duration.parse(duration));
    }

    private static Sketch guarded(String boundary, Sketch.What... what) {
        Sketch sketch = process("guarded").start("start").user("work", "li").end("end").path("start", "work", "end");
        return boundary == null ? sketch : sketch.boundary(boundary, "work", what).user("late", "wang").end("over").path(boundary, "late", "over");
    }

    // ---- boundaries ----

    @Test
    void aTimerThatRunsKeepsItsMoment() {
        running(guarded("limit", timer("PT10H")));
        pass("PT4H");
        migrated(guarded("deadline", timer("PT2H")), "limit", "deadline");
        assertThat(awaited()).containsExactly("deadline");
        pass("PT5H");
        wf.expect().at("work");
        pass("PT1H");
        wf.expect().at("late");
    }

    @Test
    void aTimerThatIsGoneIsWaitedForNoLonger() {
        running(guarded("limit", timer("PT10H")));
        migrated(guarded(null));
        assertThat(awaited()).isEmpty();
        pass("PT20H");
        wf.expect().at("work");
    }

    @Test
    void aTimerThatIsNewRunsFromTheMigrationOn() {
        running(guarded(null));
        pass("PT4H");
        migrated(guarded("limit", timer("PT10H")));
        pass("PT9H");
        wf.expect().at("work");
        pass("PT1H");
        wf.expect().at("late");
    }

    @Test
    void anEventOfAnotherKindTakesThePlaceOfTheOld() {
        running(guarded("limit", timer("PT10H")));
        migrated(guarded("limit", message("stop")));
        pass("PT20H");
        wf.expect().at("work");
        engine.message("stop", null, Map.of());
        wf.expect().at("late");
    }

    @Test
    void anotherMessageIsWaitedForUnderItsName() {
        running(guarded("limit", message("stop")));
        migrated(guarded("limit", message("halt")));
        engine.message("stop", null, Map.of());
        wf.expect().at("work");
        engine.message("halt", null, Map.of());
        wf.expect().at("late");
    }

    @Test
    void aReminderThatWasGivenIsNotGivenAgain() {
        running(reminded());
        pass("PT2H");
        wf.expect().has("n", 1L);
        migrated(reminded());
        pass("PT5H");
        wf.expect().at("work").has("n", 1L);
    }

    private static Sketch reminded() {
        return guarded(null).beside("remind", "work", timer("PT1H")).script("note", "n = empty(n) ? 1 : n + 1").end("noted")
                .path("remind", "note", "noted");
    }

    @Test
    void aConditionThatHoldsAlreadyFiresAtOnce() {
        running(guarded(null), "total", 7);
        migrated(guarded("limit", condition("total > 5")));
        wf.expect().at("late");
    }

    @Test
    void anActivityThatWaitsForItsSectionOpensItsBoundaryLater() {
        running(sections("one", "limit"));
        wf.expect().at("a");
        migrated(sections("one", "bound"), "limit", "bound");
        assertThat(awaited()).isEmpty();
        wf.actor("li").submits("a");
        wf.expect().at("b");
        assertThat(awaited()).containsExactly("bound");
    }

    @Test
    void anActivityWhoseSectionIsGoneBegins() {
        running(sections("one", "limit"));
        migrated(sections(null, "limit"));
        wf.expect().at("a", "b");
        assertThat(awaited()).containsExactly("limit");
        wf.actor("wang").submits("b");
        wf.actor("li").submits("a");
        wf.expect().is(InstanceState.COMPLETED);
    }

    private static Sketch sections(String mutex, String boundary) {
        Sketch sketch = process("sections").start("start").parallel("split").user("a", "li");
        sketch = mutex == null ? sketch : sketch.says("mutex", mutex);
        sketch.user("b", "wang");
        sketch = mutex == null ? sketch : sketch.says("mutex", mutex);
        return sketch.boundary(boundary, "b", timer("PT1H")).end("end").path("start", "split").path("split", "a", "end")
                .path("split", "b", "end").path(boundary, "end");
    }

    // ---- events in the flow ----

    @Test
    void aTokenAtAnEventWaitsForWhatTheNewVersionSays() {
        running(process("catch").start("start").catching("wait", message("old")).user("after", "li").end("end").path("start", "wait", "after", "end"));
        migrated(process("catch").start("start").catching("pause", signal("new")).user("after", "li").end("end").path("start", "pause", "after", "end"),
                "wait", "pause");
        assertThat(awaited()).containsExactly("pause");
        engine.message("old", null, Map.of());
        assertThat(engine.openItems(wf.currentInstance())).isEmpty();
        engine.signal("new", Map.of());
        wf.expect().at("after");
    }

    @Test
    void aGatewayWaitsForTheEventsThatAreBehindItNow() {
        running(choice("reply", message("reply")));
        migrated(choice("answer", message("answer")));
        assertThat(awaited()).containsExactlyInAnyOrder("limit", "answer");
        engine.message("reply", null, Map.of());
        assertThat(engine.openItems(wf.currentInstance())).isEmpty();
        engine.message("answer", null, Map.of());
        wf.expect().at("after");
        assertThat(awaited()).isEmpty();
    }

    private static Sketch choice(String event, Sketch.What what) {
        return process("choice").start("start").eventGateway("first").catching(event, what).catching("limit", timer("P1D")).user("after", "li")
                .end("end").path("start", "first").path("first", event, "after", "end").path("first", "limit", "after");
    }

    // ---- event sub-processes ----

    @Test
    void anEventSubProcessThatIsNewCanStart() {
        running(process("subs").start("start").user("work", "li").end("end").path("start", "work", "end"));
        migrated(listening("halt"));
        assertThat(awaited()).containsExactly("heard");
        engine.message("halt", null, Map.of());
        wf.expect().at("care");
    }

    @Test
    void anEventSubProcessThatHasTakenOverLetsNoOtherStart() {
        running(listening("halt"));
        engine.message("halt", null, Map.of());
        wf.expect().at("care");
        migrated(listening("halt").eventSub("more", s -> s.start("also", message("also")).end("done").path("also", "done")));
        assertThat(awaited()).isEmpty();
        wf.actor("wang").submits("care");
        wf.expect().is(InstanceState.COMPLETED);
    }

    private static Sketch listening(String name) {
        return process("subs").start("start").user("work", "li").end("end").path("start", "work", "end")
                .eventSub("onHalt", s -> s.start("heard", message(name)).user("care", "wang").end("cared").path("heard", "care", "cared"));
    }

    // ---- repeated activities, compensation ----

    @Test
    void aRepeatedActivityGoesOnCounting() {
        running(visits("visit"), "places", List.of("a", "b", "c"));
        wf.actor("li").submits("visit");
        migrated(visits("call"), "visit", "call");
        wf.expect().at("call", "call");
        wf.actor("li").submits("call");
        wf.actor("li").submits("call");
        wf.expect().at("report");
    }

    private static Sketch visits(String task) {
        return process("visits").start("start").user(task, "li").loop("multiInstanceLoopCharacteristics",
                " behavior=\"None\" wf:collection=\"places\" wf:elementVariable=\"place\"", "").user("report", "sun").end("end")
                .path("start", task, "report", "end");
    }

    @Test
    void aRepeatedActivityIsNotDoneOneAfterAnotherSuddenly() {
        running(visits("visit"), "places", List.of("a", "b"));
        engine.deploy(process("visits").start("start").user("visit", "li").loop("multiInstanceLoopCharacteristics",
                " isSequential=\"true\" behavior=\"None\" wf:collection=\"places\" wf:elementVariable=\"place\"", "")
                .user("report", "sun").end("end").path("start", "visit", "report", "end").xml());
        wf.actor("admin").isRefused(ErrorCode.TARGET_INVALID).migrates();
    }

    @Test
    void whatWasDoneIsUndoneByTheHandlerOfTheNewVersion() {
        running(booking("cancelHotel", "hotel"));
        migrated(booking("refund", "room"), "hotel", "room");
        wf.actor("li").submits("check");
        wf.expect().has("trace", "refund").is(InstanceState.COMPLETED);
    }

    @Test
    void whatHasNoHandlerAnyMoreIsForgotten() {
        running(booking("cancelHotel", "hotel"));
        migrated(process("booking").start("start").script("hotel", "h = 1").user("check", "li").throwing("undo", compensation()).end("end")
                .path("start", "hotel", "check", "undo", "end"));
        assertThat(now().compensables()).isEmpty();
        wf.actor("li").submits("check");
        wf.expect().has("trace", null).is(InstanceState.COMPLETED);
    }

    private static Sketch booking(String handler, String task) {
        return process("booking").start("start").script(task, "h = 1").mark(handler).undoneBy(task, handler).user("check", "li")
                .throwing("undo", compensation()).end("end").path("start", task, "check", "undo", "end");
    }

    // ---- joins that remember ----

    @Test
    void aGatewayThatHasFiredRemembersWhatItHad() {
        running(race("a", "b", "c"));
        wf.actor("li").submits("a");
        wf.expect().at("b", "c", "after");
        migrated(race("x", "b", "c"), "a", "x");
        wf.actor("wang").submits("b");
        wf.actor("sun").submits("c");
        wf.expect().at("after");
        assertThat(now().cycles()).isEmpty();
    }

    private static Sketch race(String a, String b, String c) {
        return process("race").start("start").parallel("split").user(a, "li").user(b, "wang").user(c, "sun").complex("first", 1, "IGNORE")
                .user("after", "zhou").end("end").path("start", "split").path("split", a, "first").path("split", b, "first")
                .path("split", c, "first").path("first", "after", "end");
    }

    // ---- reasons ----

    @Test
    void everythingThatIsInTheWayIsTold() {
        running(process("many").start("start").parallel("split").user("a", "li").user("b", "wang").user("c", "sun").parallel("join").end("end")
                .path("start", "split").path("split", "a", "join", "end").path("split", "b", "join").path("split", "c", "join"));
        wf.actor("sun").submits("c");
        engine.deploy(process("many").start("start").parallel("split").script("a", "x = 1").parallel("join").end("end")
                .user("d", "li").path("start", "split").path("split", "a", "join", "end").path("split", "d", "join").xml());
        assertThat(engine.problems(wf.currentInstance(), Map.of())).extracting(Rejection::key)
                .containsExactlyInAnyOrder("MIGRATE_NODE_TYPE", "MIGRATE_NODE_GONE", "MIGRATE_JOIN_FLOW");
    }
}
