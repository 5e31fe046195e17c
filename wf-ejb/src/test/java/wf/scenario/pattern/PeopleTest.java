package wf.scenario.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static wf.scenario.Model.offeredTo;
import static wf.scenario.Model.signedBy;
import static wf.scenario.Model.signedByAll;
import static wf.scenario.Sketch.process;

import org.junit.jupiter.api.Test;
import wf.contract.ErrorCode;
import wf.contract.Vote;
import wf.contract.WorkItemState;
import wf.instance.TokenEvent.VoteCast;
import wf.instance.WorkItemEvent.WorkItemClosed;
import wf.scenario.Model.Who;
import wf.scenario.Sketch;

/** Who does the work: one person, the first of many, all together, one after another, enough of them, each for himself. */
class PeopleTest extends Scenarios {

    @Test
    @Pattern("3.21")
    void onlyTheOneWhoWasNamedMaySubmit() {
        running(process("one").start("s").user("work", "li").end("e").path("s", "work", "e"));
        wf.actor("wang").isRefused(ErrorCode.NOT_FOUND).submits("work");
        wf.actor("zhao").isRefused(ErrorCode.FORBIDDEN).submits("work");
        submitted("li", "work");
        isCompleted();
    }

    @Test
    @Pattern("3.22")
    void ofTwoWhoClaimTheSameWorkTheFirstGetsIt() {
        running(process("pool").start("s").user("work", offeredTo("li", "wang")).end("e").path("s", "work", "e"));
        wf.expect().offered("work");
        wf.actor("li").claims("work");
        wf.actor("wang").isRefused(ErrorCode.ALREADY_CLAIMED).claims("work");
        wf.actor("wang").isRefused(ErrorCode.FORBIDDEN).submits("work");
        submitted("li", "work");
        isCompleted();
    }

    @Test
    @Pattern("3.22")
    void whatIsPutBackCanBeClaimedByTheOther() {
        running(process("pool").start("s").user("work", offeredTo("li", "wang")).end("e").path("s", "work", "e"));
        wf.actor("li").claims("work");
        wf.actor("li").unclaims("work");
        wf.expect().offered("work");
        wf.actor("wang").claims("work");
        submitted("wang", "work");
        isCompleted();
    }

    private static Sketch signed(Who who) {
        return process("sign").start("s").user("vote", who).user("go_on", "zhao").end("e").path("s", "vote", "go_on", "e");
    }

    @Test
    @Pattern("3.23")
    void allSignersVoteAtOnceAndTheRuleDecidesAtTheEnd() {
        running(signed(signedByAll("li", "wang", "sun")));
        wf.expect().at("vote", "vote", "vote").todoOf("li", "wang", "sun");
        wf.actor("wang").votes("vote", Vote.AGREE);
        wf.actor("li").votes("vote", Vote.AGREE);
        wf.actor("sun").votes("vote", Vote.AGREE);
        wf.expect().at("go_on").has("signResult", "AGREED");
        assertThat(engine.past(wf.currentInstance()).stream().filter(VoteCast.class::isInstance).map(e -> ((VoteCast) e).vote()))
                .containsExactly(Vote.AGREE, Vote.AGREE, Vote.AGREE);
        running(signed(signedByAll("li", "wang", "sun")));
        wf.actor("sun").votes("vote", Vote.DISAGREE);
        wf.expect().at("go_on").has("signResult", "DISAGREED");
    }

    @Test
    @Pattern("3.24")
    void theNextSignerIsAskedWhenTheOneBeforeHimHasSigned() {
        running(signed(signedBy("SEQUENTIAL", "ALL", "", "sun", "li", "wang")));
        for (String person : new String[] {"sun", "li", "wang"}) {
            wf.expect().at("vote").todoOf(person);
            wf.actor(person).votes("vote", Vote.AGREE);
        }
        wf.expect().at("go_on").has("signResult", "AGREED");
    }

    @Test
    @Pattern("3.25")
    void threeOfFiveAtSixtyPerCentPassAndTheOtherTwoNeedNotSign() {
        running(signed(signedBy("PARALLEL", "QUORUM", "60%", "li", "wang", "sun", "zhou", "qian")));
        wf.actor("li").votes("vote", Vote.AGREE);
        wf.actor("wang").votes("vote", Vote.DISAGREE);
        wf.actor("sun").votes("vote", Vote.AGREE);
        wf.expect().at("vote", "vote");
        wf.actor("qian").votes("vote", Vote.AGREE);
        wf.expect().at("go_on").has("signResult", "AGREED");
        running(signed(signedBy("PARALLEL", "QUORUM", "60%", "li", "wang", "sun", "zhou", "qian")));
        for (String person : new String[] {"li", "wang", "sun"}) {
            wf.actor(person).votes("vote", Vote.AGREE);
        }
        wf.expect().at("go_on").has("signResult", "AGREED");
        assertThat(engine.past(wf.currentInstance()).stream().filter(e -> e instanceof WorkItemClosed c && c.state() == WorkItemState.CANCELLED)).hasSize(2);
    }

    @Test
    @Pattern("3.25")
    void aQuorumThatIsOutOfReachDecidesAtOnce() {
        running(signed(signedBy("PARALLEL", "QUORUM", "60%", "li", "wang", "sun", "zhou", "qian")));
        for (String person : new String[] {"li", "wang", "sun"}) {
            wf.actor(person).votes("vote", Vote.DISAGREE);
        }
        wf.expect().at("go_on").has("signResult", "DISAGREED");
    }

    @Test
    @Pattern("3.25")
    void whereOneVetoSufficesTheFirstDisagreementDecides() {
        running(signed(new Who(" wf:candidateUsers=\"li,wang,sun,zhou,qian\"", "<wf:signing rule=\"QUORUM\" quorum=\"60%\" veto=\"true\"/>")));
        wf.actor("li").votes("vote", Vote.AGREE);
        wf.actor("wang").votes("vote", Vote.AGREE);
        wf.actor("sun").votes("vote", Vote.DISAGREE);
        wf.expect().at("go_on").has("signResult", "DISAGREED");
    }

    @Test
    @Pattern("3.25")
    void anAbstentionIsNoVeto() {
        running(signed(new Who(" wf:candidateUsers=\"li,wang,sun\"", "<wf:signing rule=\"QUORUM\" quorum=\"2\" veto=\"true\"/>")));
        wf.actor("li").votes("vote", Vote.AGREE);
        wf.actor("wang").votes("vote", Vote.ABSTAIN);
        wf.expect().at("vote");
        wf.actor("sun").votes("vote", Vote.AGREE);
        wf.expect().at("go_on").has("signResult", "AGREED");
    }

    @Test
    @Pattern("3.25")
    void theCompletionConditionOfBpmnEndsARoundToo() {
        running(process("ratio").start("s").user("vote", offeredTo("li", "wang", "sun", "zhou", "qian"))
                .loop("multiInstanceLoopCharacteristics", "", Sketch.until("nrOfAgreed >= 3")).user("go_on", "zhao").end("e").path("s", "vote", "go_on", "e"));
        for (String person : new String[] {"li", "wang", "sun"}) {
            wf.expect().has("signResult", null);
            wf.actor(person).votes("vote", Vote.AGREE);
        }
        wf.expect().at("go_on").has("signResult", "AGREED");
    }

    @Test
    @Pattern("3.26")
    void eachReaderGoesOnToHisReportAsSoonAsHeHasRead() {
        running(process("readers").start("s").user("read", offeredTo("li", "wang", "sun")).says("freeAsync", "true").user("report", "qian").end("e").path("s", "read", "report", "e"));
        wf.expect().at("read", "read", "read");
        submitted("wang", "read");
        wf.expect().at("read", "report", "read").todoOf("li", "sun", "qian").noTodoOf("wang");
        submitted("qian", "report");
        wf.expect().at("read", "read");
        submitted("li", "read");
        submitted("sun", "read");
        wf.expect().at("report", "report");
        submitted("qian", "report", "report");
        isCompleted();
    }
}
