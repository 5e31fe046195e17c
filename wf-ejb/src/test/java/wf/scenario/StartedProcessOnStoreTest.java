package wf.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Locale;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import wf.command.Command;
import wf.command.Reading.Readable;
import wf.contract.DefinitionInfo;
import wf.contract.DefinitionRequest;
import wf.contract.HistoryEntry;
import wf.contract.InstanceInfo;
import wf.contract.OperationReply;
import wf.contract.OperationRequest;
import wf.contract.StartSubProcessRequest;
import wf.contract.SubmitRequest;
import wf.contract.WorkItemState;
import wf.store.TestDatabase;

class StartedProcessOnStoreTest extends StartedProcessScenarios {

    private static StoreEngine engine;

    @BeforeAll
    static void open() throws Exception {
        DataSource source = TestDatabase.H2.migrated();
        engine = new StoreEngine(source, "default");
    }

    @AfterAll
    static void close() {
        engine.close();
    }

    @Override
    protected Engine engine() {
        return engine;
    }

    @Test
    void theInstanceIsListedWithTheOneItCameFromAndBelongsToWhoeverStartedIt() {
        long parent = checking("listed");
        startedFrom(parent, "listed");
        InstanceInfo info = engine.shell.reading.open(engine.caller("li"), parent).instance;
        assertThat(info.children).hasSize(1);
        InstanceInfo child = engine.shell.reading.open(engine.caller("li"), info.children.get(0)).instance;
        assertThat(child.starter.id).isEqualTo("li");
        assertThat(child.parentId).isEqualTo(parent);
    }

    @Test
    void theHistoryTellsHowItEnded() {
        long parent = checking("told");
        startedFrom(parent, "told");
        OperationRequest request = new SubmitRequest();
        long child = engine.children(parent).get(0);
        engine.perform("wang", "submit", child, engine.openItems(child).get(0).id(), request);
        Readable on = engine.shell.reading.instance(engine.caller("li"), parent);
        HistoryEntry last = engine.shell.history.read(engine.caller("li"), on.image(), on.definition(), on.directory(), on.sight()).entries
                .stream().reduce((first, second) -> second).orElseThrow();
        assertThat(last.operation).isEqualTo("answer");
        assertThat(last.changes).extracting(c -> c.name + " " + c.after).containsExactlyInAnyOrder("subProcessResult COMPLETED",
                "subProcessResult_" + engine.openItems(parent).get(0).id() + " COMPLETED", "subProcessResult COMPLETED");
    }

    @Test
    void theReplyNamesTheNewInstanceAndTheItemThatWaits() {
        long parent = checking("named");
        StartSubProcessRequest request = new StartSubProcessRequest();
        request.definitionKey = "namedSurvey";
        request.wait = true;
        long item = engine.openItems(parent).get(0).id();
        OperationReply reply = engine.execute("li", Command.onItem("startSubProcess", item, request));
        assertThat(reply.started).hasSize(1).first().satisfies(s -> {
            assertThat(s.definitionKey).isEqualTo("namedSurvey");
            assertThat(s.instanceId).isEqualTo(engine.children(parent).get(0));
            assertThat(s.workItemId).isEqualTo(item);
            assertThat(s.waits).isTrue();
        });
        assertThat(reply.itemsChanged).extracting(i -> i.id + " " + i.state).containsExactly(item + " WAITING");
    }

    @Test
    void aPreviewSaysThatTheNewInstanceIsPending() {
        long parent = checking("asked");
        StartSubProcessRequest request = new StartSubProcessRequest();
        request.definitionKey = "askedSurvey";
        request.preview = true;
        OperationReply reply = engine.execute("li", Command.onItem("startSubProcess", engine.openItems(parent).get(0).id(), request));
        assertThat(reply.started).hasSize(1).first().satisfies(s -> assertThat(s.instanceId).isNull());
        assertThat(engine.children(parent)).isEmpty();
    }

    @Test
    void ofTwoWhoWaitEachIsToldHowHisOwnEnded() {
        long parent = checking("each");
        World wf = new World(engine);
        wf.at("parent", parent);
        wf.actor("zhao").supplements("check", "qian");
        wf.actor("li").startsSubProcess("check", "eachSurvey", true);
        wf.actor("qian").startsSubProcess("check", "eachSurvey", true);
        wf.at("first", engine.children(parent).get(0));
        wf.actor("wang").submits("ask");
        wf.at("second", engine.children(parent).get(1));
        wf.actor("admin").terminates();
        assertThat(engine.shell.reading.open(engine.caller("admin"), parent).openItems).extracting(i -> i.owner.id + " " + i.subProcessResult)
                .containsExactlyInAnyOrder("li COMPLETED", "qian TERMINATED");
    }

    /** The version that was there when it was asked for is gone when it is to begin. */
    @Test
    void aProcessThatCannotBeginHandsTheWorkBackWithTheReason() {
        long parent = checking("late");
        StartSubProcessRequest request = new StartSubProcessRequest();
        request.definitionKey = "lateSurvey";
        request.wait = true;
        long item = engine.openItems(parent).get(0).id();
        engine.shell.attempts.of(Locale.ENGLISH, () -> engine.shell.bus.execute(engine.caller("li"), Command.onItem("startSubProcess", item, request)));
        assertThat(engine.openItems(parent).get(0).state()).isEqualTo(WorkItemState.WAITING);
        DefinitionInfo called = engine.shell.definitionReading.newest(engine.caller("admin"), "lateSurvey", true);
        engine.shell.attempts.of(Locale.ENGLISH, () -> engine.shell.definitions.retire(engine.caller("admin"), called.id, new DefinitionRequest()));
        engine.pass(Duration.ofMinutes(1));
        assertThat(engine.openItems(parent).get(0).state()).isEqualTo(WorkItemState.READY);
        assertThat(engine.variable(parent, "subProcessResult")).isEqualTo("FAILED");
        assertThat(engine.variable(parent, "subProcessNote")).asString().contains("no released version");
        assertThat(engine.incidents(parent)).isEmpty();
    }
}
