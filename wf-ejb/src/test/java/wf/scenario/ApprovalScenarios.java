package wf.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static wf.scenario.Model.Line.line;
import static wf.scenario.Model.Line.when;
import static wf.scenario.Model.by;
import static wf.scenario.Model.byStarter;
import static wf.scenario.Model.offeredTo;
import static wf.scenario.Model.offeredToGroup;
import static wf.scenario.Model.process;
import static wf.scenario.Model.signedBy;
import static wf.scenario.Model.signedByAll;
import static wf.scenario.Model.with;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import wf.contract.ErrorCode;
import wf.contract.InstanceState;
import wf.contract.Vote;

/** The approvals of every day. The same scenarios run on the core, on the store and on the deployed product. */
public abstract class ApprovalScenarios {

    private World wf;

    /** A new one for each scenario, or one whose processes do not meet. */
    protected abstract Engine engine();

    @BeforeEach
    void aNewWorld() {
        wf = new World(engine());
    }

    @Test
    void aLeaveRequestGoesToTheHeadAndEnds() {
        wf.deployed(process("leave").step("draft", byStarter()).step("review", by("li")).end());
        wf.started("L-1", "leave", "zhao", "days", 2);
        wf.expect().at("draft").todoOf("zhao").is(InstanceState.RUNNING);
        wf.actor("zhao").submits("draft");
        wf.expect().at("review").todoOf("li").noTodoOf("zhao");
        wf.actor("li").submits("review");
        wf.expect().at().is(InstanceState.COMPLETED);
    }

    @Test
    void aConditionDecidesTheRoute() {
        wf.deployed(process("leave").step("draft", byStarter())
                .choice(when("days > 3", "director", by("wang")), line("head", by("li"))).end());
        wf.started("long", "leave", "zhao");
        wf.actor("zhao").submits("draft", "days", 5);
        wf.expect().at("director");
        wf.started("short", "leave", "zhao");
        wf.actor("zhao").submits("draft", "days", 1);
        wf.expect().at("head");
    }

    @Test
    void withoutARouteTheWorkStaysWhereItIs() {
        wf.deployed(process("leave").step("draft", byStarter())
                .choice(when("days > 3", "director", by("wang")), when("days < 2", "head", by("li"))).end());
        wf.started("L", "leave", "zhao");
        wf.actor("zhao").isRefused(ErrorCode.NO_ROUTE).submits("draft", "days", 3);
        wf.actor("zhao").isRefused(ErrorCode.RULE_ERROR).submits("draft");
        wf.expect().at("draft").todoOf("zhao").has("days", null);
        wf.actor("zhao").submits("draft", "days", 1);
        wf.expect().at("head");
    }

    @Test
    void threeReviewsRunAtOnceAndComeTogether() {
        wf.deployed(process("contract").step("draft", byStarter())
                .fork(line("legal", by("li")), line("finance", by("wang")), line("technical", by("qian")))
                .step("sign", by("sun")).end());
        wf.started("C", "contract", "zhao");
        wf.actor("zhao").submits("draft");
        wf.expect().at("legal", "finance", "technical");
        wf.actor("wang").submits("finance");
        wf.actor("li").submits("legal");
        wf.expect().at("technical");
        wf.actor("qian").submits("technical");
        wf.expect().at("sign").todoOf("sun");
        wf.actor("sun").submits("sign");
        wf.expect().is(InstanceState.COMPLETED);
    }

    @Test
    void whatIsOfferedToManyIsTakenByOneAndCanBePutBack() {
        wf.deployed(process("expense").step("pay", offeredToGroup("finance")).end());
        wf.started("E", "expense", "zhao");
        wf.expect().offered("pay");
        wf.actor("wang").isRefused(ErrorCode.FORBIDDEN).submits("pay");
        wf.actor("qian").isRefused(ErrorCode.NOT_FOUND).claims("pay");
        wf.actor("wang").claims("pay");
        wf.actor("sun").isRefused(ErrorCode.ALREADY_CLAIMED).claims("pay");
        wf.actor("wang").unclaims("pay");
        wf.actor("sun").claims("pay");
        wf.actor("sun").submits("pay");
        wf.expect().is(InstanceState.COMPLETED);
    }

    @Test
    void aRoundOfAllPassesWithTheLastAgreement() {
        wf.deployed(process("sign").step("round", signedByAll("li", "wang", "sun"))
                .choice(when("signResult == 'AGREED'", "archive", by("zhou")), line("revise", by("zhao"))).end());
        wf.started("S", "sign", "zhao");
        wf.expect().at("round", "round", "round");
        wf.actor("li").votes("round", Vote.AGREE);
        wf.actor("wang").submits("round");
        wf.actor("sun").votes("round", Vote.AGREE);
        wf.expect().at("archive").has("signResult", "AGREED");
    }

    @Test
    void oneRefusalEndsARoundOfAllEarly() {
        wf.deployed(process("sign").step("round", signedByAll("li", "wang", "sun"))
                .choice(when("signResult == 'AGREED'", "archive", by("zhou")), line("revise", by("zhao"))).end());
        wf.started("S", "sign", "zhao");
        wf.actor("li").votes("round", Vote.DISAGREE);
        wf.expect().at("revise").has("signResult", "DISAGREED");
    }

    @Test
    void aQuorumOfSixtyPercentPassesWithThreeOfFive() {
        wf.deployed(process("sign").step("round", signedBy("PARALLEL", "QUORUM", "60%", "li", "wang", "sun", "zhou", "qian"))
                .step("archive", by("zhao")).end());
        wf.started("S", "sign", "zhao");
        wf.actor("li").votes("round", Vote.AGREE);
        wf.actor("wang").votes("round", Vote.ABSTAIN);
        wf.actor("sun").votes("round", Vote.AGREE);
        wf.expect().at("round", "round");
        wf.actor("zhou").votes("round", Vote.AGREE);
        wf.expect().at("archive").noTodoOf("qian").has("signResult", "AGREED");
    }

    @Test
    void aSequentialRoundAsksOneAfterAnother() {
        wf.deployed(process("sign").step("round", signedBy("SEQUENTIAL", "ANY", "", "li", "wang", "sun"))
                .step("archive", by("zhao")).end());
        wf.started("S", "sign", "zhao");
        wf.expect().at("round").todoOf("li");
        wf.actor("li").votes("round", Vote.DISAGREE);
        wf.expect().at("round").todoOf("wang");
        wf.actor("wang").votes("round", Vote.AGREE);
        wf.expect().at("archive").has("signResult", "AGREED");
    }

    @Test
    void workGoesBackToWhoSentItAndComesAgain() {
        wf.deployed(process("leave").step("draft", byStarter()).step("head", by("li")).step("hr", offeredTo("wang", "sun")).end());
        wf.started("L", "leave", "zhao");
        wf.actor("zhao").isRefused(ErrorCode.TARGET_INVALID).returns("draft");
        wf.actor("zhao").submits("draft");
        wf.actor("li").submits("head");
        wf.actor("sun").claims("hr");
        wf.actor("sun").returns("hr");
        wf.expect().at("head").todoOf("li");
        wf.actor("li").returns("head");
        wf.expect().at("draft").todoOf("zhao");
        wf.actor("zhao").isRefused(ErrorCode.TARGET_INVALID).returns("draft", "head");
        wf.actor("zhao").submits("draft");
        wf.actor("li").submits("head");
        wf.expect().offered("hr");
    }

    @Test
    void returningToBeforeASplitGivesUpAllItsBranches() {
        wf.deployed(process("contract").step("draft", byStarter())
                .fork(line("legal", by("li")).then("legal2", by("li")), line("finance", by("wang")), line("technical", by("qian")))
                .step("sign", by("sun")).end());
        wf.started("C", "contract", "zhao");
        wf.actor("zhao").submits("draft");
        wf.actor("wang").submits("finance");
        wf.actor("li").submits("legal");
        wf.actor("li").returns("legal2", "draft");
        wf.expect().at("draft").todoOf("zhao");
        wf.actor("zhao").submits("draft");
        wf.expect().at("legal", "finance", "technical");
        wf.actor("wang").submits("finance");
        wf.actor("li").submits("legal");
        wf.actor("li").returns("legal2");
        wf.expect().at("legal", "technical");
        wf.actor("li").submits("legal");
        wf.actor("li").submits("legal2");
        wf.actor("qian").submits("technical");
        wf.expect().at("sign");
        wf.actor("sun").returns("sign", "draft");
        wf.expect().at("draft");
    }

    @Test
    void onlyTheStarterOrAnAdministratorTerminates() {
        wf.deployed(process("contract").step("draft", byStarter()).fork(line("legal", by("li")), line("finance", by("wang"))).end());
        wf.started("C", "contract", "zhao");
        wf.actor("zhao").submits("draft");
        wf.actor("li").isRefused(ErrorCode.FORBIDDEN).terminates();
        wf.actor("qian").isRefused(ErrorCode.NOT_FOUND).terminates();
        wf.actor("admin").terminates();
        wf.expect().at().is(InstanceState.TERMINATED);
        wf.actor("zhao").isRefused(ErrorCode.ILLEGAL_STATE).terminates();
    }

    @Test
    void aTerminateEndStopsTheOtherBranches() {
        wf.deployed(process("race").step("draft", byStarter())
                .fork(line("legal", by("li")), line("finance", by("wang"))).terminate()
                .replace("<sequenceFlow id=\"finance_join1\" sourceRef=\"finance\" targetRef=\"join1\">",
                        "<sequenceFlow id=\"finance_end\" sourceRef=\"finance\" targetRef=\"end\">"));
        wf.started("R", "race", "zhao");
        wf.actor("zhao").submits("draft");
        wf.actor("wang").submits("finance");
        wf.expect().at().is(InstanceState.COMPLETED);
    }

    @Test
    void aFailingScriptIsAnIncidentThatCorrectedDataMends() {
        wf.deployed(process("calc").step("draft", byStarter()).script("total", "total = price * count").step("check", by("li")).end());
        wf.started("K", "calc", "zhao", "price", 7);
        wf.actor("zhao").submits("draft");
        wf.expect().at().incidents("RULE_ERROR@total").is(InstanceState.RUNNING);
        wf.actor("zhao").isRefused(ErrorCode.FORBIDDEN).retries("RULE_ERROR");
        wf.actor("admin").retries("RULE_ERROR", "count", 6);
        wf.expect().at("check").incidents().has("total", 42L);
    }

    @Test
    void anEndlessLoopIsAnIncidentAndNotAHungThread() {
        wf.deployed(process("loop").step("draft", byStarter()).virtual("a").virtual("b").end()
                .replace("<sequenceFlow id=\"b_end\" sourceRef=\"b\" targetRef=\"end\">", "<sequenceFlow id=\"b_a\" sourceRef=\"b\" targetRef=\"a\">")
                .replace("<endEvent id=\"end\"/>", ""));
        wf.started("W", "loop", "zhao");
        wf.actor("zhao").submits("draft");
        assertThat(wf.expect()).isNotNull();
        wf.actor("admin").terminates();
        wf.expect().is(InstanceState.TERMINATED);
    }

    @Test
    void aJoinThatTheModelStarvesIsAnIncidentThatAnAdministratorMayPass() {
        wf.deployed(process("starved").step("draft", byStarter())
                .choice(when("days > 3", "long", by("li")), line("short", by("wang"))).step("after", by("sun")).end()
                .replace("<exclusiveGateway id=\"join1\"/>", "<parallelGateway id=\"join1\"/>"));
        wf.started("X", "starved", "zhao");
        wf.actor("zhao").submits("draft", "days", 9);
        wf.actor("li").submits("long");
        wf.expect().at().incidents("STUCK_JOIN@join1");
        wf.actor("admin").retries("STUCK_JOIN");
        wf.expect().at().incidents("STUCK_JOIN@join1");
        wf.actor("admin").skips("STUCK_JOIN");
        wf.expect().at("after").incidents();
    }

    @Test
    void requiredFieldsAreRequiredAndForbiddenOnesAreDropped() {
        wf.deployed(process("form").step("draft", with(with(byStarter(), "days", "INTEGER", "REQUIRED"), "level", "STRING", "READ")).step("check", by("li")).end());
        wf.started("F", "form", "zhao", "level", "low");
        wf.actor("zhao").isRefused(ErrorCode.INVALID_INPUT).submits("draft");
        wf.actor("zhao").isRefused(ErrorCode.INVALID_INPUT).submits("draft", "days", "three");
        wf.actor("zhao").submits("draft", "days", 3, "level", "high", "other", 1);
        wf.expect().at("check").has("days", 3L).has("level", "low").has("other", null);
    }

    @Test
    void onlyThoseWhomTheDefinitionNamesMayStart() {
        wf.deployed(process("secret").startedBy("group:finance").step("draft", byStarter()).end());
        assertThat(wf.refusedStart("secret", "zhao")).isEqualTo(ErrorCode.FORBIDDEN);
        assertThat(wf.refusedStart("secret", "wang")).isNull();
        assertThat(wf.refusedStart("secret", "admin")).isNull();
    }

    @Test
    void nobodyToDoTheWorkRefusesTheSubmit() {
        wf.deployed(process("empty").step("draft", byStarter()).step("next", by("${who}")).end());
        wf.started("N", "empty", "zhao");
        wf.actor("zhao").isRefused(ErrorCode.NO_PARTICIPANT).submits("draft", "who", "nobody");
        wf.actor("zhao").isRefused(ErrorCode.RULE_ERROR).submits("draft");
        wf.actor("zhao").submits("draft", "who", "li");
        wf.expect().at("next").todoOf("li");
    }

    @Test
    void workAfterAMendedIncidentStillKnowsWhoSentIt() {
        wf.deployed(process("mended").step("draft", byStarter()).script("calc", "total = price * 2").step("review", by("li")).end());
        wf.started("retried", "mended", "zhao");
        wf.actor("zhao").submits("draft");
        wf.actor("admin").retries("RULE_ERROR", "price", 2);
        wf.actor("li").returns("review");
        wf.expect().at("draft").todoOf("zhao");
        wf.started("skipped", "mended", "zhao");
        wf.actor("zhao").submits("draft");
        wf.actor("admin").skips("RULE_ERROR");
        wf.actor("li").returns("review");
        wf.expect().at("draft").todoOf("zhao");
    }

    @Test
    void aRoundThatWorkIsReturnedToAsksAllItsSignersAgain() {
        wf.deployed(process("resign").step("draft", byStarter()).step("round", signedByAll("li", "wang", "sun"))
                .step("archive", by("zhou")).end());
        wf.started("S", "resign", "zhao");
        wf.actor("zhao").submits("draft");
        wf.actor("li").votes("round", Vote.DISAGREE);
        wf.actor("zhou").returns("archive");
        wf.expect().at("round", "round", "round").todoOf("li", "wang", "sun");
    }

    @Test
    void moreVariablesThanAnInstanceCanCarryAreRefused() {
        wf.deployed(process("large").step("draft", byStarter()).end());
        wf.started("V", "large", "zhao");
        Object[] variables = new Object[50];
        for (int i = 0; i < variables.length; i += 2) {
            variables[i] = "v" + i;
            variables[i + 1] = "x".repeat(99_000);
        }
        wf.actor("zhao").isRefused(ErrorCode.QUOTA).submits("draft", variables);
        wf.actor("zhao").submits("draft");
    }
}
