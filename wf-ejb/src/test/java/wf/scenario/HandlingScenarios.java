package wf.scenario;

import static wf.scenario.Model.Line.line;
import static wf.scenario.Model.Line.when;
import static wf.scenario.Model.by;
import static wf.scenario.Model.byStarter;
import static wf.scenario.Model.offeredTo;
import static wf.scenario.Model.process;
import static wf.scenario.Model.signedBy;
import static wf.scenario.Model.signedByAll;
import static wf.scenario.Model.with;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import wf.contract.AddSignPosition;
import wf.contract.ErrorCode;
import wf.contract.InstanceState;
import wf.contract.SigningOrder;
import wf.contract.SigningRuleKind;
import wf.contract.Vote;
import wf.contract.WorkItemKind;
import wf.contract.WorkItemState;

/** What people do inside one node: they pass their work on, ask for help, let others sign. */
public abstract class HandlingScenarios {

    private World wf;

    protected abstract Engine engine();

    @BeforeEach
    void aNewWorld() {
        wf = new World(engine());
    }

    /** Zhao's draft goes to li, and from there to the archive of zhou. */
    private void reviewed(String key, String attributes) {
        wf.deployed(process(key).step("draft", byStarter()).step("review", new Model.Who(by("li").attributes() + attributes, ""))
                .step("archive", by("zhou")).end());
        wf.started("it", key, "zhao");
        wf.actor("zhao").submits("draft");
    }

    private void reviewed(String key) {
        reviewed(key, "");
    }

    /** A round of all, whose outcome decides where it goes. */
    private void signed(String key, Model.Who signers) {
        wf.deployed(process(key).step("sign", signers)
                .choice(when("signResult == 'AGREED'", "archive", by("zhou")), line("revise", by("zhao"))).end());
        wf.started("it", key, "zhao");
    }

    // ---- passing work on ----

    @Test
    void workGoesToAnotherAndNoLongerBelongsToTheFirst() {
        reviewed("transfer");
        wf.actor("li").transfers("review", "wang");
        wf.expect().at("review").todoOf("wang").noTodoOf("li");
        wf.actor("li").isRefused(ErrorCode.FORBIDDEN).submits("review");
        wf.actor("wang").submits("review");
        wf.expect().at("archive");
    }

    @Test
    void workCannotGoToNobodyNorToItsHolder() {
        reviewed("transferWrong");
        wf.actor("li").isRefused(ErrorCode.INVALID_INPUT).transfers("review", null);
        wf.actor("li").isRefused(ErrorCode.NO_PARTICIPANT).transfers("review", "nobody");
        wf.actor("li").isRefused(ErrorCode.TARGET_INVALID).transfers("review", "li");
        wf.actor("sun").isRefused(ErrorCode.NOT_FOUND).transfers("review", "sun");
        wf.expect().todoOf("li");
    }

    @Test
    void whatIsOfferedToManyIsTransferredOnlyByWhoeverTookIt() {
        wf.deployed(process("transferOffer").step("pay", offeredTo("li", "wang")).end());
        wf.started("it", "transferOffer", "zhao");
        wf.actor("li").isRefused(ErrorCode.FORBIDDEN).transfers("pay", "sun");
        wf.actor("li").claims("pay");
        wf.actor("li").transfers("pay", "sun");
        wf.actor("sun").isRefused(ErrorCode.ILLEGAL_STATE).unclaims("pay");
        wf.actor("sun").submits("pay");
        wf.expect().is(InstanceState.COMPLETED);
    }

    @Test
    void transferToSomebodyWhoAlreadyVotesIsRefused() {
        signed("transferVote", signedByAll("li", "wang", "sun"));
        wf.actor("li").isRefused(ErrorCode.TARGET_INVALID).transfers("sign", "wang");
        wf.actor("wang").votes("sign", Vote.AGREE);
        wf.actor("li").isRefused(ErrorCode.TARGET_INVALID).transfers("sign", "wang");
        wf.actor("admin").isRefused(ErrorCode.TARGET_INVALID).replaces("sign", "li", "wang");
        wf.actor("li").transfers("sign", "qian");
        wf.actor("qian").votes("sign", Vote.AGREE);
        wf.actor("sun").isRefused(ErrorCode.TARGET_INVALID).transfers("sign", "qian");
        wf.actor("sun").votes("sign", Vote.AGREE);
        wf.expect().at("archive").has("signResult", "AGREED");
    }

    @Test
    void transferToSomebodyWhoIsStillToVoteIsRefused() {
        signed("transferLater", signedBy("SEQUENTIAL", "ALL", "", "li", "wang", "sun"));
        wf.actor("li").isRefused(ErrorCode.TARGET_INVALID).transfers("sign", "sun");
        wf.actor("li").transfers("sign", "qian");
        wf.actor("qian").votes("sign", Vote.AGREE);
        wf.expect().at("sign").todoOf("wang");
    }

    @Test
    void anAdministratorReplacesTheHolder() {
        reviewed("replace");
        wf.actor("li").isRefused(ErrorCode.FORBIDDEN).replaces("review", "li", "wang");
        wf.actor("admin").replaces("review", "li", "wang");
        wf.expect().at("review").todoOf("wang").noTodoOf("li");
        wf.actor("wang").returns("review");
        wf.expect().at("draft").todoOf("zhao");
    }

    @Test
    void whoeverIsReturnedToIsWhoReallyDidTheWork() {
        reviewed("replaceReturn");
        wf.actor("li").transfers("review", "wang");
        wf.actor("wang").submits("review");
        wf.actor("zhou").returns("archive");
        wf.expect().at("review").todoOf("wang").noTodoOf("li");
    }

    @Test
    void whoeverTakesTheHoldersPlaceWaitsForThoseWhoWereAsked() {
        reviewed("replaceHost");
        wf.actor("li").asksForHelp("review", true, "wang");
        wf.actor("admin").replaces("review", "li", "qian");
        wf.expect().has("review", "qian", WorkItemKind.MAIN, WorkItemState.WAITING);
        wf.actor("qian").isRefused(ErrorCode.ILLEGAL_STATE).submits("review");
        wf.actor("wang").answers("review");
        wf.expect().has("review", "qian", WorkItemKind.MAIN, WorkItemState.READY);
        wf.actor("qian").submits("review");
        wf.expect().at("archive");
    }

    // ---- help ----

    @Test
    void theHolderWaitsForTheLastOfHisAssistants() {
        reviewed("assist");
        wf.actor("li").asksForHelp("review", true, "wang", "sun");
        wf.expect().at("review", "review", "review").has("review", "li", WorkItemKind.MAIN, WorkItemState.WAITING);
        wf.actor("li").isRefused(ErrorCode.ILLEGAL_STATE).submits("review");
        wf.actor("wang").answers("review");
        wf.expect().has("review", "li", WorkItemKind.MAIN, WorkItemState.WAITING);
        wf.actor("sun").answers("review");
        wf.expect().at("review").has("review", "li", WorkItemKind.MAIN, WorkItemState.READY);
        wf.actor("li").submits("review");
        wf.expect().at("archive");
    }

    @Test
    void anAssistantNeverHandsTheWorkInAndFillsInNothing() {
        wf.deployed(process("assistOnly").step("review", with(by("li"), "days", "INTEGER", "WRITE")).step("archive", by("zhou")).end());
        wf.started("it", "assistOnly", "zhao");
        wf.actor("li").asksForHelp("review", false, "wang");
        wf.actor("wang").isRefused(ErrorCode.FORBIDDEN).submits("review", "days", 3);
        wf.actor("wang").isRefused(ErrorCode.FORBIDDEN).returns("review");
        wf.actor("wang").answers("review");
        wf.expect().at("review").has("days", null);
    }

    @Test
    void submittingWaitsForOpenAssistants() {
        reviewed("assistOpen");
        wf.actor("li").asksForHelp("review", false, "wang");
        wf.actor("li").isRefused(ErrorCode.TARGET_INVALID).asksForHelp("review", false, "wang");
        wf.actor("li").isRefused(ErrorCode.TARGET_INVALID).asksForHelp("review", false, "li");
        wf.actor("li").isRefused(ErrorCode.NO_PARTICIPANT).asksForHelp("review", false, "nobody");
        wf.actor("li").isRefused(ErrorCode.INVALID_INPUT).asksForHelp("review", false);
        wf.expect().has("review", "li", WorkItemKind.MAIN, WorkItemState.READY);
        wf.actor("li").isRefused(ErrorCode.ILLEGAL_STATE).submits("review");
        wf.actor("wang").answers("review");
        wf.actor("li").submits("review");
        wf.expect().at("archive");
    }

    @Test
    void whereTheNodeSaysSoASubmitSendsAssistantsHome() {
        reviewed("assistClose", " wf:assistants=\"AUTO_CLOSE\"");
        wf.actor("li").asksForHelp("review", false, "wang");
        wf.actor("li").submits("review");
        wf.expect().at("archive").noTodoOf("wang");
    }

    @Test
    void whatOthersWereAskedAboutIsNotPutBack() {
        wf.deployed(process("assistPool").step("pay", offeredTo("li", "wang")).end());
        wf.started("it", "assistPool", "zhao");
        wf.actor("li").claims("pay");
        wf.actor("li").asksForHelp("pay", false, "sun");
        wf.actor("li").isRefused(ErrorCode.ILLEGAL_STATE).unclaims("pay");
        wf.actor("sun").answers("pay");
        wf.actor("li").unclaims("pay");
        wf.expect().offered("pay");
    }

    @Test
    void aColleagueGoesOnWithTheWorkAtTheSameNode() {
        reviewed("internal");
        wf.actor("li").isRefused(ErrorCode.INVALID_INPUT).handsOn("review", "qian", "");
        wf.actor("li").isRefused(ErrorCode.TARGET_INVALID).handsOn("review", "wang", "please");
        wf.actor("li").handsOn("review", "qian", "my part is done");
        wf.expect().at("review").todoOf("qian").noTodoOf("li");
        wf.actor("qian").handsOn("review", "li", "mine too");
        wf.actor("li").submits("review");
        wf.expect().at("archive");
        wf.actor("zhou").returns("archive");
        wf.expect().at("review").todoOf("li");
    }

    @Test
    void theNodeMayNameItsOwnRange() {
        reviewed("internalRange", " wf:internalRange=\"group:finance\"");
        wf.actor("li").isRefused(ErrorCode.TARGET_INVALID).handsOn("review", "qian", "done");
        wf.actor("li").handsOn("review", "sun", "done");
        wf.expect().todoOf("sun");
    }

    // ---- countersigning ----

    @Test
    void theHolderGoesOnWhenTheCountersignersHaveDecided() {
        reviewed("countersign");
        wf.actor("li").countersigns("review", null, null, null, "wang", "sun");
        wf.expect().has("review", "li", WorkItemKind.MAIN, WorkItemState.WAITING).has("review", "wang", WorkItemKind.SIGN, WorkItemState.READY);
        wf.actor("li").isRefused(ErrorCode.ILLEGAL_STATE).submits("review");
        wf.actor("li").isRefused(ErrorCode.ILLEGAL_STATE).returns("review");
        wf.actor("li").isRefused(ErrorCode.ILLEGAL_STATE).transfers("review", "qian");
        wf.actor("wang").votes("review", Vote.AGREE);
        wf.actor("sun").submits("review");
        wf.expect().at("review").has("review", "li", WorkItemKind.MAIN, WorkItemState.READY).has("signResult", "AGREED");
        wf.actor("li").submits("review");
        wf.expect().at("archive");
    }

    @Test
    void anEarlyDecisionCancelsTheRest() {
        reviewed("countersignEarly");
        wf.actor("li").countersigns("review", null, SigningRuleKind.QUORUM, "60%", "wang", "sun", "zhou", "qian");
        wf.actor("wang").votes("review", Vote.DISAGREE);
        wf.actor("sun").votes("review", Vote.DISAGREE);
        wf.expect().at("review").has("signResult", "DISAGREED").has("review", "li", WorkItemKind.MAIN, WorkItemState.READY);
    }

    @Test
    void aLastVoterDoesNotDecideAlone() {
        reviewed("countersignLast");
        wf.actor("li").countersigns("review", null, SigningRuleKind.QUORUM, "2", "wang", "sun", "qian");
        wf.actor("wang").votes("review", Vote.ABSTAIN);
        wf.actor("sun").votes("review", Vote.AGREE);
        wf.actor("qian").votes("review", Vote.ABSTAIN);
        wf.expect().at("review").has("signResult", "DISAGREED");
    }

    @Test
    void aRoundWithNoVotersIsNotOpenedAndOneOfAbstentionsNeverPasses() {
        reviewed("countersignNobody");
        wf.actor("li").isRefused(ErrorCode.INVALID_INPUT).countersigns("review", null, null, null);
        wf.actor("li").isRefused(ErrorCode.INVALID_INPUT).countersigns("review", null, SigningRuleKind.QUORUM, "0", "wang");
        wf.actor("li").countersigns("review", null, SigningRuleKind.ANY, null, "wang", "sun");
        wf.actor("wang").votes("review", Vote.ABSTAIN);
        wf.actor("sun").votes("review", Vote.ABSTAIN);
        wf.expect().has("signResult", "DISAGREED");
    }

    @Test
    void countersignersAreAskedOneAfterAnother() {
        reviewed("countersignOrder");
        wf.actor("li").countersigns("review", SigningOrder.SEQUENTIAL, null, null, "wang", "sun");
        wf.expect().at("review", "review").noTodoOf("sun");
        wf.actor("wang").votes("review", Vote.AGREE);
        wf.expect().at("review", "review").todoOf("sun").noTodoOf("wang");
        wf.actor("sun").isRefused(ErrorCode.TARGET_INVALID).transfers("review", "wang");
        wf.actor("sun").transfers("review", "qian");
        wf.actor("qian").votes("review", Vote.AGREE);
        wf.expect().at("review").has("signResult", "AGREED");
    }

    // ---- added signers ----

    @Test
    void signersBeforeTheHolderHoldHim() {
        reviewed("before");
        wf.actor("li").addsSigners("review", AddSignPosition.BEFORE, "wang");
        wf.expect().has("review", "li", WorkItemKind.MAIN, WorkItemState.WAITING).has("review", "wang", WorkItemKind.ADDSIGN, WorkItemState.READY);
        wf.actor("wang").isRefused(ErrorCode.NODE_POLICY).addsSigners("review", AddSignPosition.BEFORE, "sun");
        wf.actor("wang").votes("review", Vote.DISAGREE);
        wf.expect().at("review").has("signResult", "DISAGREED");
        wf.actor("li").submits("review");
        wf.expect().at("archive");
    }

    @Test
    void afterTheHolderTheTokenLeavesWithTheLastSigner() {
        reviewed("after");
        wf.actor("li").addsSigners("review", AddSignPosition.AFTER, SigningOrder.SEQUENTIAL, null, "wang", "sun");
        wf.expect().at("review").todoOf("wang").noTodoOf("li");
        wf.actor("wang").votes("review", Vote.AGREE);
        wf.expect().at("review").todoOf("sun");
        wf.actor("sun").votes("review", Vote.AGREE);
        wf.expect().at("archive").has("signResult", "AGREED");
        wf.actor("zhou").returns("archive");
        wf.expect().at("review").todoOf("li");
    }

    @Test
    void besideTheHolderTheTokenLeavesWithTheLastOfAll() {
        reviewed("beside");
        wf.actor("li").addsSigners("review", AddSignPosition.PARALLEL, "wang", "sun");
        wf.actor("li").isRefused(ErrorCode.ILLEGAL_STATE).addsSigners("review", AddSignPosition.PARALLEL, "qian");
        wf.actor("wang").votes("review", Vote.AGREE);
        wf.actor("li").submits("review");
        wf.expect().at("review").todoOf("sun");
        wf.actor("sun").votes("review", Vote.AGREE);
        wf.expect().at("archive").has("signResult", "AGREED");
    }

    @Test
    void anAddedRoundNeverRoutes() {
        reviewed("besideFirst");
        wf.actor("li").addsSigners("review", AddSignPosition.PARALLEL, "wang");
        wf.actor("wang").votes("review", Vote.DISAGREE);
        wf.expect().at("review").todoOf("li").has("signResult", "DISAGREED");
        wf.actor("li").submits("review");
        wf.expect().at("archive");
    }

    @Test
    void whomASignerAddsVotesInTheSameRound() {
        signed("signAdd", signedByAll("li", "wang"));
        wf.actor("li").isRefused(ErrorCode.TARGET_INVALID).addsSigners("sign", AddSignPosition.PARALLEL, "wang");
        wf.actor("li").isRefused(ErrorCode.INVALID_INPUT).addsSigners("sign", AddSignPosition.PARALLEL, null, SigningRuleKind.ANY, "sun");
        wf.actor("li").addsSigners("sign", AddSignPosition.PARALLEL, "sun");
        wf.actor("li").votes("sign", Vote.AGREE);
        wf.actor("wang").votes("sign", Vote.AGREE);
        wf.expect().at("sign").has("sign", "sun", WorkItemKind.ADDSIGN, WorkItemState.READY);
        wf.actor("sun").votes("sign", Vote.DISAGREE);
        wf.expect().at("revise").has("signResult", "DISAGREED");
    }

    @Test
    void aLastSignerWhoAddsAnotherAfterHimDoesNotDecideWithoutHim() {
        signed("signAfter", signedByAll("li", "wang"));
        wf.actor("li").votes("sign", Vote.AGREE);
        wf.actor("wang").addsSigners("sign", AddSignPosition.AFTER, "sun");
        wf.expect().at("sign").todoOf("sun").noTodoOf("wang");
        wf.actor("sun").votes("sign", Vote.AGREE);
        wf.expect().at("archive").has("signResult", "AGREED");
    }

    @Test
    void sequentialAddSignAsksTheAddedOneRightAfterWhoeverAddedHim() {
        signed("signSequence", signedBy("SEQUENTIAL", "ALL", "", "li", "wang"));
        wf.actor("li").addsSigners("sign", AddSignPosition.AFTER, "sun", "zhou");
        wf.expect().at("sign").has("sign", "sun", WorkItemKind.ADDSIGN, WorkItemState.READY);
        wf.actor("sun").votes("sign", Vote.AGREE);
        wf.expect().at("sign").todoOf("zhou");
        wf.actor("zhou").votes("sign", Vote.AGREE);
        wf.expect().at("sign").has("sign", "wang", WorkItemKind.SIGN, WorkItemState.READY);
        wf.actor("wang").votes("sign", Vote.AGREE);
        wf.expect().at("archive");
    }

    @Test
    void signersBeforeASignerHoldHimAndNotTheRound() {
        signed("signBefore", signedByAll("li", "wang"));
        wf.actor("li").addsSigners("sign", AddSignPosition.BEFORE, "sun");
        wf.expect().has("sign", "li", WorkItemKind.SIGN, WorkItemState.WAITING);
        wf.actor("li").isRefused(ErrorCode.ILLEGAL_STATE).votes("sign", Vote.AGREE);
        wf.actor("wang").votes("sign", Vote.AGREE);
        wf.actor("sun").votes("sign", Vote.DISAGREE);
        wf.expect().at("sign").has("sign", "li", WorkItemKind.SIGN, WorkItemState.READY);
        wf.actor("li").votes("sign", Vote.AGREE);
        wf.expect().at("archive").has("signResult", "AGREED");
    }

    @Test
    void whatDecidesARoundEarlyCancelsThoseWhomItsSignersHadAsked() {
        signed("signCancel", signedByAll("li", "wang"));
        wf.actor("li").addsSigners("sign", AddSignPosition.BEFORE, "sun");
        wf.actor("wang").votes("sign", Vote.DISAGREE);
        wf.expect().at("revise").noTodoOf("sun").noTodoOf("li");
    }

    @Test
    void removingTheLastAddedSignerDecidesOnTheVotesCast() {
        reviewed("removeVotes");
        wf.actor("li").addsSigners("review", AddSignPosition.BEFORE, "wang", "sun");
        wf.actor("wang").votes("review", Vote.AGREE);
        wf.actor("zhao").isRefused(ErrorCode.FORBIDDEN).removes("review", "sun");
        wf.actor("li").removes("review", "sun");
        wf.expect().at("review").has("review", "li", WorkItemKind.MAIN, WorkItemState.READY).has("signResult", "AGREED");
    }

    @Test
    void removingTheLastAddedSignerWithoutAVoteIsNoApproval() {
        reviewed("removeNone");
        wf.actor("li").addsSigners("review", AddSignPosition.BEFORE, "wang", "sun");
        wf.actor("li").removes("review", "wang");
        wf.expect().has("review", "li", WorkItemKind.MAIN, WorkItemState.WAITING);
        wf.actor("li").removes("review", "sun");
        wf.expect().at("review").has("review", "li", WorkItemKind.MAIN, WorkItemState.READY).has("signResult", null);
        wf.actor("li").submits("review");
        wf.expect().at("archive");
    }

    @Test
    void removingTheLastSignerBehindTheHolderLetsTheTokenGo() {
        reviewed("removeAfter");
        wf.actor("li").addsSigners("review", AddSignPosition.AFTER, "wang");
        wf.actor("li").removes("review", "wang");
        wf.expect().at("archive").has("signResult", null);
    }

    @Test
    void removingASignerInASequenceAsksTheNext() {
        reviewed("removeSequence");
        wf.actor("li").addsSigners("review", AddSignPosition.BEFORE, SigningOrder.SEQUENTIAL, null, "wang", "sun");
        wf.actor("li").removes("review", "wang");
        wf.expect().at("review", "review").todoOf("sun");
        wf.actor("sun").votes("review", Vote.AGREE);
        wf.expect().has("signResult", "AGREED");
    }

    @Test
    void aModelledSignerIsNotRemoved() {
        signed("removeModel", signedByAll("li", "wang"));
        wf.actor("admin").isRefused(ErrorCode.ILLEGAL_STATE).removes("sign", "li");
        wf.actor("li").addsSigners("sign", AddSignPosition.PARALLEL, "sun");
        wf.actor("li").removes("sign", "sun");
        wf.expect().at("sign", "sign");
    }

    @Test
    void whereTheNodeAllowsAddedSignersAddFurtherOnes() {
        reviewed("deep", " wf:signDepth=\"2\"");
        wf.actor("li").addsSigners("review", AddSignPosition.BEFORE, "wang");
        wf.actor("wang").addsSigners("review", AddSignPosition.BEFORE, "sun");
        wf.expect().has("review", "wang", WorkItemKind.ADDSIGN, WorkItemState.WAITING);
        wf.actor("sun").isRefused(ErrorCode.NODE_POLICY).addsSigners("review", AddSignPosition.BEFORE, "qian");
        wf.actor("li").removes("review", "wang");
        wf.expect().at("review").noTodoOf("sun").has("review", "li", WorkItemKind.MAIN, WorkItemState.READY);
    }

    @Test
    void whatEndsTheInstanceEndsAllWhoWereAsked() {
        reviewed("endsAll");
        wf.actor("li").addsSigners("review", AddSignPosition.BEFORE, "wang");
        wf.actor("admin").terminates();
        wf.expect().at().is(InstanceState.TERMINATED);
    }

    // ---- more people, and what the model allows ----

    @Test
    void whoeverSentTheWorkLetsMorePeopleDoIt() {
        reviewed("supplement");
        wf.actor("li").isRefused(ErrorCode.FORBIDDEN).supplements("review", "wang");
        wf.actor("zhao").isRefused(ErrorCode.TARGET_INVALID).supplements("review", "li");
        wf.actor("zhao").isRefused(ErrorCode.NO_PARTICIPANT).supplements("review", "nobody");
        wf.actor("zhao").supplements("review", "wang");
        wf.expect().at("review", "review").todoOf("li", "wang");
        wf.actor("li").submits("review");
        wf.expect().at("review").todoOf("wang");
        wf.actor("wang").submits("review");
        wf.expect().at("archive");
    }

    @Test
    void whoIsAddedToARoundVotesLikeTheOthers() {
        wf.deployed(process("supplementRound").step("draft", byStarter()).step("sign", signedByAll("li", "wang")).step("archive", by("zhou")).end());
        wf.started("it", "supplementRound", "zhao");
        wf.actor("zhao").submits("draft");
        wf.actor("zhao").supplements("sign", "sun");
        wf.actor("li").votes("sign", Vote.AGREE);
        wf.actor("wang").votes("sign", Vote.AGREE);
        wf.expect().at("sign").has("sign", "sun", WorkItemKind.SIGN, WorkItemState.READY);
        wf.actor("zhao").isRefused(ErrorCode.TARGET_INVALID).supplements("sign", "li");
        wf.actor("sun").votes("sign", Vote.AGREE);
        wf.expect().at("archive").has("signResult", "AGREED");
    }

    @Test
    void whatTheNodeDeniesOnlyAnAdministratorDoes() {
        reviewed("deny", " wf:deny=\"transfer, addSign\"");
        wf.actor("li").isRefused(ErrorCode.NODE_POLICY).transfers("review", "wang");
        wf.actor("li").isRefused(ErrorCode.NODE_POLICY).addsSigners("review", AddSignPosition.BEFORE, "wang");
        wf.actor("li").asksForHelp("review", false, "sun");
        wf.actor("admin").transfers("review", "wang");
        wf.expect().todoOf("wang");
    }

    @Test
    void whatTheProcessDeniesNoNodeAllows() {
        wf.deployed(process("denyAll").step("review", new Model.Who(by("li").attributes() + " wf:allow=\"transfer\"", "")).end()
                .replace("isExecutable=\"true\"", "isExecutable=\"true\" wf:deny=\"transfer\""));
        wf.started("it", "denyAll", "zhao");
        wf.actor("li").isRefused(ErrorCode.NODE_POLICY).transfers("review", "wang");
    }

    @Test
    void whoeverSentTheWorkReplacesItsHolderWhereTheNodeAllowsIt() {
        reviewed("allowReplace", " wf:allow=\"replaceHandler\"");
        wf.actor("zhao").replaces("review", "li", "wang");
        wf.expect().todoOf("wang").noTodoOf("li");
        reviewed("allowNothing");
        wf.actor("zhao").isRefused(ErrorCode.NODE_POLICY).replaces("review", "li", "wang");
    }

    @Test
    void onlyWhoeverSentTheWorkOnTakesItBack() {
        reviewed("takeBack");
        wf.actor("li").asksForHelp("review", true, "wang");
        wf.actor("wang").answers("review");
        wf.actor("li").handsOn("review", "qian", "my part is done");
        wf.actor("li").isRefused(ErrorCode.ILLEGAL_STATE).takesBack("review");
        wf.actor("qian").submits("review");
        wf.actor("wang").isRefused(ErrorCode.ILLEGAL_STATE).takesBack("review");
        wf.actor("li").isRefused(ErrorCode.DOWNSTREAM_OPENED).takesBack("review");
        wf.actor("qian").takesBack("review");
        wf.expect().at("review").todoOf("qian");
    }
}
