package wf.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static wf.scenario.Sketch.process;
import static wf.scenario.Sketch.timer;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import wf.command.Reading;
import wf.contract.DefinitionInfo;
import wf.contract.ErrorCode;
import wf.contract.HistoryEntry;
import wf.contract.InstanceState;
import wf.contract.OperationReply;
import wf.contract.UpdateInstanceXmlRequest;
import wf.refusal.Refused;
import wf.store.TestDatabase;

/** I11: an instance gets a model of its own. */
class InstanceXmlTest {

    private StoreEngine engine;
    private World wf;

    @BeforeEach
    void open() throws Exception {
        DataSource source = TestDatabase.H2.migrated();
        engine = new StoreEngine(source, "default");
        wf = new World(engine);
        wf.deployed(letter().path("s", "write", "e").xml());
        wf.started("other", "letter", "zhao");
        wf.started("it", "letter", "zhao");
    }

    @AfterEach
    void close() {
        engine.close();
    }

    private static Sketch letter() {
        return process("letter").start("s").user("write", "li").end("e");
    }

    private static Sketch withCheck() {
        return letter().user("check", "wang").path("s", "write", "check", "e");
    }

    private OperationReply update(String person, Sketch model, boolean preview) {
        UpdateInstanceXmlRequest request = new UpdateInstanceXmlRequest();
        request.source = model.xml().getBytes(StandardCharsets.UTF_8);
        request.preview = preview;
        OperationReply reply = engine.shell.attempts.of(Locale.ENGLISH,
                () -> engine.shell.instanceXml.update(engine.caller(person), wf.currentInstance(), request));
        if (!preview) {
            engine.checkStored(wf.currentInstance());
        }
        return reply;
    }

    private void refused(ErrorCode code, String person, Sketch model) {
        assertThatThrownBy(() -> update(person, model, false)).isInstanceOfSatisfying(Refused.class,
                e -> assertThat(e.problem().code).isEqualTo(code));
    }

    @Test
    void oneInstanceGoesOnAgainstAModelOfItsOwnAndTheOthersDoNot() {
        update("admin", withCheck(), false);
        wf.actor("li").submits("write");
        wf.expect().at("check");
        wf.expect("other");
        wf.actor("li").submits("write");
        wf.expect().is(InstanceState.COMPLETED);
    }

    @Test
    void theModelOfOneInstanceIsListedNowhereAndBeginsNothing() {
        update("admin", withCheck(), false);
        update("admin", withCheck(), false);
        assertThat(engine.shell.definitionReading.versions(engine.caller("admin"), "letter").definitions).extracting(d -> d.version).containsExactly(1);
        assertThat(engine.shell.definitionReading.list(engine.caller("admin"), false, null).definitions).extracting(d -> d.version).containsExactly(1);
        assertThat(engine.shell.definitionReading.list(engine.caller("admin"), true, null).definitions).extracting(d -> d.version).containsExactly(1);
        assertThat(engine.shell.definitionReading.newest(engine.caller("admin"), "letter", false).version).isEqualTo(1);
        wf.deployed(letter().path("s", "write", "e").xml());
        DefinitionInfo newest = engine.shell.definitionReading.newest(engine.caller("admin"), "letter", true);
        assertThat(newest.version).isEqualTo(2);
        wf.at("fresh", engine.start("zhao", "letter", Map.of()).instanceId());
        wf.actor("li").submits("write");
        wf.expect().is(InstanceState.COMPLETED);
    }

    @Test
    void thePreviewStoresNothingAndTheHistoryKeepsTheHashOfTheModel() {
        assertThat(update("admin", withCheck(), true).preview).isTrue();
        wf.actor("li").submits("write");
        wf.expect().is(InstanceState.COMPLETED);
        wf.expect("other");
        update("admin", withCheck(), false);
        Reading.Readable on = engine.shell.reading.instance(engine.caller("admin"), wf.currentInstance());
        HistoryEntry last = engine.shell.history.read(engine.caller("admin"), on.image(), on.definition(), on.directory(), on.sight()).entries.get(1);
        assertThat(last.operation).isEqualTo("updateInstanceXml");
        assertThat(last.opinion).startsWith("SHA-256 ");
    }

    @Test
    void workKeepsItsPlaceOrTheModelIsRefused() {
        refused(ErrorCode.TARGET_INVALID, "admin", process("letter").start("s").user("draft", "li").end("e").path("s", "draft", "e"));
        refused(ErrorCode.TARGET_INVALID, "admin", process("memo").start("s").user("write", "li").end("e").path("s", "write", "e"));
        refused(ErrorCode.INVALID_MODEL, "admin", process("letter").user("write", "li").end("e").path("write", "e", "nowhere"));
        refused(ErrorCode.FORBIDDEN, "zhao", withCheck());
        wf.actor("zhao").terminates();
        refused(ErrorCode.ILLEGAL_STATE, "admin", withCheck());
    }

    @Test
    void theSplitOfAnOpenBranchStays() {
        wf.deployed(process("wide").start("s").parallel("p").user("a", "li").user("b", "wang").end("e").path("s", "p", "a", "e").path("p", "b", "e").xml());
        wf.started("W", "wide", "zhao");
        Sketch narrow = process("wide").start("s").parallel("q").user("a", "li").user("b", "wang").end("e").path("s", "q", "a", "e").path("q", "b", "e");
        refused(ErrorCode.TARGET_INVALID, "admin", narrow);
    }

    @Test
    void whatASuspendedInstanceBeginsToWaitForWaitsWithIt() {
        wf.actor("admin").suspends();
        update("admin", withCheck().boundary("late", "write", timer("PT2H")).path("late", "check"), false);
        engine.pass(Duration.ofDays(1));
        wf.expect().at("write").is(InstanceState.SUSPENDED);
        wf.actor("admin").resumes();
        engine.pass(Duration.ofMinutes(119));
        wf.expect().at("write");
        engine.pass(Duration.ofMinutes(1));
        wf.expect().at("check");
    }
}
