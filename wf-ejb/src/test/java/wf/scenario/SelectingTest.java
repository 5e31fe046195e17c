package wf.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static wf.scenario.Model.by;
import static wf.scenario.Model.byStarter;
import static wf.scenario.Model.found;
import static wf.scenario.Model.offeredTo;
import static wf.scenario.Model.process;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import wf.contract.Choice;
import wf.contract.ErrorCode;
import wf.contract.ParticipantSelectMode;
import wf.contract.ParticipantSelectRequest;
import wf.contract.ParticipantSelection;
import wf.contract.Person;
import wf.refusal.Refused;

/** U4 获取节点选择参与者的类型: whoever hands work on asks whom he may choose for the next node. */
class SelectingTest extends StoreTest {

    private static final String CHOSEN = " wf:chosenByPrevious=\"true\"";

    private World wf;

    @BeforeAll
    void deploy() {
        to("one", by("li"));
        to("pool", Model.offeredToGroup("finance"));
        to("signed", Model.signedByAll("li", "wang"));
        to("skipped", new Model.Who(" wf:candidateGroups=\"nobody\" wf:skipEmpty=\"true\"", ""));
        to("nobody", new Model.Who(" wf:candidateGroups=\"nobody\"", ""));
        to("some", chosen(offeredTo("li", "wang")));
        to("only", chosen(offeredTo("li")));
        to("least", chosen(found("load=\"LEAST_OPEN\"", "<wf:from group=\"finance\"/><wf:except user=\"zhou\"/>")));
        to("two", chosen(found("limit=\"2\" order=\"ID\"", "<wf:from user=\"wang\"/><wf:from user=\"li\"/><wf:from user=\"sun\"/>")));
        to("tree", chosen(found("<wf:from dept=\"rd\"/><wf:from user=\"wang\"/>")));
        to("anybody", chosen(new Model.Who("", "")));
        to("said", chosen(offeredTo("${reviewers}")));
        to("failing", chosen(offeredTo("${amount.fails()}")));
        to("bean", chosen(found("<wf:from bean=\"whoever\"/>")));
        engine.deploy(Sketch.process("ways").start("s").user("draft", "zhao").exclusive("x").user("small", chosen(offeredTo("li", "wang")))
                .user("big", "sun").script("book", "n = 1").sub("part", p -> p.start("ps").user("inside", chosen(offeredTo("qian", "li"))).end("pe").path("ps", "inside", "pe"))
                .end("e").path("s", "draft", "x").when("amount > 100", "x", "part").when("amount > 10", "x", "big").otherwise("x", "small")
                .path("small", "book", "e").path("big", "e").path("part", "e").xml());
        engine.deploy(Sketch.process("free").process("wf:allow", "freeSubmit").start("s").user("draft", "zhao").user("next", "li").user("later", "wang")
                .user("open", new Model.Who("", "")).end("e").path("s", "draft", "next", "later", "open", "e").xml());
    }

    /** A process whose draft is followed by a node for whom it says. */
    private void to(String key, Model.Who who) {
        engine.deploy(process(key).step("draft", byStarter()).step("next", who).end());
    }

    private static Model.Who chosen(Model.Who among) {
        return new Model.Who(among.attributes() + CHOSEN, among.extensions());
    }

    @BeforeEach
    void look() {
        wf = new World(engine);
    }

    private ParticipantSelection asked(String key, Object... variables) {
        wf.started("it", key, "zhao");
        return asked("zhao", "draft", request("next", variables));
    }

    private ParticipantSelection asked(String person, String node, ParticipantSelectRequest request) {
        return asked(engine, person, item(node), request);
    }

    private static ParticipantSelection asked(StoreEngine engine, String person, long item, ParticipantSelectRequest request) {
        return engine.shell.attempts.of(Locale.ENGLISH, () -> engine.shell.selecting.select(engine.caller(person), item, request));
    }

    private long item(String node) {
        return engine.openItems(wf.currentInstance()).stream().filter(i -> i.node().equals(node)).findFirst().orElseThrow().id();
    }

    private static ParticipantSelectRequest request(String node, Object... variables) {
        ParticipantSelectRequest request = new ParticipantSelectRequest();
        request.nextNodeId = node;
        for (int i = 0; i < variables.length; i += 2) {
            request.variables.add(World.property((String) variables[i], variables[i + 1]));
        }
        return request;
    }

    private static String told(ParticipantSelection selection) {
        return selection.mode + " " + selection.min + ".." + (selection.max == null ? "" : selection.max) + " of " + ids(selection.candidates)
                + " default " + ids(selection.defaults);
    }

    private static List<String> ids(List<Person> people) {
        return people.stream().map(p -> p.id).toList();
    }

    @Test
    void whereTheModelFindsThePeopleThereIsNothingToChooseAndTheDefaultSaysWhoGetsIt() {
        assertThat(told(asked("one"))).isEqualTo("NONE 0..0 of [] default [li]");
        assertThat(told(asked("signed"))).isEqualTo("NONE 0..0 of [] default [li, wang]");
        ParticipantSelection pool = asked("pool");
        assertThat(told(pool)).isEqualTo("CLAIM 0..0 of [wang, sun, zhou] default []");
        assertThat(pool.range).containsExactly("group:finance");
        assertThat(pool.size).isEqualTo(3);
    }

    @Test
    void whereNobodyIsFoundItSaysWhy() {
        assertThat(told(asked("skipped"))).isEqualTo("NONE 0..0 of [] default []");
        ParticipantSelection nobody = asked("nobody");
        assertThat(nobody.code).isEqualTo(ErrorCode.NO_PARTICIPANT);
        assertThat(nobody.reason).isNotBlank();
        assertThat(asked("failing", "amount", 1).code).isEqualTo(ErrorCode.RULE_ERROR);
    }

    @Test
    void whereTheHolderChoosesHeIsToldAmongWhomAndHowMany() {
        assertThat(told(asked("some"))).isEqualTo("MULTI 1.. of [li, wang] default []");
        assertThat(told(asked("only"))).isEqualTo("MULTI 1.. of [li] default [li]");
        assertThat(told(asked("anybody"))).isEqualTo("FREE 1.. of [] default []");
        ParticipantSelection tree = asked("tree");
        assertThat(told(tree)).isEqualTo("ORG_TREE 1.. of [zhao, qian, li, wang] default []");
        assertThat(tree.range).containsExactly("dept:rd", "user:wang");
        assertThat(tree.nodeName).isEqualTo("next");
        assertThat(tree.code).isNull();
    }

    /** The limit of the sources is how many he may choose, and whom the model would have taken is proposed. */
    @Test
    void aLimitSaysHowManyAndTheSpreadingProposes() {
        wf.started("busy", "one", "zhao");
        wf.actor("zhao").submits("draft");
        assertThat(told(asked("two"))).isEqualTo("MULTI 1..2 of [li, sun, wang] default [li, sun]");
        wf.actor("zhao").isRefused(ErrorCode.NO_PARTICIPANT).submitsTo("draft", "next", "li", "sun", "wang");
        wf.actor("zhao").submitsTo("draft", "next", "sun", "wang");
        assertThat(told(asked("least"))).startsWith("SINGLE 1..1 of [wang, sun] default [");
        wf.actor("zhao").isRefused(ErrorCode.NO_PARTICIPANT).submitsTo("draft", "next", "wang", "sun");
        wf.actor("zhao").submitsTo("draft", "next", "sun");
        wf.expect().at("next").todoOf("sun");
    }

    @Test
    void theFormThatIsNotSentYetSaysWhoTheyAre() {
        assertThat(told(asked("said", "reviewers", "sun,li"))).isEqualTo("MULTI 1.. of [sun, li] default []");
        wf.expect().at("draft").has("reviewers", null);
    }

    @Test
    void whomABeanAllowsIsNotAskedBeforeTheSubmit() {
        ParticipantSelection bean = asked("bean");
        assertThat(bean.mode).isEqualTo(ParticipantSelectMode.ORG_TREE);
        assertThat(bean.candidates).isEmpty();
        assertThat(bean.size).isZero();
        assertThat(bean.min).isEqualTo(1);
    }

    @Test
    void nodesOffTheWayThatTheWorkWouldTakeAreToldTooButForThoseInAnotherScope() {
        wf.started("it", "ways", "zhao");
        assertThat(told(asked("zhao", "draft", request("small", "amount", 50)))).isEqualTo("MULTI 1.. of [li, wang] default []");
        assertThat(told(asked("zhao", "draft", request("big", "amount", 1)))).isEqualTo("NONE 0..0 of [] default [sun]");
        assertThat(told(asked("zhao", "draft", request("book", "amount", 1)))).isEqualTo("NONE 0..0 of [] default []");
        assertThat(told(asked("zhao", "draft", request("inside", "amount", 500)))).isEqualTo("MULTI 1.. of [qian, li] default []");
        refused(ErrorCode.TARGET_INVALID, () -> asked("zhao", "draft", request("inside", "amount", 1)));
        refused(ErrorCode.TARGET_INVALID, () -> asked("zhao", "draft", request("elsewhere")));
        refused(ErrorCode.TARGET_INVALID, () -> asked("zhao", "draft", request(null)));
    }

    @Test
    void whoeverMayHandItOnFreelyMayNameAnybodyOffTheWay() {
        wf.started("it", "free", "zhao");
        assertThat(told(asked("zhao", "draft", request("next")))).isEqualTo("NONE 0..0 of [] default [li]");
        assertThat(told(asked("zhao", "draft", request("later")))).isEqualTo("FREE 0.. of [] default [wang]");
        assertThat(told(asked("zhao", "draft", request("e")))).isEqualTo("NONE 0..0 of [] default []");
    }

    /** Of a node that has been chosen for already the range is told all the same, since he may want to choose again. */
    @Test
    void aChoiceMadeSoFarIsNoHindrance() {
        wf.started("it", "some", "zhao");
        ParticipantSelectRequest request = request("next");
        Choice choice = new Choice();
        choice.nodeId = "next";
        choice.users = List.of("wang");
        request.participants.add(choice);
        assertThat(told(asked("zhao", "draft", request))).isEqualTo("MULTI 1.. of [li, wang] default []");
    }

    @Test
    void itIsAQuestionOfTheHolderAloneAndNothingIsDone() throws Exception {
        wf.started("it", "some", "zhao");
        long item = item("draft");
        long written = rows("wf_journal") + rows("wf_operation") + rows("wf_outbox") + rows("wf_work_item");
        asked("zhao", "draft", request("next"));
        assertThat(rows("wf_journal") + rows("wf_operation") + rows("wf_outbox") + rows("wf_work_item")).isEqualTo(written);
        asked("admin", "draft", request("next"));
        refused(ErrorCode.NOT_FOUND, () -> asked("sun", "draft", request("next")));
        refused(ErrorCode.NOT_FOUND, () -> asked(neighbour, "zhao", item, request("next")));
        wf.actor("zhao").submitsTo("draft", "next", "li");
        refused(ErrorCode.FORBIDDEN, () -> asked("zhao", "next", request("draft")));
        refused(ErrorCode.ILLEGAL_STATE, () -> asked(engine, "zhao", item, request("next")));
    }

    private static void refused(ErrorCode code, Runnable act) {
        assertThatThrownBy(act::run).isInstanceOfSatisfying(Refused.class, e -> assertThat(e.problem().code).isEqualTo(code));
    }
}
