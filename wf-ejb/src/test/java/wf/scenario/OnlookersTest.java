package wf.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static wf.scenario.Model.by;
import static wf.scenario.Model.byStarter;
import static wf.scenario.Model.process;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import wf.command.Command;
import wf.contract.ErrorCode;
import wf.contract.InstanceListKind;
import wf.contract.ParticipantRole;
import wf.contract.ParticipantSearch;
import wf.contract.StartRequest;
import wf.contract.SubmitRequest;
import wf.query.InstanceListFilter;
import wf.scenario.Model.Who;

/**
 * §6.5 for others than handlers: readers of a process, of a node and of what has ended, monitors and starters are found by sources, as
 * handlers are. 周 heads the company, 李 研发 with 钱 as his deputy, 王 财务, and 钱 also 出纳 below it, where 孙 has a second job.
 */
class OnlookersTest extends StoreTest {

    private static Who with(Who who, String extensions) {
        return new Who(who.attributes(), who.extensions() + extensions);
    }

    private static String saying(String bpmn, String extensions) {
        return bpmn.replace("isExecutable=\"true\">", "isExecutable=\"true\"><extensionElements>" + extensions + "</extensionElements>");
    }

    private void submit(long instance, String person, Object... variables) {
        SubmitRequest request = new SubmitRequest();
        for (int i = 0; i < variables.length; i += 2) {
            request.variables.add(World.property((String) variables[i], variables[i + 1]));
        }
        engine.execute(person, Command.onItem("submit", engine.openItems(instance).get(0).id(), request));
    }

    private void mayRead(String person, long instance) {
        assertThat(engine.shell.reading.open(engine.caller(person), instance).instance.id).isEqualTo(instance);
        assertThat(history(person, instance)).isNotEmpty();
    }

    @Test
    void theHeadOfTheStartersDepartmentReadsWhatHisPeopleHaveBegun() {
        engine.deploy(saying(process("below").step("draft", byStarter()).step("review", by("wang")).end(),
                "<wf:readers><wf:from relation='DEPT_HEAD'/><wf:from group='finance'/><wf:except user='sun'/></wf:readers>"));
        StartRequest request = new StartRequest();
        request.definitionKey = "below";
        request.draft = true;
        long instance = engine.execute("zhao", Command.create("start", request)).instanceId;
        mayNotRead("li", instance);
        submit(instance, "zhao");
        mayRead("li", instance);
        mayRead("zhou", instance);
        mayNotRead("sun", instance);
        mayNotRead("qian", instance);
    }

    @Test
    void whoeverLeadsTheSenderReadsWhatCameToTheNode() {
        engine.deploy(process("node").step("draft", byStarter()).step("check", by("qian"))
                .step("audit", with(by("wang"), "<wf:readers><wf:from relation='DEPT_HEAD' base='PREVIOUS'/></wf:readers>"))
                .step("file", by("wang")).end());
        long instance = engine.start("zhou", "node", Map.of()).instanceId();
        submit(instance, "zhou");
        mayNotRead("li", instance);
        submit(instance, "qian");
        mayRead("li", instance);
        submit(instance, "wang");
        mayRead("li", instance);
        mayNotRead("sun", instance);
    }

    @Test
    void theStartersOwnStepMayHaveReadersThoughItWasADraft() {
        engine.deploy(process("kept").step("draft", with(byStarter(), "<wf:readers><wf:from user='sun'/></wf:readers>")).step("review", by("wang")).end());
        StartRequest request = new StartRequest();
        request.definitionKey = "kept";
        request.draft = true;
        long instance = engine.execute("zhao", Command.create("start", request)).instanceId;
        mayNotRead("sun", instance);
        submit(instance, "zhao");
        mayRead("sun", instance);
    }

    @Test
    void whoMayReadAfterTheEndIsFoundAtTheEnd() {
        engine.deploy(saying(process("ended").step("draft", byStarter()).step("review", by("wang")).end(),
                "<wf:endReaders><wf:from relation='DIRECT_LEADER' base='NODE' node='draft'/><wf:from variable='auditor'/></wf:endReaders>"));
        long instance = engine.start("zhao", "ended", Map.of()).instanceId();
        submit(instance, "zhao");
        mayNotRead("li", instance);
        submit(instance, "wang", "auditor", "sun");
        mayRead("li", instance);
        mayRead("sun", instance);
        mayNotRead("qian", instance);
    }

    @Test
    void aMonitorFoundByARelationWatchesOverTheInstance() {
        engine.deploy(saying(process("watched").step("draft", byStarter()).step("review", by("wang")).end(),
                "<wf:monitors><wf:from relation='DEPT_DEPUTY'/></wf:monitors>"));
        long instance = engine.start("zhao", "watched", Map.of()).instanceId();
        submit(instance, "zhao");
        assertThat(engine.shell.reading.checkOpen(engine.caller("qian"), instance).identities).containsExactly("MONITOR");
        mayNotRead("sun", instance);
    }

    @Test
    void onlyWhomTheSourcesMeanStarts() {
        engine.deploy(saying(process("heads").step("draft", byStarter()).end(),
                "<wf:starters><wf:from relation='DEPT_HEAD' base='CURRENT' whenHead='SELF'/><wf:from group='finance'/><wf:except user='sun'/></wf:starters>"));
        assertThat(engine.start("zhao", "heads", Map.of()).refused()).isEqualTo(ErrorCode.FORBIDDEN);
        assertThat(engine.start("sun", "heads", Map.of()).refused()).isEqualTo(ErrorCode.FORBIDDEN);
        assertThat(engine.shell.reading.checkCreate(engine.caller("zhao"), "heads").allowed).isFalse();
        assertThat(engine.shell.reading.checkCreate(engine.caller("li"), "heads").allowed).isTrue();
        assertThat(startable("zhao")).doesNotContain("heads");
        assertThat(startable("li")).contains("heads");
        long instance = engine.start("li", "heads", Map.of()).instanceId();
        ParticipantSearch found = history("li", instance).get(0).participants.get(0);
        assertThat(found.role).isEqualTo(ParticipantRole.STARTER);
        assertThat(found.sources).extracting(s -> s.source).containsExactly("relation=DEPT_HEAD base=CURRENT", "group=finance", "user=sun");
    }

    private List<String> startable(String person) {
        return engine.shell.definitionReading.list(engine.caller(person), true, null).definitions.stream().map(d -> d.key).toList();
    }

    @Test
    void theHistoryTellsWhomEachSourceMeant() {
        engine.deploy(saying(process("told").step("draft", byStarter()).step("review", by("wang")).end(),
                "<wf:readers order='ID' limit='1'><wf:from group='finance'/></wf:readers><wf:monitors><wf:from relation='DEPT_HEAD'/></wf:monitors>"));
        long instance = engine.start("zhao", "told", Map.of()).instanceId();
        List<ParticipantSearch> found = history("zhao", instance).get(0).participants;
        assertThat(found).extracting(p -> p.role).containsExactly(ParticipantRole.READER, ParticipantRole.MONITOR);
        assertThat(found.get(0).nodeId).isNull();
        assertThat(found.get(0).chosen).extracting(p -> p.id).containsExactly("sun");
        assertThat(found.get(1).sources.get(0).bases).extracting(p -> p.id).containsExactly("zhao");
        mayRead("sun", instance);
        mayNotRead("wang", instance);
        submit(instance, "zhao");
        assertThat(history("zhao", instance).get(1).participants).isEmpty();
    }

    @Test
    void readersGoRoundBesideTheHandlersOfTheirNode() {
        engine.deploy(process("round").step("review", new Who("", "<wf:participants load='ROUND_ROBIN'><wf:from group='finance'/></wf:participants>"
                + "<wf:readers load='ROUND_ROBIN'><wf:from user='qian,zhao'/></wf:readers>")).end());
        long first = engine.start("li", "round", Map.of()).instanceId();
        long second = engine.start("li", "round", Map.of()).instanceId();
        assertThat(List.of(engine.openItems(first).get(0).owner(), engine.openItems(second).get(0).owner())).containsExactly("sun", "wang");
        mayRead("qian", first);
        mayNotRead("zhao", first);
        mayRead("zhao", second);
        mayNotRead("qian", second);
    }

    @Test
    void aSourceThatFailsMeansNobodyAndHoldsNobodyUp() {
        engine.deploy(saying(process("fails").step("draft", byStarter()).step("review", by("wang")).end(),
                "<wf:readers><wf:from user='sun'/><wf:except expression='${missing.name.first}'/></wf:readers>"));
        long instance = engine.start("zhao", "fails", Map.of()).instanceId();
        submit(instance, "zhao");
        mayNotRead("sun", instance);
        mayRead("wang", instance);
    }

    @Test
    void whoIsFoundFindsTheInstanceInHisList() {
        engine.deploy(saying(process("listed").step("draft", byStarter()).step("review", by("wang")).end(),
                "<wf:readers><wf:from relation='DEPT_HEAD'/></wf:readers>"));
        long instance = engine.start("zhao", "listed", Map.of()).instanceId();
        InstanceListFilter wanted = new InstanceListFilter("listed", null, null, null, null, null, null, null, List.of());
        assertThat(engine.shell.instanceLists.page(engine.caller("li"), InstanceListKind.READABLE, wanted, null, 10).instances).extracting(i -> i.id)
                .containsExactly(instance);
        assertThat(engine.shell.instanceLists.page(engine.caller("qian"), InstanceListKind.READABLE, wanted, null, 10).instances).isEmpty();
    }

    @Test
    void afterAMigrationTheReadersOfTheNewVersionCount() {
        engine.deploy(saying(process("changed").step("draft", byStarter()).step("review", by("wang")).end(), "<wf:readers><wf:from user='sun'/></wf:readers>"));
        long instance = engine.start("zhao", "changed", Map.of()).instanceId();
        submit(instance, "zhao");
        engine.deploy(saying(process("changed").step("draft", byStarter()).step("review", by("wang")).end(), "<wf:readers><wf:from user='qian'/></wf:readers>"));
        assertThat(engine.migrate("admin", instance, Map.of()).refused()).isNull();
        mayNotRead("sun", instance);
        mayRead("qian", instance);
    }

    @Test
    void whoeverMigratesAnInstanceIsNotTakenForWhoeverSentIt() {
        engine.deploy(process("moved").step("draft", byStarter()).step("audit", by("wang")).end());
        long instance = engine.start("zhao", "moved", Map.of()).instanceId();
        submit(instance, "zhao");
        String readers = "<wf:readers><wf:from relation='DEPT_HEAD' base='CURRENT'/></wf:readers>";
        engine.deploy(saying(process("moved").step("draft", byStarter()).step("audit", with(by("wang"), readers)).end(),
                "<wf:monitors><wf:from relation='DEPT_DEPUTY' base='CURRENT'/></wf:monitors>"));
        assertThat(engine.migrate("admin", instance, Map.of()).refused()).isNull();
        mayRead("li", instance);
        assertThat(engine.shell.reading.checkOpen(engine.caller("qian"), instance).identities).containsExactly("MONITOR");
    }

    @Test
    void whereTwoNodesBecomeOneItHasTheReadersOfBoth() {
        engine.deploy(process("joined").step("draft", byStarter())
                .step("check", with(by("wang"), "<wf:readers><wf:from user='sun'/></wf:readers>"))
                .step("audit", with(by("wang"), "<wf:readers><wf:from user='qian'/></wf:readers>")).end());
        long instance = engine.start("zhao", "joined", Map.of()).instanceId();
        submit(instance, "zhao");
        submit(instance, "wang");
        engine.deploy(process("joined").step("draft", byStarter())
                .step("both", with(by("wang"), "<wf:readers><wf:from user='li'/></wf:readers>")).end());
        assertThat(engine.migrate("admin", instance, Map.of("check", "both", "audit", "both")).refused()).isNull();
        assertThat(engine.shell.reading.instance(engine.caller("admin"), instance).image().onlookers()).hasSize(1);
        mayRead("sun", instance);
        mayRead("qian", instance);
    }
}
