package wf.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static wf.scenario.Sketch.message;
import static wf.scenario.Sketch.process;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import wf.call.Outcome;
import wf.command.Command;
import wf.contract.AttachRequest;
import wf.contract.ErrorCode;
import wf.contract.InstanceState;
import wf.contract.JobInfo;
import wf.contract.JobState;
import wf.contract.OpenReply;
import wf.contract.OperationInfo;
import wf.contract.OperationReply;
import wf.contract.OperationRequest;
import wf.contract.SuspendInstanceRequest;
import wf.contract.WorkItemState;
import wf.query.InstanceFilter;
import wf.query.Jobs;
import wf.refusal.Refused;
import wf.store.MutableClock;
import wf.store.TestDatabase;
import wf.value.Value;

/** What becomes of rows and calls while an instance stands still, which only the store can show. */
class StandstillTest {

    private final List<Runnable> whileCalled = new ArrayList<>();
    private final MutableClock clock = new MutableClock();
    private int calls;
    private StoreEngine engine;
    private World wf;

    @BeforeEach
    void open() throws Exception {
        DataSource source = TestDatabase.H2.migrated();
        engine = new StoreEngine(source, "default", clock, (definition, job) -> {
            calls++;
            whileCalled.forEach(Runnable::run);
            return new Outcome.Done(Map.of("answer", Optional.of(Value.of(calls))));
        });
        wf = new World(engine);
    }

    @AfterEach
    void close() {
        engine.close();
    }

    private List<String> jobs(JobState state) {
        return engine.shell.jobPages.page(engine.caller("admin"), Jobs.Which.of(state), null, 50).jobs.stream().map((JobInfo j) -> j.kind).toList();
    }

    private long onlyInstance() {
        return engine.shell.found.page(engine.caller("admin"), new InstanceFilter(null, null, null, null, null), null, 1).instances.get(0).id;
    }

    private OperationReply perform(String operation, OperationRequest request) {
        return engine.execute("admin", Command.onInstance(operation, wf.currentInstance(), request));
    }

    @Test
    void timersAreParkedAndDueAgainWhenTheInstanceGoesOn() {
        wf.deployed(process("parked").start("s").user("work", "li").boundary("late", "work", Sketch.timer("PT1H")).end("e")
                .path("s", "work", "e").path("late", "e").xml());
        wf.started("P", "parked", "zhao");
        wf.actor("admin").suspends();
        assertThat(jobs(JobState.PARKED)).containsExactly("TIMER");
        assertThat(jobs(JobState.READY)).isEmpty();
        wf.actor("admin").resumes();
        assertThat(jobs(JobState.READY)).containsExactly("TIMER");
        wf.actor("li").laysAside("work");
        assertThat(jobs(JobState.PARKED)).containsExactly("TIMER");
        wf.actor("admin").terminates();
        assertThat(jobs(JobState.PARKED)).isEmpty();
    }

    @Test
    void aCallIsMadeOnceAndItsAnswerKeptWhenTheInstanceIsSuspendedMeanwhile() {
        wf.deployed(process("rest").start("s").node("serviceTask", "call").holds("<wf:rest endpoint='crm' url='/x'/>").user("file", "li").end("e")
                .path("s", "call", "file", "e").xml());
        whileCalled.add(() -> engine.execute("admin", Command.onInstance("suspendInstance", onlyInstance(), new SuspendInstanceRequest())));
        long instance = engine.start("zhao", "rest", Map.of()).instanceId();
        wf.at("C", instance);
        wf.expect().at().is(InstanceState.SUSPENDED);
        whileCalled.clear();
        engine.pass(Duration.ofHours(1));
        wf.actor("admin").resumes();
        engine.pass(Duration.ofHours(1));
        wf.expect().at("file");
        assertThat(calls).isEqualTo(1);
        assertThat(jobs(JobState.READY)).isEmpty();
        assertThat(jobs(JobState.PARKED)).isEmpty();
    }

    @Test
    void aMessageForASuspendedInstanceLooksForNobodyElseMeanwhile() {
        wf.deployed(process("calm").start("s").catching("wait", message("calm")).user("file", "li").end("e").path("s", "wait", "file", "e").xml());
        wf.started("M", "calm", "zhao");
        wf.actor("admin").suspends();
        engine.message("calm", null, Map.of());
        assertThat(jobs(JobState.READY)).isEmpty();
        wf.actor("admin").resumes();
        wf.expect().at("file");
        assertThat(jobs(JobState.READY)).isEmpty();
    }

    @Test
    void anItemThatWasOpenedIsAnOpenedOneAgain() {
        wf.deployed(process("seen").start("s").user("work", "li").end("e").path("s", "work", "e").xml());
        wf.started("S", "seen", "zhao");
        long item = engine.openItems(wf.currentInstance()).get(0).id();
        engine.shell.attempts.of(Locale.ENGLISH, () -> engine.shell.items.open(engine.caller("li"), item));
        perform("suspendInstance", new SuspendInstanceRequest());
        assertThat(engine.openItems(wf.currentInstance()).get(0).state()).isEqualTo(WorkItemState.SUSPENDED);
        perform("resumeInstance", new OperationRequest());
        assertThat(engine.openItems(wf.currentInstance()).get(0).state()).isEqualTo(WorkItemState.OPENED);
    }

    @Test
    void thePreviewAndTheReplyNameTheItemsThatStandStillAndTheirHolders() {
        wf.deployed(process("told").start("s").user("work", "li").end("e").path("s", "work", "e").xml());
        wf.started("T", "told", "zhao");
        SuspendInstanceRequest request = new SuspendInstanceRequest();
        request.preview = true;
        OperationReply preview = perform("suspendInstance", request);
        wf.expect().is(InstanceState.RUNNING);
        OperationReply reply = perform("suspendInstance", new SuspendInstanceRequest());
        for (OperationReply one : List.of(preview, reply)) {
            assertThat(one.state).isEqualTo(InstanceState.SUSPENDED);
            assertThat(one.itemsChanged).extracting(i -> i.state).containsExactly(WorkItemState.SUSPENDED);
            assertThat(one.told).extracting(p -> p.id).containsExactly("li");
        }
    }

    @Test
    void nothingIsAttachedWhileTheInstanceStandsStill() {
        wf.deployed(process("paper").start("s").user("work", "li").end("e").path("s", "work", "e").xml());
        wf.started("P", "paper", "zhao");
        wf.actor("admin").suspends();
        AttachRequest request = new AttachRequest();
        request.name = "a.txt";
        request.content = new byte[] {1};
        assertThatThrownBy(() -> engine.shell.attempts.of(Locale.ENGLISH, () -> engine.shell.attachments.attach(engine.caller("zhao"), wf.currentInstance(), request)))
                .isInstanceOfSatisfying(Refused.class, e -> assertThat(e.problem().code).isEqualTo(ErrorCode.ILLEGAL_STATE));
    }

    @Test
    void buttonsOfASuspendedInstanceSayWhatIsAllowed() {
        wf.deployed(process("buttons").start("s").user("work", "li").end("e").path("s", "work", "e").xml());
        wf.started("B", "buttons", "zhao");
        wf.actor("admin").suspends();
        long item = engine.openItems(wf.currentInstance()).get(0).id();
        OpenReply open = engine.shell.attempts.of(Locale.ENGLISH, () -> engine.shell.items.open(engine.caller("li"), item));
        assertThat(open.operations).filteredOn(o -> o.name.equals("submit")).allMatch(o -> !o.allowed);
        assertThat(open.operations).filteredOn(o -> o.name.equals("save")).allMatch((OperationInfo o) -> o.allowed);
    }
}
