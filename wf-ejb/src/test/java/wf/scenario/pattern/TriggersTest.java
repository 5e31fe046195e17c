package wf.scenario.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static wf.instance.SubscriptionKind.CONDITION;
import static wf.instance.SubscriptionKind.MESSAGE;
import static wf.instance.SubscriptionKind.SIGNAL;
import static wf.instance.SubscriptionKind.TIMER;
import static wf.scenario.Sketch.condition;
import static wf.scenario.Sketch.escalation;
import static wf.scenario.Sketch.message;
import static wf.scenario.Sketch.process;
import static wf.scenario.Sketch.signal;
import static wf.scenario.Sketch.timer;

import java.util.Map;
import org.junit.jupiter.api.Test;
import wf.contract.ErrorCode;
import wf.contract.InstanceState;
import wf.scenario.Sketch;
import wf.scenario.Sketch.What;
import wf.value.Value;

/** What comes from outside and starts something, lets it go on, or joins in: messages, signals, moments, conditions. */
class TriggersTest extends Scenarios {

    private void signalled(String name) {
        engine.signal(name, Map.of());
    }

    // ---- lost or kept ----

    @Test
    @Pattern("3.12")
    @Wcp(23)
    void aBellThatRingsBeforeAnybodyListensIsNotHeard() {
        running(process("school").start("s").user("prepare", "li").catching("bell", signal("bell")).user("serve", "wang").end("e").path("s", "prepare", "bell", "serve", "e"));
        signalled("bell");
        submitted("li", "prepare");
        wf.expect().at();
        waitsFor(SIGNAL);
        signalled("bell");
        wf.expect().at("serve");
    }

    @Test
    @Pattern("3.12")
    @Wcp(24)
    void aLetterThatComesBeforeAnybodyWaitsIsKept() {
        running(process("post").start("s").user("prepare", "li").catching("letter", message("letter")).user("answer", "wang").end("e").path("s", "prepare", "letter", "answer", "e"));
        arrives("letter");
        wf.expect().at("prepare");
        submitted("li", "prepare");
        wf.expect().at("answer");
    }

    @Test
    @Pattern("3.12")
    void aMessageIsForTheOneOrderWhoseNumberItNamesAndForNobodyElse() {
        Sketch order = process("order").start("s").catching("paid", message("paid", "${number}")).user("ship", "li").end("e").path("s", "paid", "ship", "e");
        running(order, "number", "A-1");
        long first = wf.currentInstance();
        running(order, "number", "A-2");
        engine.message("paid", "A-2", Map.of("amount", Value.of(7L)));
        wf.expect().at("ship").has("amount", 7L);
        assertThat(engine.openItems(first)).isEmpty();
    }

    @Test
    @Pattern("3.12")
    void aSignalIsHeardByAllWhoWaitForIt() {
        Sketch school = process("pupil").start("s").catching("bell", signal("bell")).user("run", "li").end("e").path("s", "bell", "run", "e");
        running(school);
        running(school);
        signalled("bell");
        assertThat(of("pupil")).allMatch(i -> i.items().size() == 1);
    }

    // ---- starting ----

    @Test
    void aMessageStartsAnInstanceWithWhatItBrings() {
        deployed(process("complaint").start("s", message("complaint")).user("read", "li").end("e").path("s", "read", "e"));
        assertThat(wf.refusedStart("complaint", "zhao")).isEqualTo(ErrorCode.ILLEGAL_STATE);
        engine.message("complaint", null, Map.of("text", Value.of("bad")));
        assertThat(of("complaint").get(1)).satisfies(i -> assertThat(i.items()).hasSize(1))
                .satisfies(i -> assertThat(i.variables()).containsEntry("text", Value.of("bad")));
    }

    @Test
    void aSignalStartsEveryProcessThatBeginsWithIt() {
        deployed(process("fire1").start("s", signal("fire")).user("run", "li").end("e").path("s", "run", "e"),
                process("fire2").start("s", signal("fire")).user("call", "wang").end("e").path("s", "call", "e"));
        signalled("fire");
        assertThat(engine.instances()).hasSize(2).allMatch(i -> i.state() == InstanceState.RUNNING);
    }

    @Test
    void aMomentStartsAnInstance() {
        deployed(process("monthly").start("s", timer("Cycle", "0 0 1 * *")).user("report", "li").end("e").path("s", "report", "e"));
        engine.begins("monthly", "s");
        assertThat(of("monthly")).singleElement().satisfies(i -> assertThat(i.items()).hasSize(1));
    }

    @Test
    @Pattern("3.10")
    void anEventGatewayAtTheBeginningStartsWithWhicheverMessageComes() {
        deployed(process("contact").eventGateway("how").with("instantiate", "true").catching("mail", message("mail")).catching("phone", message("phone"))
                .user("read", "li").user("listen", "wang").end("e").path("how", "mail", "read", "e").path("how", "phone", "listen", "e"));
        engine.message("phone", null, Map.of());
        assertThat(of("contact")).singleElement().satisfies(i -> assertThat(i.items()).extracting(w -> w.nodeId()).containsExactly("listen"));
        assertThat(of("contact").get(0).subscriptions()).isEmpty();
        engine.message("mail", null, Map.of());
        assertThat(of("contact")).hasSize(2);
    }

    @Test
    @Pattern("3.10")
    void aParallelEventGatewayAtTheBeginningWaitsForAllTheOthersToo() {
        deployed(process("wedding").eventGateway("papers").with("instantiate", "true").with("eventGatewayType", "Parallel").catching("his", message("his")).catching("hers", message("hers"))
                .parallel("both").user("marry", "li").end("e").path("papers", "his", "both").path("papers", "hers", "both", "marry", "e"));
        engine.message("hers", null, Map.of());
        assertThat(of("wedding")).singleElement().satisfies(i -> assertThat(i.items()).isEmpty())
                .satisfies(i -> assertThat(i.subscriptions()).extracting(s -> s.kind()).containsExactly(MESSAGE));
        engine.message("his", null, Map.of());
        assertThat(of("wedding")).singleElement().satisfies(i -> assertThat(i.items()).hasSize(1));
    }

    @Test
    void aReceiveTaskAtTheBeginningStartsWithItsMessage() {
        deployed(process("offer").node("receiveTask", "offer_in").with("instantiate", "true").with("messageRef", "m_offer").root("<message id=\"m_offer\" name=\"offer\"/>")
                .user("check", "li").end("e").path("offer_in", "check", "e"));
        engine.message("offer", null, Map.of());
        assertThat(of("offer")).singleElement().satisfies(i -> assertThat(i.items()).hasSize(1));
    }

    // ---- between processes ----

    @Test
    void twoProcessesTalkByMessagesWithWhatTheyCarry() {
        deployed(process("seller").start("s", message("order")).node("sendTask", "bill").with("messageRef", "m_bill").root("<message id=\"m_bill\" name=\"bill\"/>").input("price", "${amount * 3}")
                .end("e").path("s", "bill", "e"));
        running(process("buyer").start("s").throwing("send", message("order")).input("amount", "${wanted}").node("receiveTask", "billed").with("messageRef", "m_bill")
                .root("<message id=\"m_bill\" name=\"bill\"/>").user("pay", "li").end("e").path("s", "send", "billed", "pay", "e"), "wanted", 4);
        wf.expect().at("pay").has("price", 12L);
    }

    // ---- on the border ----

    @Test
    void whateverHappensBesideTheWorkTheWorkGoesOn() {
        for (What what : new What[] {message("x"), signal("x"), timer("PT1H"), condition("x == 1")}) {
            running(process("beside").start("s").user("work", "li").beside("meanwhile", "work", what).user("note", "wang").end("e").path("s", "work", "e").path("meanwhile", "note", "e"), "x", 0);
            happens();
            wf.expect().at("work", "note");
            submitted("li", "work");
            submitted("wang", "note");
            isCompleted();
        }
    }

    @Test
    @Pattern("3.15")
    void whateverInterruptsTheWorkTakesItAway() {
        for (What what : new What[] {message("x"), signal("x"), timer("PT1H"), condition("x == 1")}) {
            running(process("instead").start("s").user("work", "li").boundary("stop", "work", what).user("note", "wang").end("e").path("s", "work", "e").path("stop", "note", "e"), "x", 0);
            happens();
            wf.expect().at("note");
            submitted("wang", "note");
            isCompleted();
        }
    }

    @Test
    void whateverStartsAnEventSubProcessStartsItBesideOrInPlaceOfTheRest() {
        for (What what : new What[] {message("x"), signal("x"), timer("PT1H"), condition("x == 1")}) {
            running(eventSub(what, "false"), "x", 0);
            happens();
            wf.expect().at("work", "note");
            submitted("wang", "note");
            submitted("li", "work");
            isCompleted();
            running(eventSub(what, "true"), "x", 0);
            happens();
            wf.expect().at("note");
            submitted("wang", "note");
            isCompleted();
        }
    }

    private static Sketch eventSub(What what, String interrupting) {
        return process("during" + interrupting).start("s").user("work", "li").end("e").path("s", "work", "e")
                .eventSub("then", t -> t.start("t1", what).with("isInterrupting", interrupting).user("note", "wang").end("t2").path("t1", "note", "t2"));
    }

    @Test
    void whatIsToInterruptFromTheBeginningLetsNothingElseBegin() {
        running(eventSub(condition("x == 1"), "true"), "x", 1);
        wf.expect().at("note");
        running(eventSub(condition("x == 1"), "false"), "x", 1);
        wf.expect().at("note", "work");
        running(process("outer").start("s").sub("inner", i -> i.start("s1").user("work", "li").end("e1").path("s1", "work", "e1")
                .eventSub("then", t -> t.start("t1", condition("x == 1")).user("note", "wang").end("t2").path("t1", "note", "t2"))).end("e").path("s", "inner", "e"), "x", 1);
        wf.expect().at("note");
        submitted("wang", "note");
        isCompleted();
    }

    /** All four of them; whoever waits for one hears it. A condition hears that the variable was changed at a side path. */
    private void happens() {
        engine.message("x", null, Map.of());
        signalled("x");
        pass("PT1H");
        if (now().subscriptions().stream().anyMatch(s -> s.kind() == CONDITION)) {
            engine.sets(wf.currentInstance(), "x", 1L);
        }
    }

    @Test
    void aReminderIsRepeatedAsOftenAsTheModelSays() {
        running(process("office").start("s").user("work", "li").beside("remind", "work", timer("Cycle", "R3/PT1H")).mark("mail").end("e").path("s", "work", "e").path("remind", "mail", "e"));
        pass("PT90M");
        traced("mail");
        pass("PT1H");
        traced("mail mail");
        pass("P9D");
        traced("mail mail mail");
        submitted("li", "work");
        isCompleted();
    }

    @Test
    void aReminderStopsWhenTheWorkIsDone() {
        running(process("office").start("s").user("work", "li").beside("remind", "work", timer("Cycle", "R/PT1H")).mark("mail").user("rest", "wang").end("e").path("s", "work", "rest", "e").path("remind", "mail", "e"));
        pass("PT150M");
        submitted("li", "work");
        waitsFor();
        pass("P1D");
        traced("mail mail");
    }

    @Test
    void aMessageBesideTheWorkMayComeAgainAndAgain() {
        running(process("paper").start("s").user("work", "li").beside("news", "work", message("news")).mark("read").end("e").path("s", "work", "e").path("news", "read", "e"));
        arrives("news");
        arrives("news");
        traced("read read");
    }

    @Test
    void aConditionBesideTheWorkCountsEachTimeItBecomesTrue() {
        running(process("heat").start("s").user("work", "li").beside("hot", "work", condition("heat > 40")).mark("cool").end("e").path("s", "work", "e").path("hot", "cool", "e"), "heat", 20);
        long it = wf.currentInstance();
        engine.sets(it, "heat", 50L);
        engine.sets(it, "heat", 60L);
        traced("cool");
        engine.sets(it, "heat", 30L);
        engine.sets(it, "heat", 45L);
        traced("cool cool");
    }

    @Test
    void anEscalationBesideTheWorkMayComeAgainAndAgain() {
        running(process("calls").start("s").sub("work", w -> w.start("s1").throwing("one", escalation("UP")).throwing("two", escalation("UP")).user("go_on", "li").end("e1").path("s1", "one", "two", "go_on", "e1"))
                .beside("up", "work", escalation("UP")).mark("boss").end("e").path("s", "work", "e").path("up", "boss", "e"));
        traced("boss boss");
        wf.expect().at("go_on");
    }

    // ---- in the flow ----

    @Test
    void aTimerInTheFlowHoldsTheWorkBackUntilItIsDue() {
        running(process("later").start("s").catching("wait", timer("PT2H")).user("work", "li").end("e").path("s", "wait", "work", "e"));
        waitsFor(TIMER);
        pass("PT119M");
        wf.expect().at();
        pass("PT1M");
        wf.expect().at("work");
    }

    @Test
    void aDateInTheFlowIsWaitedFor() {
        running(process("date").start("s").catching("wait", timer("Date", "${day}")).user("work", "li").end("e").path("s", "wait", "work", "e"), "day", "2027-01-16T08:00:00Z");
        pass("PT23H");
        wf.expect().at();
        pass("PT2H");
        wf.expect().at("work");
    }

    @Test
    void aTimerThatRepeatsInTheFlowSendsATokenEachTime() {
        running(process("pulse").start("s").catching("beat", timer("Cycle", "R3/PT1H")).mark("step").end("e").path("s", "beat", "step", "e"));
        pass("PT2H");
        traced("step step");
        pass("PT1H");
        traced("step step step");
        isCompleted();
    }

    @Test
    void anEventOfSeveralPartsHappensWithAnyOrWithAllOfThem() {
        running(process("any").start("s").catching("c", message("a"), signal("b")).user("work", "li").end("e").path("s", "c", "work", "e"));
        signalled("b");
        wf.expect().at("work");
        waitsFor();
        running(process("all").start("s").catching("c", message("a"), signal("b")).with("parallelMultiple", "true").user("work", "li").end("e").path("s", "c", "work", "e"));
        signalled("b");
        wf.expect().at();
        arrives("a");
        wf.expect().at("work");
    }
}
