package wf.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static wf.scenario.Model.byStarter;
import static wf.scenario.Model.found;
import static wf.scenario.Model.process;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import wf.command.Command;
import wf.command.Reading;
import wf.contract.ErrorCode;
import wf.contract.HistoryEntry;
import wf.contract.OperationReply;
import wf.contract.ParticipantSearch;
import wf.contract.StartRequest;
import wf.refusal.Refused;
import wf.spi.ProcessBeanAnswer;

/** Sources of participants in the whole shell: beans, and what history tells of all of them. */
class SourceTest extends StoreTest {

    private World wf;

    @BeforeEach
    void look() {
        wf = new World(engine);
    }

    @Test
    void historyTellsWhomEachSourceMeantAndFromWhomItLooked() {
        engine.deploy(process("told").step("draft", byStarter()).step("review",
                found("order='ID' limit='1'", "<wf:from relation='DEPT_HEAD'/><wf:from group='staff' sub='true'/><wf:except user='li,sun'/>")).end());
        wf.started("I", "told", "zhao");
        wf.actor("zhao").submits("draft");
        List<ParticipantSearch> searches = searches();
        assertThat(searches).hasSize(1);
        ParticipantSearch search = searches.get(0);
        assertThat(search.nodeId).isEqualTo("review");
        assertThat(search.chosen).extracting(p -> p.id).containsExactly("wang");
        assertThat(search.sources).extracting(s -> s.source).containsExactly("relation=DEPT_HEAD base=STARTER", "group=staff sub=true", "user=li,sun");
        assertThat(search.sources).extracting(s -> s.leftOut).containsExactly(false, false, true);
        assertThat(search.sources.get(0).bases).extracting(p -> p.id).containsExactly("zhao");
        assertThat(search.sources.get(0).candidates).containsExactly("user:li");
        assertThat(search.sources.get(1).candidates).containsExactly("group:staff", "group:finance");
        assertThat(search.sources.get(2).size).isEqualTo(2);
    }

    @Test
    void whatWasOfferedAsAGroupIsToldAsOne() {
        engine.deploy(process("offered").step("review", found("<wf:from group='finance'/>")).end());
        wf.started("I", "offered", "zhao");
        assertThat(searches().get(0).chosen).isEmpty();
        assertThat(searches().get(0).sources.get(0).candidates).containsExactly("group:finance");
    }

    @Test
    void aBeanNamesWhomItKnows() {
        engine.shell.beans.put("finder", call -> new ProcessBeanAnswer().set("participants", call.event.equals("participants") ? call.text("who") : "zhao")
                .set("other", "not written"));
        engine.deploy(process("bean").step("review", found("<wf:from bean='finder'/><wf:except relation='STARTER'/>")).end());
        wf.started("I", "bean", "zhao", "who", "zhao,group:finance");
        wf.expect().offered("review").has("other", null);
        wf.actor("zhao").isRefused(ErrorCode.FORBIDDEN).claims("review");
        wf.actor("wang").claims("review");
    }

    @Test
    void aBeanThatIsNotThereRefusesAndOneThatKnowsNobodyFindsNobody() {
        engine.deploy(process("noBean").step("review", found("<wf:from bean='nowhere'/>")).end());
        assertThat(wf.refusedStart("noBean", "zhao")).isEqualTo(ErrorCode.RULE_ERROR);
        engine.shell.beans.put("silent", call -> null);
        engine.deploy(process("silence").step("review", found("<wf:from bean='silent'/>")).end());
        assertThat(wf.refusedStart("silence", "zhao")).isEqualTo(ErrorCode.NO_PARTICIPANT);
    }

    @Test
    void aPreviewCallsNoBeanAndTakesNoTurn() {
        engine.shell.beans.put("loud", call -> {
            throw new IllegalStateException("called in a preview");
        });
        engine.deploy(process("quiet").step("review", found("<wf:from bean='loud'/>")).end());
        assertThat(preview("quiet").itemsCreated).isEmpty();
        engine.deploy(process("turns").step("review", found("load='ROUND_ROBIN'", "<wf:from group='finance'/>")).end());
        assertThat(preview("turns").itemsCreated.get(0).owner.id).isEqualTo("sun");
        assertThat(preview("turns").itemsCreated.get(0).owner.id).isEqualTo("sun");
        wf.started("I", "turns", "zhao");
        wf.expect().todoOf("sun");
        assertThat(preview("turns").itemsCreated.get(0).owner.id).isEqualTo("wang");
    }

    @Test
    void turnsOfATenantAreItsOwn() {
        String model = process("own").step("review", found("load='ROUND_ROBIN'", "<wf:from group='finance'/>")).end();
        engine.deploy(model);
        neighbour.deploy(model);
        engine.start("zhao", "own", Map.of());
        long other = neighbour.start("zhao", "own", Map.of()).instanceId();
        assertThat(neighbour.openItems(other).get(0).owner()).isEqualTo("sun");
    }

    // ---- the department in which somebody starts ----

    @Test
    void whoStartsSaysInWhichDepartmentHeActsAndCalledInstancesKeepIt() {
        engine.deploy(process("inner").step("check", found("<wf:from relation='DEPT_HEAD'/>")).end());
        engine.deploy(process("outer").step("review", found("<wf:from relation='DEPT_HEAD'/>"))
                .element("call", "<callActivity id='call' calledElement='inner'/>").step("last", found("<wf:from relation='DEPT_HEAD'/>")).end());
        wf.at("O", startedIn("cash", "outer"));
        wf.expect().at("review").todoOf("qian");
        assertThat(entries().get(0).department).isEqualTo("cash");
        wf.actor("qian").submitsIn("review", "rd");
        assertThat(entries().get(1).department).isEqualTo("rd");
        wf.at("C", engine.children(wf.currentInstance()).get(0));
        wf.expect().at("check").todoOf("qian");
        wf.actor("qian").submits("check");
        wf.expect("O").at("last").todoOf("qian");
        assertThatThrownBy(() -> startedIn("rd", "outer")).isInstanceOfSatisfying(Refused.class,
                e -> assertThat(e.problem().code).isEqualTo(ErrorCode.INVALID_INPUT));
        wf.at("M", startedIn(null, "outer"));
        wf.expect().at("review").todoOf("wang");
    }

    private long startedIn(String department, String key) {
        StartRequest request = new StartRequest();
        request.definitionKey = key;
        request.department = department;
        return engine.shell.attempts.of(Locale.ENGLISH, () -> engine.shell.bus.execute(engine.caller("sun"), Command.create("start", request))).instanceId;
    }

    private OperationReply preview(String key) {
        StartRequest request = new StartRequest();
        request.definitionKey = key;
        request.preview = true;
        return engine.shell.attempts.of(Locale.ENGLISH, () -> engine.shell.bus.execute(engine.caller("zhao"), Command.create("start", request)));
    }

    private List<ParticipantSearch> searches() {
        return entries().stream().flatMap(e -> e.participants.stream()).toList();
    }

    private List<HistoryEntry> entries() {
        Reading.Readable on = engine.shell.reading.instance(engine.caller("admin"), wf.currentInstance());
        return engine.shell.history.read(engine.caller("admin"), on.image(), on.definition(), on.directory(), on.sight()).entries;
    }
}
