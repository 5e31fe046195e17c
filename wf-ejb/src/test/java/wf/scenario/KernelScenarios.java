package wf.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import wf.contract.ErrorCode;
import wf.contract.InstanceState;
import wf.contract.SubmitRequest;

/**
 * What processes do without the hands of people: timers, messages, signals, other instances, jobs after the commit. The
 * same scenarios run on the core, which has all of it in memory, and on the store, where all of it is rows.
 */
public abstract class KernelScenarios {

    protected Engine engine;
    protected World wf;
    private static int number;
    /** Keys and names are the scenario's own, since the scenarios of one store share a database. */
    private String mine;

    protected abstract Engine engine();

    @BeforeEach
    void aNewWorld() {
        engine = engine();
        wf = new World(engine);
        mine = "k" + ++number;
    }

    /** A file with these elements; {@code ~} stands for the scenario's own prefix. */
    private String file(String elements) {
        return ("<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL' xmlns:wf='urn:wf:bpmn:1.0'"
                + " targetNamespace='t'>" + elements + "</definitions>").replace("~", mine);
    }

    private static String flow(String from, String to) {
        return "<sequenceFlow id='" + from + "_" + to + "' sourceRef='" + from + "' targetRef='" + to + "'/>";
    }

    private static String task(String id) {
        return "<userTask id='" + id + "' wf:assignee='li'/>";
    }

    private void deployed(String elements) {
        engine.deploy(file(elements));
    }

    private long started(Object... variables) {
        wf.started("it", mine, "zhao", variables);
        return wf.currentInstance();
    }

    // ---- timers ----

    @Test
    void aTimerLetsTheTokenGoOnWhenItsTimeHasCome() {
        deployed("<process id='~' isExecutable='true'><startEvent id='s'/>" + flow("s", "wait")
                + "<intermediateCatchEvent id='wait'><timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition></intermediateCatchEvent>"
                + flow("wait", "work") + task("work") + flow("work", "e") + "<endEvent id='e'/></process>");
        started();
        engine.pass(Duration.ofMinutes(59));
        wf.expect().at().is(InstanceState.RUNNING);
        engine.pass(Duration.ofMinutes(2));
        wf.expect().at("work");
    }

    @Test
    void aReminderRepeatsAsLongAsTheWorkIsOpen() {
        deployed("<process id='~' isExecutable='true'><startEvent id='s'/>" + flow("s", "work") + task("work")
                + "<boundaryEvent id='each' attachedToRef='work' cancelActivity='false'><timerEventDefinition><timeCycle>R3/PT1H</timeCycle></timerEventDefinition></boundaryEvent>"
                + flow("each", "count") + "<scriptTask id='count'><script>times = times + 1;</script></scriptTask>" + flow("count", "e")
                + flow("work", "e") + "<endEvent id='e'/></process>");
        started("times", 0);
        engine.pass(Duration.ofMinutes(130));
        wf.expect().at("work").has("times", 2L);
        wf.actor("li").submits("work");
        engine.pass(Duration.ofHours(5));
        wf.expect().is(InstanceState.COMPLETED).has("times", 2L);
    }

    @Test
    void workThatIsLateIsTakenAway() {
        deployed("<process id='~' isExecutable='true'><startEvent id='s'/>" + flow("s", "work") + task("work")
                + "<boundaryEvent id='late' attachedToRef='work'><timerEventDefinition><timeDuration>P1D</timeDuration></timerEventDefinition></boundaryEvent>"
                + flow("late", "other") + task("other") + flow("work", "e") + flow("other", "e") + "<endEvent id='e'/></process>");
        started();
        wf.expect().at("work");
        engine.pass(Duration.ofDays(2));
        wf.expect().at("other");
    }

    @Test
    void aTerminatedInstanceIsWokenByNothing() {
        deployed("<process id='~' isExecutable='true'><startEvent id='s'/>" + flow("s", "work") + task("work")
                + "<boundaryEvent id='late' attachedToRef='work'><timerEventDefinition><timeDuration>P1D</timeDuration></timerEventDefinition></boundaryEvent>"
                + flow("late", "other") + task("other") + flow("work", "e") + flow("other", "e") + "<endEvent id='e'/></process>");
        started();
        wf.actor("zhao").terminates();
        engine.pass(Duration.ofDays(2));
        wf.expect().at().is(InstanceState.TERMINATED);
    }

    // ---- jobs ----

    @Test
    void aNodeThatRunsInATransactionOfItsOwnIsDoneWhenTheStarterLooks() {
        deployed("<process id='~' isExecutable='true'><startEvent id='s'/>" + flow("s", "script")
                + "<scriptTask id='script' wf:async='true'><script>done = true;</script></scriptTask>"
                + flow("script", "work") + task("work") + flow("work", "e") + "<endEvent id='e'/></process>");
        started();
        wf.expect().at("work").has("done", true);
    }

    // ---- messages ----

    private static final String RECEIVE = "<message id='m' name='~paid'/><process id='~' isExecutable='true'><startEvent id='s'/>"
            + flow("s", "wait") + "<intermediateCatchEvent id='wait'><messageEventDefinition messageRef='m' wf:correlationKey='${order}'/></intermediateCatchEvent>"
            + flow("wait", "work") + task("work") + flow("work", "e") + "<endEvent id='e'/></process>";

    @Test
    void aMessageReachesTheInstanceThatWaitsWithItsKey() {
        deployed(RECEIVE);
        long one = started("order", "A-1");
        long two = started("order", "A-2");
        assertThat(engine.message(mine + "paid", "A-2", Map.of("amount", 7))).isNull();
        assertThat(engine.openItems(one)).isEmpty();
        assertThat(engine.openItems(two)).hasSize(1);
        assertThat(engine.variable(two, "amount")).isEqualTo(7L);
    }

    @Test
    void aMessageThatCameTooEarlyIsKept() {
        deployed(RECEIVE);
        assertThat(engine.message(mine + "paid", "B-1", Map.of("amount", 7))).isNull();
        engine.pass(Duration.ofHours(3));
        started("order", "B-1");
        wf.expect().at("work").has("amount", 7L);
        started("order", "B-1");
        wf.expect().at();
    }

    @Test
    void whereSeveralWaitForAMessageNobodyGetsIt() {
        deployed(RECEIVE);
        long one = started("order", "C-1");
        long two = started("order", "C-1");
        assertThat(engine.message(mine + "paid", "C-1", Map.of())).isEqualTo(ErrorCode.TARGET_INVALID);
        assertThat(engine.openItems(one)).isEmpty();
        assertThat(engine.openItems(two)).isEmpty();
    }

    @Test
    void whatOneProcessSendsAnotherReceives() {
        deployed(RECEIVE);
        long waits = started("order", "D-1");
        engine.deploy(file("<message id='m' name='~paid'/><process id='~b' isExecutable='true'><startEvent id='s'/>" + flow("s", "send")
                + "<sendTask id='send' messageRef='m' wf:correlationKey='${order}'/>" + flow("send", "e") + "<endEvent id='e'/></process>"));
        engine.start("zhao", mine + "b", Map.of("order", "D-1", "amount", 3));
        assertThat(engine.openItems(waits)).hasSize(1);
    }

    @Test
    void aMessageBeginsAnInstance() {
        deployed("<message id='m' name='~order'/><process id='~' isExecutable='true'><startEvent id='s'><messageEventDefinition messageRef='m'/></startEvent>"
                + flow("s", "pay") + "<callActivity id='pay' calledElement='~pay'/>" + flow("pay", "e") + "<endEvent id='e'/></process>"
                + "<process id='~pay' isExecutable='true'><startEvent id='ps'/>" + flow("ps", "pe") + "<endEvent id='pe'/></process>");
        assertThat(engine.message(mine + "order", "any", Map.of("amount", 3))).isNull();
        assertThat(engine.start("zhao", mine, Map.of()).refused()).isEqualTo(ErrorCode.ILLEGAL_STATE);
    }

    // ---- signals ----

    @Test
    void aSignalReachesEverybodyWhoWaits() {
        deployed("<signal id='g' name='~go'/><process id='~' isExecutable='true'><startEvent id='s'/>" + flow("s", "wait")
                + "<intermediateCatchEvent id='wait'><signalEventDefinition signalRef='g'/></intermediateCatchEvent>"
                + flow("wait", "work") + task("work") + flow("work", "e") + "<endEvent id='e'/></process>");
        List<Long> waiting = List.of(started(), started(), started());
        engine.signal(mine + "go", Map.of("why", "fire"));
        assertThat(waiting).allSatisfy(i -> {
            assertThat(engine.openItems(i)).hasSize(1);
            assertThat(engine.variable(i, "why")).isEqualTo("fire");
        });
        long late = started();
        assertThat(engine.openItems(late)).isEmpty();
    }

    @Test
    void aThrownSignalReachesOtherInstances() {
        deployed("<signal id='g' name='~go'/><process id='~' isExecutable='true'><startEvent id='s'/>" + flow("s", "wait")
                + "<intermediateCatchEvent id='wait'><signalEventDefinition signalRef='g'/></intermediateCatchEvent>"
                + flow("wait", "work") + task("work") + flow("work", "e") + "<endEvent id='e'/></process>");
        long waits = started();
        engine.deploy(file("<signal id='g' name='~go'/><process id='~b' isExecutable='true'><startEvent id='s'/>" + flow("s", "e")
                + "<endEvent id='e'><signalEventDefinition signalRef='g'/></endEvent></process>"));
        engine.start("zhao", mine + "b", Map.of());
        assertThat(engine.openItems(waits)).hasSize(1);
    }

    // ---- other instances ----

    private static final String CALLS = "<process id='~' isExecutable='true'><startEvent id='s'/>" + flow("s", "call")
            + "<callActivity id='call' calledElement='~child'/>%s" + flow("call", "after") + task("after") + flow("after", "e")
            + "<endEvent id='e'/></process>";
    private static final String CHILD = "<process id='~child' isExecutable='true'><startEvent id='s'/>" + flow("s", "inside")
            + task("inside") + flow("inside", "e") + "<endEvent id='e'/></process>";

    @Test
    void aCalledInstanceHasItsWorkAtOnceAndTellsItsEnd() {
        engine.deploy(file(CHILD));
        deployed(CALLS.replace("%s", ""));
        long parent = started("days", 3);
        List<Long> children = engine.children(parent);
        assertThat(children).hasSize(1);
        long child = children.get(0);
        assertThat(engine.openItems(child)).extracting(Engine.Item::node).containsExactly("inside");
        assertThat(engine.variable(child, "days")).isEqualTo(3L);
        submit(child, "days", 5);
        wf.expect().at("after").has("days", 5L);
        assertThat(engine.stateOf(child)).isEqualTo(InstanceState.COMPLETED);
    }

    private void submit(long instance, String variable, Object value) {
        SubmitRequest request = new SubmitRequest();
        request.variables.add(World.property(variable, value));
        assertThat(engine.perform("li", "submit", instance, engine.openItems(instance).get(0).id(), request).refused()).isNull();
    }

    @Test
    void aCalledInstanceEndsWithTheOneThatCalledIt() {
        engine.deploy(file(CHILD));
        deployed(CALLS.replace("%s", ""));
        long child = engine.children(started()).get(0);
        wf.actor("zhao").terminates();
        assertThat(engine.stateOf(child)).isEqualTo(InstanceState.TERMINATED);
        assertThat(engine.openItems(child)).isEmpty();
    }

    @Test
    void anErrorOfACalledInstanceIsCaughtByTheOneThatCalledIt() {
        engine.deploy(file("<error id='x' errorCode='BAD'/><process id='~child' isExecutable='true'><startEvent id='s'/>" + flow("s", "e")
                + "<endEvent id='e'><errorEventDefinition errorRef='x'/></endEvent></process>"));
        deployed("<error id='x' errorCode='BAD'/>" + CALLS.replace("%s",
                "<boundaryEvent id='bad' attachedToRef='call'><errorEventDefinition errorRef='x'/></boundaryEvent>" + flow("bad", "mend") + task("mend") + flow("mend", "e")));
        started();
        wf.expect().at("mend");
    }

    @Test
    void aProcessThatDoesNotExistIsAnIncidentWhereItIsCalled() {
        deployed(CALLS.replace("%s", ""));
        started();
        wf.expect().at().incidents("JOB_FAILED@call");
    }
}
