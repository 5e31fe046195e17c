package wf.scenario.pattern;

import static wf.scenario.Model.byStarter;
import static wf.scenario.Model.offeredTo;
import static wf.scenario.Sketch.process;

import org.junit.jupiter.api.Test;
import wf.contract.ErrorCode;
import wf.contract.InstanceState;
import wf.contract.WorkItemState;
import wf.scenario.Sketch;

/** Instances and items that stand still, are taken back or deleted, and come back. */
class StandingStillTest extends Scenarios {

    private static Sketch work(String key) {
        return process(key).start("s").parallel("p").user("work", "li").user("offer", offeredTo("wang", "sun")).end("e")
                .path("s", "p", "work", "e").path("p", "offer", "e");
    }

    private void begun(String key) {
        wf.deployed(work(key).xml());
        wf.started("it", key, "zhao");
    }

    @Test
    void anInstanceIsSuspendedAndResumed() {
        begun("pause");
        wf.actor("li").laysAside("work");
        wf.actor("li").takesUp("work");
        wf.actor("admin").suspends();
        wf.expect().items(WorkItemState.SUSPENDED, WorkItemState.SUSPENDED);
        wf.actor("admin").resumes();
        wf.expect().items(WorkItemState.READY, WorkItemState.OFFERED);
        wf.actor("admin").suspends();
        wf.actor("zhao").terminates();
        wf.expect().is(InstanceState.TERMINATED);
    }

    @Test
    void workThatWaitsForHelpersIsSuspendedAndReplacedWithItsInstance() {
        begun("help");
        wf.actor("li").asksForHelp("work", true, "qian");
        wf.actor("admin").suspends();
        wf.actor("qian").isRefused(ErrorCode.ILLEGAL_STATE).answers("work");
        wf.actor("admin").replaces("work", "li", "zhou");
        wf.actor("admin").resumes();
        wf.expect().items(WorkItemState.WAITING, WorkItemState.READY, WorkItemState.OFFERED);
        wf.actor("qian").answers("work");
        wf.expect().items(WorkItemState.READY, WorkItemState.OFFERED);
        wf.actor("zhou").asksForHelp("work", true, "qian");
        wf.actor("zhao").withdraws();
        wf.expect().is(InstanceState.WITHDRAWN);
    }

    @Test
    void whatNobodyHasOpenedIsTakenBackByWhoeverSentIt() {
        wf.deployed(process("sent").start("s").user("draft", "zhao").parallel("p").user("work", "li").user("offer", offeredTo("wang", "sun")).end("e")
                .path("s", "draft", "p", "work", "e").path("p", "offer", "e").xml());
        wf.started("it", "sent", "zhao");
        wf.actor("zhao").submits("draft");
        wf.actor("zhao").takesBack("draft");
        wf.expect().at("draft").todoOf("zhao");
    }

    @Test
    void workThatWasLaidAsideStaysSoInTheHandsOfAnother() {
        begun("hands");
        wf.actor("li").laysAside("work");
        wf.actor("admin").replaces("work", "li", "zhou");
        wf.expect().items(WorkItemState.SUSPENDED, WorkItemState.OFFERED);
        wf.actor("zhou").takesUp("work");
        wf.actor("zhou").submits("work");
        wf.expect().at("offer");
    }

    @Test
    void aSuspendedInstanceIsWithdrawn() {
        begun("back");
        wf.actor("admin").suspends();
        wf.actor("zhao").withdraws();
        wf.expect().is(InstanceState.WITHDRAWN);
    }

    @Test
    void anInstanceIsWithdrawn() {
        begun("away");
        wf.actor("zhao").withdraws();
        wf.actor("admin").deletes();
        wf.actor("admin").restores();
        wf.expect().is(InstanceState.WITHDRAWN);
    }

    @Test
    void whatIsDeletedComesBackAsItWas() {
        begun("gone");
        deletedAndRestored(InstanceState.RUNNING);
        wf.actor("admin").suspends();
        deletedAndRestored(InstanceState.SUSPENDED);
        wf.actor("admin").resumes();
        wf.actor("zhao").terminates();
        deletedAndRestored(InstanceState.TERMINATED);
        wf.actor("admin").activates("work");
        wf.actor("zhao").withdraws();
        wf.actor("admin").activates("work");
        wf.actor("admin").ends("enough");
        deletedAndRestored(InstanceState.COMPLETED);
        wf.actor("admin").activates("work");
        wf.expect().is(InstanceState.RUNNING);
    }

    @Test
    void aDraftIsDeletedByItsWriter() {
        String key = engine.deploy(process("letter").start("s").user("write", byStarter()).end("e").path("s", "write", "e").xml());
        wf.at("it", engine.draft("zhao", key).instanceId());
        wf.actor("zhao").deletes();
        wf.actor("admin").restores();
        wf.expect().is(InstanceState.DRAFT);
    }

    private void deletedAndRestored(InstanceState state) {
        wf.actor("admin").deletes();
        wf.expect().is(InstanceState.DELETED);
        wf.actor("admin").restores();
        wf.expect().is(state);
    }
}
