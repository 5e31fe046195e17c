package wf.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import wf.call.Outcome;
import wf.command.Command;
import wf.contract.OperationReply;
import wf.contract.SignalReply;
import wf.contract.SignalRequest;
import wf.contract.StartRequest;
import wf.job.Crew;
import wf.job.Settling;
import wf.setting.Settings;

/** Workers that are in trouble lose nothing: no timer, no signal, no answer to a write that is stored. */
class TroubleTest extends StoreTest {

    private static final String WORK = "<userTask id='work' wf:assignee='li'/>" + flow("work", "e") + "<endEvent id='e'/>";
    private String mine;

    @BeforeEach
    void ownNames() {
        mine = "t" + UUID.randomUUID().toString().substring(0, 8);
        engine.amongOthers();
    }

    private static String flow(String from, String to) {
        return "<sequenceFlow id='" + from + "_" + to + "' sourceRef='" + from + "' targetRef='" + to + "'/>";
    }

    private void deploy(String elements, String body) {
        engine.deploy(("<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL' xmlns:wf='urn:wf:bpmn:1.0' targetNamespace='t'>"
                + elements + "<process id='~' isExecutable='true'>" + body + "</process></definitions>").replace("~", mine));
    }

    private long instances() throws Exception {
        return rows("wf_instance where def_key = '" + mine + "'");
    }

    // ---- timers ----

    @Test
    void eachTimerOfAStartGoesByItsOwnTimes() throws Exception {
        deploy("", "<startEvent id='s'><timerEventDefinition><timeCycle>R2/PT1H</timeCycle></timerEventDefinition>"
                + "<timerEventDefinition><timeCycle>R3/PT24H</timeCycle></timerEventDefinition></startEvent>" + flow("s", "work") + WORK);
        engine.pass(Duration.ofHours(23));
        assertThat(instances()).isEqualTo(2);
        engine.pass(Duration.ofHours(3));
        assertThat(instances()).isEqualTo(3);
        engine.pass(Duration.ofHours(48));
        assertThat(instances()).isEqualTo(5);
    }

    @Test
    void aBeginningThatIsRefusedKeepsTheNextOneFromNothing() throws Exception {
        deploy("", "<startEvent id='s'><timerEventDefinition><timeCycle>R3/PT1H</timeCycle></timerEventDefinition></startEvent>" + flow("s", "work") + WORK);
        change("update wf_event_start set start_node = 'gone' where name = '' and start_node = 's'");
        engine.pass(Duration.ofMinutes(90));
        assertThat(rows("wf_job where kind = 'START' and state = 'DEAD'")).as("left to a person").isEqualTo(1);
        change("update wf_event_start set start_node = 's' where start_node = 'gone'");
        engine.pass(Duration.ofHours(2));
        assertThat(instances()).isEqualTo(2);
        change("delete from wf_job");
    }

    @Test
    void aTimerIsNeverGivenUp() throws Exception {
        deploy("", "<startEvent id='s'/>" + flow("s", "wait") + "<intermediateCatchEvent id='wait'><timerEventDefinition>"
                + "<timeDuration>PT1H</timeDuration></timerEventDefinition></intermediateCatchEvent>" + flow("wait", "work") + WORK);
        long instance = engine.start("zhao", mine, Map.of()).instanceId();
        change("update wf_job set body = concat('x', body) where kind = 'TIMER'");
        engine.pass(Duration.ofHours(6));
        assertThat(rows("wf_job where kind = 'TIMER' and state = 'READY' and attempts > 6")).isEqualTo(1);
        change("update wf_job set body = substring(body, 2) where kind = 'TIMER'");
        engine.pass(Duration.ofMinutes(30));
        assertThat(engine.openItems(instance)).hasSize(1);
    }

    // ---- signals ----

    @Test
    void aSignalReachesThousandsByAndBy() throws Exception {
        deploy("<signal id='g' name='~g'/>", "<startEvent id='s'/>" + flow("s", "hear")
                + "<intermediateCatchEvent id='hear'><signalEventDefinition signalRef='g'/></intermediateCatchEvent>" + flow("hear", "work") + WORK);
        long first = engine.start("zhao", mine, Map.of()).instanceId();
        try (StoreEngine other = secondNode().amongOthers()) {
            long last = other.start("zhao", mine, Map.of()).instanceId();
            crowd(first, last, 1_200);
            SignalRequest request = new SignalRequest();
            request.name = mine + "g";
            SignalReply reply = engine.shell.transactions.required(() -> engine.shell.sending.signal(engine.caller("admin"), request));
            assertThat(reply.receivers).isEqualTo(1_202);
            assertThat(rows("wf_job where kind = 'TRIGGER'")).isEqualTo(1_000);
            assertThat(rows("wf_job where kind = 'SIGNAL'")).isEqualTo(1);
            while (engine.shell.shifts.work() > 0) {
                // There may be more.
            }
            assertThat(engine.openItems(first)).hasSize(1);
            assertThat(other.openItems(last)).hasSize(1);
            assertThat(rows("wf_job")).isZero();
        }
    }

    /** Rows of instances that are gone, between the two: each is told, and found to wait no more. */
    private void crowd(long first, long last, int size) throws Exception {
        long from = engine.stored(first).subscriptions().iterator().next().id() + 1_000;
        assertThat(engine.stored(last).subscriptions().iterator().next().id()).isGreaterThan(from + size);
        change("insert into wf_subscription (tenant, id, instance_id, node_id, kind, name, corr_key) select tenant, " + from
                + " + x, -1, node_id, kind, name, corr_key from wf_subscription, system_range(1, " + size + ") where instance_id = " + first);
    }

    // ---- after the commit ----

    private OperationReply started(StoreEngine node, Settling settling) {
        StartRequest request = new StartRequest();
        request.definitionKey = mine;
        return settling.perform(node.caller("zhao"), Command.create("start", request));
    }

    private static Crew nobody() {
        return new Crew(work -> {
            throw new RejectedExecutionException("the server ends");
        });
    }

    @Test
    void aWriteIsDoneAlthoughNoThreadIsLeftForWhatFollows() {
        try (StoreEngine node = nodeThatCalls((definition, job) -> new Outcome.Done(Map.of()))) {
            deploy("", "<startEvent id='s'/>" + flow("s", "call") + "<serviceTask id='call'><extensionElements>"
                    + "<wf:rest endpoint='crm' url='/x'/></extensionElements></serviceTask>" + flow("call", "work") + WORK);
            Standalone shell = node.shell;
            OperationReply reply = started(node, new Settling(shell.bus, shell.attempts, shell.transactions, shell.worker, nobody(), node.clock, new Settings()));
            assertThat(reply.settled).isFalse();
            node.amongOthers().pass(Duration.ofSeconds(1));
            assertThat(node.openItems(reply.instanceId)).hasSize(1);
        }
    }

    @Test
    void aWriteIsDoneAlthoughNothingThatFollowsWorks() {
        deploy("", "<startEvent id='s'/>" + flow("s", "script")
                + "<scriptTask id='script' wf:async='true'><script>times = 1;</script></scriptTask>" + flow("script", "work") + WORK);
        Standalone shell = engine.shell;
        OperationReply reply = started(engine, new Settling(shell.bus, shell.attempts, shell.transactions, null, nobody(), engine.clock, new Settings()));
        assertThat(reply.settled).isFalse();
        engine.pass(Duration.ofMinutes(1));
        engine.pass(Duration.ofMinutes(1));
        assertThat(engine.openItems(reply.instanceId)).hasSize(1);
    }
}
