package wf.scenario;

import static wf.scenario.Model.Line.line;
import static wf.scenario.Model.by;
import static wf.scenario.Model.byStarter;
import static wf.scenario.Model.process;
import static wf.scenario.Model.signedBy;
import static wf.scenario.Model.signedByAll;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import wf.contract.AddSignPosition;
import wf.contract.DataPolicy;
import wf.contract.ErrorCode;
import wf.contract.InstanceState;
import wf.contract.RelatedBranches;
import wf.contract.ResubmitMode;
import wf.contract.Vote;
import wf.scenario.Model.Who;

/** Sending work back across branches (§1.3, cases A to F) and data (§1.4). The same scenarios run on the core and on the store. */
public abstract class ReturnScenarios {

    private World wf;

    protected abstract Engine engine();

    @BeforeEach
    void aNewWorld() {
        wf = new World(engine());
    }

    private static Who with(Who who, String attributes) {
        return new Who(who.attributes() + " " + attributes, who.extensions());
    }

    private void contract(String key, Who legal2) {
        wf.deployed(process(key).step("draft", byStarter())
                .fork(line("legal", by("li")).then("legal2", legal2), line("finance", by("wang")).then("finance2", by("wang")), line("technical", by("qian")))
                .step("sign", by("sun")).end());
        wf.started("C", key, "zhao");
        wf.actor("zhao").submits("draft");
    }

    /** Three splits inside one another: a with (b with (c beside d) beside e) beside f. */
    private void nested(String key) {
        wf.deployed(Sketch.process(key).start("start").user("draft", "zhao").parallel("s1").user("a", "li").user("f", "wang").parallel("s2")
                .user("b", "sun").user("e", "qian").parallel("s3").user("c", "zhou").user("d", "admin").parallel("j3").parallel("j2").parallel("j1")
                .user("last", "admin").end("end").path("start", "draft", "s1", "a", "s2", "b", "s3", "c", "j3", "j2", "j1", "last", "end")
                .path("s1", "f", "j1").path("s2", "e", "j2").path("s3", "d", "j3").xml());
        wf.started("N", key, "zhao");
        wf.actor("zhao").submits("draft");
        wf.actor("li").submits("a");
        wf.actor("sun").submits("b");
        wf.expect().at("c", "d", "e", "f");
    }

    // ---- case B ----

    @Test
    void aReturnWaitsUntilTheBranchesBesideHaveComeToTheirJoin() {
        contract("waits", with(by("li"), "wf:relatedBranches=\"WAIT\""));
        wf.actor("li").submits("legal");
        wf.actor("li").returns("legal2", "draft");
        wf.expect().at("finance", "technical");
        wf.actor("qian").submits("technical");
        wf.actor("wang").submits("finance");
        wf.expect().at("finance2");
        wf.actor("wang").submits("finance2");
        wf.expect().at("draft").todoOf("zhao");
        wf.actor("zhao").submits("draft");
        wf.expect().at("legal", "finance", "technical");
    }

    @Test
    void aReturnThatWaitsGoesWhenAllOthersAreReturnedToo() {
        contract("allWait", by("li"));
        wf.actor("li").returns("legal", "draft", r -> r.relatedBranches = RelatedBranches.WAIT);
        wf.actor("wang").returns("finance", "draft", r -> r.relatedBranches = RelatedBranches.WAIT);
        wf.expect().at("technical");
        wf.actor("qian").returns("technical", "draft", r -> r.relatedBranches = RelatedBranches.WAIT);
        wf.expect().at("draft");
    }

    @Test
    void whoeverReturnsIsAskedAboutTheBranchesBesideWhereTheModelSaysSo() {
        contract("asks", with(by("li"), "wf:relatedBranches=\"ASK\""));
        wf.actor("li").submits("legal");
        wf.actor("li").isRefused(ErrorCode.CONFIRM_REQUIRED).returns("legal2", "draft");
        wf.expect().at("legal2", "finance", "technical");
        wf.actor("li").returns("legal2", "draft", r -> r.relatedBranches = RelatedBranches.ALL);
        wf.expect().at("draft");
    }

    @Test
    void aReturnOutOfTheInnermostOfThreeSplitsLeavesWhatIsOutsideItsTarget() {
        nested("inner");
        wf.actor("admin").submits("d");
        wf.actor("zhou").returns("c", "b");
        wf.expect().at("b", "e", "f");
        wf.actor("sun").submits("b");
        wf.expect().at("c", "d", "e", "f");
        wf.actor("zhou").returns("c", "a");
        wf.expect().at("a", "f");
        wf.actor("li").returns("a", "draft");
        wf.expect().at("draft");
    }

    // ---- case C ----

    @Test
    void aBranchBesideThatPassedTheTargetGoesOnFromThereAndTheReturningOneWaitsAtTheJoin() {
        contract("beside", by("li"));
        wf.actor("wang").submits("finance");
        wf.actor("li").submits("legal");
        wf.actor("li").returns("legal2", "finance");
        wf.expect().at("finance", "technical").noTodoOf("li");
        wf.actor("wang").submits("finance");
        wf.actor("wang").submits("finance2");
        wf.actor("qian").submits("technical");
        wf.expect().at("sign");
    }

    @Test
    void aBranchBesideThatWaitsAtTheJoinAlreadyIsFetchedBack() {
        contract("fetched", by("li"));
        wf.actor("wang").submits("finance");
        wf.actor("wang").submits("finance2");
        wf.actor("li").returns("legal", "finance2");
        wf.expect().at("finance2", "technical");
        wf.actor("wang").submits("finance2");
        wf.actor("qian").submits("technical");
        wf.expect().at("sign");
    }

    @Test
    void aNodeThatTheBranchBesideHasNotPassedIsNoTarget() {
        contract("notYet", by("li"));
        wf.actor("li").isRefused(ErrorCode.TARGET_INVALID).returns("legal", "finance");
    }

    @Test
    void insideNestedSplitsTheReturningOneMeetsTheOtherAtTheirOwnJoin() {
        nested("meet");
        wf.actor("zhou").isRefused(ErrorCode.TARGET_INVALID).returns("c", "f");
        wf.actor("wang").submits("f");
        wf.actor("zhou").returns("c", "f");
        wf.expect().at("d", "e", "f");
        wf.actor("admin").submits("d");
        wf.actor("qian").submits("e");
        wf.actor("wang").submits("f");
        wf.expect().at("last");
    }

    // ---- case D and E ----

    @Test
    void afterTheJoinOneBranchGoesOnAgainAndTheOthersCountAsCome() {
        contract("merged", by("li"));
        allSubmit();
        wf.actor("sun").returns("sign", "finance");
        wf.expect().at("finance").todoOf("wang");
        wf.actor("wang").submits("finance");
        wf.expect().at("finance2");
        wf.actor("wang").submits("finance2");
        wf.expect().at("sign").todoOf("sun");
        wf.actor("sun").submits("sign");
        wf.expect().is(InstanceState.COMPLETED);
    }

    private void allSubmit() {
        wf.actor("li").submits("legal");
        wf.actor("li").submits("legal2");
        wf.actor("wang").submits("finance");
        wf.actor("wang").submits("finance2");
        wf.actor("qian").submits("technical");
        wf.expect().at("sign");
    }

    @Test
    void afterTheJoinAllBranchesGoOnAgainWhereTheModelSaysSo() {
        wf.deployed(process("allAgain").step("draft", byStarter())
                .fork(line("legal", by("li")).then("legal2", by("li")), line("finance", by("wang")))
                .step("sign", with(by("sun"), "wf:returnAcrossJoin=\"ALL\"")).end());
        wf.started("C", "allAgain", "zhao");
        wf.actor("zhao").submits("draft");
        wf.actor("li").submits("legal");
        wf.actor("li").submits("legal2");
        wf.actor("wang").submits("finance");
        wf.actor("sun").returns("sign", "finance");
        wf.expect().at("legal", "finance");
        wf.actor("wang").submits("finance");
        wf.actor("li").submits("legal");
        wf.actor("li").submits("legal2");
        wf.expect().at("sign");
    }

    @Test
    void intoTheInnermostOfThreeMergedSplitsEachLevelCountsTheOthersAsCome() {
        nested("deep");
        wf.actor("zhou").submits("c");
        wf.actor("admin").submits("d");
        wf.actor("qian").submits("e");
        wf.actor("wang").submits("f");
        wf.expect().at("last");
        wf.actor("admin").returns("last", "c");
        wf.expect().at("c").todoOf("zhou");
        wf.actor("zhou").submits("c");
        wf.expect().at("last");
        wf.actor("admin").returns("last", "b");
        wf.expect().at("b");
        wf.actor("sun").submits("b");
        wf.expect().at("c", "d");
    }

    @Test
    void aFinishedSubProcessWaitsForItsCriticalSectionLikeAnyOther() {
        wf.deployed(Sketch.process("room").start("start").parallel("both").sub("meeting", s -> s.start("in").user("x", "li").user("y", "wang").end("out")
                .path("in", "x", "y", "out")).says("mutex", "room").user("last", "sun").user("audit", "zhou").says("mutex", "room")
                .parallel("join").end("end").path("start", "both", "meeting", "last", "join", "end").path("both", "audit", "join").xml());
        wf.started("R", "room", "zhao");
        wf.actor("li").submits("x");
        wf.expect().at("y");
        wf.actor("wang").submits("y");
        wf.expect().at("last", "audit");
        wf.actor("sun").returns("last", "y", r -> r.relatedBranches = RelatedBranches.ALL);
        wf.expect().at("audit");
        wf.actor("zhou").submits("audit");
        wf.expect().at("x").todoOf("li");
        wf.actor("li").submits("x");
        wf.actor("wang").submits("y");
        wf.actor("sun").submits("last");
        wf.expect().at().is(InstanceState.COMPLETED);
    }

    @Test
    void aFinishedSubProcessBeginsAnewAtTheTarget() {
        wf.deployed(Sketch.process("sub").start("start").user("draft", "zhao").sub("inner", s -> s.start("in").user("x", "li").user("y", "wang").end("out")
                .path("in", "x", "y", "out")).user("last", "sun").end("end").path("start", "draft", "inner", "last", "end").xml());
        wf.started("S", "sub", "zhao");
        wf.actor("zhao").submits("draft");
        wf.actor("li").submits("x");
        wf.actor("wang").returns("y", "draft");
        wf.expect().at("draft");
        wf.actor("zhao").submits("draft");
        wf.actor("li").submits("x");
        wf.actor("wang").submits("y");
        wf.actor("sun").returns("last", "x");
        wf.expect().at("x").todoOf("li");
        wf.actor("li").submits("x");
        wf.actor("wang").submits("y");
        wf.expect().at("last");
    }

    // ---- case F ----

    @Test
    void inASequenceTheWorkGoesBackToTheSignerBeforeWhereTheNodeSaysSo() {
        wf.deployed(process("before").step("draft", byStarter())
                .step("sign", with(signedBy("SEQUENTIAL", "ALL", "", "li", "wang", "sun"), "wf:returnInRound=\"PREVIOUS_SIGNER\"")).step("file", by("zhou")).end());
        wf.started("R", "before", "zhao");
        wf.actor("zhao").submits("draft");
        wf.actor("li").votes("sign", Vote.AGREE);
        wf.actor("wang").returns("sign");
        wf.expect().at("sign").todoOf("li");
        wf.actor("li").votes("sign", Vote.AGREE);
        wf.expect().todoOf("wang");
        wf.actor("wang").votes("sign", Vote.AGREE);
        wf.actor("sun").votes("sign", Vote.AGREE);
        wf.expect().at("file").has("signResult", "AGREED");
        wf.actor("zhou").returns("file", "sign");
        wf.expect().todoOf("li");
        wf.actor("li").returns("sign");
        wf.expect().at("draft").todoOf("zhao");
    }

    @Test
    void aSignerWhoWasAddedSendsTheWorkBackToWhoeverAddedHimWhereTheNodeSaysSo() {
        wf.deployed(process("adder").step("draft", byStarter())
                .step("sign", with(signedByAll("li", "wang"), "wf:returnInRound=\"ADDER\"")).step("file", by("zhou")).end());
        wf.started("R", "adder", "zhao");
        wf.actor("zhao").submits("draft");
        wf.actor("li").addsSigners("sign", AddSignPosition.AFTER, "sun");
        wf.actor("sun").returns("sign");
        wf.expect().at("sign", "sign").todoOf("li", "wang");
        wf.actor("li").votes("sign", Vote.AGREE);
        wf.actor("wang").votes("sign", Vote.AGREE);
        wf.expect().at("file").has("signResult", "AGREED");
    }

    @Test
    void aSignerBeforeIsOneOfTheRoundAndNotOneWhomHeAskedHimself() {
        wf.deployed(process("asked").step("draft", byStarter())
                .step("sign", with(signedBy("SEQUENTIAL", "ALL", "", "li", "wang", "sun"), "wf:returnInRound=\"PREVIOUS_SIGNER\"")).step("file", by("zhou")).end());
        wf.started("R", "asked", "zhao");
        wf.actor("zhao").submits("draft");
        wf.actor("li").votes("sign", Vote.AGREE);
        wf.actor("wang").addsSigners("sign", AddSignPosition.BEFORE, "qian");
        wf.actor("qian").votes("sign", Vote.AGREE);
        wf.actor("wang").returns("sign");
        wf.expect().at("sign").todoOf("li").noTodoOf("qian");
        wf.actor("li").votes("sign", Vote.AGREE);
        wf.actor("wang").votes("sign", Vote.AGREE);
        wf.actor("sun").votes("sign", Vote.AGREE);
        wf.expect().at("file").has("signResult", "AGREED");
    }

    @Test
    void aSignerWhoWasAddedSendsTheWorkBackToHisAdderAlsoAfterThatOneVotedAnew() {
        wf.deployed(process("votedAnew").step("draft", byStarter())
                .step("sign", with(signedByAll("li", "wang"), "wf:returnInRound=\"ADDER\"")).step("file", by("zhou")).end());
        wf.started("R", "votedAnew", "zhao");
        wf.actor("zhao").submits("draft");
        wf.actor("li").addsSigners("sign", AddSignPosition.AFTER, "sun");
        wf.actor("li").takesBack("sign");
        wf.actor("li").votes("sign", Vote.AGREE);
        wf.actor("wang").votes("sign", Vote.AGREE);
        wf.actor("sun").returns("sign");
        wf.expect().at("sign").todoOf("li");
        wf.actor("li").votes("sign", Vote.AGREE);
        wf.expect().at("file").has("signResult", "AGREED");
    }

    @Test
    void whereReturnsStayInTheRoundNobodyNamesANodeForThem() {
        wf.deployed(process("noWayOut").step("draft", byStarter())
                .step("sign", with(signedByAll("li", "wang"), "wf:returnInRound=\"VOTE\"")).step("file", by("zhou")).end());
        wf.started("R", "noWayOut", "zhao");
        wf.actor("zhao").submits("draft");
        wf.actor("li").isRefused(ErrorCode.NODE_POLICY).returns("sign", "draft");
        wf.actor("li").returns("sign");
        wf.expect().at("file").has("signResult", "DISAGREED");
    }

    @Test
    void aCountersignerSendsTheWorkBackToWhoeverAskedHimAndHeGoesOn() {
        wf.deployed(process("asker").step("draft", byStarter()).step("work", with(by("li"), "wf:returnInRound=\"ADDER\"")).step("file", by("zhou")).end());
        wf.started("R", "asker", "zhao");
        wf.actor("zhao").submits("draft");
        wf.actor("li").addsSigners("work", AddSignPosition.BEFORE, "sun", "qian");
        wf.actor("sun").returns("work");
        wf.expect().at("work").todoOf("li");
        wf.actor("li").addsSigners("work", AddSignPosition.AFTER, "qian");
        wf.actor("qian").returns("work");
        wf.expect().at("work").todoOf("li");
        wf.actor("li").submits("work");
        wf.expect().at("file");
    }

    @Test
    void aReturnOutOfACountersignTakesTheWholeRoundBackAndItIsAskedAnew() {
        wf.deployed(process("round").step("draft", byStarter()).step("sign", signedByAll("li", "wang", "sun")).step("file", by("zhou")).end());
        wf.started("R", "round", "zhao");
        wf.actor("zhao").submits("draft");
        wf.actor("li").votes("sign", Vote.AGREE);
        wf.actor("wang").returns("sign");
        wf.expect().at("draft").todoOf("zhao");
        wf.actor("zhao").submits("draft");
        wf.expect().at("sign", "sign", "sign").todoOf("li", "wang", "sun");
    }

    @Test
    void aReturnOutOfACountersignCountsAsAVoteAgainstWhereTheModelSaysSo() {
        wf.deployed(process("against").step("draft", byStarter())
                .step("sign", with(signedByAll("li", "wang"), "wf:returnInRound=\"VOTE\"")).step("file", by("zhou")).end());
        wf.started("R", "against", "zhao");
        wf.actor("zhao").submits("draft");
        wf.actor("wang").returns("sign");
        wf.expect().at("file").has("signResult", "DISAGREED");
    }

    // ---- tickets ----

    @Test
    void withATicketTheWorkGoesStraightBackAndOthersHaveTheirWorkAgain() {
        contract("ticket", by("li"));
        wf.actor("qian").submits("technical");
        wf.actor("li").submits("legal");
        wf.actor("li").returns("legal2", "draft", r -> r.resubmitMode = ResubmitMode.DIRECT);
        wf.expect().at("draft");
        wf.actor("zhao").submits("draft");
        wf.expect().at("legal2", "finance").todoOf("li", "wang").noTodoOf("qian");
        wf.actor("li").submits("legal2");
        wf.actor("wang").submits("finance");
        wf.actor("wang").submits("finance2");
        wf.expect().at("sign");
    }

    @Test
    void aHalfSignedRoundGoesOnWithTheVotesThatWereCast() {
        wf.deployed(process("halfSigned").step("draft", byStarter()).step("sign", signedByAll("li", "wang", "sun")).step("file", by("zhou")).end());
        wf.started("R", "halfSigned", "zhao");
        wf.actor("zhao").submits("draft");
        wf.actor("li").votes("sign", Vote.AGREE);
        wf.actor("wang").returns("sign", "draft", r -> r.resubmitMode = ResubmitMode.DIRECT);
        wf.actor("zhao").submits("draft");
        wf.expect().at("sign", "sign").todoOf("wang", "sun").noTodoOf("li");
        wf.actor("wang").votes("sign", Vote.AGREE);
        wf.actor("sun").votes("sign", Vote.AGREE);
        wf.expect().at("file").has("signResult", "AGREED");
    }

    @Test
    void aTicketIsVoidOnceWhatRoutingReadsHasChanged() {
        wf.deployed(process("voided").step("draft", byStarter())
                .choice(Model.Line.when("amount > 100", "boss", by("li")), line("clerk", by("wang"))).step("file", by("sun")).end());
        wf.started("V", "voided", "zhao", "amount", 500, "note", "a");
        wf.actor("zhao").submits("draft");
        wf.actor("li").returns("boss", "draft", r -> r.resubmitMode = ResubmitMode.DIRECT);
        wf.actor("zhao").isRefused(ErrorCode.TICKET_VOID).submits("draft", "amount", 5);
        wf.actor("zhao").submitsStepwise("draft", "amount", 5);
        wf.expect().at("clerk");
        wf.actor("wang").returns("clerk", "draft", r -> r.resubmitMode = ResubmitMode.DIRECT);
        wf.actor("zhao").submits("draft", "note", "b");
        wf.expect().at("clerk").has("note", "b");
    }

    @Test
    void aTicketPutsNobodyIntoACriticalSectionInWhichOthersAreByNow() {
        wf.deployed(Sketch.process("oneRoom").start("start").parallel("both").user("a", "li").user("meet", "wang").says("mutex", "room")
                .user("b", "qian").user("audit", "zhou").says("mutex", "room").parallel("join").end("end")
                .path("start", "both", "a", "meet", "join", "end").path("both", "b", "audit", "join").xml());
        wf.started("R", "oneRoom", "zhao");
        wf.actor("li").submits("a");
        wf.actor("wang").returns("meet", "a", r -> r.resubmitMode = ResubmitMode.DIRECT);
        wf.actor("qian").submits("b");
        wf.expect().at("a", "audit");
        wf.actor("li").isRefused(ErrorCode.TICKET_VOID).submits("a");
        wf.actor("li").submitsStepwise("a");
        wf.expect().at("audit");
        wf.actor("zhou").submits("audit");
        wf.expect().at("meet");
        wf.actor("wang").submits("meet");
        wf.expect().at().is(InstanceState.COMPLETED);
    }

    // ---- data ----

    @Test
    void variablesComeBackToWhatTheyWereWhenTheTargetBegan() {
        wf.deployed(process("data").step("draft", byStarter()).step("check", by("li")).step("sign", by("wang")).end());
        wf.started("D", "data", "zhao", "amount", 1);
        wf.actor("zhao").submits("draft", "amount", 2);
        wf.actor("li").submits("check", "amount", 3, "remark", "ok");
        wf.actor("wang").returns("sign", "check", r -> r.dataPolicy = DataPolicy.RESTORE);
        wf.expect().at("check").has("amount", 2L).has("remark", null);
        wf.actor("li").submits("check", "amount", 4);
        wf.actor("wang").returns("sign", "check");
        wf.expect().has("amount", 4L);
    }
}
