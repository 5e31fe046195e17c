package wf.bpmn.check;

import java.util.Set;

/** Where choreographies may appear (9.1, 10.3.5, 11). */
record Choreographies(BpmnFile file, Report report) implements Rules {

    @Override
    public void check() {
        file.all(Names.CHOREOGRAPHY_ACTIVITIES).forEach(this::standsInNoProcess);
        file.all(Set.of("choreography", "globalChoreographyTask", "globalConversation")).forEach(this::showsNoChoreography);
    }

    /** 10.2 and 10.3.5: choreography activities stand in choreographies, not in processes or sub-processes. */
    private void standsInNoProcess(XmlElement activity) {
        if (file.process(activity).isPresent()) {
            report.error("CHOREOGRAPHY_IN_PROCESS", activity, activity.label());
        }
    }

    /** 9.1, table 9.1: choreographyRef applies neither to a choreography nor to a global conversation. */
    private void showsNoChoreography(XmlElement collaboration) {
        if (collaboration.has("choreographyRef")) {
            report.error("CHOREOGRAPHY_REF", collaboration, collaboration.label());
        }
    }
}
