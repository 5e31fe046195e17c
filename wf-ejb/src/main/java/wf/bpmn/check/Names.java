package wf.bpmn.check;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The element names of BPMN by kind, as its class diagrams group them. */
final class Names {

    static final Set<String> SUB_PROCESSES = Set.of("subProcess", "transaction", "adHocSubProcess");
    static final Set<String> TASKS = Set.of("task", "userTask", "manualTask", "scriptTask", "serviceTask", "sendTask",
            "receiveTask", "businessRuleTask");
    static final Set<String> ACTIVITIES = union(TASKS, SUB_PROCESSES, Set.of("callActivity"));
    static final Set<String> GATEWAYS = Set.of("exclusiveGateway", "inclusiveGateway", "parallelGateway",
            "complexGateway", "eventBasedGateway");
    static final Set<String> CATCH_EVENTS = Set.of("startEvent", "intermediateCatchEvent", "boundaryEvent");
    static final Set<String> EVENTS = union(CATCH_EVENTS, Set.of("endEvent", "intermediateThrowEvent", "implicitThrowEvent",
            "event"));
    static final Set<String> CHOREOGRAPHY_ACTIVITIES = Set.of("choreographyTask", "callChoreography", "subChoreography");
    static final Set<String> FLOW_NODES = union(ACTIVITIES, GATEWAYS, EVENTS, CHOREOGRAPHY_ACTIVITIES);
    /** What holds flow nodes of its own (8.4.8). */
    static final Set<String> SCOPES = union(SUB_PROCESSES, Set.of("process", "choreography", "globalChoreographyTask",
            "subChoreography"));
    static final Set<String> EVENT_DEFINITIONS = Set.of("cancelEventDefinition", "compensateEventDefinition",
            "conditionalEventDefinition", "errorEventDefinition", "escalationEventDefinition", "linkEventDefinition",
            "messageEventDefinition", "signalEventDefinition", "terminateEventDefinition", "timerEventDefinition",
            "eventDefinition");

    private Names() { }

    @SafeVarargs
    static Set<String> union(Set<String>... sets) {
        return Stream.of(sets).flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());
    }
}
