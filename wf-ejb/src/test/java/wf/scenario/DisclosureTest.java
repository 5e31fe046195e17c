package wf.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static wf.scenario.Model.by;
import static wf.scenario.Model.byStarter;
import static wf.scenario.Model.process;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import wf.command.Command;
import wf.contract.DefinitionReply;
import wf.contract.DeployRequest;
import wf.contract.ErrorCode;
import wf.contract.FormField;
import wf.contract.OpenReply;
import wf.contract.StartRequest;
import wf.contract.SubmitRequest;
import wf.refusal.Refused;
import wf.scenario.Model.Who;

/** Who sees what: sensitive fields, opinions, and readers whom the model names. */
class DisclosureTest extends StoreTest {

    private static final String CARD = "<wf:field name=\"card\" label=\"卡号\" type=\"STRING\" access=\"%s\" sensitivity=\"masked\"/>";

    private static Who with(Who who, String attributes, String extensions) {
        return new Who(who.attributes() + attributes, who.extensions() + extensions);
    }

    private static String named(String bpmn, String attributes) {
        return bpmn.replace("isExecutable=\"true\"", "isExecutable=\"true\"" + attributes);
    }

    @BeforeAll
    void deploy() {
        engine.deploy(process("payment").step("draft", with(byStarter(), "", CARD.formatted("REQUIRED")))
                .step("check", with(by("li"), "", CARD.formatted("READ"))).step("pay", with(by("wang"), "", CARD.formatted("WRITE"))).end());
        engine.deploy(process("vote").step("draft", byStarter()).step("secret", with(by("li"), " wf:opinions=\"own\"", ""))
                .step("confidential", with(by("wang"), " wf:opinions=\"managers\"", "")).step("open", by("sun")).end());
        engine.deploy(named(process("report").step("draft", byStarter()).step("audit", with(by("li"), " wf:readers=\"group:finance\"", ""))
                .step("file", by("li")).end(), " wf:readers=\"user:qian\" wf:endReaders=\"dept:rd\""));
        engine.deploy(named(process("named").step("draft", byStarter()).step("review", by("li")).end(), " wf:readers=\"${auditor}\""));
    }

    private long submitted(String definition, Object... variables) {
        long instance = engine.start("zhao", definition, Map.of()).instanceId();
        submit(instance, "zhao", variables);
        return instance;
    }

    private void submit(long instance, String person, Object... variables) {
        SubmitRequest request = new SubmitRequest();
        request.opinion = "opinion of " + person;
        for (int i = 0; i < variables.length; i += 2) {
            request.variables.add(World.property((String) variables[i], variables[i + 1]));
        }
        engine.execute(person, Command.onItem("submit", item(instance), request));
    }

    private long item(long instance) {
        return engine.openItems(instance).get(0).id();
    }

    private OpenReply open(String person, long item) {
        return engine.shell.transactions.required(() -> engine.shell.items.open(engine.caller(person), item));
    }

    // ---- sensitive fields ----

    @Test
    void aSensitiveFieldIsShownInFullOnlyToWhoeverFillsItIn() {
        long instance = submitted("payment", "card", "6222020200098765");
        FormField readOnly = open("li", item(instance)).fields.get(0);
        assertThat(readOnly.value).isEqualTo("****8765");
        assertThat(readOnly.masked).isTrue();
        assertThat(engine.shell.reading.open(engine.caller("zhao"), instance).fields.get(0).value).isEqualTo("****8765");
        assertThat(engine.shell.reading.open(engine.caller("admin"), instance).fields.get(0).value).isEqualTo("****8765");
        submit(instance, "li");
        FormField toFill = open("wang", item(instance)).fields.get(0);
        assertThat(toFill.value).isEqualTo("6222020200098765");
        assertThat(toFill.masked).isFalse();
    }

    @Test
    void historyAndSnapshotsShowItsLastCharactersToEverybody() {
        long instance = submitted("payment", "card", "6222020200098765");
        for (String reader : List.of("zhao", "li", "admin")) {
            assertThat(history(reader, instance).get(1).changes).allMatch(c -> c.after.equals("****8765") && c.masked && c.label.equals("卡号"));
            assertThat(engine.shell.snapshotReader.get(engine.caller(reader), instance, 2).variables).hasSize(1)
                    .allMatch(p -> p.value.equals("****8765") && p.masked);
            assertThat(engine.shell.snapshotReader.differences(engine.caller(reader), instance, 1L, 2L).changes)
                    .allMatch(c -> c.after.equals("****8765") && c.masked);
        }
    }

    @Test
    void ofAShortSecretNothingIsShown() {
        long instance = submitted("payment", "card", "123");
        assertThat(history("li", instance).get(1).changes.get(0).after).isEqualTo("****");
    }

    @Test
    void whatOnlyAnEarlierModelCalledSensitiveStaysSo() {
        engine.deploy(process("eased").step("draft", with(byStarter(), "", CARD.formatted("WRITE"))).step("check", by("li")).end());
        long instance = submitted("eased", "card", "6222020200098765");
        engine.deploy(process("eased").step("draft", with(byStarter(), "", CARD.formatted("WRITE").replace(" sensitivity=\"masked\"", "")))
                .step("check", by("li")).end());
        assertThat(engine.migrate("admin", instance, Map.of()).refused()).isNull();
        assertThat(history("li", instance).get(1).changes.get(0).after).isEqualTo("****8765");
    }

    // ---- opinions ----

    @Test
    void anOpinionIsReadByThoseWhomItsNodeNames() {
        long instance = submitted("vote");
        submit(instance, "li");
        submit(instance, "wang");
        submit(instance, "sun");
        assertThat(opinions("zhao", instance)).containsExactly("opinion of zhao", null, null, "opinion of sun");
        assertThat(opinions("li", instance)).containsExactly("opinion of zhao", "opinion of li", null, "opinion of sun");
        assertThat(opinions("wang", instance)).containsExactly("opinion of zhao", null, "opinion of wang", "opinion of sun");
        assertThat(opinions("admin", instance)).containsExactly("opinion of zhao", null, "opinion of wang", "opinion of sun");
        assertThat(engine.shell.snapshotReader.page(engine.caller("zhao"), instance, 2L, 1).snapshots.get(0).opinion).isNull();
    }

    private List<String> opinions(String person, long instance) {
        return history(person, instance).stream().skip(1).map(e -> e.opinion).toList();
    }

    // ---- readers ----

    private void mayRead(String person, long instance) {
        assertThat(engine.shell.reading.checkOpen(engine.caller(person), instance).identities).containsExactly("READER");
        assertThat(engine.shell.reading.open(engine.caller(person), instance).instance.id).isEqualTo(instance);
        assertThat(history(person, instance)).isNotEmpty();
    }

    @Test
    void aReaderOfTheProcessMayOpenItFromItsSubmissionAndNotAsADraft() {
        StartRequest request = new StartRequest();
        request.definitionKey = "report";
        request.draft = true;
        long instance = engine.execute("zhao", Command.create("start", request)).instanceId;
        mayNotRead("qian", instance);
        submit(instance, "zhao");
        mayRead("qian", instance);
    }

    @Test
    void aReaderOfANodeMayOpenTheInstanceOnceItHasComeThere() {
        long instance = engine.start("zhao", "report", Map.of()).instanceId();
        mayNotRead("sun", instance);
        submit(instance, "zhao");
        mayRead("sun", instance);
        submit(instance, "li");
        mayRead("sun", instance);
    }

    @Test
    void whoMayReadAfterTheEndMayNotBefore() {
        engine.deploy(named(process("ended").step("draft", byStarter()).step("review", by("li")).end(), " wf:endReaders=\"group:finance, qian\""));
        long instance = submitted("ended");
        mayNotRead("wang", instance);
        mayNotRead("qian", instance);
        submit(instance, "li");
        mayRead("wang", instance);
        mayRead("qian", instance);
    }

    @Test
    void aReaderMayBeNamedByTheDataOfTheInstance() {
        long instance = submitted("named", "auditor", "sun");
        mayRead("sun", instance);
        mayNotRead("wang", instance);
        long without = submitted("named");
        mayNotRead("sun", without);
    }

    @Test
    void aReaderReadsAndChangesNothing() {
        long instance = submitted("report");
        // Whose split it was is asked only when a branch is really supplemented.
        assertThat(engine.shell.reading.open(engine.caller("qian"), instance).operations).filteredOn(o -> !o.name.equals("supplementBranch")).isEmpty();
        assertThat(engine.perform("qian", "submit", instance, item(instance), new SubmitRequest()).refused()).isEqualTo(ErrorCode.FORBIDDEN);
    }

    // ---- the model ----

    @Test
    void whatAModelSaysWrongIsTold() {
        for (String wrong : List.of(named(process("wrong").step("draft", byStarter()).end(), " wf:readers=\"${auditor\""),
                process("wrong").step("draft", with(byStarter(), " wf:opinions=\"some\"", "")).end(),
                process("wrong").step("draft", with(byStarter(), "", CARD.formatted("WRITE").replace("masked", "veiled"))).end())) {
            DeployRequest request = new DeployRequest();
            request.source = wrong.getBytes(StandardCharsets.UTF_8);
            assertThatThrownBy(() -> deploy(request)).isInstanceOfSatisfying(Refused.class, e -> assertThat(e.problem().code).isEqualTo(ErrorCode.INVALID_MODEL));
        }
    }

    private DefinitionReply deploy(DeployRequest request) {
        return engine.shell.transactions.required(() -> engine.shell.definitions.deploy(engine.caller("admin"), request));
    }
}
