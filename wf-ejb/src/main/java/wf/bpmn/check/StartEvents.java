package wf.bpmn.check;

import java.util.Set;

/** Which start event may stand where (10.5.2, tables 10.84 to 10.86). */
record StartEvents(BpmnFile file, Report report) implements Rules {

    private static final Set<String> STARTS_PROCESS = Set.of("messageEventDefinition", "timerEventDefinition",
            "conditionalEventDefinition", "signalEventDefinition");
    private static final Set<String> STARTS_EVENT_SUB_PROCESS = Names.union(STARTS_PROCESS,
            Set.of("errorEventDefinition", "escalationEventDefinition", "compensateEventDefinition"));

    @Override
    public void check() {
        file.all("startEvent").forEach(this::check);
    }

    private void check(XmlElement start) {
        hasNoIncoming(start);
        XmlElement scope = start.parent();
        if (scope.is("process")) {
            processTrigger(start);
        } else if (scope.isTrue("triggeredByEvent")) {
            eventSubProcessTrigger(start);
            errorInterrupts(start);
        } else if (scope.is(Names.SUB_PROCESSES)) {
            subProcessTrigger(start);
        }
    }

    /** 10.5.2: a start event is not the target of a sequence flow. */
    private void hasNoIncoming(XmlElement start) {
        if (!file.incoming(start).isEmpty()) {
            report.error("START_WITH_INCOMING", start);
        }
    }

    /** 10.5.2: a process is started by nothing, a message, timer, condition or signal. */
    private void processTrigger(XmlElement start) {
        file.definitions(start).stream().filter(d -> !d.is(STARTS_PROCESS))
                .forEach(d -> report.error("START_TRIGGER", start, start.label(), d.name()));
    }

    /** 10.5.2: a sub-process is entered by its incoming flow, so that its start event has no trigger. */
    private void subProcessTrigger(XmlElement start) {
        if (!file.definitions(start).isEmpty()) {
            report.error("START_TRIGGER_INSIDE", start, start.label());
        }
    }

    /** 10.5.2: an event sub-process is started by a trigger, which may also be an error, an escalation or a compensation. */
    private void eventSubProcessTrigger(XmlElement start) {
        if (file.definitions(start).isEmpty() || !file.definitions(start).stream().allMatch(d -> d.is(STARTS_EVENT_SUB_PROCESS))) {
            report.error("START_TRIGGER_MISSING", start, start.label());
        }
    }

    /** 10.5.2, table 10.86: an error always interrupts. */
    private void errorInterrupts(XmlElement start) {
        if (start.isFalse("isInterrupting") && file.hasDefinition(start, "errorEventDefinition")) {
            report.error("EVENT_INTERRUPTS", start, start.label(), "errorEventDefinition");
        }
    }
}
