package wf.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static wf.scenario.Model.by;
import static wf.scenario.Model.byStarter;
import static wf.scenario.Model.offeredTo;
import static wf.scenario.Model.process;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wf.bpmn.BpmnReader;
import wf.command.Command;
import wf.contract.AttachRequest;
import wf.contract.DefinitionRequest;
import wf.contract.DeployRequest;
import wf.contract.ErrorCode;
import wf.contract.OperationRequest;
import wf.contract.StartRequest;
import wf.contract.SubmitRequest;
import wf.contract.WorkListKind;
import wf.definition.Finding;
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
    @ValueSource(strings = {"a\0b", "a\ud800", "a\u0001b", "a\u001fb", "a\uffff"})
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

    private List<String> problems(byte[] source) {
        DeployRequest deploy = new DeployRequest();
        deploy.source = source;
        deploy.preview = true;
        try {
            engine.shell.attempts.of(Locale.CHINESE, () -> engine.shell.definitions.deploy(engine.caller("admin"), deploy));
            return List.of();
        } catch (Refused e) {
            assertThat(e.problem().code).isEqualTo(ErrorCode.INVALID_MODEL);
            assertThat(e.problem().problems).allMatch(p -> p.line != null && p.column != null && !p.message.isBlank());
            return e.problem().problems.stream().map(p -> p.code).toList();
        }
    }

    private List<String> problems(String source, Charset charset) {
        return problems(source.getBytes(charset));
    }

    private static String declared(String encoding) {
        return process("coded").step("请假", by("li")).end().replace("UTF-8", encoding);
    }

    @Test
    void aFileCanNeitherFetchNorMultiplyItself() {
        String good = process("entities").step("a", by("li")).end();
        String external = "<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><definitions";
        assertThat(problems(good.replace("<definitions", external).replace("name=\"a\"", "name=\"&x;\""), StandardCharsets.UTF_8))
                .containsExactly("XML_DOCTYPE");
        String parameter = "<!DOCTYPE d [<!ENTITY % x SYSTEM \"http://127.0.0.1:1/x.dtd\"> %x;]><definitions";
        assertThat(problems(good.replace("<definitions", parameter), StandardCharsets.UTF_8)).containsExactly("XML_DOCTYPE");
        StringBuilder laughs = new StringBuilder("<!DOCTYPE d [<!ENTITY l0 \"ha\">");
        for (int i = 1; i < 10; i++) {
            laughs.append("<!ENTITY l").append(i).append(" \"").append(("&l" + (i - 1) + ";").repeat(10)).append("\">");
        }
        assertThat(problems(good.replace("<definitions", laughs + "]><definitions").replace("name=\"a\"", "name=\"&l9;\""), StandardCharsets.UTF_8))
                .containsExactly("XML_DOCTYPE");
        assertThat(problems(good.replace("name=\"a\"", "name=\"&x;\""), StandardCharsets.UTF_8)).containsExactly("XML_MALFORMED");
    }

    @Test
    void aFileThatIsTooLargeOrTooDeepIsRefused() {
        String good = process("large").step("a", by("li")).end();
        DeployRequest deploy = new DeployRequest();
        deploy.source = (good + " ".repeat(BpmnReader.MAX_BYTES)).getBytes(StandardCharsets.UTF_8);
        refused(ErrorCode.TOO_LARGE, () -> engine.shell.attempts.of(Locale.ENGLISH,
                () -> engine.shell.definitions.deploy(engine.caller("admin"), deploy)));
        assertThat(BpmnReader.check(deploy.source)).extracting(Finding::code).containsExactly("XML_TOO_LARGE");
        String deep = "<subProcess>".repeat(100_000) + "</subProcess>".repeat(100_000);
        assertThat(problems(good.replace("<endEvent", deep + "<endEvent"), StandardCharsets.UTF_8)).containsExactly("XML_TOO_DEEP");
        String wide = "<process " + IntStream.range(0, 20_000).mapToObj(i -> "a" + i + "=\"\" ").collect(Collectors.joining());
        assertThat(problems(good.replace("<process ", wide), StandardCharsets.UTF_8)).containsExactly("XML_MALFORMED");
    }

    @Test
    void aFileIsReadInTheEncodingThatItDeclares() {
        assertThat(problems(declared("UTF-16"), StandardCharsets.UTF_16)).isEmpty();
        assertThat(problems("\ufeff" + declared("UTF-16"), StandardCharsets.UTF_16LE)).isEmpty();
        assertThat(problems("\ufeff" + declared("UTF-8"), StandardCharsets.UTF_8)).isEmpty();
        assertThat(problems(declared("GBK"), Charset.forName("GBK"))).isEmpty();
        assertThat(problems(declared("GB18030"), Charset.forName("GB18030"))).isEmpty();
    }

    @Test
    void aFileInAnotherEncodingThanItDeclaresIsRefused() {
        assertThat(problems(declared("UTF-8"), Charset.forName("GBK"))).containsExactly("XML_ENCODING");
        assertThat(problems(declared("UTF-16"), StandardCharsets.UTF_8)).containsExactly("XML_MALFORMED");
        assertThat(problems("\ufeff" + declared("UTF-8"), StandardCharsets.UTF_16BE)).containsExactly("XML_MALFORMED");
        assertThat(problems(declared("KLINGON-8"), StandardCharsets.UTF_8)).containsExactly("XML_MALFORMED");
        assertThat(problems("not XML at all", StandardCharsets.UTF_8)).containsExactly("XML_MALFORMED");
        assertThat(problems(new byte[] {0, 0, 0, 0})).containsExactly("XML_MALFORMED");
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
