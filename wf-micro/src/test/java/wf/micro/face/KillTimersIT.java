package wf.micro.face;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import wf.contract.Count;
import wf.contract.DefinitionReply;
import wf.contract.DeployRequest;
import wf.contract.InstanceInfo;
import wf.contract.InstancePage;
import wf.contract.InstanceState;
import wf.contract.JobPage;
import wf.contract.JobState;
import wf.contract.OpenReply;
import wf.contract.OperationReply;
import wf.contract.StartRequest;
import wf.contract.Verification;
import wf.micro.AnotherServer;
import wf.micro.Eventually;
import wf.micro.RunningProduct;
import wf.scenario.World;

/**
 * A server is killed as by kill -9 while timers, jobs and called instances are under way, and started again after they
 * were due: each timer has fired once, each job was done once, each call was answered.
 */
@ExtendWith(RunningProduct.class)
class KillTimersIT {
    private static final int INSTANCES = 60;

    private final String key = "tick_" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void nothingIsLostAndNothingIsDoubled() throws Exception {
        try (AnotherServer server = AnotherServer.start()) {
            Rest rest = new Rest(server.url());
            deploy(rest);
            IntStream.range(0, INSTANCES).parallel().forEach(i -> start(rest));
            // The first of the timers have fired by now, and the others are about to.
            Eventually.holds("the timers begin to fire", () -> completed(rest) > 0);
            server.kill();
            LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(3));
            server.startAgain();
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(180);
            while (completed(rest) < INSTANCES && System.nanoTime() < end) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(500));
            }
            eachWentItsWayOnce(rest);
        }
    }

    /** A timer, a step in a transaction of its own, an instance of another process: each leaves its mark once. */
    private void deploy(Rest rest) {
        String flow = "<sequenceFlow id='%1$s_%2$s' sourceRef='%1$s' targetRef='%2$s'/>";
        String bpmn = "<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL' xmlns:wf='urn:wf:bpmn:1.0' targetNamespace='t'>"
                + "<process id='" + key + "' isExecutable='true'><startEvent id='s'/>" + flow.formatted("s", "wait")
                + "<intermediateCatchEvent id='wait'><timerEventDefinition><timeDuration>${delay}</timeDuration></timerEventDefinition></intermediateCatchEvent>"
                + flow.formatted("wait", "fired") + "<scriptTask id='fired'><script>fired = fired + 1;</script></scriptTask>" + flow.formatted("fired", "job")
                + "<scriptTask id='job' wf:async='true'><script>done = done + 1;</script></scriptTask>" + flow.formatted("job", "call")
                + "<callActivity id='call' calledElement='" + key + "_c'/>" + flow.formatted("call", "e") + "<endEvent id='e'/></process>"
                + "<process id='" + key + "_c' isExecutable='true'><startEvent id='cs'/>" + flow.formatted("cs", "cw")
                + "<intermediateCatchEvent id='cw'><timerEventDefinition><timeDuration>PT1S</timeDuration></timerEventDefinition></intermediateCatchEvent>"
                + flow.formatted("cw", "ce") + "<endEvent id='ce'/></process></definitions>";
        DeployRequest request = new DeployRequest();
        request.source = bpmn.getBytes(StandardCharsets.UTF_8);
        rest.call("admin", DefinitionReply.class, "deploy", "request", request).definitions
                .forEach(d -> rest.call("admin", DefinitionReply.class, "release", "definitionId", d.id));
    }

    /** One second, two, … ten. */
    private void start(Rest rest) {
        StartRequest request = new StartRequest();
        request.definitionKey = key;
        request.variables.add(World.property("fired", 0));
        request.variables.add(World.property("done", 0));
        request.variables.add(World.property("delay", "PT" + (1 + Math.abs(UUID.randomUUID().hashCode() % 10)) + "S"));
        rest.call("zhao", OperationReply.class, "start", "request", request);
    }

    private long completed(Rest rest) {
        return rest.call("admin", Count.class, "countInstances", "definitionKey", key, "state", InstanceState.COMPLETED).count;
    }

    private void eachWentItsWayOnce(Rest rest) {
        assertThat(completed(rest)).isEqualTo(INSTANCES);
        assertThat(rest.call("admin", Count.class, "countInstances", "definitionKey", key).count).isEqualTo(INSTANCES);
        assertThat(rest.call("admin", Count.class, "countInstances", "definitionKey", key + "_c", "state", InstanceState.COMPLETED).count).isEqualTo(INSTANCES);
        assertThat(rest.call("admin", Count.class, "countInstances", "definitionKey", key + "_c").count).isEqualTo(INSTANCES);
        for (InstanceInfo one : rest.call("admin", InstancePage.class, "findInstances", "definitionKey", key, "limit", 200).instances) {
            OpenReply open = rest.call("admin", OpenReply.class, "openInstance", "instanceId", one.id);
            assertThat(variables(open)).containsEntry("fired", "1").containsEntry("done", "1");
            assertThat(open.instance.children).hasSize(1);
            assertThat(rest.call("admin", InstanceInfo.class, "getInstance", "instanceId", open.instance.children.get(0)).parentId).isEqualTo(one.id);
            assertThat(rest.call("admin", Verification.class, "verifyJournal", "instanceId", one.id).intact).isTrue();
            nothingIsLeftToDo(rest, one.id);
            nothingIsLeftToDo(rest, open.instance.children.get(0));
        }
    }

    private void nothingIsLeftToDo(Rest rest, long instance) {
        List.of(JobState.READY, JobState.DEAD).forEach(state ->
                assertThat(rest.call("admin", JobPage.class, "listJobs", "state", state, "instanceId", instance, "limit", 200).jobs).isEmpty());
    }

    private static Map<String, String> variables(OpenReply open) {
        return open.fields.stream().filter(f -> f.value != null).collect(Collectors.toMap(f -> f.name, f -> f.value));
    }
}
