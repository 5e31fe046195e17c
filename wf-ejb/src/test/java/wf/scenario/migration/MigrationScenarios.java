package wf.scenario.migration;

import static wf.scenario.Model.Line.line;
import static wf.scenario.Model.by;
import static wf.scenario.Model.byStarter;
import static wf.scenario.Model.offeredToGroup;
import static wf.scenario.Model.process;
import static wf.scenario.Model.signedByAll;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import wf.contract.ErrorCode;
import wf.contract.InstanceState;
import wf.contract.Vote;
import wf.scenario.Engine;
import wf.scenario.Model;
import wf.scenario.Sketch;
import wf.scenario.World;

/** What people see when the model changes under their work. The same scenarios run on the core and on the store. */
public abstract class MigrationScenarios {

    private World wf;

    protected abstract Engine engine();

    @BeforeEach
    void aNewWorld() {
        wf = new World(engine());
    }

    @Test
    void workGoesOnAsTheNewVersionSays() {
        wf.deployed(process("order").step("draft", byStarter()).step("review", by("li")).end());
        wf.started("O", "order", "zhao");
        wf.actor("zhao").submits("draft");
        wf.deployed(process("order").step("draft", byStarter()).step("review", by("sun")).step("pay", by("wang")).end());
        wf.actor("admin").migrates();
        wf.expect().at("review").todoOf("li");
        wf.actor("li").submits("review");
        wf.expect().at("pay").todoOf("wang");
        wf.actor("wang").submits("pay");
        wf.expect().at().is(InstanceState.COMPLETED);
    }

    @Test
    void anotherInstanceStaysWithItsVersion() {
        wf.deployed(process("stay").step("review", by("li")).end());
        wf.started("one", "stay", "zhao");
        wf.started("other", "stay", "zhao");
        wf.deployed(process("stay").step("review", by("li")).step("pay", by("wang")).end());
        wf.actor("admin").migrates();
        wf.actor("li").submits("review");
        wf.expect("other").at("pay");
        wf.expect("one").at("review");
        wf.actor("li").submits("review");
        wf.expect().is(InstanceState.COMPLETED);
    }

    @Test
    void aNodeThatIsCalledOtherwiseIsFoundByTheMapping() {
        wf.deployed(process("renamed").step("draft", byStarter()).step("review", by("li")).step("pay", by("wang")).end());
        wf.started("R", "renamed", "zhao");
        wf.actor("zhao").submits("draft");
        wf.deployed(process("renamed").step("prepare", byStarter()).step("check", by("li")).step("pay", by("wang")).end());
        wf.actor("admin").isRefused(ErrorCode.TARGET_INVALID).migrates();
        wf.expect().at("review");
        wf.actor("admin").migrates("draft", "prepare", "review", "check");
        wf.expect().at("check").todoOf("li");
        wf.actor("li").returns("check", "prepare");
        wf.expect().at("prepare").todoOf("zhao");
        wf.actor("zhao").submits("prepare");
        wf.actor("li").submits("check");
        wf.expect().at("pay");
    }

    @Test
    void workIsSentBackToItsSenderAcrossTheChange() {
        wf.deployed(process("sent").step("draft", byStarter()).step("review", by("li")).end());
        wf.started("S", "sent", "zhao");
        wf.actor("zhao").submits("draft");
        wf.deployed(process("sent").step("draft", byStarter()).step("between", by("sun")).step("review", by("li")).end());
        wf.actor("admin").migrates();
        wf.actor("li").returns("review");
        wf.expect().at("draft").todoOf("zhao");
        wf.actor("zhao").submits("draft");
        wf.expect().at("between").todoOf("sun");
    }

    @Test
    void aNodeThatIsGoneIsNoTargetOfAReturn() {
        wf.deployed(process("gone").step("draft", byStarter()).step("check", by("sun")).step("review", by("li")).end());
        wf.started("G", "gone", "zhao");
        wf.actor("zhao").submits("draft");
        wf.actor("sun").submits("check");
        wf.deployed(process("gone").step("draft", byStarter()).step("review", by("li")).end());
        wf.actor("admin").migrates();
        wf.actor("li").isRefused(ErrorCode.TARGET_INVALID).returns("review");
        wf.actor("li").isRefused(ErrorCode.TARGET_INVALID).returns("review", "check");
        wf.actor("li").returns("review", "draft");
        wf.expect().at("draft").todoOf("zhao");
    }

    @Test
    void aDraftAndOfferedWorkGoOnToo() {
        wf.deployed(process("offered").step("pay", offeredToGroup("finance")).end());
        wf.started("F", "offered", "zhao");
        wf.deployed(process("offered").step("settle", offeredToGroup("finance")).step("file", by("li")).end());
        wf.actor("admin").migrates("pay", "settle");
        wf.expect().offered("settle");
        wf.actor("wang").claims("settle");
        wf.actor("wang").submits("settle");
        wf.expect().at("file");
    }

    @Test
    void branchesThatWaitAtAJoinCameByFlowsThatItStillHas() {
        wf.deployed(process("fork").fork(line("a", by("li")), line("b", by("wang"))).step("after", by("sun")).end());
        wf.started("P", "fork", "zhao");
        wf.actor("li").submits("a");
        wf.deployed(process("fork").fork(line("x", by("li")), line("b", by("wang")).then("c", by("qian"))).step("after", by("sun")).end());
        wf.actor("admin").isRefused(ErrorCode.TARGET_INVALID).migrates();
        wf.actor("admin").migrates("a", "x");
        wf.actor("wang").submits("b");
        wf.expect().at("c");
        wf.actor("qian").submits("c");
        wf.expect().at("after");
        wf.actor("sun").submits("after");
        wf.expect().is(InstanceState.COMPLETED);
    }

    @Test
    void aJoinThatWaitsForFewerBranchesFiresAtOnce() {
        wf.deployed(process("fewer").fork(line("a", by("li")), line("b", by("wang")), line("c", by("qian"))).step("after", by("sun")).end());
        wf.started("P", "fewer", "zhao");
        wf.actor("li").submits("a");
        wf.actor("wang").submits("b");
        wf.expect().at("c");
        wf.deployed(Sketch.process("fewer").start("start").parallel("split1").user("a", "li").user("b", "wang").parallel("join1")
                .user("c", "qian").user("after", "sun").end("end").path("start", "split1").path("split1", "a", "join1")
                .path("split1", "b", "join1").path("join1", "after", "end").path("split1", "c", "end").xml());
        wf.actor("admin").migrates();
        wf.expect().at("c", "after");
        wf.actor("qian").submits("c");
        wf.actor("sun").submits("after");
        wf.expect().is(InstanceState.COMPLETED);
    }

    @Test
    void aJoinThatWaitsForOneMoreThanCanComeIsAnIncident() {
        wf.deployed(process("more").fork(line("a", by("li")), line("b", by("wang"))).end());
        wf.started("P", "more", "zhao");
        wf.actor("li").submits("a");
        wf.deployed(process("more").fork(line("a", by("li")), line("b", by("wang")), line("c", by("qian"))).end());
        wf.actor("admin").migrates();
        wf.expect().at("b").incidents("STUCK_JOIN@join1");
        wf.actor("wang").submits("b");
        wf.expect().at().incidents("STUCK_JOIN@join1");
        wf.deployed(process("more").fork(line("a", by("li")), line("b", by("wang"))).end());
        wf.actor("admin").migrates();
        wf.expect().is(InstanceState.COMPLETED);
    }

    @Test
    void aSigningRoundKeepsItsVotesAndItsRule() {
        wf.deployed(process("round").step("sign", signedByAll("li", "wang", "sun")).end());
        wf.started("V", "round", "zhao");
        wf.actor("li").votes("sign", Vote.AGREE);
        wf.deployed(process("round").step("seal", signedByAll("qian")).step("file", by("zhou")).end());
        wf.actor("admin").migrates("sign", "seal");
        wf.expect().at("seal", "seal").todoOf("wang", "sun").noTodoOf("qian");
        wf.actor("wang").votes("seal", Vote.AGREE);
        wf.actor("sun").votes("seal", Vote.AGREE);
        wf.expect().at("file");
    }

    @Test
    void workInsideASubProcessKeepsItsScope() {
        wf.deployed(nested("inner", "task"));
        wf.started("N", "nested", "zhao");
        wf.expect().at("task");
        wf.deployed(nested("box", "job"));
        wf.actor("admin").isRefused(ErrorCode.TARGET_INVALID).migrates("task", "job");
        wf.actor("admin").isRefused(ErrorCode.TARGET_INVALID).migrates("inner", "box", "task", "last");
        wf.actor("admin").migrates("inner", "box", "task", "job");
        wf.expect().at("job");
        wf.actor("li").submits("job");
        wf.expect().at("last");
        wf.actor("sun").submits("last");
        wf.expect().is(InstanceState.COMPLETED);
    }

    private static String nested(String box, String task) {
        return Sketch.process("nested").start("start").sub(box, inside -> inside.start("in").user(task, "li").end("out").path("in", task, "out"))
                .user("last", "sun").end("end").path("start", box, "last", "end").xml();
    }

    @Test
    void anotherTypeOrAnotherMannerIsRefused() {
        wf.deployed(process("manner").step("review", by("li")).end());
        wf.started("M", "manner", "zhao");
        wf.deployed(process("manner").step("review", signedByAll("li", "wang")).end());
        wf.actor("admin").isRefused(ErrorCode.TARGET_INVALID).migrates();
        wf.deployed(process("manner").script("review", "x = 1").step("after", by("li")).end());
        wf.actor("admin").isRefused(ErrorCode.TARGET_INVALID).migrates();
        wf.actor("admin").isRefused(ErrorCode.INVALID_INPUT).migrates("nobody", "after");
        wf.actor("admin").isRefused(ErrorCode.INVALID_INPUT).migrates("review", "nobody");
        wf.expect().at("review").todoOf("li");
        wf.actor("admin").migrates("review", "after");
        wf.expect().at("after");
    }

    @Test
    void anIncidentIsMendedByAnotherVersion() {
        wf.deployed(process("mended").step("draft", byStarter()).script("count", "total = nothing.there / 0").step("after", by("li")).end());
        wf.started("I", "mended", "zhao");
        wf.actor("zhao").submits("draft");
        wf.expect().incidents("RULE_ERROR@count");
        wf.deployed(process("mended").step("draft", byStarter()).script("sum", "total = 1").step("after", by("li")).end());
        wf.actor("admin").migrates("count", "sum");
        wf.expect().incidents("RULE_ERROR@sum");
        wf.actor("admin").retries("RULE_ERROR");
        wf.expect().at("after");
    }

    static Model twoSteps(String key) {
        return process(key).step("draft", byStarter()).step("review", by("li"));
    }
}
