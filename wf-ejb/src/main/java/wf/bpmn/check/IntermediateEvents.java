package wf.bpmn.check;

import java.util.Set;

/** What can be caught and thrown in the middle of a process (10.5.4, tables 10.89 and 10.90). */
record IntermediateEvents(BpmnFile file, Report report) implements Rules {

    private static final Set<String> CAUGHT = Set.of("messageEventDefinition", "timerEventDefinition",
            "conditionalEventDefinition", "linkEventDefinition", "signalEventDefinition");
    private static final Set<String> THROWN = Set.of("messageEventDefinition", "escalationEventDefinition",
            "compensateEventDefinition", "linkEventDefinition", "signalEventDefinition");

    @Override
    public void check() {
        file.all("intermediateCatchEvent").forEach(this::catches);
        file.all("intermediateThrowEvent").forEach(this::throwsResult);
    }

    /** 10.5.4: in the normal flow one waits for a message, timer, condition, link or signal, and never for nothing. */
    private void catches(XmlElement event) {
        file.definitions(event).stream().filter(d -> !d.is(CAUGHT))
                .forEach(d -> report.error("CATCH_TRIGGER", event, event.label(), d.name()));
        if (file.definitions(event).isEmpty() && !event.has("eventDefinitionRef")) {
            report.error("EVENT_WITHOUT_TRIGGER", event, event.label());
        }
    }

    /** 10.5.4: in the normal flow one throws nothing, a message, escalation, compensation, link or signal. */
    private void throwsResult(XmlElement event) {
        file.definitions(event).stream().filter(d -> !d.is(THROWN))
                .forEach(d -> report.error("THROW_RESULT", event, event.label(), d.name()));
    }
}
