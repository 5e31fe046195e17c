package wf.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static wf.scenario.Model.by;
import static wf.scenario.Model.byStarter;
import static wf.scenario.Model.process;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import wf.contract.Choice;
import wf.contract.ErrorCode;
import wf.contract.ParticipantMode;
import wf.contract.RouteEvaluation;
import wf.contract.RouteNode;
import wf.contract.SubmitRequest;
import wf.refusal.Refused;

/** F24 路由规则判断: whoever holds an item asks where it would go. */
class RoutingTest extends StoreTest {

    private World wf;

    @BeforeAll
    void deploy() {
        engine.deploy(Sketch.process("claims").start("start").user("draft", "zhao").exclusive("size")
                .user("small", "li").user("big", "wang").user("huge", "sun").end("end")
                .path("start", "draft", "size").when("amount > 100", "size", "huge").when("amount > 10", "size", "big").otherwise("size", "small")
                .path("small", "end").path("big", "end").path("huge", "end").xml());
        engine.deploy(process("round").step("draft", new Model.Who(by("zhao").attributes(), "<wf:field name=\"days\" type=\"INTEGER\" access=\"REQUIRED\"/>"))
                .step("sign", Model.signedByAll("li", "wang")).step("pay", Model.offeredTo("sun", "zhou")).end());
        engine.deploy(process("chosen").step("draft", byStarter())
                .step("check", new Model.Who(Model.offeredTo("li", "wang").attributes() + " wf:chosenByPrevious=\"true\"", "")).end());
        engine.deploy(process("empty").step("draft", byStarter())
                .step("check", new Model.Who(" wf:candidateGroups=\"nobody\" wf:skipEmpty=\"true\"", "")).step("last", by("li")).end());
        engine.deploy(Sketch.process("fails").start("start").user("draft", "zhao").exclusive("size").user("a", "li").user("b", "li").end("end")
                .path("start", "draft", "size").when("amount.fails() > 1", "size", "a").when("amount > 0", "size", "b").path("a", "end").path("b", "end").xml());
        engine.deploy(process("rules").step("draft", new Model.Who(by("zhao").attributes(), "<wf:leaveRule name=\"leaving\">if (amount &gt; 100) { reject('too much') }</wf:leaveRule>"))
                .step("check", new Model.Who(by("li").attributes(), "<wf:enterRule name=\"entering\"><![CDATA[if (amount < 0) { n = 1 / 0 }]]></wf:enterRule>")).end());
        engine.deploy(Sketch.process("nowhere").start("start").user("draft", "zhao").exclusive("size").user("a", "li").end("end")
                .path("start", "draft", "size").when("amount > 10", "size", "a").path("a", "end").xml());
    }

    @BeforeEach
    void look() {
        wf = new World(engine);
    }

    private RouteEvaluation evaluated(String person, String node, SubmitRequest request) {
        long item = engine.openItems(wf.currentInstance()).stream().filter(i -> i.node().equals(node)).findFirst().orElseThrow().id();
        return engine.shell.attempts.of(Locale.ENGLISH, () -> engine.shell.routing.evaluate(engine.caller(person), item, request));
    }

    private RouteEvaluation evaluated(String person, String node, Object... variables) {
        SubmitRequest request = new SubmitRequest();
        for (int i = 0; i < variables.length; i += 2) {
            request.variables.add(World.property((String) variables[i], variables[i + 1]));
        }
        return evaluated(person, node, request);
    }

    private static List<String> told(RouteEvaluation evaluation) {
        return evaluation.nodes.stream().map(RoutingTest::told).toList();
    }

    private static String told(RouteNode node) {
        return node.nodeId + " " + node.mode + " " + node.participants.stream().map(p -> p.id).toList();
    }

    private static List<String> looks(RouteEvaluation evaluation) {
        return evaluation.conditions.stream().map(c -> c.targetId + " " + (c.otherwise ? "otherwise" : c.condition) + " " + c.holds).toList();
    }

    @Test
    void theHolderIsToldTheWayWithEachConditionAndWhoWouldHandleIt() {
        wf.started("it", "claims", "zhao");
        RouteEvaluation some = evaluated("zhao", "draft", "amount", 50);
        assertThat(looks(some)).containsExactly("huge amount > 100 false", "big amount > 10 true");
        assertThat(told(some)).containsExactly("size NONE []", "big SINGLE [wang]");
        assertThat(some.leaves).isTrue();
        RouteEvaluation few = evaluated("zhao", "draft", "amount", 5);
        assertThat(looks(few)).containsExactly("huge amount > 100 false", "big amount > 10 false", "small otherwise true");
        assertThat(few.code).isNull();
    }

    @Test
    void nothingIsDoneAndNothingIsWritten() throws Exception {
        wf.started("it", "claims", "zhao");
        long rows = rows("wf_journal") + rows("wf_operation") + rows("wf_outbox") + rows("wf_work_item") + rows("wf_job");
        long version = engine.stored(wf.currentInstance()).version();
        evaluated("zhao", "draft", "amount", 50);
        assertThat(rows("wf_journal") + rows("wf_operation") + rows("wf_outbox") + rows("wf_work_item") + rows("wf_job")).isEqualTo(rows);
        assertThat(engine.stored(wf.currentInstance()).version()).isEqualTo(version);
        wf.expect().at("draft").has("amount", null);
        engine.checkStored(wf.currentInstance());
    }

    @Test
    void whatIsRequiredNeedNotBeThereYet() {
        wf.started("it", "round", "zhao");
        wf.actor("zhao").isRefused(ErrorCode.INVALID_INPUT).submits("draft");
        assertThat(told(evaluated("zhao", "draft"))).containsExactly("sign PARALLEL [li, wang]");
    }

    @Test
    void aVoteThatDoesNotDecideLeavesTheNodeWhereItIs() {
        wf.started("it", "round", "zhao");
        wf.actor("zhao").submits("draft", "days", 1);
        assertThat(evaluated("li", "sign").leaves).isFalse();
        wf.actor("li").submits("sign");
        RouteEvaluation last = evaluated("wang", "sign");
        assertThat(last.leaves).isTrue();
        assertThat(told(last)).containsExactly("pay CLAIM [sun, zhou]");
    }

    @Test
    void whereTheHolderIsToChooseHeIsToldSo() {
        wf.started("it", "chosen", "zhao");
        RouteEvaluation open = evaluated("zhao", "draft");
        assertThat(told(open)).containsExactly("check CHOSEN []");
        assertThat(open.code).isEqualTo(ErrorCode.NO_PARTICIPANT);
        assertThat(open.reason).isNotBlank();
        SubmitRequest request = new SubmitRequest();
        Choice choice = new Choice();
        choice.nodeId = "check";
        choice.users = List.of("wang");
        request.participants.add(choice);
        assertThat(told(evaluated("zhao", "draft", request))).containsExactly("check SINGLE [wang]");
    }

    @Test
    void aNodeThatWouldBePassedOverSaysWhy() {
        wf.started("it", "empty", "zhao");
        RouteEvaluation evaluation = evaluated("zhao", "draft");
        assertThat(told(evaluation)).containsExactly("check SKIPPED []", "last SINGLE [li]");
        assertThat(evaluation.nodes.get(0).reason).isNotBlank();
    }

    @Test
    void aConditionThatFailsSaysSoAtItsRouteAndTheOthersAreToldToo() {
        wf.started("it", "fails", "zhao");
        RouteEvaluation evaluation = evaluated("zhao", "draft", "amount", 1);
        assertThat(evaluation.code).isEqualTo(ErrorCode.RULE_ERROR);
        assertThat(evaluation.reason).contains("amount.fails() > 1");
        assertThat(looks(evaluation)).containsExactly("a amount.fails() > 1 false", "b amount > 0 true");
        assertThat(evaluation.conditions.get(0).error).contains("fails");
        assertThat(evaluation.conditions.get(1).error).isNull();
        wf.actor("zhao").isRefused(ErrorCode.RULE_ERROR).submits("draft", "amount", 1);
    }

    @Test
    void rulesAreNamedWithWhatCameOfThem() {
        wf.started("it", "rules", "zhao");
        RouteEvaluation good = evaluated("zhao", "draft", "amount", 5);
        assertThat(rules(good)).containsExactly("LEAVE leaving DONE null", "ENTER entering DONE null");
        RouteEvaluation rejected = evaluated("zhao", "draft", "amount", 500);
        assertThat(rules(rejected)).containsExactly("LEAVE leaving null too much");
        assertThat(rejected.code).isEqualTo(ErrorCode.RULE_REJECTED);
        RouteEvaluation failed = evaluated("zhao", "draft", "amount", -1);
        assertThat(rules(failed)).hasSize(2).first().isEqualTo("LEAVE leaving DONE null");
        assertThat(failed.rules.get(1).name).isEqualTo("entering");
        assertThat(failed.rules.get(1).error).isNotBlank();
        assertThat(failed.code).isEqualTo(ErrorCode.RULE_ERROR);
    }

    private static List<String> rules(RouteEvaluation evaluation) {
        return evaluation.rules.stream().map(r -> r.moment + " " + r.name + " " + r.outcome + " " + r.error).toList();
    }

    @Test
    void whereNoWayHoldsTheConditionsAreToldAllTheSame() {
        wf.started("it", "nowhere", "zhao");
        RouteEvaluation evaluation = evaluated("zhao", "draft", "amount", 1);
        assertThat(evaluation.code).isEqualTo(ErrorCode.NO_ROUTE);
        assertThat(evaluation.conditions).extracting(c -> c.holds).containsExactly(false);
        assertThat(told(evaluation)).containsExactly("size NONE []");
    }

    @Test
    void onlyTheHolderAndAdministratorsAsk() {
        wf.started("it", "claims", "zhao");
        refused(ErrorCode.NOT_FOUND, () -> evaluated("sun", "draft"));
        evaluated("admin", "draft", "amount", 1);
        wf.actor("zhao").submits("draft", "amount", 1);
        refused(ErrorCode.FORBIDDEN, () -> evaluated("zhao", "small"));
        wf.actor("li").asksForHelp("small", false, "qian");
        assertThat(told(evaluated("li", "small"))).containsExactly("end NONE []");
        long help = engine.openItems(wf.currentInstance()).stream().filter(i -> "qian".equals(i.owner())).findFirst().orElseThrow().id();
        refused(ErrorCode.ILLEGAL_STATE, () -> engine.shell.attempts.of(Locale.ENGLISH,
                () -> engine.shell.routing.evaluate(engine.caller("qian"), help, new SubmitRequest())));
    }

    private static void refused(ErrorCode code, Runnable act) {
        assertThatThrownBy(act::run).isInstanceOfSatisfying(Refused.class, e -> assertThat(e.problem().code).isEqualTo(code));
    }
}
