package wf.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static wf.scenario.Model.by;
import static wf.scenario.Model.byStarter;
import static wf.scenario.Model.offeredTo;
import static wf.scenario.Model.process;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wf.command.Command;
import wf.contract.AttachRequest;
import wf.contract.DefinitionRequest;
import wf.contract.DeployRequest;
import wf.contract.ErrorCode;
import wf.contract.OperationRequest;
import wf.contract.StartRequest;
import wf.contract.SubmitRequest;
import wf.contract.WorkListKind;
import wf.query.WorkListFilter;
import wf.refusal.Refused;

/** What no honest client sends: it is refused with a code, and never reaches the database as a statement that fails. */
class HostileInputTest extends StoreTest {

    private static final String TOO_LONG = "x".repeat(65);

    private static void refused(ErrorCode code, Runnable act) {
        assertThatThrownBy(act::run).isInstanceOfSatisfying(Refused.class, e -> assertThat(e.problem().code).isEqualTo(code));
    }

    private long draft(String key) {
        engine.deploy(process(key).step("draft", byStarter()).step("review", by("li")).end());
        return engine.start("zhao", key, Map.of()).instanceId();
    }

    private long itemOf(long instance) {
        return engine.openItems(instance).get(0).id();
    }

    private static AttachRequest file() {
        AttachRequest file = new AttachRequest();
        file.name = "a.txt";
        file.content = "a".getBytes(StandardCharsets.UTF_8);
        return file;
    }

    private void attach(long instance, AttachRequest file) {
        engine.shell.attempts.of(Locale.ENGLISH, () -> engine.shell.attachments.attach(engine.caller("zhao"), instance, file));
    }

    @Test
    void anOperationIdThatIsTooLongIsRefusedByEveryOperation() {
        long instance = draft("longid");
        AttachRequest file = file();
        file.opId = TOO_LONG;
        refused(ErrorCode.INVALID_INPUT, () -> attach(instance, file));
        file.opId = null;
        var info = engine.shell.attempts.of(Locale.ENGLISH, () -> engine.shell.attachments.attach(engine.caller("zhao"), instance, file));
        refused(ErrorCode.INVALID_INPUT, () -> engine.shell.attempts.of(Locale.ENGLISH,
                () -> engine.shell.attachments.remove(engine.caller("zhao"), info.id, TOO_LONG)));
        DeployRequest deploy = new DeployRequest();
        deploy.source = process("longid2").step("a", by("li")).end().getBytes(StandardCharsets.UTF_8);
        deploy.opId = TOO_LONG;
        refused(ErrorCode.INVALID_INPUT, () -> engine.shell.attempts.of(Locale.ENGLISH,
                () -> engine.shell.definitions.deploy(engine.caller("admin"), deploy)));
        deploy.opId = null;
        var deployed = engine.shell.attempts.of(Locale.ENGLISH, () -> engine.shell.definitions.deploy(engine.caller("admin"), deploy));
        DefinitionRequest release = new DefinitionRequest();
        release.opId = TOO_LONG;
        refused(ErrorCode.INVALID_INPUT, () -> engine.shell.attempts.of(Locale.ENGLISH,
                () -> engine.shell.definitions.release(engine.caller("admin"), deployed.definitions.get(0).id, release)));
    }

    @Test
    void aContentTypeFitsItsColumnAndCarriesNoLineBreak() {
        long instance = draft("types");
        AttachRequest file = file();
        file.contentType = "text/plain" + " ".repeat(300) + ";a";
        refused(ErrorCode.INVALID_INPUT, () -> attach(instance, file));
        file.contentType = "text/plain\r\n;X: y";
        refused(ErrorCode.INVALID_INPUT, () -> attach(instance, file));
        file.contentType = "text/plain; charset=utf-8";
        attach(instance, file);
    }

    @Test
    void anAttachmentSentAgainAfterTheEndGivesTheFirstReply() {
        long instance = draft("attachagain");
        AttachRequest file = file();
        file.opId = "attach-again";
        attach(instance, file);
        engine.execute("zhao", Command.onItem("submit", itemOf(instance), new SubmitRequest()));
        engine.execute("li", Command.onItem("submit", itemOf(instance), new SubmitRequest()));
        attach(instance, file);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\0b", "a\ud800"})
    void textThatNoDatabaseKeepsIsRefused(String text) {
        long instance = draft("texts");
        SubmitRequest submit = new SubmitRequest();
        submit.opinion = text;
        refused(ErrorCode.INVALID_INPUT, () -> engine.execute("zhao", Command.onItem("submit", itemOf(instance), submit)));
        submit.opinion = null;
        submit.variables = List.of(World.property("note", text));
        refused(ErrorCode.INVALID_INPUT, () -> engine.execute("zhao", Command.onItem("submit", itemOf(instance), submit)));
        StartRequest start = new StartRequest();
        start.definitionKey = "texts";
        start.title = text;
        refused(ErrorCode.INVALID_INPUT, () -> engine.execute("zhao", Command.create("start", start)));
        start.title = null;
        start.businessKey = text;
        refused(ErrorCode.INVALID_INPUT, () -> engine.execute("zhao", Command.create("start", start)));
        start.businessKey = null;
        start.definitionKey = text;
        refused(ErrorCode.INVALID_INPUT, () -> engine.execute("zhao", Command.create("start", start)));
    }

    @Test
    void aDraftWithoutVariablesCanBeReadAgain() {
        long instance = draft("nodraft");
        OperationRequest nothing = new OperationRequest();
        nothing.opinion = "later";
        nothing.variables = null;
        engine.shell.attempts.of(Locale.ENGLISH, () -> engine.shell.items.save(engine.caller("zhao"), itemOf(instance), nothing));
        engine.execute("zhao", Command.onItem("submit", itemOf(instance), new SubmitRequest()));
    }

    @Test
    void candidatesThatNoColumnHoldsAreRefused() {
        engine.deploy(process("wide").step("draft", byStarter()).step("review", offeredTo("${who}")).end());
        long instance = engine.start("zhao", "wide", Map.of()).instanceId();
        SubmitRequest submit = new SubmitRequest();
        submit.variables = List.of(World.property("who", "li,wang," + "x".repeat(200)));
        refused(ErrorCode.RULE_ERROR, () -> engine.execute("zhao", Command.onItem("submit", itemOf(instance), submit)));
        StringBuilder many = new StringBuilder("li");
        for (int i = 0; i < 1000; i++) {
            many.append(",p").append(i);
        }
        submit.variables = List.of(World.property("who", many.toString()));
        refused(ErrorCode.RULE_ERROR, () -> engine.execute("zhao", Command.onItem("submit", itemOf(instance), submit)));
    }

    private void refusedModel(String bpmn) {
        DeployRequest deploy = new DeployRequest();
        deploy.source = bpmn.getBytes(StandardCharsets.UTF_8);
        refused(ErrorCode.INVALID_MODEL, () -> engine.shell.attempts.of(Locale.ENGLISH,
                () -> engine.shell.definitions.deploy(engine.caller("admin"), deploy)));
    }

    @Test
    void aModelWhoseIdsAreMissingOrTooLongIsRefused() {
        String good = process("ids").step("a", by("li")).end();
        refusedModel(good.replace("\"a\"", '"' + "a".repeat(101) + '"'));
        refusedModel(good.replace(" id=\"ids\"", ""));
        refusedModel(good.replace(" id=\"start_a\"", ""));
        refusedModel("<process xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" id=\"p\" isExecutable=\"true\"><startEvent id=\"s\"/></process>");
    }

    @Test
    void whetherOneMayCreateCanBeTheFirstQuestionToAServer() {
        engine.deploy(process("first").step("a", by("li")).end());
        try (StoreEngine fresh = secondNode()) {
            assertThat(fresh.shell.reading.checkCreate(fresh.caller("zhao"), "first").allowed).isTrue();
        }
    }

    @Test
    void aCursorBeyondTheCalendarIsRefused() {
        String beyond = java.util.Base64.getUrlEncoder().encodeToString((Long.MAX_VALUE + ":1").getBytes(StandardCharsets.US_ASCII));
        refused(ErrorCode.INVALID_INPUT, () -> engine.shell.lists.page(engine.caller("zhao"), WorkListKind.TODO,
                new WorkListFilter(null, null, null), beyond, null));
    }
}
