package wf.bpmn.check;

import java.util.Set;

/** What an end event may be (10.5.3, table 10.88). */
record EndEvents(BpmnFile file, Report report) implements Rules {

    private static final Set<String> RESULTS = Set.of("messageEventDefinition", "errorEventDefinition",
            "escalationEventDefinition", "cancelEventDefinition", "compensateEventDefinition", "signalEventDefinition",
            "terminateEventDefinition");

    @Override
    public void check() {
        file.all("endEvent").forEach(this::check);
    }

    private void check(XmlElement end) {
        hasNoOutgoing(end);
        hasResult(end);
        cancelsATransaction(end);
    }

    /** 10.5.3: an end event is not the source of a sequence flow. */
    private void hasNoOutgoing(XmlElement end) {
        if (!file.outgoing(end).isEmpty()) {
            report.error("END_WITH_OUTGOING", end);
        }
    }

    /** 10.5.3: nothing can be awaited at the end. */
    private void hasResult(XmlElement end) {
        file.definitions(end).stream().filter(d -> !d.is(RESULTS))
                .forEach(d -> report.error("END_RESULT", end, end.label(), d.name()));
    }

    /** 10.5.3: a cancel end event stands inside a transaction. */
    private void cancelsATransaction(XmlElement end) {
        if (file.hasDefinition(end, "cancelEventDefinition") && end.ancestors().noneMatch(a -> a.is("transaction"))) {
            report.error("CANCEL_OUTSIDE", end, end.label());
        }
    }
}
