package wf.scenario.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static wf.instance.SubscriptionKind.CONDITION;
import static wf.instance.SubscriptionKind.MESSAGE;
import static wf.instance.SubscriptionKind.TIMER;
import static wf.scenario.Sketch.condition;
import static wf.scenario.Sketch.message;
import static wf.scenario.Sketch.process;
import static wf.scenario.Sketch.signal;
import static wf.scenario.Sketch.timer;

import org.junit.jupiter.api.Test;
import wf.instance.NodeInstanceState;
import wf.scenario.Sketch;

/** Ways that the world decides, work that excludes other work, and work that is possible in a certain state only. */
class StateBasedTest extends Scenarios {

    // ---- deferred choice ----

    @Test
    @Pattern("3.10")
    @Wcp(16)
    void thePaymentThatComesBeforeTheDeadlineCancelsTheDeadline() {
        running(invoice());
        waitsFor(MESSAGE, TIMER, CONDITION);
        arrives("paid");
        wf.expect().at("thank");
        waitsFor();
        pass("P30D");
        wf.expect().at("thank");
    }

    @Test
    @Pattern("3.10")
    void theDeadlineThatPassesBeforeThePaymentMakesThePaymentTooLate() {
        running(invoice());
        pass("P15D");
        wf.expect().at("remind");
        waitsFor();
        arrives("paid");
        wf.expect().at("remind");
    }

    @Test
    @Pattern("3.10")
    void aDebtThatIsForgivenNeedsNeitherPaymentNorReminder() {
        running(process("debt").start("s").parallel("both").user("decide", "li").eventGateway("first").catching("paid", message("paid"))
                .catching("forgiven", condition("forgiven == true")).end("e").path("s", "both", "decide", "e").path("both", "first", "paid", "e").path("first", "forgiven", "e"));
        wf.actor("li").submits("decide", "forgiven", true);
        isCompleted();
    }

    private static Sketch invoice() {
        return process("invoice").start("s").eventGateway("first").catching("paid", message("paid")).catching("late", timer("P14D"))
                .catching("gone", condition("bankrupt == true")).user("thank", "li").user("remind", "wang").user("lawyer", "sun").end("e")
                .path("s", "first", "paid", "thank", "e").path("first", "late", "remind", "e").path("first", "gone", "lawyer", "e");
    }

    @Test
    @Pattern("3.10")
    void twoReceiveTasksBehindAGatewayWaitForTheirOwnMessages() {
        running(process("answers").start("s").eventGateway("first").catching("yes", signal("yes")).catching("no", signal("no"))
                .mark("agreed").mark("refused").end("e").path("s", "first", "yes", "agreed", "e").path("first", "no", "refused", "e"));
        engine.signal("no", java.util.Map.of());
        traced("refused");
        isCompleted();
    }

    // ---- never two at once ----

    @Test
    @Pattern("3.11")
    @Wcp(value = 40, nearest = "turns come in the order in which tokens come, not in one that people choose; whose turn it is not yet has a waiting token and no item")
    void theExaminationsOfAPatientAreDoneOneAtATime() {
        running(process("patient").start("s").adHoc("exams", "Sequential", a -> a.user("blood", "li").user("xray", "wang").user("eyes", "sun"))
                .user("report", "qian").end("e").path("s", "exams", "report", "e"));
        wf.expect().at("blood");
        waitsAt("xray", 1);
        waitsAt("eyes", 1);
        submitted("li", "blood");
        wf.expect().at("xray");
        waitsAt("eyes", 1);
        submitted("wang", "xray");
        submitted("sun", "eyes");
        wf.expect().at("report");
    }

    @Test
    @Pattern("3.11")
    @Wcp(value = 17, nearest = "turns come in the order in which tokens come, not in one that people choose")
    void partsOfABranchKeepTheirOrderWhileTheBranchesTakeTurns() {
        running(process("turns").start("s").parallel("both").user("a1", "li").says("mutex", "bench").user("a2", "li").says("mutex", "bench")
                .user("b1", "wang").says("mutex", "bench").user("b2", "wang").says("mutex", "bench").parallel("join").end("e")
                .path("s", "both", "a1", "a2", "join").path("both", "b1", "b2", "join", "e"));
        wf.expect().at("a1");
        waitsAt("b1", 1);
        submitted("li", "a1");
        wf.expect().at("b1");
        waitsAt("a2", 1);
        submitted("wang", "b1");
        wf.expect().at("a2");
        submitted("li", "a2");
        wf.expect().at("b2");
        submitted("wang", "b2");
        isCompleted();
    }

    @Test
    @Pattern("3.11")
    @Wcp(39)
    void onlyOneDepartmentCanBeInTheStrongRoom() {
        running(process("vault").start("s").parallel("both")
                .sub("finance", f -> f.start("s1").user("count", "wang").user("sign", "wang").end("e1").path("s1", "count", "sign", "e1")).says("mutex", "room")
                .sub("audit", f -> f.start("s2").user("inspect", "li").end("e2").path("s2", "inspect", "e2")).says("mutex", "room")
                .parallel("join").end("e").path("s", "both", "finance", "join").path("both", "audit", "join", "e"));
        wf.expect().at("count");
        assertThat(tokensAt("audit")).singleElement().satisfies(v -> assertThat(v.state()).isEqualTo(NodeInstanceState.WAITING));
        submitted("wang", "count");
        wf.expect().at("sign");
        submitted("wang", "sign");
        wf.expect().at("inspect");
        submitted("li", "inspect");
        isCompleted();
    }

    @Test
    @Pattern("3.11")
    void whoIsTakenOutOfTheStrongRoomLetsTheNextOneIn() {
        running(process("out").start("s").parallel("both").user("count", "wang").says("mutex", "room").user("inspect", "li").says("mutex", "room")
                .boundary("alarm", "count", message("alarm")).user("explain", "wang").parallel("join").end("e")
                .path("s", "both", "count", "join").path("both", "inspect", "join", "e").path("alarm", "explain", "join"));
        waitsAt("inspect", 1);
        arrives("alarm");
        wf.expect().at("explain", "inspect");
    }

    @Test
    @Pattern("3.11")
    void whoWaitsForTheStrongRoomCanBeCalledAway() {
        running(process("away").start("s").parallel("both").user("count", "wang").says("mutex", "room").sub("visit", v -> v.start("s1").user("inspect", "li")
                .says("mutex", "room").end("e1").path("s1", "inspect", "e1")).boundary("alarm", "visit", message("alarm")).parallel("join").end("e")
                .path("s", "both", "count", "join").path("both", "visit", "join", "e").path("alarm", "join"));
        arrives("alarm");
        wf.expect().at("count");
        submitted("wang", "count");
        wf.expect().at();
    }

    @Test
    @Pattern("3.11")
    void whoIsInTheStrongRoomMayOpenItsInnerDoor() {
        running(process("inner").start("s").parallel("both").sub("visit", v -> v.start("s1").parallel("two").user("open", "li").says("mutex", "room")
                .user("count", "li").says("mutex", "room").parallel("done").end("e1").path("s1", "two", "open", "done").path("two", "count", "done", "e1"))
                .says("mutex", "room").user("clean", "wang").says("mutex", "room").parallel("join").end("e")
                .path("s", "both", "visit", "join").path("both", "clean", "join", "e"));
        wf.expect().at("open");
        submitted("li", "open");
        wf.expect().at("count");
        submitted("li", "count");
        wf.expect().at("clean");
        submitted("wang", "clean");
        isCompleted();
    }

    @Test
    @Pattern("3.11")
    void aBoxThatNeedsThreeBottlesAndTheOnlyBenchGetsBothInTurn() {
        running(process("bench").start("s").parallel("both").user("fill", "li").with("completionQuantity", "6").user("clean", "wang").says("mutex", "bench")
                .user("box", "sun").with("startQuantity", "3").says("mutex", "bench").end("e")
                .path("s", "both", "fill", "box", "e").path("both", "clean", "e"));
        submitted("li", "fill");
        wf.expect().at("clean");
        submitted("wang", "clean");
        wf.expect().at("box");
        submitted("sun", "box");
        wf.expect().at("box");
        submitted("sun", "box");
        isCompleted();
    }

    // ---- milestones ----

    @Test
    @Pattern("3.12")
    @Wcp(18)
    void aSeatCanBeChangedOnlyWhileTheGateIsOpen() {
        running(process("flight").start("s").parallel("both").user("gate", "li").user("close", "li").catching("open", condition("gate == 'open'")).user("seat", "zhao")
                .boundary("closed", "seat", condition("gate == 'closed'")).end("e")
                .path("s", "both", "gate", "close", "e").path("both", "open", "seat", "e").path("closed", "e"));
        wf.expect().at("gate");
        wf.actor("li").submits("gate", "gate", "open");
        wf.expect().at("close", "seat");
        wf.actor("li").submits("close", "gate", "closed");
        isCompleted();
    }

    @Test
    @Pattern("3.12")
    void aMilestoneThatIsReachedAlreadyIsNotWaitedFor() {
        running(process("reached").start("s").catching("open", condition("stage >= 2")).user("work", "li").end("e").path("s", "open", "work", "e"), "stage", 2);
        wf.expect().at("work");
        running(process("later").start("s").parallel("both").script("stage", "stage = 1").user("raise", "li").catching("open", condition("stage >= 2")).user("work", "wang").end("e")
                .path("s", "both", "stage", "raise", "e").path("both", "open", "work", "e"), "stage", 0);
        wf.expect().at("raise");
        wf.actor("li").submits("raise", "stage", 3);
        wf.expect().at("work");
    }
}
