package wf.scenario;

import static wf.contract.WorkItemState.SUSPENDED;
import static wf.scenario.Model.offeredTo;
import static wf.scenario.Model.signedBy;
import static wf.scenario.Model.signedByAll;
import static wf.scenario.Sketch.process;
import static wf.scenario.Sketch.timer;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import wf.contract.ErrorCode;
import wf.contract.InstanceState;
import wf.contract.Vote;

/** I13 and F10: an instance that ends early, and work that is taken back by whoever sent it. On the core and on the store. */
public abstract class WithdrawalScenarios {

    private World wf;
    private Engine engine;

    protected abstract Engine engine();

    @BeforeEach
    void aNewWorld() {
        engine = engine();
        wf = new World(engine);
    }

    private static Sketch work(String key) {
        return process(key).start("s").user("draft", "zhao").user("work", "li").end("e").path("s", "draft", "work", "e");
    }

    /** A step of its own before the people who share the work, so that somebody has sent it. */
    private static Sketch shared(String key, Model.Who who) {
        return process(key).start("s").user("draft", "zhao").user("sign", who).user("file", "zhou").end("e").path("s", "draft", "sign", "file", "e");
    }

    private void sent(String key, Model.Who who) {
        wf.deployed(shared(key, who).xml());
        wf.started("it", key, "zhao");
        wf.actor("zhao").submits("draft");
    }

    // ---- the early end ----

    @Test
    void aHandlerEndsAnInstanceEarlyWithAResultWhereTheProcessAllowsIt() {
        wf.deployed(work("strict").xml());
        wf.started("S", "strict", "zhao");
        wf.actor("zhao").isRefused(ErrorCode.NODE_POLICY).ends("done");
        wf.deployed(work("open").process("wf:end", "true").xml());
        wf.started("O", "open", "zhao");
        wf.actor("li").isRefused(ErrorCode.NOT_FOUND).ends("done");
        wf.actor("zhao").isRefused(ErrorCode.INVALID_INPUT).ends("");
        wf.actor("zhao").ends("settled");
        wf.expect().at().is(InstanceState.COMPLETED).has("resultStatus", "settled");
        wf.actor("admin").isRefused(ErrorCode.ILLEGAL_STATE).ends("again");
    }

    @Test
    void whoeverCalledTheInstanceGoesOnAfterItsEarlyEnd() {
        wf.deployed(process("inner").start("s").user("ask", "li").end("e").path("s", "ask", "e").xml());
        wf.deployed(process("outer").start("s").call("call", "inner").user("after", "wang").end("e").path("s", "call", "after", "e").xml());
        wf.started("outer", "outer", "zhao");
        long outer = wf.currentInstance();
        wf.at("inner", engine.children(outer).get(0));
        wf.actor("admin").ends("enough");
        wf.expect().is(InstanceState.COMPLETED);
        wf.at("outer", outer);
        wf.expect().at("after").has("resultStatus", "enough");
    }

    @Test
    void aSuspendedInstanceIsNotEnded() {
        wf.deployed(work("still").xml());
        wf.started("S", "still", "zhao");
        wf.actor("admin").suspends();
        wf.actor("admin").isRefused(ErrorCode.ILLEGAL_STATE).ends("no");
    }

    // ---- the whole instance ----

    @Test
    void theStarterWithdrawsHisInstanceAndAllWorkIsTakenBack() {
        wf.deployed(process("away").start("s").parallel("p").user("a", "li").user("b", offeredTo("wang", "sun")).end("e")
                .path("s", "p", "a", "e").path("p", "b", "e").xml());
        wf.started("A", "away", "zhao");
        wf.actor("li").isRefused(ErrorCode.FORBIDDEN).withdraws();
        wf.actor("qian").isRefused(ErrorCode.NOT_FOUND).withdraws();
        wf.actor("zhao").withdraws();
        wf.expect().at().is(InstanceState.WITHDRAWN);
        wf.actor("zhao").isRefused(ErrorCode.ILLEGAL_STATE).withdraws();
    }

    @Test
    void aProcessMayForbidItsStarterToWithdraw() {
        wf.deployed(work("bound").process("wf:withdraw", "false").xml());
        wf.started("B", "bound", "zhao");
        wf.actor("zhao").isRefused(ErrorCode.NODE_POLICY).withdraws();
        wf.actor("admin").withdraws();
        wf.expect().is(InstanceState.WITHDRAWN);
    }

    @Test
    void aSuspendedInstanceIsWithdrawn() {
        wf.deployed(work("asleep").xml());
        wf.started("A", "asleep", "zhao");
        wf.actor("admin").suspends();
        wf.actor("zhao").withdraws();
        wf.expect().at().is(InstanceState.WITHDRAWN);
    }

    @Test
    void whoeverCalledAWithdrawnInstanceIsToldAsOfATermination() {
        wf.deployed(process("taken").start("s").user("ask", "li").end("e").path("s", "ask", "e").xml());
        wf.deployed(process("taker").start("s").call("call", "taken").end("e").path("s", "call", "e").xml());
        wf.started("taker", "taker", "zhao");
        long outer = wf.currentInstance();
        wf.at("taken", engine.children(outer).get(0));
        wf.actor("zhao").withdraws();
        wf.at("taker", outer);
        wf.expect().incidents("JOB_FAILED@call");
    }

    @Test
    void childrenThatAWithdrawnInstanceWaitedForEndWithIt() {
        wf.deployed(process("below").start("s").user("ask", "li").end("e").path("s", "ask", "e").xml());
        wf.deployed(process("above").start("s").call("call", "below").end("e").path("s", "call", "e").xml());
        wf.started("above", "above", "zhao");
        long child = engine.children(wf.currentInstance()).get(0);
        wf.actor("zhao").withdraws();
        wf.at("below", child);
        wf.expect().at().is(InstanceState.TERMINATED);
    }

    // ---- single items ----

    @Test
    void aSignerWhoIsWithdrawnIsWaitedForNoLonger() {
        sent("three", signedByAll("li", "wang", "sun"));
        wf.actor("li").votes("sign", Vote.AGREE);
        wf.actor("wang").isRefused(ErrorCode.FORBIDDEN).withdraws("sign", "sun");
        wf.actor("zhao").withdraws("sign", "sun");
        wf.expect().at("sign").todoOf("wang");
        wf.actor("wang").votes("sign", Vote.AGREE);
        wf.expect().at("file").has("signResult", "AGREED");
    }

    @Test
    void theRoundIsDecidedWhenOnlyThoseAreLeftWhoHaveVoted() {
        sent("quorum", signedBy("PARALLEL", "QUORUM", "60%", "li", "wang", "sun", "qian"));
        wf.actor("li").votes("sign", Vote.AGREE);
        wf.actor("wang").votes("sign", Vote.AGREE);
        wf.expect().at("sign", "sign");
        wf.actor("zhao").withdraws("sign", "sun");
        wf.expect().at("file").has("signResult", "AGREED");
    }

    @Test
    void inASequentialRoundTheNextIsAskedInstead() {
        sent("order", signedBy("SEQUENTIAL", "ALL", "", "li", "wang"));
        wf.actor("zhao").withdraws("sign", "li");
        wf.expect().at("sign").todoOf("wang");
        wf.actor("zhao").isRefused(ErrorCode.ILLEGAL_STATE).withdraws("sign", "wang");
        wf.actor("wang").votes("sign", Vote.DISAGREE);
        wf.expect().at("file").has("signResult", "DISAGREED");
    }

    @Test
    void theLastItemIsNotWithdrawnButTakenBack() {
        sent("last", signedByAll("li", "wang"));
        wf.actor("zhao").isRefused(ErrorCode.ILLEGAL_STATE).withdraws("sign", "li", "wang");
        wf.actor("zhao").withdraws("sign", "li");
        wf.actor("zhao").isRefused(ErrorCode.ILLEGAL_STATE).withdraws("sign", "wang");
        wf.expect().at("sign");
        wf.deployed(work("single").xml());
        wf.started("S", "single", "zhao");
        wf.actor("zhao").submits("draft");
        wf.actor("zhao").isRefused(ErrorCode.ILLEGAL_STATE).withdraws("work", "li");
        wf.actor("zhao").isRefused(ErrorCode.INVALID_INPUT).withdraws("work");
    }

    @Test
    void anInstanceOfARepeatedTaskIsWithdrawn() {
        wf.deployed(process("visits").start("s").user("draft", "zhao").user("visit", Model.by("${who}"))
                .loop("multiInstanceLoopCharacteristics", " behavior=\"None\" wf:collection=\"people\" wf:elementVariable=\"who\"", "")
                .user("file", "zhou").end("e").path("s", "draft", "visit", "file", "e").xml());
        wf.started("V", "visits", "zhao", "people", List.of("li", "wang", "sun"));
        wf.actor("zhao").submits("draft");
        wf.actor("zhao").isRefused(ErrorCode.ILLEGAL_STATE).withdraws("visit", "li", "wang", "sun");
        wf.actor("zhao").withdraws("visit", "li");
        wf.expect().at("visit", "visit").noTodoOf("li");
        wf.actor("wang").submits("visit");
        wf.actor("zhao").withdraws("visit", "sun");
        wf.expect().at("file");
    }

    @Test
    void anItemThatWasLaidAsideIsWithdrawnLikeAnyOther() {
        wf.deployed(shared("lazy", signedByAll("li", "wang")).boundary("late", "sign", timer("PT2H")).path("late", "file").xml());
        wf.started("L", "lazy", "zhao");
        wf.actor("zhao").submits("draft");
        wf.actor("li").laysAside("sign");
        wf.actor("zhao").withdraws("sign", "li");
        wf.actor("wang").laysAside("sign");
        wf.expect().items(SUSPENDED);
        engine.pass(Duration.ofHours(2));
        wf.expect().at("file");
    }
}
