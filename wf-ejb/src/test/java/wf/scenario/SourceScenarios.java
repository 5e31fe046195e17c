package wf.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static wf.scenario.Model.by;
import static wf.scenario.Model.byStarter;
import static wf.scenario.Model.found;
import static wf.scenario.Model.process;
import static wf.scenario.Model.signedByAllOf;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import wf.contract.ErrorCode;
import wf.contract.WorkItemKind;
import wf.contract.WorkItemState;

/**
 * §6.4 and §6.5: who gets the work is found by what people are to each other. On the core and on the store. 周 heads the
 * company, 李 研发 with 钱 as his deputy, 王 财务, and 钱 also 出纳 below it, where 孙 has a second job.
 */
public abstract class SourceScenarios {

    private World wf;
    private Engine engine;

    protected abstract Engine engine();

    @BeforeEach
    void aNewWorld() {
        engine = engine();
        wf = new World(engine);
    }

    private void deployed(String key, Model.Who review) {
        wf.deployed(process(key).step("draft", byStarter()).step("review", review).end());
    }

    /** The person starts it and sends his draft on. */
    private void sentBy(String person, String key, Object... variables) {
        wf.started("I", key, person, variables);
        wf.actor(person).submits("draft");
    }

    // ---- relations ----

    @Test
    void theHeadOfTheStartersDepartmentGetsTheWork() {
        deployed("head", found("<wf:from relation='DEPT_HEAD'/>"));
        sentBy("zhao", "head");
        wf.expect().has("review", "li", WorkItemKind.MAIN, WorkItemState.READY);
        sentBy("sun", "head");
        wf.expect().todoOf("wang");
    }

    @Test
    void theHeadHimselfIsReviewedByTheOneAboveUnlessTheModelWantsOtherwise() {
        deployed("climbs", found("<wf:from relation='DEPT_HEAD' base='STARTER'/>"));
        sentBy("li", "climbs");
        wf.expect().todoOf("zhou");
        deployed("himself", found("<wf:from relation='DEPT_HEAD' whenHead='SELF'/>"));
        sentBy("li", "himself");
        wf.expect().todoOf("li");
        deployed("nobody", found("<wf:from relation='DEPT_HEAD' whenHead='EMPTY'/>"));
        wf.started("I", "nobody", "li");
        wf.actor("li").isRefused(ErrorCode.NO_PARTICIPANT).submits("draft");
    }

    @Test
    void beyondTheTopThereIsNobody() {
        deployed("beyond", found("<wf:from relation='LEADER_UP' levels='9'/>"));
        wf.started("I", "beyond", "zhao");
        wf.actor("zhao").isRefused(ErrorCode.NO_PARTICIPANT).submits("draft");
        wf.expect().at("draft").todoOf("zhao");
        deployed("twoUp", found("<wf:from relation='LEADER_UP' levels='2'/>"));
        sentBy("zhao", "twoUp");
        wf.expect().todoOf("zhou");
    }

    @Test
    void whatTheEngineSendsToNobodyStandsAtAnIncidentAndGoesOnWhenSomebodyIsFound() {
        wf.deployed(process("later").element("auto", "<scriptTask id='auto' scriptFormat='jexl' wf:async='true'><script>x = 1</script></scriptTask>")
                .step("review", found("<wf:from relation='DEPT_HEAD' base='VARIABLE' variable='who'/>")).end());
        wf.started("I", "later", "zhao", "who", "nobody");
        wf.expect().incidents("NO_PARTICIPANT@review");
        wf.actor("admin").retries("NO_PARTICIPANT", "who", "sun");
        wf.expect().incidents().todoOf("wang");
    }

    @Test
    void aRelationLooksFromWhomTheModelNames() {
        wf.deployed(process("bases").step("draft", byStarter()).step("check", by("wang"))
                .step("previous", found("<wf:from relation='DEPT_HEAD' base='PREVIOUS'/>"))
                .step("current", found("<wf:from relation='SELF' base='CURRENT'/>"))
                .step("drafter", found("<wf:from relation='DEPT_DEPUTY' base='NODE' node='draft'/>"))
                .step("checker", found("<wf:from relation='NODE_HANDLER' node='check'/>"))
                .step("again", found("<wf:from relation='NODE_HANDLER' node='checker'/>"))
                .step("named", found("<wf:from relation='SUPERIOR_LEADER' base='VARIABLE' variable='who'/>"))
                .step("last", found("<wf:from relation='PREVIOUS_HANDLER'/>")).step("first", found("<wf:from relation='STARTER'/>")).end());
        wf.started("I", "bases", "zhao", "who", "qian");
        wf.actor("zhao").submits("draft");
        wf.actor("wang").submits("check");
        wf.expect().at("previous").todoOf("zhou");
        wf.actor("zhou").submits("previous");
        wf.expect().at("current").todoOf("zhou");
        wf.actor("zhou").submits("current");
        wf.expect().at("drafter").todoOf("qian");
        wf.actor("qian").submits("drafter");
        wf.expect().at("checker").todoOf("wang");
        wf.actor("wang").submits("checker");
        wf.expect().at("again").todoOf("wang");
        wf.actor("wang").submits("again");
        wf.expect().at("named").todoOf("sun");
        wf.actor("sun").submits("named");
        wf.expect().at("last").todoOf("sun");
        wf.actor("sun").submits("last");
        wf.expect().at("first").todoOf("zhao");
    }

    @Test
    void theHandlersOfARoundAreAllWhoHaveVoted() {
        wf.deployed(process("voters").step("round", signedByAllOf("<wf:from user='zhao,wang'/>"))
                .step("leaders", found("<wf:from relation='DIRECT_LEADER' base='NODE' node='round'/>"))
                .step("later", found("<wf:from relation='NODE_HANDLER' node='round'/>")).end());
        wf.started("I", "voters", "zhou");
        wf.actor("zhao").submits("round");
        wf.actor("wang").submits("round");
        wf.expect().offered("leaders");
        wf.actor("li").claims("leaders");
        wf.actor("li").submits("leaders");
        wf.expect().offered("later");
        wf.actor("wang").claims("later");
    }

    // ---- the department in which somebody acts ----

    @Test
    void whoHasTwoDepartmentsIsReviewedInTheOneInWhichHeActs() {
        wf.deployed(process("acts").step("draft", byStarter()).step("review", found("<wf:from relation='DEPT_HEAD' base='PREVIOUS'/>"))
                .step("later", found("<wf:from relation='DEPT_HEAD' base='NODE' node='draft'/>"))
                .step("starter", found("<wf:from relation='DEPT_HEAD' base='STARTER'/>")).end());
        wf.started("I", "acts", "sun");
        wf.actor("sun").isRefused(ErrorCode.INVALID_INPUT).submitsIn("draft", "rd");
        wf.actor("sun").isRefused(ErrorCode.INVALID_INPUT).submitsIn("draft", "nowhere");
        wf.actor("sun").submitsIn("draft", "cash");
        wf.expect().at("review").todoOf("qian");
        wf.actor("qian").submits("review");
        wf.expect().at("later").todoOf("qian");
        wf.actor("qian").submits("later");
        wf.expect().at("starter").todoOf("wang");
        sentBy("sun", "acts");
        wf.expect().at("review").todoOf("wang");
    }

    @Test
    void theDepartmentGoesWithTheTokenOverWhatNobodyWorksAt() {
        wf.deployed(process("goes").step("draft", byStarter())
                .element("auto", "<scriptTask id='auto' scriptFormat='jexl' wf:async='true'><script>x = 1</script></scriptTask>")
                .step("review", found("<wf:from relation='DEPT_HEAD' base='PREVIOUS'/>")).end());
        wf.started("I", "goes", "sun");
        wf.actor("sun").submitsIn("draft", "cash");
        wf.expect().at("review").todoOf("qian");
    }

    @Test
    void workThatIsHandedInForLaterKeepsItsDepartment() {
        wf.deployed(process("waits").step("draft", byStarter()).step("review", found("<wf:from relation='DEPT_HEAD' base='PREVIOUS'/>")).end());
        wf.started("I", "waits", "sun");
        wf.actor("sun").submitsLater("draft", engine.now().plus(Duration.ofHours(1)), request -> request.department = "cash");
        engine.pass(Duration.ofHours(2));
        wf.expect().at("review").todoOf("qian");
    }

    @Test
    void votersOfARoundAreLedWhereTheyActed() {
        wf.deployed(process("voted").step("round", signedByAllOf("<wf:from user='sun,zhao'/>"))
                .step("leaders", found("<wf:from relation='DIRECT_LEADER' base='NODE' node='round'/>"))
                .step("again", found("<wf:from relation='DIRECT_LEADER' base='NODE' node='round'/>")).end());
        wf.started("I", "voted", "zhou");
        wf.actor("sun").submitsIn("round", "cash");
        wf.actor("zhao").submits("round");
        wf.actor("wang").isRefused(ErrorCode.NOT_FOUND).claims("leaders");
        wf.actor("qian").claims("leaders");
        wf.actor("qian").submits("leaders");
        wf.actor("wang").isRefused(ErrorCode.NOT_FOUND).claims("again");
        wf.actor("li").claims("again");
    }

    // ---- sources and how they are combined ----

    @Test
    void groupsDepartmentsAndPostsAreOfferedAsSuch() {
        deployed("units", found("<wf:from dept='rd'/><wf:from post='legal'/>"));
        sentBy("zhao", "units");
        wf.expect().offered("review");
        wf.actor("sun").isRefused(ErrorCode.NOT_FOUND).claims("review");
        wf.actor("qian").claims("review");
    }

    @Test
    void whatHangsBelowIsMeantOnlyWhereTheModelSaysSo() {
        deployed("here", found("<wf:from group='staff'/>"));
        wf.started("I", "here", "zhao");
        wf.actor("zhao").isRefused(ErrorCode.NO_PARTICIPANT).submits("draft");
        deployed("below", found("<wf:from group='staff' sub='true'/>"));
        sentBy("zhao", "below");
        wf.actor("sun").claims("review");
        deployed("depts", found("<wf:from dept='${where}' sub='true'/>"));
        sentBy("zhao", "depts", "where", "company");
        wf.actor("li").claims("review");
    }

    @Test
    void variablesFormFieldsAndExpressionsNamePeopleAndGroups() {
        deployed("named", found("<wf:from variable='who'/><wf:from field='team'/><wf:from expression=\"${big ? 'zhou' : 'wang'}\"/>"));
        sentBy("zhao", "named", "who", List.of("li", "ghost"), "team", "group:none", "big", true);
        wf.expect().offered("review");
        wf.actor("wang").isRefused(ErrorCode.NOT_FOUND).claims("review");
        wf.actor("zhou").claims("review");
    }

    @Test
    void onlyWhoIsInEachSourceIsMeantByAnIntersection() {
        deployed("both", found("combine='INTERSECTION'", "<wf:from group='finance'/><wf:from dept='cash'/>"));
        sentBy("zhao", "both");
        wf.expect().has("review", "sun", WorkItemKind.MAIN, WorkItemState.READY);
        deployed("none", found("combine='INTERSECTION'", "<wf:from dept='rd'/><wf:from dept='cash'/>"));
        wf.started("I", "none", "zhao");
        wf.actor("zhao").isRefused(ErrorCode.NO_PARTICIPANT).submits("draft");
    }

    @Test
    void whoIsLeftOutDoesNotGetTheWork() {
        deployed("others", found("<wf:from relation='SAME_DEPT'/><wf:except relation='SELF'/><wf:except relation='DEPT_HEAD'/>"));
        sentBy("zhao", "others");
        wf.expect().has("review", "qian", WorkItemKind.MAIN, WorkItemState.READY);
        deployed("everybodyOut", found("<wf:from group='finance'/><wf:except group='finance'/>"));
        wf.started("I", "everybodyOut", "zhao");
        wf.actor("zhao").isRefused(ErrorCode.NO_PARTICIPANT).submits("draft");
    }

    @Test
    void nobodyFoundIsPassedOverWhereTheModelSaysSo() {
        Model.Who who = found("<wf:from relation='DEPT_DEPUTY'/>");
        wf.deployed(process("passed").step("draft", byStarter()).step("review", new Model.Who(" wf:skipEmpty='true'", who.extensions()))
                .step("file", by("wang")).end());
        sentBy("sun", "passed");
        wf.expect().at("file");
        sentBy("zhao", "passed");
        wf.expect().at("review").todoOf("qian");
    }

    // ---- all kinds of people's nodes ----

    @Test
    void signersAreFoundAsHandlersAre() {
        deployed("signed", signedByAllOf("<wf:from relation='SAME_DEPT'/><wf:except relation='SELF'/>"));
        sentBy("zhao", "signed");
        wf.actor("li").submits("review");
        wf.expect().at("review").todoOf("qian").noTodoOf("zhao");
    }

    @Test
    void eachElementOfACollectionHasItsOwnPeople() {
        wf.deployed(Sketch.process("each").start("s").user("review", found("<wf:from relation='DEPT_HEAD' base='VARIABLE' variable='p'/>"))
                .each("p", "people").end("e").path("s", "review", "e").xml());
        wf.started("I", "each", "zhao", "people", List.of("zhao", "sun"));
        wf.expect().todoOf("li", "wang");
    }

    // ---- which of them ----

    @Test
    void soManyAsTheModelWantsGetTheWorkInItsOrder() {
        deployed("first", found("order='ID' limit='1'", "<wf:from group='finance'/>"));
        sentBy("zhao", "first");
        wf.expect().has("review", "sun", WorkItemKind.MAIN, WorkItemState.READY);
        deployed("two", found("order='NAME' limit='2'", "<wf:from group='finance'/>"));
        sentBy("zhao", "two");
        wf.actor("zhou").isRefused(ErrorCode.NOT_FOUND).claims("review");
        wf.actor("wang").claims("review");
    }

    @Test
    void workGoesRoundFromOneInstanceToTheNext() {
        deployed("round", found("load='ROUND_ROBIN'", "<wf:from group='finance'/>"));
        List<String> owners = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            sentBy("zhao", "round");
            owners.add(ownerOf("review"));
        }
        assertThat(owners).containsExactly("sun", "wang", "zhou", "sun", "wang", "zhou", "sun");
        deployed("otherRound", found("load='ROUND_ROBIN' limit='2'", "<wf:from group='finance'/>"));
        sentBy("zhao", "otherRound");
        wf.actor("wang").claims("review");
        sentBy("zhao", "otherRound");
        wf.actor("zhou").claims("review");
    }

    @Test
    void whoeverHasTheFewestOpenItemsGetsTheNext() {
        deployed("least", found("load='LEAST_OPEN' order='ID'", "<wf:from user='li,zhou'/>"));
        int ahead = open("li") - open("zhou");
        String freer = ahead > 0 ? "zhou" : "li";
        for (int i = 0; i < Math.abs(ahead); i++) {
            sentBy("zhao", "least");
            assertThat(ownerOf("review")).isEqualTo(freer);
        }
        List<String> owners = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            sentBy("zhao", "least");
            owners.add(ownerOf("review"));
        }
        assertThat(owners).containsExactly("li", "zhou", "li", "zhou");
    }

    @Test
    void byChanceNobodyIsForgotten() {
        deployed("chance", found("load='RANDOM'", "<wf:from group='finance'/>"));
        List<String> owners = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            sentBy("zhao", "chance");
            owners.add(ownerOf("review"));
        }
        assertThat(owners).contains("sun", "wang", "zhou").containsAnyOf("sun").doesNotContain("li");
    }

    private String ownerOf(String node) {
        return engine.openItems(wf.currentInstance()).stream().filter(i -> i.node().equals(node)).findFirst().orElseThrow().owner();
    }

    /** How many open items somebody has, as the engine counts them. */
    protected abstract int open(String person);
}
