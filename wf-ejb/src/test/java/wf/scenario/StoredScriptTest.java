package wf.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static wf.scenario.Sketch.process;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wf.access.Caller;
import wf.command.Command;
import wf.contract.AppliedRule;
import wf.contract.DefinitionReply;
import wf.contract.DeployScriptRequest;
import wf.contract.ErrorCode;
import wf.contract.OperationReply;
import wf.contract.RunScriptRequest;
import wf.contract.ScriptInfo;
import wf.contract.SubmitRequest;
import wf.refusal.Refused;
import wf.rule.Script;

/** F27: scripts of a tenant, by name and version; and what history and replies tell of those that ran. */
class StoredScriptTest extends StoreTest {

    @BeforeEach
    void withoutScripts() throws Exception {
        change("delete from wf_script");
    }

    private DefinitionReply store(String person, String name, String source, String opId, boolean preview) {
        DeployScriptRequest request = new DeployScriptRequest();
        request.name = name;
        request.source = source;
        request.opId = opId;
        request.preview = preview;
        return engine.shell.attempts.of(Locale.ENGLISH, () -> engine.shell.scripts.deploy(engine.caller(person), request));
    }

    private static void refused(ErrorCode code, Supplier<?> act) {
        assertThatThrownBy(act::get).isInstanceOfSatisfying(Refused.class, e -> {
            assertThat(e.problem().code).isEqualTo(code);
            assertThat(e.problem().message).isNotBlank().doesNotContain("{", "Exception");
        });
    }

    @Test
    void eachTimeAScriptIsStoredItIsTheNextVersionAndNoneChanges() {
        assertThat(store("admin", "limit", "a = 1", null, false).scripts).extracting(s -> s.version).containsExactly(1);
        assertThat(store("admin", "limit", "a = 2", null, false).scripts).extracting(s -> s.version).containsExactly(2);
        store("admin", "other", "b = 1", null, false);
        Caller admin = engine.caller("admin");
        assertThat(engine.shell.scripts.list(admin).scripts).extracting(s -> s.name + s.version).containsExactly("limit2", "other1");
        assertThat(engine.shell.scripts.versions(admin, "limit").scripts).extracting(s -> s.version).containsExactly(2, 1);
        ScriptInfo first = engine.shell.scripts.get(admin, "limit", 1);
        assertThat(first.source).isEqualTo("a = 1");
        assertThat(first.hash).isEqualTo(new Script("limit", 1, "a = 1").hash()).hasSize(64);
        assertThat(first.storedBy).isEqualTo("admin");
        assertThat(engine.shell.scripts.get(admin, "limit", null).source).isEqualTo("a = 2");
    }

    @Test
    void aPreviewStoresNothingAndTheSameOperationIdStoresOnce() {
        assertThat(store("admin", "limit", "a = 1", null, true).scripts).hasSize(1);
        assertThat(engine.shell.scripts.list(engine.caller("admin")).scripts).isEmpty();
        DefinitionReply first = store("admin", "limit", "a = 1", "op-1", false);
        assertThat(store("admin", "limit", "a = 1", "op-1", false)).usingRecursiveComparison().isEqualTo(first);
        assertThat(engine.shell.scripts.versions(engine.caller("admin"), "limit").scripts).hasSize(1);
        refused(ErrorCode.DUPLICATE_OP, () -> store("admin", "limit", "a = 2", "op-1", false));
    }

    @Test
    void onlyAdministratorsStoreAndReadScripts() {
        refused(ErrorCode.FORBIDDEN, () -> store("zhao", "limit", "a = 1", null, false));
        store("admin", "limit", "a = 1", null, false);
        refused(ErrorCode.FORBIDDEN, () -> engine.shell.scripts.list(engine.caller("zhao")));
        refused(ErrorCode.FORBIDDEN, () -> engine.shell.scripts.versions(engine.caller("zhao"), "limit"));
        refused(ErrorCode.FORBIDDEN, () -> engine.shell.scripts.get(engine.caller("zhao"), "limit", null));
        refused(ErrorCode.NOT_FOUND, () -> engine.shell.scripts.get(engine.caller("admin"), "limit", 2));
    }

    @Test
    void anotherTenantHasScriptsOfItsOwn() {
        store("admin", "limit", "a = 1", null, false);
        Caller elsewhere = new Caller("elsewhere", "admin", "REST", "127.0.0.1", Locale.ENGLISH);
        assertThat(engine.shell.scripts.list(elsewhere).scripts).isEmpty();
        refused(ErrorCode.NOT_FOUND, () -> engine.shell.scripts.get(elsewhere, "limit", null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1st", "a b", "a/b", "script:limit"})
    void aNameThatIsNoneIsRefused(String name) {
        refused(ErrorCode.INVALID_INPUT, () -> store("admin", name, "a = 1", null, false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "a = = 1", "new('java.io.File', '/')"})
    void aTextThatIsNoScriptIsRefused(String source) {
        refused(ErrorCode.INVALID_INPUT, () -> store("admin", "limit", source, null, false));
    }

    @Test
    void previewReplyAndHistoryTellWhichScriptRan() {
        store("admin", "raise", "amount = amount + 1", null, false);
        engine.deploy(process("p").start("s").user("a", "li").end("e").path("s", "a", "e").xml());
        long instance = engine.start("zhao", "p", Map.of("amount", 5)).instanceId();
        RunScriptRequest request = new RunScriptRequest();
        request.script = "raise";
        request.preview = true;
        OperationReply preview = engine.execute("admin", Command.onInstance("runScript", instance, request));
        assertThat(preview.rules).hasSize(1);
        assertThat(engine.variable(instance, "amount")).isEqualTo(5L);
        request.preview = false;
        request.opId = "run-1";
        OperationReply reply = engine.execute("admin", Command.onInstance("runScript", instance, request));
        assertThat(engine.execute("admin", Command.onInstance("runScript", instance, request))).usingRecursiveComparison().isEqualTo(reply);
        assertThat(engine.variable(instance, "amount")).isEqualTo(6L);
        AppliedRule ran = history(instance).get(1).get(0);
        assertThat(ran.name + " " + ran.version + " " + ran.moment + " " + ran.outcome).isEqualTo("raise 1 RUN DONE");
        assertThat(ran.hash).isEqualTo(new Script("raise", 1, "amount = amount + 1").hash());
    }

    @Test
    void historyTellsWhatTheRulesOfANodeDid() {
        engine.deploy(process("p").start("s").user("a", "li").holds("<wf:leaveRule name=\"note\">x = 1</wf:leaveRule>").user("b", "wang")
                .holds("<wf:enterRule>skip()</wf:enterRule>").user("c", "sun").end("e").path("s", "a", "b", "c", "e").xml());
        long instance = engine.start("zhao", "p", Map.of()).instanceId();
        OperationReply reply = engine.execute("li", Command.onItem("submit", engine.openItems(instance).get(0).id(), new SubmitRequest()));
        assertThat(reply.skipped).extracting(s -> s.nodeId).containsExactly("b");
        assertThat(reply.rules).extracting(r -> r.moment + " " + r.nodeId + " " + r.name + " " + r.outcome)
                .containsExactly("LEAVE a note DONE", "ENTER b b.enterRule SKIPPED");
        assertThat(history(instance).get(1)).hasSize(2);
    }

    private List<List<AppliedRule>> history(long instance) {
        var on = engine.shell.reading.instance(engine.caller("admin"), instance);
        return engine.shell.history.read(engine.caller("admin"), on.image(), on.definition(), on.directory(), on.sight()).entries.stream()
                .map(e -> e.rules).toList();
    }
}
