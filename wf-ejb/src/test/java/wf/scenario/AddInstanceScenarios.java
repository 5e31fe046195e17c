package wf.scenario;

import static wf.scenario.Model.signedBy;
import static wf.scenario.Model.signedByAll;
import static wf.scenario.Sketch.process;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import wf.contract.ErrorCode;
import wf.contract.InstanceState;
import wf.contract.Vote;

/** F32: people and things that are added to what runs already. The same scenarios run on the core and on the store. */
public abstract class AddInstanceScenarios {

    private World wf;

    protected abstract Engine engine();

    @BeforeEach
    void aNewWorld() {
        wf = new World(engine());
    }

    private static Sketch signed(String key, Model.Who who) {
        return process(key).start("start").user("sign", who).says("addInstance", "true").user("file", "zhou").end("end")
                .path("start", "sign", "file", "end");
    }

    /** A task that repeats like any other activity, with an instance for each of the people. */
    private static Sketch visits(String key, boolean sequential) {
        return process(key).start("start").user("visit", Model.by("${who}")).says("addInstance", "true")
                .loop("multiInstanceLoopCharacteristics", " isSequential=\"" + sequential
                        + "\" behavior=\"None\" wf:collection=\"people\" wf:elementVariable=\"who\"", "")
                .user("file", "zhou").end("end").path("start", "visit", "file", "end");
    }

    @Test
    void aSignerAddedToARoundOfAllMustAgreeToo() {
        wf.deployed(signed("all", signedByAll("li", "wang")).xml());
        wf.started("A", "all", "zhao");
        wf.actor("li").votes("sign", Vote.AGREE);
        wf.actor("wang").adds("sign", "sun", "qian");
        wf.expect().at("sign", "sign", "sign").todoOf("wang", "sun", "qian");
        wf.actor("wang").votes("sign", Vote.AGREE);
        wf.actor("sun").votes("sign", Vote.AGREE);
        wf.expect().at("sign");
        wf.actor("qian").votes("sign", Vote.AGREE);
        wf.expect().at("file").has("signResult", "AGREED");
    }

    @Test
    void aShareIsOneOfAllAsked() {
        wf.deployed(signed("share", signedBy("PARALLEL", "QUORUM", "60%", "li", "wang")).xml());
        wf.started("S", "share", "zhao");
        wf.actor("zhao").adds("sign", "sun", "qian", "zhou");
        wf.actor("li").votes("sign", Vote.AGREE);
        wf.actor("wang").votes("sign", Vote.AGREE);
        wf.expect().at("sign", "sign", "sign");
        wf.actor("sun").votes("sign", Vote.AGREE);
        wf.expect().at("file").has("signResult", "AGREED");
    }

    @Test
    void aNumberStaysWhatItIs() {
        wf.deployed(signed("number", signedBy("PARALLEL", "QUORUM", "3", "li", "wang")).xml());
        wf.started("N", "number", "zhao");
        wf.actor("zhao").adds("sign", "sun", "qian");
        wf.actor("li").votes("sign", Vote.AGREE);
        wf.actor("wang").votes("sign", Vote.AGREE);
        wf.expect().at("sign", "sign");
        wf.actor("qian").votes("sign", Vote.AGREE);
        wf.expect().at("file");
    }

    @Test
    void inASequentialRoundTheAddedComeLast() {
        wf.deployed(signed("order", signedBy("SEQUENTIAL", "ALL", "", "li", "wang")).xml());
        wf.started("O", "order", "zhao");
        wf.actor("li").adds("sign", "sun");
        wf.expect().at("sign").todoOf("li");
        wf.actor("li").votes("sign", Vote.AGREE);
        wf.expect().at("sign").todoOf("wang");
        wf.actor("wang").adds("sign", "qian");
        wf.actor("wang").votes("sign", Vote.AGREE);
        wf.expect().at("sign").todoOf("sun");
        wf.actor("sun").votes("sign", Vote.AGREE);
        wf.expect().at("sign").todoOf("qian");
        wf.actor("qian").votes("sign", Vote.AGREE);
        wf.expect().at("file");
    }

    @Test
    void anInstanceMoreOfARepeatedTaskIsDoneByWhoWasAdded() {
        wf.deployed(visits("parallel", false).xml());
        wf.started("P", "parallel", "zhao", "people", List.of("li", "wang"));
        wf.actor("li").adds("visit", "sun", "qian");
        wf.expect().at("visit", "visit", "visit", "visit").todoOf("sun", "qian");
        for (String person : List.of("li", "wang", "sun")) {
            wf.actor(person).submits("visit");
        }
        wf.expect().at("visit").todoOf("qian");
        wf.actor("qian").submits("visit");
        wf.expect().at("file");
    }

    @Test
    void oneAfterAnotherTheAddedComeWhenTheirTurnComes() {
        wf.deployed(visits("sequential", true).xml());
        wf.started("Q", "sequential", "zhao", "people", List.of("li", "wang"));
        wf.actor("li").addsElement("visit", "sun");
        for (String person : List.of("li", "wang", "sun")) {
            wf.expect().at("visit").todoOf(person);
            wf.actor(person).submits("visit");
        }
        wf.expect().at("file");
    }

    @Test
    void anElementOfARoundMeansThePeopleThatTheModelSays() {
        wf.deployed(process("meaning").start("start").user("sign", Model.offeredToGroup("${team}")).says("addInstance", "true")
                .each("team", "teams").end("end").path("start", "sign", "end").xml());
        wf.started("M", "meaning", "zhao", "teams", List.of("finance"));
        wf.expect().at("sign", "sign", "sign").noTodoOf("li");
        wf.actor("zhao").isRefused(ErrorCode.NO_PARTICIPANT).addsElement("sign", "nobodies");
        wf.actor("zhao").addsElement("sign", "user:li");
        wf.expect().at("sign", "sign", "sign", "sign").todoOf("li");
    }

    @Test
    void aNumberOfTimesGrowsByElementsToo() {
        wf.deployed(process("times").start("start").sub("box", s -> s.start("in").user("do", "li").end("out").path("in", "do", "out"))
                .says("addInstance", "true").times("2").end("end").path("start", "box", "end").xml());
        wf.started("T", "times", "zhao");
        wf.actor("li").isRefused(ErrorCode.INVALID_INPUT).adds("box", "sun");
        wf.actor("li").addsElement("box", "anything");
        wf.expect().at("do", "do", "do");
        for (int i = 0; i < 3; i++) {
            wf.actor("li").submits("do");
        }
        wf.expect().is(InstanceState.COMPLETED);
    }

    @Test
    void onlyThoseAddWhomTheNodeAllows() {
        wf.deployed(process("closed").start("start").user("sign", signedByAll("li", "wang")).end("end").path("start", "sign", "end").xml());
        wf.started("C", "closed", "zhao");
        wf.actor("li").isRefused(ErrorCode.NODE_POLICY).adds("sign", "sun");
        wf.actor("zhao").isRefused(ErrorCode.NODE_POLICY).adds("sign", "sun");
        wf.actor("qian").isRefused(ErrorCode.NOT_FOUND).adds("sign", "qian");
        wf.actor("admin").adds("sign", "sun");
        wf.expect().at("sign", "sign", "sign");
    }

    @Test
    void whoWorksElsewhereInTheInstanceAddsNobodyHere() {
        wf.deployed(process("elsewhere").start("start").parallel("split").user("sign", signedByAll("li")).says("addInstance", "true")
                .user("other", "wang").end("end").path("start", "split").path("split", "sign", "end").path("split", "other", "end").xml());
        wf.started("E", "elsewhere", "zhao");
        wf.actor("wang").isRefused(ErrorCode.FORBIDDEN).adds("sign", "wang");
        wf.actor("admin").isRefused(ErrorCode.ILLEGAL_STATE).adds("other", "sun");
    }

    @Test
    void whatIsMissingOrUnknownIsTold() {
        wf.deployed(signed("wrong", signedByAll("li")).xml());
        wf.started("W", "wrong", "zhao");
        wf.actor("li").isRefused(ErrorCode.INVALID_INPUT).adds("sign");
        wf.actor("li").isRefused(ErrorCode.NO_PARTICIPANT).adds("sign", "sun", "nobody");
        wf.actor("li").isRefused(ErrorCode.INVALID_INPUT).addsElement("sign", "sun");
        wf.expect().at("sign");
        wf.actor("li").votes("sign", Vote.AGREE);
        wf.actor("admin").isRefused(ErrorCode.ILLEGAL_STATE).adds("file", "sun");
    }
}
