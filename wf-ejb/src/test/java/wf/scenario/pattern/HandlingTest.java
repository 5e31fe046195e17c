package wf.scenario.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static wf.scenario.Model.offeredTo;
import static wf.scenario.Sketch.process;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import wf.contract.AddSignPosition;
import wf.contract.Vote;
import wf.contract.WorkItemState;
import wf.instance.WorkItem;
import wf.scenario.Model;

/** How items live whose holders pass them on or wait for others; everything else about them stands in {@code HandlingScenarios}. */
class HandlingTest extends Scenarios {

    private void reviewed() {
        running(process("handled").start("start").user("review", "li").end("end").path("start", "review", "end"));
    }

    private WorkItemState stateOf(String person) {
        return now().items().stream().filter(i -> person.equals(i.owner())).map(WorkItem::state).findFirst().orElseThrow();
    }

    @Test
    void workIsTransferredAndReplaced() {
        reviewed();
        wf.actor("li").transfers("review", "wang");
        wf.actor("admin").replaces("review", "wang", "sun");
        submitted("sun", "review");
        isCompleted();
    }

    @Test
    void workAndOffersThatNobodyDoesInTimeArePassedOver() {
        String late = "<wf:level kind=\"DUE\" strategy=\"SKIP\"/>";
        running(process("late").start("start").user("check", new Model.Who(" wf:assignee=\"li\" wf:limit=\"H4\"", late))
                .user("pay", new Model.Who(" wf:candidateUsers=\"wang,sun\" wf:limit=\"H4\"", late)).end("end").path("start", "check", "pay", "end"));
        engine.pass(Duration.ofHours(8));
        isCompleted();
    }

    @Test
    void aHolderWaitsForHisAssistantsAndGoesOn() {
        reviewed();
        wf.actor("li").asksForHelp("review", true, "wang");
        assertThat(stateOf("li")).isEqualTo(WorkItemState.WAITING);
        wf.actor("wang").answers("review");
        submitted("li", "review");
        isCompleted();
    }

    @Test
    void aHolderWhoWaitsIsReplaced() {
        reviewed();
        wf.actor("li").addsSigners("review", AddSignPosition.BEFORE, "wang");
        wf.actor("admin").replaces("review", "li", "sun");
        assertThat(stateOf("sun")).isEqualTo(WorkItemState.WAITING);
        wf.actor("wang").votes("review", Vote.AGREE);
        submitted("sun", "review");
        isCompleted();
    }

    @Test
    void aHolderWhoWaitsLosesHisWork() {
        reviewed();
        wf.actor("li").addsSigners("review", AddSignPosition.BEFORE, "wang");
        wf.actor("admin").terminates();
        assertThat(now().items()).isEmpty();
    }

    @Test
    void workAndOffersThatNobodyHasOpenedAreTakenBack() {
        running(process("back").start("start").user("write", "zhao").user("check", "li").user("pay", offeredTo("wang", "sun")).end("end")
                .path("start", "write", "check", "pay", "end"));
        submitted("zhao", "write");
        wf.actor("zhao").takesBack("write");
        submitted("zhao", "write");
        submitted("li", "check");
        wf.actor("li").takesBack("check");
        wf.expect().at("check").todoOf("li");
    }
}
