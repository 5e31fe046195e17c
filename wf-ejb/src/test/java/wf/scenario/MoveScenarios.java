package wf.scenario;

import static wf.scenario.Model.Line.line;
import static wf.scenario.Model.by;
import static wf.scenario.Model.byStarter;
import static wf.scenario.Model.process;
import static wf.scenario.Model.signedBy;
import static wf.scenario.Model.signedByAll;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import wf.contract.ErrorCode;
import wf.contract.InstanceState;
import wf.contract.SiblingPolicy;
import wf.contract.SigningOrder;
import wf.contract.SigningRuleKind;
import wf.contract.Vote;
import wf.scenario.Model.Who;

/**
 * Work that leaves the ways of the model: taken back, sent anywhere, handed on freely, given a branch more, or passed over.
 * The same scenarios run on the core and on the store.
 */
public abstract class MoveScenarios {

    private World wf;

    protected abstract Engine engine();

    @BeforeEach
    void aNewWorld() {
        wf = new World(engine());
    }

    private static Who with(Who who, String attributes) {
        return new Who(who.attributes() + " " + attributes, who.extensions());
    }

    private void letter(String key) {
        letter(key, "");
    }

    /** @param allowed attributes of the process */
    private void letter(String key, String allowed) {
        wf.deployed(process(key).step("draft", byStarter()).step("check", by("li")).step("sign", by("wang")).end()
                .replace("isExecutable=\"true\"", "isExecutable=\"true\"" + allowed));
        wf.started("L", key, "zhao");
        wf.actor("zhao").submits("draft");
    }

    private void contract(String key) {
        wf.deployed(process(key).step("draft", byStarter())
                .fork(line("legal", by("li")).then("legal2", by("li")), line("finance", by("wang")), line("technical", by("qian")))
                .step("sign", by("sun")).end());
        wf.started("C", key, "zhao");
        wf.actor("zhao").submits("draft");
    }

    // ---- taking back ----

    @Test
    void workIsTakenBackAsLongAsNobodyHasOpenedIt() {
        letter("takeBack");
        wf.actor("wang").isRefused(ErrorCode.NOT_FOUND).takesBack("draft");
        wf.actor("zhao").takesBack("draft");
        wf.expect().at("draft").todoOf("zhao").noTodoOf("li");
        wf.actor("zhao").submits("draft");
        wf.actor("li").opens("check");
        wf.actor("zhao").isRefused(ErrorCode.DOWNSTREAM_OPENED).takesBack("draft");
        wf.actor("li").submits("check");
        wf.actor("zhao").isRefused(ErrorCode.DOWNSTREAM_OPENED).takesBack("draft");
        wf.actor("li").takesBack("check");
        wf.expect().at("check").todoOf("li");
    }

    @Test
    void aSubmitThatSplitIsTakenBackWithAllItsBranches() {
        contract("takeBackSplit");
        wf.actor("zhao").takesBack("draft");
        wf.expect().at("draft");
        wf.actor("zhao").submits("draft");
        wf.actor("wang").submits("finance");
        wf.actor("zhao").isRefused(ErrorCode.DOWNSTREAM_OPENED).takesBack("draft");
        wf.actor("wang").takesBack("finance");
        wf.expect().at("legal", "finance", "technical");
    }

    @Test
    void whatHasBeenJoinedIsNotTakenBack() {
        contract("takeBackJoined");
        wf.actor("li").submits("legal");
        wf.actor("li").submits("legal2");
        wf.actor("wang").submits("finance");
        wf.actor("qian").submits("technical");
        wf.expect().at("sign");
        wf.actor("qian").isRefused(ErrorCode.JOIN_FIRED).takesBack("technical");
    }

    // ---- taking back votes ----

    private void signed(String key, Who signers) {
        wf.deployed(process(key).step("draft", byStarter()).step("sign", signers).step("archive", by("zhou")).end());
        wf.started("V", key, "zhao");
        wf.actor("zhao").submits("draft");
    }

    @Test
    void aVoteIsTakenBackWhileTheRoundGoesOn() {
        signed("voteBack", signedBy("PARALLEL", "QUORUM", "2", "li", "wang", "sun"));
        wf.actor("li").votes("sign", Vote.DISAGREE);
        wf.actor("wang").votes("sign", Vote.AGREE);
        wf.actor("li").takesBack("sign");
        wf.expect().at("sign", "sign").todoOf("li", "sun");
        wf.actor("sun").isRefused(ErrorCode.TARGET_INVALID).transfers("sign", "wang");
        wf.actor("li").votes("sign", Vote.AGREE);
        wf.expect().at("archive").has("signResult", "AGREED").noTodoOf("sun");
    }

    @Test
    void theLastVoteOfARoundIsTakenBackAndTheOthersStay() {
        signed("lastVote", signedByAll("li", "wang", "sun"));
        wf.actor("li").votes("sign", Vote.AGREE);
        wf.actor("wang").votes("sign", Vote.AGREE);
        wf.actor("sun").votes("sign", Vote.AGREE);
        wf.actor("li").isRefused(ErrorCode.DOWNSTREAM_OPENED).takesBack("sign");
        wf.actor("sun").takesBack("sign");
        wf.expect().at("sign").todoOf("sun").noTodoOf("zhou").noTodoOf("li");
        wf.actor("wang").takesBack("sign");
        wf.expect().todoOf("sun", "wang");
        wf.actor("wang").votes("sign", Vote.AGREE);
        wf.actor("sun").votes("sign", Vote.DISAGREE);
        wf.expect().at("archive").has("signResult", "DISAGREED");
        wf.actor("zhou").returns("archive", "sign");
        wf.expect().todoOf("li", "wang", "sun");
    }

    @Test
    void whenTheVoteThatDecidedEarlyIsTakenBackTheOthersAreAskedAgain() {
        signed("earlyVote", signedByAll("li", "wang", "sun"));
        wf.actor("li").votes("sign", Vote.AGREE);
        wf.actor("wang").votes("sign", Vote.DISAGREE);
        wf.expect().at("archive").noTodoOf("sun");
        wf.actor("wang").takesBack("sign");
        wf.expect().at("sign", "sign").todoOf("wang", "sun").noTodoOf("li");
        wf.actor("wang").votes("sign", Vote.AGREE);
        wf.actor("sun").votes("sign", Vote.AGREE);
        wf.expect().at("archive").has("signResult", "AGREED");
    }

    @Test
    void inASequenceTheVoteIsTakenBackUntilTheNextSignerHasLooked() {
        signed("sequenceVote", signedBy("SEQUENTIAL", "ALL", "", "li", "wang", "sun"));
        wf.actor("li").votes("sign", Vote.AGREE);
        wf.actor("li").takesBack("sign");
        wf.expect().at("sign").todoOf("li").noTodoOf("wang");
        wf.actor("li").votes("sign", Vote.AGREE);
        wf.actor("wang").opens("sign");
        wf.actor("li").isRefused(ErrorCode.DOWNSTREAM_OPENED).takesBack("sign");
        wf.actor("wang").votes("sign", Vote.AGREE);
        wf.actor("li").isRefused(ErrorCode.DOWNSTREAM_OPENED).takesBack("sign");
        wf.actor("wang").takesBack("sign");
        wf.expect().todoOf("wang").noTodoOf("sun");
        wf.actor("wang").votes("sign", Vote.AGREE);
        wf.actor("sun").votes("sign", Vote.AGREE);
        wf.expect().at("archive").has("signResult", "AGREED");
    }

    @Test
    void aVoteInARoundThatAHandlerOpenedIsTakenBack() {
        letter("asked");
        wf.actor("li").countersigns("check", SigningOrder.PARALLEL, SigningRuleKind.ALL, null, "sun", "qian");
        wf.actor("sun").votes("check", Vote.AGREE);
        wf.actor("sun").takesBack("check");
        wf.expect().todoOf("sun", "qian");
        wf.actor("sun").votes("check", Vote.AGREE);
        wf.actor("qian").votes("check", Vote.AGREE);
        wf.actor("qian").isRefused(ErrorCode.ILLEGAL_STATE).takesBack("check");
        wf.actor("li").submits("check");
        wf.expect().at("sign");
    }

    // ---- jumping ----

    @Test
    void aJumpInsideTheBranchLeavesTheOthersAlone() {
        contract("jumpInside");
        wf.actor("admin").jumps("legal", "legal2");
        wf.expect().at("legal2", "finance", "technical");
        wf.actor("admin").jumps("legal2", "legal", "zhou");
        wf.expect().at("legal", "finance", "technical").todoOf("zhou");
    }

    @Test
    void aJumpOutOfTheBlockGivesTheOthersUp() {
        contract("jumpOut");
        wf.actor("admin").jumps("legal", "sign");
        wf.expect().at("sign");
        wf.actor("sun").submits("sign");
        wf.expect().is(InstanceState.COMPLETED);
    }

    @Test
    void aJumpOutOfTheBlockMayLeaveTheOthersAndTheirJoinWaitsForThemOnly() {
        contract("jumpKeep");
        wf.actor("wang").submits("finance");
        wf.actor("admin").jumps("legal", "draft", SiblingPolicy.KEEP);
        wf.expect().at("draft", "technical");
        wf.actor("admin").moves("draft", "end");
        wf.expect().at("technical");
        wf.actor("qian").submits("technical");
        wf.expect().at("sign");
    }

    @Test
    void aJoinThatAJumpStarvedGoesOn() {
        contract("starved");
        wf.actor("wang").submits("finance");
        wf.actor("qian").submits("technical");
        wf.actor("admin").jumps("legal", "sign", SiblingPolicy.KEEP);
        wf.expect().at("sign", "sign").incidents();
        wf.actor("sun").submits("sign");
        wf.actor("sun").submits("sign");
        wf.expect().is(InstanceState.COMPLETED);
    }

    @Test
    void nobodyJumpsToAStartOrIntoASubProcess() {
        wf.deployed(Sketch.process("jumpWhere").start("start").user("draft", "zhao").sub("inner", s -> s.start("in").user("x", "li").end("out").path("in", "x", "out"))
                .user("last", "sun").end("end").path("start", "draft", "inner", "last", "end").xml());
        wf.started("J", "jumpWhere", "zhao");
        wf.actor("admin").isRefused(ErrorCode.TARGET_INVALID).jumps("draft", "start");
        wf.actor("admin").isRefused(ErrorCode.TARGET_INVALID).jumps("draft", "x");
        wf.actor("admin").isRefused(ErrorCode.TARGET_INVALID).jumps("draft", "nowhere");
        wf.actor("admin").jumps("draft", "inner");
        wf.expect().at("x");
        wf.actor("admin").jumps("x", "last");
        wf.expect().at("last");
    }

    // ---- free ways ----

    @Test
    void aHandlerHandsHisWorkOnToWhomHeLikes() {
        letter("free", " wf:allow=\"freeSubmit\"");
        wf.actor("li").submitsFreely("check", null, "zhou");
        wf.expect().at("check").todoOf("zhou");
        wf.actor("zhou").submitsFreely("check", "draft", "sun");
        wf.expect().at("draft").todoOf("sun");
        wf.actor("sun").isRefused(ErrorCode.NO_PARTICIPANT).submitsFreely("draft", "sign", "nobody");
        wf.actor("sun").submitsFreely("draft", "sign");
        wf.expect().at("sign").todoOf("wang");
    }

    @Test
    void aJoinGoesOnWithoutTheBranchWhoseWorkWasHandedElsewhereFreely() {
        wf.deployed(process("freeOut").step("draft", byStarter()).fork(line("finance", with(by("wang"), "wf:allow=\"freeSubmit\"")), line("technical", by("qian")))
                .step("sign", by("sun")).end());
        for (String target : List.of("end", "sign", "technical")) {
            wf.started("F" + target, "freeOut", "zhao");
            wf.actor("zhao").submits("draft");
            wf.actor("wang").submitsFreely("finance", target);
            wf.actor("qian").submits("technical");
            wf.expect().incidents();
        }
    }

    @Test
    void nobodyGetsASecondVoteByBeingAdded() {
        signed("stuffed", with(signedByAll("li", "wang"), "wf:addInstance=\"true\""));
        wf.actor("li").votes("sign", Vote.AGREE);
        wf.actor("zhao").isRefused(ErrorCode.TARGET_INVALID).adds("sign", "li");
        wf.actor("zhao").isRefused(ErrorCode.TARGET_INVALID).adds("sign", "wang");
        wf.actor("zhao").adds("sign", "sun");
        wf.expect().at("sign", "sign").todoOf("wang", "sun");
    }

    @Test
    void oneOfSeveralInstancesOfAnActivityCannotBeHandedElsewhereAlone() {
        wf.deployed(Sketch.process("oneOfSeveral").process("wf:allow", "freeSubmit").start("s")
                .user("each", by("li")).repeat("loopCounter < 2").path("s", "each")
                .user("last", by("sun")).path("each", "last").end("e").path("last", "e").xml());
        wf.started("F", "oneOfSeveral", "zhao");
        wf.actor("li").isRefused(ErrorCode.ILLEGAL_STATE).submitsFreely("each", "last");
        wf.actor("li").isRefused(ErrorCode.ILLEGAL_STATE).submitsFreely("each", null, "wang");
        wf.actor("li").submits("each");
        wf.actor("li").submits("each");
        wf.expect().at("last");
    }

    @Test
    void freeWaysNeedTheWordOfTheModel() {
        letter("notFree");
        wf.actor("li").isRefused(ErrorCode.NODE_POLICY).submitsFreely("check", null, "zhou");
        wf.actor("li").isRefused(ErrorCode.NODE_POLICY).jumps("check", "sign");
        wf.expect().at("check");
    }

    @Test
    void whoeverSubmitsChoosesWhoHandlesTheNextNodeAmongItsParticipants() {
        wf.deployed(process("chosen").step("draft", byStarter())
                .step("check", with(Model.offeredTo("li", "wang"), "wf:chosenByPrevious=\"true\"")).step("sign", by("sun")).end());
        wf.started("C", "chosen", "zhao");
        wf.actor("zhao").isRefused(ErrorCode.NO_PARTICIPANT).submits("draft");
        wf.actor("zhao").isRefused(ErrorCode.NO_PARTICIPANT).submitsTo("draft", "check", "zhou");
        wf.actor("zhao").isRefused(ErrorCode.INVALID_INPUT).submitsTo("draft", "sign", "li");
        wf.actor("zhao").submitsTo("draft", "check", "wang");
        wf.expect().at("check").todoOf("wang");
    }

    @Test
    void whoeverSubmitsChoosesTheWayWhereTheModelLeavesItToHim() {
        wf.deployed(Sketch.process("ways").start("start").user("draft", "zhao").exclusive("which").says("choice", "MANUAL").user("a", "li").user("b", "wang").end("end")
                .path("start", "draft", "which", "a", "end").path("which", "b", "end").xml());
        wf.started("W", "ways", "zhao");
        wf.actor("zhao").isRefused(ErrorCode.NO_ROUTE).submits("draft");
        wf.actor("zhao").isRefused(ErrorCode.INVALID_INPUT).submitsAlong("draft", "elsewhere");
        wf.actor("zhao").submitsAlong("draft", "which__b");
        wf.expect().at("b");
    }

    // ---- branches more ----

    @Test
    void aBranchThatIsAddedToASplitIsWaitedForAtTheJoin() {
        contract("supplemented");
        wf.actor("qian").isRefused(ErrorCode.FORBIDDEN).addsBranch("technical", "split1_finance");
        wf.actor("zhao").isRefused(ErrorCode.TARGET_INVALID).addsBranch("technical", "join1_sign");
        wf.actor("zhao").addsBranch("technical", "split1_finance", "zhou");
        wf.expect().at("legal", "finance", "finance", "technical").todoOf("zhou");
        wf.actor("wang").submits("finance");
        wf.actor("qian").submits("technical");
        wf.actor("li").submits("legal");
        wf.actor("li").submits("legal2");
        wf.expect().at("finance");
        wf.actor("zhou").submits("finance");
        wf.expect().at("sign");
        wf.actor("sun").submits("sign");
        wf.expect().is(InstanceState.COMPLETED);
    }

    @Test
    void aJoinNoLongerWaitsForAnAddedBranchThatWentElsewhere() {
        contract("supplementLeft");
        wf.actor("zhao").addsBranch("technical", "split1_finance", "zhou");
        wf.actor("wang").submits("finance");
        wf.actor("qian").submits("technical");
        wf.actor("li").submits("legal");
        wf.actor("li").submits("legal2");
        wf.expect().at("finance");
        wf.actor("admin").jumps("finance", "end", SiblingPolicy.KEEP);
        wf.expect().at("sign");
    }

    /** Two tokens come to the split, so that two of each way come to the join while it waits for the added branch. */
    @Test
    void aJoinThatWaitedForAnAddedBranchFiresForEachSetThatHasComeMeanwhile() {
        wf.deployed(Sketch.process("sets").start("start").user("draft", "zhao").with("completionQuantity", "2").parallel("split").user("a", "li").user("b", "wang")
                .parallel("join").user("sign", "sun").end("end").path("start", "draft", "split", "a", "join", "sign", "end").path("split", "b", "join").xml());
        wf.started("S", "sets", "zhao");
        wf.actor("zhao").submits("draft");
        wf.actor("admin").addsBranch("a", "split__b", "zhou");
        List.of("li", "li").forEach(p -> wf.actor(p).submits("a"));
        List.of("wang", "wang").forEach(p -> wf.actor(p).submits("b"));
        wf.expect().at("b");
        wf.actor("zhou").submits("b");
        wf.expect().at("sign", "sign");
        List.of("sun", "sun").forEach(p -> wf.actor(p).submits("sign"));
        wf.expect().is(InstanceState.COMPLETED);
    }

    @Test
    void aJoinFiresForEachSetWhenTheAddedBranchWentElsewhere() {
        wf.deployed(Sketch.process("setsLeft").start("start").user("draft", "zhao").with("completionQuantity", "2").parallel("split").user("a", "li").user("b", "wang")
                .parallel("join").user("sign", "sun").end("end").path("start", "draft", "split", "a", "join", "sign", "end").path("split", "b", "join").xml());
        wf.started("T", "setsLeft", "zhao");
        wf.actor("zhao").submits("draft");
        wf.actor("admin").addsBranch("a", "split__b", "zhou");
        List.of("li", "li").forEach(p -> wf.actor(p).submits("a"));
        List.of("wang", "wang").forEach(p -> wf.actor(p).submits("b"));
        wf.actor("admin").jumps("b", "end", SiblingPolicy.KEEP);
        wf.expect().at("sign", "sign");
    }

    // ---- passing over ----

    @Test
    void aNodeForWhichNobodyIsFoundIsPassedWhereTheModelSaysSo() {
        wf.deployed(process("empty").step("draft", byStarter()).step("check", with(by("nobody"), "wf:skipEmpty=\"true\""))
                .step("sign", by("wang")).end());
        wf.started("E", "empty", "zhao");
        wf.actor("zhao").submits("draft");
        wf.expect().at("sign").todoOf("wang");
        wf.actor("wang").returns("sign");
        wf.expect().at("draft");
    }

    @Test
    void whoeverHasHandledTheWorkNeedNotHandleItAgainButAfterAReturn() {
        wf.deployed(process("repeat").step("draft", byStarter()).step("check", by("li")).step("head", with(by("li"), "wf:skipRepeat=\"ADJACENT\""))
                .step("starter", with(by("zhao"), "wf:skipRepeat=\"IS_STARTER\"")).step("hr", by("wang"))
                .step("again", with(by("li"), "wf:skipRepeat=\"ANY_EARLIER\"")).step("file", by("sun")).end());
        wf.started("R", "repeat", "zhao");
        wf.actor("zhao").submits("draft");
        wf.actor("li").submits("check");
        wf.expect().at("hr");
        wf.actor("wang").submits("hr");
        wf.expect().at("file");
        wf.actor("sun").returns("file", "check");
        wf.actor("li").submits("check");
        wf.expect().at("head").todoOf("li");
    }
}
