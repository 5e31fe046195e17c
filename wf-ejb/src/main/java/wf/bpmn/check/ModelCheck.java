package wf.bpmn.check;

import java.util.List;
import java.util.function.BiFunction;
import wf.definition.Findings;

/** Runs all rules on a file. A new family of rules is one class and one line here. */
public final class ModelCheck {

    private static final List<BiFunction<BpmnFile, Report, Rules>> FAMILIES = List.of(
            References::new, Texts::new, Timers::new,
            SequenceFlows::new, Connectedness::new, Gateways::new, EventGateways::new,
            StartEvents::new, IntermediateEvents::new, BoundaryEvents::new, EndEvents::new, Links::new,
            EventPayloads::new,
            Activities::new, Loops::new, SubProcesses::new, Compensations::new, Calls::new,
            DataSets::new, DataAssociations::new, OperationTasks::new,
            Participants::new, MessageFlows::new, Choreographies::new,
            Joins::new, Splits::new, Foreign::new, ParticipantSources::new);

    private ModelCheck() { }

    public static void check(BpmnFile file, Findings findings) {
        Report report = new Report(findings);
        FAMILIES.forEach(family -> family.apply(file, report).check());
    }

    /** Whether what refers to each other is found, each under its own id: otherwise there is nothing to read on. */
    public static boolean canBeNavigated(Findings findings) {
        return !findings.has("DUPLICATE_ID") && !findings.has("MISSING_REFERENCE");
    }
}
