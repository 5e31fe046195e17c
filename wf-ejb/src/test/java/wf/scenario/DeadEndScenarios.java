package wf.scenario;

import static wf.scenario.Model.byStarter;
import static wf.scenario.Model.Line.line;
import static wf.scenario.Model.by;
import static wf.scenario.Model.process;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import wf.contract.ErrorCode;
import wf.contract.InstanceState;
import wf.contract.ResubmitMode;
import wf.contract.SiblingPolicy;
import wf.contract.Vote;

/**
 * Where an operation and a shape of process meet so that a token could be lost, go on twice or wait for ever: critical
 * sections beside joins, gateways that have fired, branches that were added. The same scenarios run on the core and on the store.
 */
public abstract class DeadEndScenarios {

    private World wf;
    private Engine engine;

    protected abstract Engine engine();

    @BeforeEach
    void aNewWorld() {
        engine = engine();
        wf = new World(engine);
    }

    private void running(Sketch model, String key) {
        wf.deployed(model.xml());
        wf.started("D", key, "zhao");
    }

    // ---- critical sections ----

    @Test
    void aJoinWaitsForATokenThatWaitsForItsCriticalSection() {
        running(Sketch.process("three").start("s").parallel("both").user("x", "li").user("meet", "wang").says("mutex", "room").user("audit", "sun").says("mutex", "room")
                .parallel("join").end("e").path("s", "both", "x", "join", "e").path("both", "meet", "join").path("both", "audit", "join"), "three");
        wf.actor("li").submits("x");
        wf.expect().incidents();
        wf.actor("wang").submits("meet");
        wf.expect().at("audit").incidents();
        wf.actor("sun").submits("audit");
        wf.expect().is(InstanceState.COMPLETED);
    }

    @Test
    void aTicketPutsWhatWaitedForASectionIntoItWhereItIsFreeByThen() {
        running(Sketch.process("freed").start("s").parallel("both").user("audit", "zhou").says("mutex", "room").user("draft", "li").parallel("split")
                .user("meet", "wang").says("mutex", "room").user("c", "qian").parallel("k").parallel("j").end("e")
                .path("s", "both", "audit", "j", "e").path("both", "draft", "split", "meet", "k", "j").path("split", "c", "k"), "freed");
        wf.actor("li").submits("draft");
        wf.expect().at("audit", "c");
        wf.actor("qian").returns("c", "draft", r -> r.resubmitMode = ResubmitMode.DIRECT);
        wf.actor("zhou").submits("audit");
        wf.actor("li").submits("draft");
        wf.expect().at("meet", "c");
        wf.actor("qian").submits("c");
        wf.expect().at("meet");
        wf.actor("wang").submits("meet");
        wf.expect().is(InstanceState.COMPLETED);
    }

    // ---- gateways that have fired ----

    @Test
    void aGatewayThatLetTheFirstThroughCountsAnewWhenItGoesBack() {
        running(Sketch.process("first").start("s").parallel("split").user("a", "li").user("b", "wang").complex("pick", 1, "IGNORE").user("sign", "sun").end("e")
                .path("s", "split", "a", "pick", "sign", "e").path("split", "b", "pick"), "first");
        wf.actor("li").submits("a");
        wf.expect().at("sign", "b");
        wf.actor("sun").returns("sign", "a");
        wf.actor("li").submits("a");
        wf.expect().at("sign", "b");
        wf.actor("wang").submits("b");
        wf.expect().at("sign");
        wf.actor("sun").submits("sign");
        wf.expect().is(InstanceState.COMPLETED);
    }

    // ---- joins and added branches ----

    @Test
    void aJoinFromWhichAnOperationTookATokenStillWaitsForAnAddedBranch() {
        wf.deployed(process("added").step("draft", byStarter())
                .fork(line("legal", by("li")).then("legal2", by("li")), line("finance", by("wang")), line("technical", by("qian"))).step("sign", by("sun")).end());
        wf.started("A", "added", "zhao");
        wf.actor("zhao").submits("draft");
        wf.actor("admin").jumps("legal", "legal2", SiblingPolicy.KEEP);
        wf.actor("zhao").addsBranch("technical", "split1_finance", "zhou");
        wf.actor("li").submits("legal2");
        wf.actor("wang").submits("finance");
        wf.actor("qian").submits("technical");
        wf.expect().at("finance").todoOf("zhou");
        wf.actor("zhou").submits("finance");
        wf.expect().at("sign");
        wf.actor("sun").submits("sign");
        wf.expect().is(InstanceState.COMPLETED);
    }

    @Test
    void anAddedBranchThatComesInTheSameOperationIsNotLeftBehind() {
        running(Sketch.process("together").start("s").parallel("split").catching("ca", Sketch.condition("go == 1")).catching("cb", Sketch.condition("go == 1"))
                .user("c", "qian").parallel("j").user("sign", "sun").end("e").end("e2")
                .path("s", "split", "ca", "j", "sign", "e").path("split", "cb", "j").path("split", "c", "e2"), "together");
        wf.actor("admin").addsBranch("cb", "split__cb");
        wf.actor("qian").submits("c", "go", 1);
        wf.expect().at("sign").incidents();
    }

    @Test
    void aSubProcessOnAnAddedBranchJoinsAsItDoesElsewhere() {
        running(Sketch.process("inside").start("s").parallel("split").user("a", "li").sub("p", p -> p.start("in").parallel("q").user("x", "sun").with("completionQuantity", "2")
                .user("y", "qian").parallel("k").end("done").path("in", "q", "x", "k", "done").path("q", "y", "k")).user("b", "wang").parallel("j").end("e")
                .path("s", "split", "a", "p", "j", "e").path("split", "b", "j"), "inside");
        wf.actor("admin").addsBranch("b", "split__a", "zhou");
        wf.actor("zhou").submits("a");
        wf.actor("sun").submits("x");
        wf.actor("qian").submits("y");
        wf.expect().incidents("STUCK_JOIN@k").at("a", "b");
    }

    // ---- what came already ----

    @Test
    void workThatGoesBackOutOfASubProcessToBeforeAJoinNeedsNotWaitForTheBranchesThatHadCome() {
        running(Sketch.process("out").start("s").parallel("split").user("legal", "li").user("finance", "wang").parallel("j")
                .sub("p", p -> p.start("in").user("sign", "sun").end("done").path("in", "sign", "done")).end("e")
                .path("s", "split", "legal", "j", "p", "e").path("split", "finance", "j"), "out");
        wf.actor("li").submits("legal");
        wf.actor("wang").submits("finance");
        wf.actor("sun").returns("sign", "legal");
        wf.expect().at("legal");
        wf.actor("li").submits("legal");
        wf.expect().at("sign").incidents();
    }

    @Test
    void anActivityThatFailedHasTheTokensThatItNeeds() {
        running(Sketch.process("pair").start("s").user("u", "zhao").with("completionQuantity", "2").script("f", "n = 1 / d").with("startQuantity", "2").end("e")
                .path("s", "u", "f", "e"), "pair");
        wf.actor("zhao").submits("u", "d", 0);
        wf.expect().incidents("RULE_ERROR@f");
        wf.actor("admin").retries("RULE_ERROR", "d", 1);
        wf.expect().incidents().is(InstanceState.COMPLETED);
    }

    @Test
    void tokensThatComeToAnActivityWhichHasFailedBeginItBesideTheFailedOne() {
        running(Sketch.process("pairs").start("s").parallel("split").user("u", "zhao").with("completionQuantity", "2").user("v", "li").with("completionQuantity", "2")
                .exclusive("m").script("f", "n = 1 / d").with("startQuantity", "2").end("e")
                .path("s", "split", "u", "m", "f", "e").path("split", "v", "m"), "pairs");
        wf.actor("zhao").submits("u", "d", 0);
        wf.expect().incidents("RULE_ERROR@f");
        wf.actor("li").submits("v", "d", 1);
        wf.expect().incidents("RULE_ERROR@f");
        wf.actor("admin").retries("RULE_ERROR");
        wf.expect().incidents().is(InstanceState.COMPLETED);
    }

    @Test
    void aTokenThatFailedWhenItLeftAJoinIsNotTakenForOneThatWaitsThere() {
        running(Sketch.process("left").start("s").parallel("split").user("a", "li").catching("b", Sketch.timer("PT1H")).user("d", "zhou").inclusive("ij").user("c", "sun").end("e").end("e2")
                .path("s", "split", "a", "ij").path("split", "b", "ij").path("split", "d", "e2").when("x == 1", "ij", "c").path("c", "e"), "left");
        wf.actor("li").submits("a", "x", 0);
        engine.pass(Duration.ofHours(1));
        wf.actor("admin").jumps("d", "a");
        wf.expect().incidents("NO_ROUTE@ij");
        wf.actor("li").submits("a", "x", 1);
        wf.expect().at("c").incidents("NO_ROUTE@ij");
        wf.actor("admin").retries("NO_ROUTE");
        wf.expect().at("c", "c").incidents();
    }

    @Test
    void aConditionThatCameTrueWhileTheWorkWasBackIsSeenWhenTheTicketIsUsed() {
        running(Sketch.process("meanwhile").start("s").parallel("both").user("d", "zhou").user("draft", "li").parallel("split")
                .catching("w", Sketch.condition("ready == 1")).user("c", "qian").parallel("k").parallel("j").end("e")
                .path("s", "both", "d", "j", "e").path("both", "draft", "split", "w", "k", "j").path("split", "c", "k"), "meanwhile");
        wf.actor("li").submits("draft");
        wf.actor("qian").returns("c", "draft", r -> r.resubmitMode = ResubmitMode.DIRECT);
        wf.actor("zhou").submits("d", "ready", 1);
        wf.actor("li").submits("draft");
        wf.actor("qian").submits("c");
        wf.expect().is(InstanceState.COMPLETED);
    }

    @Test
    void aVoteIsNotTakenBackWhileWhatCameAfterTheRoundIsBeingUndone() {
        running(Sketch.process("undone").start("s").user("sign", Model.signedBy("SEQUENTIAL", "QUORUM", "1", "li", "wang", "sun")).script("pay", "paid = 1").user("refund", "zhou")
                .undoneBy("pay", "refund").user("archive", "qian").end("e").path("s", "sign", "pay", "archive", "e"), "undone");
        wf.actor("li").votes("sign", Vote.ABSTAIN);
        wf.actor("wang").votes("sign", Vote.AGREE);
        wf.actor("wang").takesBack("sign");
        wf.expect().at("refund");
        wf.actor("li").isRefused(ErrorCode.ILLEGAL_STATE).takesBack("sign");
        wf.actor("zhou").submits("refund");
        wf.expect().at("sign").todoOf("wang");
        wf.actor("li").takesBack("sign");
        wf.actor("li").votes("sign", Vote.AGREE);
        wf.expect().at("archive");
    }

    // ---- into a block whose other branches have gone through ----

    /** legal and finance beside each other, then sign, then archive. */
    private void blockIsBehind(String key) {
        running(Sketch.process(key).process("wf:allow", "freeSubmit").start("s").parallel("split").user("legal", "li").user("finance", "wang").parallel("j").user("sign", "sun").user("archive", "zhou").end("e")
                .path("s", "split", "legal", "j", "sign", "archive", "e").path("split", "finance", "j"), key);
        wf.actor("li").submits("legal");
        wf.actor("wang").submits("finance");
        wf.expect().at("sign");
    }

    @Test
    void aJumpIntoAJoinedBlockComesOutOfItAlone() {
        blockIsBehind("jumped");
        wf.actor("admin").jumps("sign", "legal");
        wf.actor("li").submits("legal");
        wf.expect().at("sign").incidents();
        wf.actor("sun").submits("sign");
        wf.actor("zhou").submits("archive");
        wf.expect().is(InstanceState.COMPLETED);
    }

    @Test
    void workThatIsHandedFreelyIntoAJoinedBlockComesOutOfItAlone() {
        blockIsBehind("handed");
        wf.actor("sun").submitsFreely("sign", "finance", "qian");
        wf.actor("qian").submits("finance");
        wf.expect().at("sign").incidents();
    }

    @Test
    void aProcessThatIsTakenUpInsideAJoinedBlockComesOutOfItAlone() {
        blockIsBehind("again");
        wf.actor("sun").submits("sign");
        wf.actor("zhou").submits("archive");
        wf.actor("admin").activates("legal");
        wf.actor("li").submits("legal");
        wf.expect().at("sign").incidents();
    }

    @Test
    void aJumpToBeforeASplitLeavesItsJoinToWaitForAllOfThem() {
        running(Sketch.process("before").start("s").user("draft", "zhao").parallel("split").user("legal", "li").user("finance", "wang").parallel("j").user("sign", "sun").end("e")
                .path("s", "draft", "split", "legal", "j", "sign", "e").path("split", "finance", "j"), "before");
        wf.actor("zhao").submits("draft");
        wf.actor("li").submits("legal");
        wf.actor("wang").submits("finance");
        wf.actor("admin").jumps("sign", "draft");
        wf.actor("zhao").submits("draft");
        wf.actor("li").submits("legal");
        wf.expect().at("finance").incidents();
        wf.actor("wang").submits("finance");
        wf.expect().at("sign");
    }

    @Test
    void aReturnIntoAJoinedBlockOfAFinishedSubProcessComesOutOfItAlone() {
        running(Sketch.process("within").start("s").sub("p", p -> p.start("in").parallel("split").user("a", "li").user("b", "wang").parallel("k").user("x", "qian").end("done")
                .path("in", "split", "a", "k", "x", "done").path("split", "b", "k")).user("y", "sun").end("e").path("s", "p", "y", "e"), "within");
        wf.actor("li").submits("a");
        wf.actor("wang").submits("b");
        wf.actor("qian").submits("x");
        wf.actor("sun").returns("y", "a");
        wf.actor("li").submits("a");
        wf.expect().at("x").incidents();
        wf.actor("qian").submits("x");
        wf.expect().at("y");
    }

    @Test
    void aReturnToBeforeAGatewayThatNeedsTwoComesThroughItAlone() {
        running(Sketch.process("needed").start("s").parallel("split").user("a", "li").user("b", "wang").complex("pick", 2, "IGNORE").user("sign", "sun").end("e")
                .path("s", "split", "a", "pick", "sign", "e").path("split", "b", "pick"), "needed");
        wf.actor("li").submits("a");
        wf.actor("wang").submits("b");
        wf.actor("sun").returns("sign", "a");
        wf.actor("li").submits("a");
        wf.expect().at("sign").incidents();
    }

    @Test
    void aBranchThatIsAddedBeforeAJoinThatHasFiredComesThroughItAlone() {
        running(Sketch.process("late").start("s").parallel("split").user("a", "li").user("b", "wang").user("c", "qian").parallel("k").user("x", "sun").parallel("j").end("e")
                .path("s", "split", "a", "k", "x", "j", "e").path("split", "b", "k").path("split", "c", "j"), "late");
        wf.actor("li").submits("a");
        wf.actor("wang").submits("b");
        wf.expect().at("x", "c");
        wf.actor("admin").addsBranch("c", "split__a", "zhou");
        wf.actor("zhou").submits("a");
        wf.expect().at("x", "x", "c").incidents();
    }

    @Test
    void aJumpOutOfABlockThatWasOpenedAgainTakesWhatStoodForTheOthers() {
        blockIsBehind("opened");
        wf.actor("sun").returns("sign", "legal");
        wf.expect().at("legal");
        wf.actor("admin").jumps("legal", "archive", SiblingPolicy.KILL);
        wf.expect().at("archive");
        wf.actor("zhou").submits("archive");
        wf.expect().is(InstanceState.COMPLETED).incidents();
    }
}
