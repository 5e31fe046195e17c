package wf.bpmn.check;

import java.util.Optional;

/** Participants of a collaboration (9.3). */
record Participants(BpmnFile file, Report report) implements Rules {

    @Override
    public void check() {
        file.all("participantMultiplicity").forEach(this::boundsAreOrdered);
    }

    /** 9.3.1, table 9.4: the minimum is not negative, the maximum not less than one nor than the minimum. */
    private void boundsAreOrdered(XmlElement multiplicity) {
        long minimum = Numbers.of(multiplicity, "minimum").orElse(0L);
        Optional<Long> maximum = Numbers.of(multiplicity, "maximum");
        if (minimum < 0 || maximum.filter(m -> m < 1 || m < minimum).isPresent()) {
            report.error("MULTIPLICITY", multiplicity.parent(), multiplicity.parent().label());
        }
    }
}
