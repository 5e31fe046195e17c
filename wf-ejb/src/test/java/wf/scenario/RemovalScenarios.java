package wf.scenario;

import static wf.contract.WorkItemState.READY;
import static wf.contract.WorkItemState.SUSPENDED;
import static wf.scenario.Sketch.message;
import static wf.scenario.Sketch.process;
import static wf.scenario.Sketch.timer;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import wf.contract.ErrorCode;
import wf.contract.InstanceState;

/** I10 and I5: instances that are deleted, and come back. On the core and on the store. */
public abstract class RemovalScenarios {

    private static final Duration DAY = Duration.ofDays(1);

    private World wf;
    private Engine engine;

    protected abstract Engine engine();

    @BeforeEach
    void aNewWorld() {
        engine = engine();
        wf = new World(engine);
    }

    private static Sketch work(String key) {
        return process(key).start("s").user("work", "li").says("dueDate", "P1D").user("file", "zhou").end("e").path("s", "work", "file", "e");
    }

    @Test
    void onlyAnAdministratorDeletesWhatIsOnItsWayAndOnlyHeKnowsOfItThen() {
        wf.deployed(work("gone").xml());
        wf.started("G", "gone", "zhao");
        wf.actor("zhao").isRefused(ErrorCode.FORBIDDEN).deletes();
        wf.actor("admin").deletes();
        wf.expect().is(InstanceState.DELETED).items(READY);
        wf.actor("li").isRefused(ErrorCode.NOT_FOUND).submits("work");
        wf.actor("zhao").isRefused(ErrorCode.NOT_FOUND).restores();
        wf.actor("admin").isRefused(ErrorCode.ILLEGAL_STATE).submits("work");
        wf.actor("admin").isRefused(ErrorCode.ILLEGAL_STATE).terminates();
        wf.actor("admin").isRefused(ErrorCode.ILLEGAL_STATE).suspends();
        wf.actor("admin").isRefused(ErrorCode.ILLEGAL_STATE).deletes();
    }

    @Test
    void aRestoredInstanceIsWhatItWasBefore() {
        wf.deployed(work("back").xml());
        wf.started("B", "back", "zhao");
        Instant due = engine.now().plus(DAY);
        wf.actor("admin").deletes();
        engine.pass(DAY);
        wf.actor("admin").restores();
        wf.expect().is(InstanceState.RUNNING).items(READY).due("work", due);
        wf.actor("admin").isRefused(ErrorCode.INVALID_INPUT).restores();
        wf.actor("li").submits("work");
        wf.expect().at("file");
    }

    @Test
    void timersThatCameDueWhileItWasDeletedFireWhenItIsRestored() {
        wf.deployed(process("overdue").start("s").user("work", "li").boundary("late", "work", timer("PT2H")).user("mend", "wang").end("e")
                .path("s", "work", "e").path("late", "mend", "e").xml());
        wf.started("O", "overdue", "zhao");
        wf.actor("admin").deletes();
        engine.pass(DAY);
        wf.expect().at("work");
        wf.actor("admin").restores();
        engine.pass(Duration.ZERO);
        wf.expect().at("mend");
    }

    @Test
    void aSuspendedInstanceIsASuspendedOneAgain() {
        wf.deployed(work("both").xml());
        wf.started("B", "both", "zhao");
        Instant due = engine.now().plus(DAY);
        wf.actor("admin").suspends();
        wf.actor("admin").deletes();
        engine.pass(DAY);
        wf.actor("admin").restores();
        wf.expect().is(InstanceState.SUSPENDED).items(SUSPENDED);
        wf.actor("admin").resumes();
        wf.expect().items(READY).due("work", due.plus(DAY));
    }

    @Test
    void whatIsOverIsDeletedAndRestoredToo() {
        wf.deployed(work("over").xml());
        wf.started("O", "over", "zhao");
        wf.actor("zhao").terminates();
        wf.actor("admin").deletes();
        wf.expect().is(InstanceState.DELETED);
        wf.actor("admin").restores();
        wf.expect().is(InstanceState.TERMINATED);
        wf.actor("admin").isRefused(ErrorCode.ILLEGAL_STATE).restores();
    }

    @Test
    void aDeletedInstanceHearsNobodyUntilItIsRestored() {
        wf.deployed(process("deafened").start("s").catching("wait", message("deafened")).user("file", "li").end("e").path("s", "wait", "file", "e").xml());
        wf.started("D", "deafened", "zhao");
        wf.actor("admin").deletes();
        engine.message("deafened", null, Map.of("n", 1L));
        wf.expect().at().is(InstanceState.DELETED);
        wf.actor("admin").restores();
        engine.pass(Duration.ZERO);
        wf.expect().at("file").has("n", 1L);
    }

    private void called(String key) {
        wf.deployed(process(key + "Called").start("s").user("inner", "li").end("e").path("s", "inner", "e").xml());
        wf.deployed(process(key).start("s").call("call", key + "Called").user("after", "wang").end("e").path("s", "call", "after", "e").xml());
        wf.started("parent", key, "zhao");
        long parent = wf.currentInstance();
        wf.at("child", engine.children(parent).get(0));
        wf.at("parent", parent);
    }

    @Test
    void aCalledInstanceIsNotDeletedWhileItIsWaitedFor() {
        called("waited");
        wf.expect("child");
        wf.actor("admin").isRefused(ErrorCode.ILLEGAL_STATE).deletes();
        wf.expect("parent");
        wf.actor("admin").isRefused(ErrorCode.ILLEGAL_STATE).deletes();
    }

    @Test
    void calledInstancesAreDeletedAndRestoredWithTheOneThatWaitsForThem() {
        called("clan");
        wf.actor("admin").deletesAll();
        wf.expect("child").is(InstanceState.DELETED);
        wf.actor("admin").isRefused(ErrorCode.ILLEGAL_STATE).restores();
        wf.expect("parent").is(InstanceState.DELETED);
        wf.actor("admin").restores();
        wf.expect("child").is(InstanceState.RUNNING);
        wf.actor("li").submits("inner");
        wf.expect("parent").at("after");
    }

    @Test
    void aFamilyThatWasSuspendedGoesOnAsOneAfterItWasDeletedAndRestored() {
        called("sleepers");
        wf.actor("admin").suspends();
        wf.actor("admin").deletesAll();
        wf.actor("admin").restores();
        wf.expect("child").is(InstanceState.SUSPENDED);
        wf.expect("parent");
        wf.actor("admin").resumes();
        wf.expect("child").is(InstanceState.RUNNING);
    }

    // ---- for good ----

    @Test
    void whatAnAdministratorPurgesNobodyFindsAnyMore() {
        wf.deployed(work("purged").xml());
        wf.started("P", "purged", "zhao");
        wf.actor("admin").deletes();
        wf.actor("zhao").isRefused(ErrorCode.NOT_FOUND).purges();
        wf.actor("admin").purges();
        wf.expect().isGone();
        wf.actor("admin").isRefused(ErrorCode.NOT_FOUND).restores();
        wf.actor("admin").isRefused(ErrorCode.NOT_FOUND).purges();
    }

    @Test
    void whatIsOnItsWayOrOverIsPurgedWithoutBeingDeletedBefore() {
        wf.deployed(process("straight").start("s").user("work", "li").boundary("late", "work", timer("PT2H")).end("e").path("s", "work", "e").path("late", "e").xml());
        wf.started("running", "straight", "zhao");
        wf.actor("zhao").isRefused(ErrorCode.FORBIDDEN).purges();
        wf.actor("li").isRefused(ErrorCode.FORBIDDEN).purges();
        wf.actor("qian").isRefused(ErrorCode.NOT_FOUND).purges();
        wf.actor("admin").purges();
        wf.expect().isGone();
        wf.started("over", "straight", "zhao");
        wf.actor("li").submits("work");
        wf.actor("admin").purges();
        wf.expect().isGone();
        wf.started("suspended", "straight", "zhao");
        wf.actor("admin").suspends();
        wf.actor("admin").purges();
        wf.expect().isGone();
        engine.pass(DAY);
    }

    @Test
    void aMessageForWhatWasPurgedWaitsForTheNextReceiver() {
        wf.deployed(process("buried").start("s").catching("wait", message("buried")).user("file", "li").end("e").path("s", "wait", "file", "e").xml());
        wf.started("first", "buried", "zhao");
        wf.actor("admin").purges();
        engine.message("buried", null, Map.of("n", 1L));
        wf.started("second", "buried", "zhao");
        engine.pass(Duration.ZERO);
        wf.expect().at("file").has("n", 1L);
    }

    @Test
    void aCalledInstanceIsNotPurgedWhileItIsWaitedForNotEvenByOneThatWasDeleted() {
        called("lineage");
        wf.expect("child");
        wf.actor("admin").isRefused(ErrorCode.ILLEGAL_STATE).purges();
        wf.expect("parent");
        wf.actor("admin").deletesAll();
        wf.expect("child");
        wf.actor("admin").isRefused(ErrorCode.ILLEGAL_STATE).purges();
        wf.expect("parent");
        wf.actor("admin").isRefused(ErrorCode.ILLEGAL_STATE).purges();
        wf.actor("admin").restores();
        wf.expect("child");
        wf.actor("li").submits("inner");
        wf.actor("admin").purges();
        wf.expect("child").isGone();
        wf.expect("parent").at("after");
    }

    @Test
    void calledInstancesArePurgedWithTheOneThatWaitsForThem() {
        called("dynasty");
        wf.actor("admin").isRefused(ErrorCode.ILLEGAL_STATE).purges();
        wf.actor("admin").purgesAll();
        wf.expect("parent").isGone();
        wf.expect("child").isGone();
    }

    @Test
    void thoseThatWereDeletedWithItArePurgedWithItToo() {
        called("heirs");
        wf.actor("admin").deletesAll();
        wf.actor("admin").purgesAll();
        wf.expect("parent").isGone();
        wf.expect("child").isGone();
    }

    @Test
    void aCalledInstanceThatHasEndedStaysWhenItsCallerIsPurged() {
        called("survivor");
        wf.expect("child");
        wf.actor("li").submits("inner");
        wf.expect("parent");
        wf.actor("admin").purgesAll();
        wf.expect("parent").isGone();
        wf.expect("child").is(InstanceState.COMPLETED);
        wf.actor("admin").purges();
        wf.expect("child").isGone();
    }
}
