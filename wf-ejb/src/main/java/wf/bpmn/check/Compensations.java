package wf.bpmn.check;

import java.util.Optional;

/** Compensation handlers (10.7). */
record Compensations(BpmnFile file, Report report) implements Rules {

    @Override
    public void check() {
        file.all("association").forEach(this::handlerIsMarked);
        file.all(Names.ACTIVITIES).filter(a -> a.isTrue("isForCompensation")).forEach(this::handlerStandsAside);
    }

    /** 10.7.1: the activity that a compensation event leads to is marked as its handler. */
    private void handlerIsMarked(XmlElement association) {
        Optional<XmlElement> event = file.named(association, "sourceRef").filter(e -> e.is("boundaryEvent"))
                .filter(e -> file.hasDefinition(e, "compensateEventDefinition"));
        Optional<XmlElement> handler = file.named(association, "targetRef").filter(e -> e.is(Names.ACTIVITIES));
        if (event.isPresent() && handler.isPresent() && !handler.get().isTrue("isForCompensation")) {
            report.error("COMPENSATION_HANDLER", handler.get(), handler.get().label());
        }
    }

    /** 10.7.1: a compensation handler stands outside the normal flow. */
    private void handlerStandsAside(XmlElement handler) {
        if (!file.incoming(handler).isEmpty() || !file.outgoing(handler).isEmpty()) {
            report.error("COMPENSATION_FLOWS", handler, handler.label());
        }
    }
}
