package wf.bpmn.check;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;

/** Sub-processes, and what is special about event, transaction and ad-hoc sub-processes (10.3.5). */
record SubProcesses(BpmnFile file, Report report) implements Rules {

    private static final Set<String> METHODS = Set.of("##Compensate", "##Store", "##Image");
    private static final Set<String> NOT_AD_HOC = Set.of("startEvent", "endEvent");

    @Override
    public void check() {
        file.all(Names.SUB_PROCESSES).filter(s -> s.isTrue("triggeredByEvent")).forEach(this::eventSubProcessStandsAside);
        file.all(Names.SUB_PROCESSES).filter(s -> s.isTrue("triggeredByEvent")).forEach(this::eventSubProcessHasOneStart);
        file.all("transaction").forEach(this::methodIsKnown);
        file.all("adHocSubProcess").forEach(this::adHocHasNoEnds);
    }

    /** 10.3.5: an event sub-process has neither incoming nor outgoing flows. */
    private void eventSubProcessStandsAside(XmlElement process) {
        if (!file.incoming(process).isEmpty() || !file.outgoing(process).isEmpty()) {
            report.error("EVENT_SUB_PROCESS_FLOWS", process, process.label());
        }
    }

    /** 10.3.5: an event sub-process has exactly one start event. */
    private void eventSubProcessHasOneStart(XmlElement process) {
        int starts = process.children("startEvent").size();
        if (starts != 1) {
            report.error("EVENT_SUB_PROCESS_START", process, process.label(), String.valueOf(starts));
        }
    }

    /** 10.3.5, table 10.22: the method of a transaction is one of three or a URI. */
    private void methodIsKnown(XmlElement transaction) {
        transaction.attribute("method").filter(m -> !METHODS.contains(m) && !isUri(m))
                .ifPresent(m -> report.error("TRANSACTION_METHOD", transaction, transaction.label(), m));
    }

    private static boolean isUri(String text) {
        try {
            new URI(text);
            return true;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** 10.3.5: the activities of an ad-hoc sub-process have no fixed order, so that it has no start and no end event. */
    private void adHocHasNoEnds(XmlElement process) {
        process.children(NOT_AD_HOC).forEach(e -> report.error("AD_HOC_EVENT", e, e.label(), process.label()));
    }
}
