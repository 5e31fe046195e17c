package wf.scenario;

import static wf.scenario.Model.signedByAll;
import static wf.scenario.Sketch.process;
import static wf.scenario.Sketch.timer;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import wf.contract.ErrorCode;
import wf.contract.InstanceState;
import wf.contract.Vote;

/** U3: instances that had ended go on. On the core and on the store. */
public abstract class ActivationScenarios {

    private World wf;
    private Engine engine;

    protected abstract Engine engine();

    @BeforeEach
    void aNewWorld() {
        engine = engine();
        wf = new World(engine);
    }

    private static Sketch letter(String key) {
        return process(key).start("s").user("write", "zhao").user("check", Model.offeredTo("li", "wang")).end("e").path("s", "write", "check", "e");
    }

    private void finished(String key) {
        wf.deployed(letter(key).process("wf:reopen", "true").xml());
        wf.started("it", key, "zhao");
        wf.actor("zhao").submits("write");
        wf.actor("wang").claims("check");
        wf.actor("wang").submits("check", "amount", 5L);
        wf.expect().is(InstanceState.COMPLETED);
    }

    @Test
    void anInstanceThatHasEndedGoesOnWithWhoeverWorkedLast() {
        finished("again");
        wf.actor("zhao").activates(null);
        wf.expect().is(InstanceState.RUNNING).at("check").todoOf("wang").has("amount", 5L);
        wf.actor("wang").submits("check");
        wf.expect().is(InstanceState.COMPLETED);
        wf.actor("zhao").activates(null);
        wf.expect().at("check");
    }

    @Test
    void itGoesOnAtTheNodeAndWithThePeopleThatAreNamed() {
        finished("named");
        wf.actor("zhao").activates("write");
        wf.expect().at("write").todoOf("zhao");
        wf.actor("zhao").submits("write");
        wf.expect().offered("check");
        wf.actor("li").claims("check");
        wf.actor("li").submits("check");
        wf.actor("zhao").activates("check", "sun");
        wf.expect().at("check").todoOf("sun");
        wf.actor("sun").submits("check");
        wf.actor("zhao").activates("check", "sun", "qian");
        wf.expect().offered("check");
        wf.actor("qian").claims("check");
        wf.actor("qian").submits("check");
        wf.expect().is(InstanceState.COMPLETED);
    }

    @Test
    void onlyItsStarterWhereTheProcessAllowsItOrAnAdministratorActivates() {
        wf.deployed(letter("closed").xml());
        wf.started("C", "closed", "zhao");
        wf.actor("admin").isRefused(ErrorCode.ILLEGAL_STATE).activates(null);
        wf.actor("zhao").submits("write");
        wf.actor("admin").terminates();
        wf.actor("zhao").isRefused(ErrorCode.NODE_POLICY).activates(null);
        wf.actor("admin").isRefused(ErrorCode.TARGET_INVALID).activates("nowhere");
        wf.actor("admin").isRefused(ErrorCode.TARGET_INVALID).activates("e");
        wf.actor("admin").isRefused(ErrorCode.NO_PARTICIPANT).activates("check", "nobody");
        wf.actor("admin").activates(null);
        wf.expect().is(InstanceState.RUNNING).at("write").todoOf("zhao");
    }

    @Test
    void anInstanceOnWhichNobodyHasWorkedNeedsANode() {
        wf.deployed(letter("fresh").xml());
        wf.started("F", "fresh", "zhao");
        wf.actor("zhao").withdraws();
        wf.actor("admin").isRefused(ErrorCode.TARGET_INVALID).activates(null);
        wf.actor("admin").activates("check");
        wf.expect().is(InstanceState.RUNNING).offered("check");
    }

    @Test
    void aDeletedInstanceIsRestoredBeforeItIsActivated() {
        finished("removed");
        wf.actor("admin").deletes();
        wf.actor("admin").isRefused(ErrorCode.ILLEGAL_STATE).activates(null);
        wf.actor("admin").restores();
        wf.actor("admin").activates(null);
        wf.expect().at("check");
    }

    @Test
    void timersOfTheNodeAndARoundOfSignersBeginAnew() {
        wf.deployed(process("anew").start("s").user("sign", signedByAll("li", "wang")).boundary("late", "sign", timer("PT2H")).user("mend", "sun").end("e")
                .path("s", "sign", "e").path("late", "mend", "e").xml());
        wf.started("A", "anew", "zhao");
        wf.actor("li").votes("sign", Vote.AGREE);
        wf.actor("wang").votes("sign", Vote.AGREE);
        wf.expect().is(InstanceState.COMPLETED);
        wf.actor("admin").activates(null);
        wf.expect().at("sign", "sign");
        engine.pass(Duration.ofHours(2));
        wf.expect().at("mend");
    }

    @Test
    void whoeverCalledTheInstanceIsNotToldOfItsSecondEnd() {
        wf.deployed(process("below2").start("s").user("ask", "li").end("e").path("s", "ask", "e").xml());
        wf.deployed(process("above2").start("s").call("call", "below2").user("after", "wang").end("e").path("s", "call", "after", "e").xml());
        wf.started("above", "above2", "zhao");
        long above = wf.currentInstance();
        wf.at("below", engine.children(above).get(0));
        wf.actor("li").submits("ask");
        wf.actor("admin").activates(null);
        wf.actor("li").submits("ask");
        wf.expect().is(InstanceState.COMPLETED);
        wf.at("above", above);
        wf.expect().at("after");
    }
}
