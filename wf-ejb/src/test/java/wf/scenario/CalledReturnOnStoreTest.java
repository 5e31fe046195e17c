package wf.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import wf.access.Caller;
import wf.command.Command;
import wf.contract.HistoryEntry;
import wf.contract.InstanceState;
import wf.contract.JumpRequest;
import wf.contract.OpenReply;
import wf.contract.OperationRequest;
import wf.contract.ReturnRequest;
import wf.contract.SubmitRequest;
import wf.contract.SuspendInstanceRequest;
import wf.contract.TerminateRequest;
import wf.operation.ComeBackRequest;
import wf.store.TestDatabase;

/** Besides the scenarios: what lies between the moment when work leaves the called instance and the one when the calling instance knows. */
class CalledReturnOnStoreTest extends CalledReturnScenarios {

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

    /** Only what the person does; the calling instance is told when time passes. */
    private static void alone(String person, Command command) {
        engine.shell.attempts.of(Locale.ENGLISH, () -> engine.shell.bus.execute(engine.caller(person), command));
    }

    private static long itemAt(long instance) {
        return engine.openItems(instance).get(0).id();
    }

    private long leftBehind(long parent) {
        long child = engine.children(parent).get(0);
        alone("li", Command.onItem("return", itemAt(child), new ReturnRequest()));
        assertThat(engine.stateOf(child)).isEqualTo(InstanceState.TERMINATED);
        assertThat(engine.openItems(parent)).isEmpty();
        return child;
    }

    @Test
    void theCallingInstanceIsToldByAJobThatIsCarriedOutOnce() {
        long parent = surveyed("told");
        long child = leftBehind(parent);
        engine.pass(Duration.ofMinutes(1));
        assertThat(engine.openItems(parent)).extracting(Engine.Item::node).containsExactly("prepare");
        engine.checkStored(parent);
        engine.checkStored(child);
        assertThat(lastOf(parent).operation).isEqualTo("comeBack");
        assertThat(lastOf(child).operation).isEqualTo("return");
    }

    private static HistoryEntry lastOf(long instance) {
        var on = engine.shell.reading.instance(engine.caller("admin"), instance);
        return engine.shell.history.read(engine.caller("admin"), on.image(), on.definition(), on.directory(), on.sight()).entries.stream()
                .reduce((first, second) -> second).orElseThrow();
    }

    @Test
    void whereTheCallWasMovedAwayMeanwhileTheReturnMovesNothingMore() {
        long parent = surveyed("meanwhile");
        leftBehind(parent);
        JumpRequest jump = new JumpRequest();
        jump.nodeInstanceId = engine.visitAt(parent, "survey");
        jump.nodeId = "file";
        alone("admin", Command.onInstance("moveToken", parent, jump));
        engine.pass(Duration.ofMinutes(1));
        assertThat(engine.openItems(parent)).extracting(Engine.Item::node).containsExactly("file");
        assertThat(engine.incidents(parent)).isEmpty();
    }

    @Test
    void aReturnThatReachesAnInstanceStandingStillHappensWhenItGoesOn() {
        long parent = surveyed("paused");
        leftBehind(parent);
        alone("admin", Command.onInstance("suspendInstance", parent, new SuspendInstanceRequest()));
        engine.pass(Duration.ofMinutes(1));
        assertThat(engine.openItems(parent)).isEmpty();
        engine.perform("admin", "resumeInstance", parent, parent, new OperationRequest());
        engine.pass(Duration.ofMinutes(1));
        assertThat(engine.openItems(parent)).extracting(Engine.Item::node).containsExactly("prepare");
        engine.checkStored(parent);
    }

    @Test
    void whereTheTargetIsGoneMeanwhileTheCallBeginsAnewWithItsData() {
        long parent = surveyed("gone");
        long child = engine.children(parent).get(0);
        SubmitRequest submit = new SubmitRequest();
        submit.variables.add(World.property("note", "seen"));
        engine.perform("li", "submit", child, itemAt(child), submit);
        ComeBackRequest nowhere = new ComeBackRequest();
        nowhere.jobId = engine.stored(child).identity().parent().jobId();
        nowhere.out = "4711";
        TerminateRequest end = new TerminateRequest();
        end.reason = "over";
        alone("admin", Command.onInstance("terminate", child, end));
        engine.shell.attempts.of(Locale.ENGLISH, () -> engine.shell.bus.execute(Caller.engine("default"), Command.onInstance("comeBack", parent, nowhere)));
        engine.pass(Duration.ofMinutes(1));
        assertThat(engine.incidents(parent)).isEmpty();
        long anew = engine.children(parent).get(1);
        assertThat(engine.openItems(anew)).extracting(Engine.Item::node).containsExactly("ask");
        assertThat(engine.variable(anew, "note")).isEqualTo("seen");
        engine.checkStored(parent);
    }

    @Test
    void whoeverOpensTheWorkSeesThatItCanBeReturnedAndWhere() {
        long parent = surveyed("shown");
        long child = engine.children(parent).get(0);
        OpenReply open = engine.shell.attempts.of(Locale.ENGLISH, () -> engine.shell.items.open(engine.caller("li"), itemAt(child)));
        assertThat(open.operations).filteredOn(o -> o.name.equals("return") || o.name.equals("returnTo")).hasSize(2).allMatch(o -> o.allowed);
        assertThat(engine.shell.items.returnTargets(engine.caller("li"), itemAt(child)).targets)
                .extracting(t -> t.instanceId + " " + t.nodeName + " " + t.handler.id).containsExactly(parent + " prepare sun", parent + " draft zhao");
    }

    @Test
    void whoSentTheWorkOutAndWhyStandsInTheHistoryOfBoth() {
        long parent = surveyed("reason");
        long child = engine.children(parent).get(0);
        ReturnRequest request = new ReturnRequest();
        request.opinion = "the sums do not agree";
        engine.perform("li", "return", child, itemAt(child), request);
        assertThat(engine.shell.journal.read("default", parent)).last().satisfies(row -> {
            assertThat(List.of(row.operation, row.onBehalfOf, row.opinion)).isEqualTo(List.of("comeBack", "li", "the sums do not agree"));
        });
        assertThat(engine.shell.journal.verify("default", parent).intact).isTrue();
    }
}
