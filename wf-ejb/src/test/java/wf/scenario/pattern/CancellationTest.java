package wf.scenario.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static wf.scenario.Sketch.anyError;
import static wf.scenario.Sketch.cancel;
import static wf.scenario.Sketch.compensation;
import static wf.scenario.Sketch.compensationOf;
import static wf.scenario.Sketch.error;
import static wf.scenario.Sketch.escalation;
import static wf.scenario.Sketch.message;
import static wf.scenario.Sketch.process;
import static wf.scenario.Sketch.timer;

import org.junit.jupiter.api.Test;
import wf.contract.InstanceState;
import wf.contract.WorkItemState;
import wf.instance.WorkItemEvent.WorkItemClosed;

/** Work that is taken back, given up or undone: a step, a part, the whole; by events, errors and cancelled transactions. */
class CancellationTest extends Scenarios {

    private void closedAsCancelled(int items) {
        assertThat(engine.past(wf.currentInstance()).stream().filter(e -> e instanceof WorkItemClosed c && c.state() == WorkItemState.CANCELLED)).hasSize(items);
    }

    // ---- cancel ----

    @Test
    @Pattern("3.15")
    @Wcp(19)
    void anOrderThatIsCalledOffNeedNotBePacked() {
        running(process("order").start("s").user("pack", "li").boundary("off", "pack", message("off")).boundary("late", "pack", timer("P3D")).user("refund", "wang").end("e")
                .path("s", "pack", "e").path("off", "refund", "e").path("late", "refund"));
        arrives("off");
        wf.expect().at("refund").noTodoOf("li");
        closedAsCancelled(1);
        waitsFor();
        pass("P30D");
        wf.expect().at("refund");
    }

    @Test
    @Pattern("3.15")
    @Wcp(20)
    void aCaseThatIsGivenUpLeavesNothingBehind() {
        deployed(process("opinion").start("s").user("write", "qian").end("e").path("s", "write", "e"));
        running(process("case").start("s").parallel("all").user("a", "li").sub("inner", i -> i.start("s1").user("b", "wang").end("e1").path("s1", "b", "e1"))
                .call("ask", "opinion").catching("wait", timer("P9D")).end("e")
                .path("s", "all", "a", "e").path("all", "inner", "e").path("all", "ask", "e").path("all", "wait", "e"));
        wf.expect().at("a", "b");
        wf.actor("zhao").terminates();
        wf.expect().at().is(InstanceState.TERMINATED);
        closedAsCancelled(2);
        assertThat(now().subscriptions()).isEmpty();
        assertThat(of("opinion")).allMatch(i -> i.state() == InstanceState.TERMINATED && i.items().isEmpty());
    }

    @Test
    @Pattern("3.15")
    @Wcp(value = 25, nearest = "the region is a sub-process; activities that lie apart are cancelled one by one, by boundary events of the same signal")
    void theWholeTripIsCancelledAndTheRestOfTheYearIsNot() {
        running(process("year").start("s").parallel("both").sub("trip", t -> t.start("s1").parallel("p").user("hotel", "li").user("train", "wang").catching("wait", timer("P9D")).end("e1")
                .path("s1", "p", "hotel", "e1").path("p", "train", "e1").path("p", "wait", "e1")).boundary("ill", "trip", message("ill"))
                .user("budget", "sun").user("call", "qian").end("e").path("s", "both", "trip", "e").path("both", "budget", "e").path("ill", "call", "e"));
        wf.expect().at("hotel", "train", "budget");
        arrives("ill");
        wf.expect().at("call", "budget");
        waitsFor();
        closedAsCancelled(2);
    }

    // ---- errors ----

    @Test
    @Pattern("3.15")
    void anErrorGoesOutThroughTheScopesToWhoeverKnowsIt() {
        running(process("nested").start("s").sub("outer", o -> o.start("s1").sub("inner", i -> i.start("s2").script("fail", "throwError('STOCK', 'nothing left')").end("e2").path("s2", "fail", "e2"))
                .boundary("other", "inner", error("PRICE")).mark("wrong").end("e1").path("s1", "inner", "e1").path("other", "wrong", "e1"))
                .boundary("stock", "outer", error("STOCK")).mark("right").end("e").path("s", "outer", "e").path("stock", "right", "e"));
        traced("right");
        isCompleted();
    }

    @Test
    @Pattern("3.15")
    void theErrorThatIsNamedGoesBeforeTheOneThatCatchesEverything() {
        running(process("named").start("s").script("fail", "throwError('A')").boundary("every", "fail", anyError()).boundary("a", "fail", error("A")).mark("all").mark("one").end("e")
                .path("s", "fail", "e").path("every", "all", "e").path("a", "one", "e"));
        traced("one");
    }

    @Test
    @Pattern("3.15")
    void anErrorOfACalledProcessIsCaughtAtTheCall() {
        deployed(process("child").start("s").end("e", error("BROKE")).path("s", "e"));
        running(process("parent").start("s").call("c", "child").boundary("broke", "c", error("BROKE")).user("pay", "li").end("e")
                .path("s", "c", "e").path("broke", "pay", "e"));
        wf.expect().at("pay");
        assertThat(of("child")).allMatch(i -> i.state() == InstanceState.TERMINATED);
    }

    @Test
    @Pattern("3.15")
    void anErrorEndThatNobodyCatchesEndsTheProcessAsFailed() {
        running(process("alone").start("s").parallel("both").user("a", "li").end("bad", error("BAD")).end("e").path("s", "both", "a", "e").path("both", "bad"));
        wf.expect().at().is(InstanceState.TERMINATED);
        assertThat(engine.reasonOfEnd(wf.currentInstance())).isEqualTo("error BAD");
    }

    @Test
    @Pattern("3.15")
    void anErrorThatNobodyCatchesIsAnIncidentWhereItHappened() {
        running(process("alone").start("s").script("fail", "throwError('BAD')").end("e").path("s", "fail", "e"));
        wf.expect().incidents("ERROR_UNCAUGHT@fail");
    }

    @Test
    @Pattern("3.15")
    void anErrorEventSubProcessTakesThePlaceOfAllThatGoesOn() {
        running(process("handled").start("s").parallel("both").user("a", "li").user("b", "wang").script("fail", "throwError('BAD')").end("e")
                .path("s", "both", "a", "e").path("both", "b", "fail", "e")
                .eventSub("help", h -> h.start("h1", error("BAD")).user("mend", "sun").end("h2").path("h1", "mend", "h2")));
        submitted("wang", "b");
        wf.expect().at("mend").noTodoOf("li");
        submitted("sun", "mend");
        isCompleted();
    }

    // ---- escalation ----

    @Test
    @Pattern("3.15")
    void anEscalationCallsTheBossAndTheWorkGoesOn() {
        running(process("nested").start("s").sub("outer", o -> o.start("s1").sub("inner", i -> i.start("s2").throwing("up", escalation("LATE")).user("go_on", "li").end("e2")
                .path("s2", "up", "go_on", "e2")).end("e1").path("s1", "inner", "e1")).beside("late", "outer", escalation("LATE")).user("boss", "wang").end("e")
                .path("s", "outer", "e").path("late", "boss", "e"));
        wf.expect().at("go_on", "boss");
    }

    @Test
    @Pattern("3.15")
    void anEscalationThatInterruptsTakesTheWorkAway() {
        running(process("taken").start("s").sub("work", w -> w.start("s1").user("begin", "li").throwing("up", escalation("LATE")).user("never", "li").end("e1").path("s1", "begin", "up", "never", "e1"))
                .boundary("late", "work", escalation("LATE")).user("boss", "wang").end("e").path("s", "work", "e").path("late", "boss", "e"));
        submitted("li", "begin");
        wf.expect().at("boss");
    }

    @Test
    @Pattern("3.15")
    void aCalledProcessEscalatesToItsCallerAndGoesOn() {
        deployed(process("child").start("s").throwing("up", escalation("LATE")).user("go_on", "li").end("e").path("s", "up", "go_on", "e"));
        running(process("parent").start("s").call("c", "child").beside("late", "c", escalation("LATE")).user("boss", "wang").end("e").path("s", "c", "e").path("late", "boss", "e"));
        wf.expect().at("boss");
        assertThat(of("child").get(0).items()).hasSize(1);
    }

    // ---- compensation ----

    @Test
    @Pattern("3.15")
    void aTripThatIsGivenUpIsUndoneTheLastBookingFirst() {
        running(process("trip").start("s").transaction("book", b -> b.start("s1").mark("flight").mark("hotel").mark("train").end("lost", cancel())
                .mark("no_flight").mark("no_hotel").mark("no_train").undoneBy("flight", "no_flight").undoneBy("hotel", "no_hotel").undoneBy("train", "no_train")
                .path("s1", "flight", "hotel", "train", "lost")).boundary("given_up", "book", cancel()).user("excuse", "li").user("travel", "li").end("e")
                .path("s", "book", "travel", "e").path("given_up", "excuse", "e"));
        traced("flight hotel train no_train no_hotel no_flight");
        wf.expect().at("excuse");
        submitted("li", "excuse");
        isCompleted();
    }

    @Test
    @Pattern("3.15")
    void aHandlerThatAPersonDoesIsWaitedForBeforeTheNextOne() {
        running(process("by_hand").start("s").user("a", "li").user("b", "li").user("undo_a", "wang").user("undo_b", "wang").throwing("undo", compensation()).user("after", "sun").end("e")
                .undoneBy("a", "undo_a").undoneBy("b", "undo_b").path("s", "a", "b", "undo", "after", "e"));
        submitted("li", "a", "b");
        wf.expect().at("undo_b");
        submitted("wang", "undo_b");
        wf.expect().at("undo_a");
        submitted("wang", "undo_a");
        wf.expect().at("after");
    }

    @Test
    @Pattern("3.15")
    void onlyTheActivityThatIsNamedIsUndone() {
        running(process("one").start("s").mark("a").mark("b").mark("undo_a").mark("undo_b").throwing("undo", compensationOf("a")).end("e")
                .undoneBy("a", "undo_a").undoneBy("b", "undo_b").path("s", "a", "b", "undo", "e"));
        traced("a b undo_a");
        isCompleted();
    }

    @Test
    @Pattern("3.15")
    void whatIsUndoneOnceIsNotUndoneTwice() {
        running(process("twice").start("s").mark("a").mark("undo_a").throwing("first", compensation()).throwing("second", compensation()).end("e")
                .undoneBy("a", "undo_a").path("s", "a", "first", "second", "e"));
        traced("a undo_a");
        isCompleted();
    }

    @Test
    @Pattern("3.15")
    void anActivityThatWasDoneThreeTimesIsUndoneThreeTimes() {
        running(process("thrice").start("s").exclusive("x").script("a", "n = n + 1").exclusive("more").script("undo_a", "n = n - 1").throwing("undo", compensation()).end("e")
                .undoneBy("a", "undo_a").path("s", "x", "a", "more").when("n < 3", "more", "x").otherwise("more", "undo").path("undo", "e"), "n", 0);
        wf.expect().has("n", 0L);
        isCompleted();
    }

    @Test
    @Pattern("3.15")
    void aFinishedSubProcessIsUndoneByUndoingWhatWasDoneInside() {
        running(process("implicit").start("s").mark("first").sub("inner", i -> i.start("s1").mark("a").mark("b").end("e1").mark("undo_a").mark("undo_b")
                .undoneBy("a", "undo_a").undoneBy("b", "undo_b").path("s1", "a", "b", "e1")).mark("undo_first").throwing("undo", compensation()).end("e")
                .undoneBy("first", "undo_first").path("s", "first", "inner", "undo", "e"));
        traced("first a b undo_b undo_a undo_first");
        isCompleted();
    }

    @Test
    @Pattern("3.15")
    void aSubProcessWithItsOwnWayBackIsUndoneByThat() {
        running(process("event").start("s").sub("inner", i -> i.start("s1").mark("a").end("e1").mark("undo_a").undoneBy("a", "undo_a").path("s1", "a", "e1")
                .eventSub("back", b -> b.start("b1", compensation()).mark("undo_all").end("b2").path("b1", "undo_all", "b2")))
                .throwing("undo", compensation()).end("e").path("s", "inner", "undo", "e"));
        traced("a undo_all");
        isCompleted();
    }

    @Test
    @Pattern("3.15")
    void aSubProcessThatUndoesItselfMayUndoWhatWasDoneInsideInItsOwnTime() {
        running(process("own").start("s").sub("inner", i -> i.start("s1").mark("a").mark("b").end("e1").mark("undo_a").mark("undo_b").undoneBy("a", "undo_a").undoneBy("b", "undo_b").path("s1", "a", "b", "e1")
                .eventSub("back", k -> k.start("b1", compensation()).mark("before").throwing("now", compensationOf("a")).mark("after").end("b2").path("b1", "before", "now", "after", "b2")))
                .throwing("undo", compensation()).throwing("again", compensation()).end("e").path("s", "inner", "undo", "again", "e"));
        traced("a b before undo_a after");
        isCompleted();
    }

    @Test
    @Pattern("3.15")
    void whatAHandlerUndidIsNotUndoneOnceMoreFromInside() {
        running(process("whole").start("s").sub("inner", i -> i.start("s1").mark("a").end("e1").mark("undo_a").undoneBy("a", "undo_a").path("s1", "a", "e1"))
                .mark("undo_inner").undoneBy("inner", "undo_inner").throwing("undo", compensation()).throwing("again", compensation()).end("e").path("s", "inner", "undo", "again", "e"));
        traced("a undo_inner");
        isCompleted();
    }

    @Test
    @Pattern("3.15")
    void whatIsUndoneSeesTheDataAsItWasWhenTheActivityEnded() {
        running(process("data").start("s").script("a", "price = 7").input("price", "${0}").script("change", "price = 9").script("undo_a", "back = price").throwing("undo", compensation()).end("e")
                .undoneBy("a", "undo_a").path("s", "a", "change", "undo", "e"));
        wf.expect().has("back", 7L).has("price", 9L);
        isCompleted();
    }

    @Test
    @Pattern("3.15")
    void anErrorThatInterruptsAnUnfinishedSubProcessLeavesItsFinishedPartsToBeUndoneByTheHandler() {
        running(process("half").start("s").sub("inner", i -> i.start("s1").mark("a").script("fail", "throwError('BAD')").end("e1").mark("undo_a").undoneBy("a", "undo_a").path("s1", "a", "fail", "e1")
                .eventSub("help", h -> h.start("h1", error("BAD")).throwing("undo", compensation()).end("h2").path("h1", "undo", "h2")))
                .end("e").path("s", "inner", "e"));
        traced("a undo_a");
        isCompleted();
    }
}
