package wf.scenario.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static wf.scenario.Sketch.process;
import static wf.scenario.Sketch.timer;
import static wf.scenario.Sketch.until;

import java.util.List;
import org.junit.jupiter.api.Test;
import wf.contract.InstanceState;
import wf.instance.ProcessInstance;
import wf.scenario.Sketch;

/** Processes that others call: waited for, left alone, one for each of many; and what goes in and comes out. */
class SubProcessesTest extends Scenarios {

    private static Sketch child() {
        return process("child").start("s").user("check", "wang").end("e").path("s", "check", "e");
    }

    private void childSubmits(ProcessInstance child, String person, Object... variables) {
        wf.at("child" + child.id(), child.id());
        wf.actor(person).submits("check", variables);
    }

    @Test
    @Pattern("3.17")
    void theContractWaitsUntilTheCreditCheckHasEndedAndTakesItsResult() {
        deployed(child());
        running(process("contract").start("s").call("credit", "child").user("sign", "li").end("e").path("s", "credit", "sign", "e"), "customer", "K1");
        wf.expect().at();
        ProcessInstance child = of("child").get(0);
        assertThat(child.variables()).containsKey("customer");
        assertThat(child.identity().parent().instanceId()).isEqualTo(wf.currentInstance());
        childSubmits(child, "wang", "rating", "A");
        wf.expect("it").at("sign").has("rating", "A");
        assertThat(of("child").get(0).state()).isEqualTo(InstanceState.COMPLETED);
    }

    @Test
    @Pattern("3.17")
    void onlyWhatIsMappedGoesInAndComesOut() {
        deployed(process("child").start("s").script("x", "answer = question * 2; secret = 1").end("e").path("s", "x", "e"));
        running(process("parent").start("s").call("c", "child").holds("<wf:in source=\"n\" target=\"question\"/><wf:out source=\"answer\" target=\"result\"/>").end("e").path("s", "c", "e"),
                "n", 21, "other", 1);
        wf.expect().has("result", 42L).has("answer", null).has("secret", null);
        isCompleted();
        assertThat(of("child").get(0).variables()).doesNotContainKey("other");
    }

    @Test
    @Pattern("3.17")
    void aProcessThatIsNotThereIsAnIncidentAtTheCallThatCanBeTriedAgain() {
        running(process("parent").start("s").call("c", "child").end("e").path("s", "c", "e"));
        wf.expect().incidents("JOB_FAILED@c");
        deployed(process("child").start("s").end("e").path("s", "e"));
        wf.actor("admin").retries("JOB_FAILED");
        isCompleted();
    }

    @Test
    @Pattern("3.17")
    void whoTakesTheCallAwayEndsTheCalledProcess() {
        deployed(child());
        running(process("parent").start("s").call("c", "child").boundary("late", "c", timer("PT1H")).user("decide", "li").end("e").path("s", "c", "e").path("late", "decide", "e"));
        pass("PT1H");
        wf.expect().at("decide");
        assertThat(of("child").get(0).state()).isEqualTo(InstanceState.TERMINATED);
    }

    @Test
    @Pattern("3.18")
    void theOrderGoesOnWhileTheAdvertisementIsPrinted() {
        deployed(child());
        running(process("order").start("s").call("print", "child").says("wait", "false").user("ship", "li").end("e").path("s", "print", "ship", "e"));
        wf.expect().at("ship");
        ProcessInstance child = of("child").get(0);
        assertThat(child.identity().parent()).satisfies(p -> assertThat(p.instanceId()).isEqualTo(wf.currentInstance()))
                .satisfies(p -> assertThat(p.jobId()).as("nobody waits").isNull());
        submitted("li", "ship");
        isCompleted();
        assertThat(of("child").get(0).state()).as("it outlives its parent").isEqualTo(InstanceState.RUNNING);
        childSubmits(child, "wang");
        assertThat(of("child").get(0).state()).isEqualTo(InstanceState.COMPLETED);
    }

    @Test
    @Pattern("3.18")
    void aProcessThatNobodyWaitsForGoesOnWhenItsParentIsTerminated() {
        deployed(child());
        running(process("order").start("s").call("print", "child").says("wait", "false").user("ship", "li").end("e").path("s", "print", "ship", "e"));
        wf.actor("zhao").terminates();
        assertThat(of("child").get(0).state()).isEqualTo(InstanceState.RUNNING);
    }

    @Test
    @Pattern("3.19")
    void everyDepartmentGetsAProcessOfItsOwn() {
        deployed(child());
        running(process("budget").start("s").call("plan", "child").each("dept", "depts").user("sum", "li").end("e").path("s", "plan", "sum", "e"), "depts", List.of("rd", "hr", "it"));
        assertThat(of("child")).hasSize(3).extracting(i -> i.variables().get("dept").text()).containsExactly("rd", "hr", "it");
        of("child").forEach(c -> {
            wf.expect("it").at();
            childSubmits(c, "wang");
        });
        wf.expect("it").at("sum");
    }

    @Test
    @Pattern("3.19")
    void whenThreeOfFiveDepartmentsHaveAnsweredTheOthersAreEnded() {
        deployed(child());
        running(process("ask").start("s").call("answer", "child").each("dept", "depts", until("nrOfCompletedInstances / nrOfInstances >= 0.6")).user("sum", "li").end("e").path("s", "answer", "sum", "e"),
                "depts", List.of("a", "b", "c", "d", "e"));
        of("child").stream().limit(3).forEach(c -> {
            wf.expect("it").at();
            childSubmits(c, "wang");
        });
        wf.expect("it").at("sum");
        assertThat(of("child")).extracting(ProcessInstance::state).containsExactlyInAnyOrder(InstanceState.COMPLETED, InstanceState.COMPLETED, InstanceState.COMPLETED,
                InstanceState.TERMINATED, InstanceState.TERMINATED);
    }

    @Test
    @Pattern("3.19")
    void oneMoreDepartmentGetsItsProcessWhileTheOthersRun() {
        deployed(child());
        running(process("budget").start("s").call("plan", "child").each("dept", "depts").user("sum", "li").end("e").path("s", "plan", "sum", "e"), "depts", List.of("rd"));
        engine.addInstance(wf.currentInstance(), "plan", "new");
        of("child").forEach(c -> childSubmits(c, "wang"));
        assertThat(of("child")).hasSize(2);
        wf.expect("it").at("sum");
    }

    @Test
    void dataOfASubProcessEndsWithIt() {
        running(process("local").start("s").sub("inner", i -> i.local("x").start("s1").script("set", "x = 2; y = x").end("e1").path("s1", "set", "e1")).end("e").path("s", "inner", "e"), "x", 1);
        wf.expect().has("x", 1L).has("y", 2L);
        isCompleted();
    }
}
