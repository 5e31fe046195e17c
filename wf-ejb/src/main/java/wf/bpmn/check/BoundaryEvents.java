package wf.bpmn.check;

import java.util.Set;

/** Events on the border of an activity (10.5.4, table 10.91). */
record BoundaryEvents(BpmnFile file, Report report) implements Rules {

    private static final Set<String> CAUGHT = Set.of("messageEventDefinition", "timerEventDefinition",
            "escalationEventDefinition", "errorEventDefinition", "cancelEventDefinition", "compensateEventDefinition",
            "conditionalEventDefinition", "signalEventDefinition");
    private static final Set<String> INTERRUPTING = Set.of("errorEventDefinition", "cancelEventDefinition",
            "compensateEventDefinition");

    @Override
    public void check() {
        file.all("boundaryEvent").forEach(this::check);
    }

    private void check(XmlElement event) {
        hasTrigger(event);
        interrupts(event);
        standsOnAnActivity(event);
        cancelStandsOnATransaction(event);
        hasNoIncoming(event);
        compensationHasNoOutgoing(event);
    }

    /** 10.5.4: a boundary event waits for something, but for no link and no termination. */
    private void hasTrigger(XmlElement event) {
        file.definitions(event).stream().filter(d -> !d.is(CAUGHT))
                .forEach(d -> report.error("BOUNDARY_TRIGGER", event, event.label(), d.name()));
        if (file.definitions(event).isEmpty() && !event.has("eventDefinitionRef")) {
            report.error("EVENT_WITHOUT_TRIGGER", event, event.label());
        }
    }

    /** 10.5.4: an error and a cancellation end their activity, a compensation comes after its end. */
    private void interrupts(XmlElement event) {
        file.definitions(event).stream().filter(d -> event.isFalse("cancelActivity") && d.is(INTERRUPTING))
                .forEach(d -> report.error("EVENT_INTERRUPTS", event, event.label(), d.name()));
    }

    /** 10.5.4: a boundary event is attached to an activity beside it. */
    private void standsOnAnActivity(XmlElement event) {
        file.named(event, "attachedToRef").filter(a -> !a.is(Names.union(Names.ACTIVITIES, Names.CHOREOGRAPHY_ACTIVITIES))
                || !file.inSameScope(a, event)).ifPresent(a -> report.error("BOUNDARY_ATTACHED", event, event.label(), a.label()));
    }

    /** 10.5.4: only a transaction can be cancelled. */
    private void cancelStandsOnATransaction(XmlElement event) {
        if (file.hasDefinition(event, "cancelEventDefinition")
                && file.named(event, "attachedToRef").filter(a -> !a.is("transaction")).isPresent()) {
            report.error("CANCEL_BOUNDARY", event, event.label());
        }
    }

    /** 10.5.4: a boundary event is not the target of a sequence flow. */
    private void hasNoIncoming(XmlElement event) {
        if (!file.incoming(event).isEmpty()) {
            report.error("BOUNDARY_WITH_INCOMING", event, event.label());
        }
    }

    /** 10.5.4 and 10.7: a compensation event leads to its handler by an association, not by a sequence flow. */
    private void compensationHasNoOutgoing(XmlElement event) {
        if (file.hasDefinition(event, "compensateEventDefinition") && !file.outgoing(event).isEmpty()) {
            report.error("COMPENSATION_WITH_OUTGOING", event, event.label());
        }
    }
}
