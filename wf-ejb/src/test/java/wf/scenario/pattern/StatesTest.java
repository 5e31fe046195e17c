package wf.scenario.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static wf.scenario.Model.byStarter;
import static wf.scenario.Model.offeredTo;
import static wf.scenario.Sketch.cancel;
import static wf.scenario.Sketch.compensation;
import static wf.scenario.Sketch.message;
import static wf.scenario.Sketch.process;
import static wf.scenario.Sketch.terminate;
import static wf.scenario.Sketch.timer;

import org.junit.jupiter.api.Test;
import wf.contract.ErrorCode;
import wf.contract.InstanceState;
import wf.contract.RelatedBranches;
import wf.scenario.Sketch;

/** The turns in the lives of instances, work items and tokens that no pattern shows. */
class StatesTest extends Scenarios {

    private void drafted(Sketch process) {
        String key = engine.deploy(process.xml());
        wf.at("it", engine.draft("zhao", key).instanceId());
        wf.expect().is(InstanceState.DRAFT);
    }

    private static Sketch letter() {
        return process("letter").start("s").user("write", byStarter()).user("sign", "li").end("e").path("s", "write", "sign", "e");
    }

    // ---- drafts ----

    @Test
    void aDraftStaysWithItsWriterUntilHeSendsIt() {
        drafted(letter());
        wf.expect().at("write").todoOf("zhao");
        submitted("zhao", "write");
        wf.expect().at("sign").is(InstanceState.RUNNING);
    }

    @Test
    void aDraftThatIsGivenUpIsTerminated() {
        drafted(letter());
        wf.actor("zhao").terminates();
        wf.expect().at().is(InstanceState.TERMINATED);
    }

    @Test
    void aDraftThatNobodySendsInTimeIsPutAway() {
        drafted(letter().beside("late", "write", timer("P30D")).end("away", terminate()).path("late", "away"));
        pass("P31D");
        wf.expect().at().is(InstanceState.COMPLETED);
    }

    @Test
    void aReminderLeavesADraftADraft() {
        drafted(letter().beside("remind", "write", timer("Cycle", "R2/P1D")).mark("mail").path("remind", "mail", "e"));
        pass("P3D");
        traced("mail mail");
        wf.expect().at("write").is(InstanceState.DRAFT);
    }

    @Test
    void aDraftThatIsTakenFromItsWriterIsOnItsWay() {
        drafted(letter().boundary("late", "write", timer("P30D")).user("finish", offeredTo("wang", "sun")).path("late", "finish", "sign"));
        pass("P31D");
        wf.expect().is(InstanceState.RUNNING).offered("finish");
        wf.actor("wang").claims("finish");
        submitted("wang", "finish");
        wf.expect().at("sign");
    }

    @Test
    void aDraftThatBeginsInATransactionOfItsOwnIsStillADraft() {
        drafted(process("own").start("s").user("write", byStarter()).says("async", "true").end("e").path("s", "write", "e"));
        wf.expect().at("write");
        submitted("zhao", "write");
        isCompleted();
    }

    // ---- work items ----

    @Test
    void workThatIsSentBackIsReturnedAndComesAnew() {
        running(process("back").start("s").user("write", "zhao").user("sign", "li").end("e").path("s", "write", "sign", "e"));
        submitted("zhao", "write");
        wf.actor("li").returns("sign");
        wf.expect().at("write").todoOf("zhao").noTodoOf("li");
        wf.actor("li").isRefused(ErrorCode.FORBIDDEN).submits("write");
    }

    @Test
    void workThatIsToGoBackStandsStillUntilTheBranchesBesideAreAtTheirJoin() {
        running(process("wait").start("s").user("write", "zhao").parallel("both").user("a", "li").user("b", "wang").parallel("join").end("e")
                .path("s", "write", "both", "a", "join", "e").path("both", "b", "join"));
        submitted("zhao", "write");
        wf.actor("li").returns("a", "write", r -> r.relatedBranches = RelatedBranches.WAIT);
        wf.expect().at("b");
        submitted("wang", "b");
        wf.expect().at("write");
    }

    @Test
    void whatWasDoneBetweenIsUndoneBeforeTheWorkComesBackTheLastFirst() {
        running(process("undo").start("s").user("write", "zhao").mark("reserve").mark("charge").user("sign", "li").mark("free").mark("refund").end("e")
                .undoneBy("reserve", "free").undoneBy("charge", "refund").path("s", "write", "reserve", "charge", "sign", "e"));
        submitted("zhao", "write");
        wf.actor("li").returns("sign");
        traced("reserve charge refund free");
        wf.expect().at("write").todoOf("zhao");
        submitted("zhao", "write");
        wf.expect().at("sign");
    }

    @Test
    void anOfferThatIsNotNeededAnyMoreIsCancelled() {
        running(process("offer").start("s").user("work", offeredTo("li", "wang")).boundary("off", "work", message("off")).end("e").path("s", "work", "e").path("off", "e"));
        arrives("off");
        isCompleted();
    }

    // ---- tokens ----

    @Test
    void whoWaitsAtAJoinIsTakenAwayWithItsSubProcess() {
        running(process("waits").start("s").sub("work", w -> w.start("s1").parallel("p").user("a", "li").user("b", "wang").parallel("j").end("e1").path("s1", "p", "a", "j").path("p", "b", "j", "e1"))
                .boundary("off", "work", message("off")).end("e").path("s", "work", "e").path("off", "e"));
        submitted("li", "a");
        waitsAt("j", 1);
        arrives("off");
        isCompleted();
    }

    @Test
    void anUndoingThatIsInterruptedIsOver() {
        running(process("undoing").start("s").sub("work", w -> w.start("s1").mark("a").user("undo_a", "li").undoneBy("a", "undo_a").throwing("undo", compensation()).end("e1").path("s1", "a", "undo", "e1"))
                .boundary("off", "work", message("off")).end("e").path("s", "work", "e").path("off", "e"));
        wf.expect().at("undo_a");
        arrives("off");
        isCompleted();
    }

    @Test
    void aCancelledTransactionForWhichTheModelHasNoWayOnIsAnIncident() {
        running(process("nowhere").start("s").transaction("t", t -> t.start("s1").mark("a").end("lost", cancel()).path("s1", "a", "lost")).user("after", "li").end("e").path("s", "t", "after", "e"));
        wf.expect().incidents("ERROR_UNCAUGHT@t");
        wf.actor("admin").skips("ERROR_UNCAUGHT");
        wf.expect().at("after");
    }

    @Test
    void aTokenThatWaitedForTheNextRoundOfAFirstComeGatewayMayFindThatItCountsForThis() {
        running(process("late").start("s").inclusive("ask").user("a", "li").user("b", "wang").complex("pick", 1, "HOLD").user("take", "sun").end("e").exclusive("in")
                .path("s", "ask").when("true", "ask", "a").when("two", "ask", "b").path("a", "in", "pick").path("b", "pick", "take", "e").when("again", "a", "in"), "two", true, "again", true);
        submitted("li", "a");
        waitsAt("pick", 1);
        submitted("wang", "b");
        wf.expect().at("take", "take");
        assertThat(now().incidents()).isEmpty();
    }
}
