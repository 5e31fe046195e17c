package wf.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import wf.contract.ErrorCode;
import wf.contract.InstanceState;
import wf.rule.Evaluation;
import wf.value.Value;

/** Beans that are told what happens: at the process, at nodes, on flows, and to the work of people. */
class ListenerTest {

    private final CoreEngine engine = new CoreEngine();
    private final World world = new World(engine);
    private final List<String> told = new ArrayList<>();
    private String failsAt = "";

    private void deployed(String process, String extensionsOfTask, String attributes) {
        engine.bean("ear", (bean, call) -> {
            String what = (call.nodeId() == null ? call.definitionKey() : call.nodeId()) + " " + call.event();
            told.add(what);
            return Optional.of(what.equals(failsAt) ? Evaluation.failed("deaf") : Evaluation.of(Map.of()));
        });
        world.deployed("<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL' xmlns:c='http://camunda.org/schema/1.0/bpmn' targetNamespace='t'>"
                + "<process id='p' isExecutable='true'><extensionElements>" + process + "</extensionElements><startEvent id='s'/>"
                + "<userTask id='work'" + attributes + "><extensionElements>" + extensionsOfTask + "</extensionElements></userTask>"
                + "<exclusiveGateway id='g'><extensionElements>" + on("executionListener", "start", "end") + "</extensionElements></exclusiveGateway><endEvent id='e'/>"
                + "<sequenceFlow id='f1' sourceRef='s' targetRef='work'/><sequenceFlow id='f2' sourceRef='work' targetRef='g'/>"
                + "<sequenceFlow id='f3' sourceRef='g' targetRef='e'><extensionElements>" + on("executionListener", "take") + "</extensionElements></sequenceFlow></process></definitions>");
    }

    private static String on(String kind, String... events) {
        StringBuilder all = new StringBuilder();
        for (String event : events) {
            all.append("<c:").append(kind).append(" event='").append(event).append("' delegateExpression='${ear}'/>");
        }
        return all.toString();
    }

    private static String everything() {
        return on("executionListener", "start", "end") + on("taskListener", "create", "assignment", "complete", "delete");
    }

    @Test
    void allIsToldInItsOrder() {
        deployed(on("executionListener", "start", "end"), everything(), " c:assignee='li'");
        world.started("a", "p", "zhao");
        assertThat(told).containsExactly("p start", "work start", "work create", "work assignment");
        told.clear();
        world.actor("li").submits("work");
        assertThat(told).containsExactly("work complete", "work end", "g start", "g end", "g take", "p end");
    }

    @Test
    void whoeverClaimsIsAssignedAndWhatIsGivenUpIsDeleted() {
        deployed("", everything(), " c:candidateGroups='finance'");
        world.started("a", "p", "zhao");
        assertThat(told).containsExactly("work start", "work create");
        told.clear();
        world.actor("wang").claims("work");
        world.actor("zhao").terminates();
        assertThat(told).containsExactly("work assignment", "work delete");
    }

    @Test
    void aListenerCanRefuseTheSubmitAndTheWorkStays() {
        deployed("", everything(), " c:assignee='li'");
        world.started("a", "p", "zhao");
        failsAt = "work complete";
        world.actor("li").isRefused(ErrorCode.RULE_ERROR).submits("work");
        world.expect().at("work").todoOf("li");
        failsAt = "";
        world.actor("li").submits("work");
        world.expect().is(InstanceState.COMPLETED);
    }

    @Test
    void whatFailsOnTheWayIsAnIncidentThatCanBeRetriedOrPassed() {
        for (String place : List.of("work start", "work end", "g start", "g end", "g take")) {
            failsAt = "";
            deployed("", everything(), " c:assignee='li'");
            failsAt = place;
            world.started(place, "p", "zhao");
            if (!place.equals("work start")) {
                world.actor("li").submits("work");
            }
            String code = "RULE_ERROR@" + place.split(" ")[0];
            world.expect().incidents(code);
            world.actor("admin").skips(code);
            world.expect().is(InstanceState.COMPLETED).incidents();
        }
    }

    @Test
    void whatAListenerAnswersBecomesVariables() {
        deployed("", on("taskListener", "create"), " c:assignee='${who}'");
        engine.bean("ear", (bean, call) -> Optional.of(Evaluation.of(Map.of("seen", Optional.of(Value.of(call.event()))))));
        world.started("a", "p", "zhao", "who", "li");
        world.expect().has("seen", "create");
    }

    @Test
    void aProcessThatMayNotBeginDoesNot() {
        deployed(on("executionListener", "start"), "", " c:assignee='li'");
        failsAt = "p start";
        assertThat(world.refusedStart("p", "zhao")).isEqualTo(ErrorCode.RULE_ERROR);
    }
}
