package wf.bpmn.check;

import java.util.Set;

/** Which way data may flow (10.4.1). */
record DataAssociations(BpmnFile file, Report report) implements Rules {

    @Override
    public void check() {
        file.all(Set.of("dataInputAssociation", "dataOutputAssociation")).forEach(this::check);
    }

    private void check(XmlElement association) {
        severalSourcesAreTransformed(association);
        inputIsNoTarget(association);
        outputIsNoSource(association);
    }

    /** 10.4.1: without a transformation there is a single source to copy. */
    private void severalSourcesAreTransformed(XmlElement association) {
        if (association.children("sourceRef").size() > 1 && !association.has("transformation") && !association.has("assignment")) {
            report.error("ASSOCIATION_SOURCES", association);
        }
    }

    /** 10.4.1: the data inputs of a process are filled by its caller, and by nothing inside. */
    private void inputIsNoTarget(XmlElement association) {
        file.namedBy(association, "targetRef").stream().filter(d -> d.is("dataInput") && isOfProcess(d))
                .forEach(d -> report.error("ASSOCIATION_TO_INPUT", association, d.label()));
    }

    /** 10.4.1: the data outputs of a process are read by its caller, and by nothing inside. */
    private void outputIsNoSource(XmlElement association) {
        file.namedBy(association, "sourceRef").stream().filter(d -> d.is("dataOutput") && isOfProcess(d))
                .forEach(d -> report.error("ASSOCIATION_FROM_OUTPUT", association, d.label()));
    }

    private static boolean isOfProcess(XmlElement data) {
        return data.parent().is("ioSpecification") && data.parent().parent().is("process");
    }
}
