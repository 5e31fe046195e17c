package wf.bpmn.check;

import java.util.HashSet;
import java.util.Set;

/** Inputs and outputs, and the sets that say which of them come together (10.4.1). */
record DataSets(BpmnFile file, Report report) implements Rules {

    @Override
    public void check() {
        file.all("ioSpecification").forEach(this::eachIsInASet);
        file.all("inputSet").forEach(s -> partsAreMembers(s, "dataInputRefs", "optionalInputRefs", "whileExecutingInputRefs"));
        file.all("outputSet").forEach(s -> partsAreMembers(s, "dataOutputRefs", "optionalOutputRefs", "whileExecutingOutputRefs"));
        file.all("dataObjectReference").forEach(this::nameShowsTheState);
    }

    /** 10.4.1, tables 10.60 and 10.61: each data input is in an input set, each data output in an output set. */
    private void eachIsInASet(XmlElement specification) {
        isInASet(specification, "dataInput", "inputSet", "dataInputRefs");
        isInASet(specification, "dataOutput", "outputSet", "dataOutputRefs");
    }

    private void isInASet(XmlElement specification, String data, String set, String member) {
        Set<XmlElement> members = new HashSet<>();
        specification.children(set).forEach(s -> members.addAll(file.namedBy(s, member)));
        specification.children(data).stream().filter(d -> !members.contains(d))
                .forEach(d -> report.error("DATA_NOT_IN_SET", d, d.label(), set));
    }

    /** 10.4.1, tables 10.62 and 10.63: what is optional or comes while executing is a member of the same set. */
    private void partsAreMembers(XmlElement set, String members, String... parts) {
        Set<XmlElement> all = new HashSet<>(file.namedBy(set, members));
        for (String part : parts) {
            file.namedBy(set, part).stream().filter(d -> !all.contains(d))
                    .forEach(d -> report.error("DATA_SET_MEMBER", set, d.label(), part, members));
        }
    }

    /** 10.4.1: the name of a reference to a data object in a state is the object's name, then the state in brackets. */
    private void nameShowsTheState(XmlElement reference) {
        file.named(reference, "dataObjectRef").flatMap(o -> o.attribute("name")).ifPresent(object ->
                reference.children("dataState").stream().flatMap(s -> s.attribute("name").stream())
                        .map(state -> object + " [" + state + "]")
                        .filter(wanted -> reference.attribute("name").filter(n -> !n.equals(wanted)).isPresent())
                        .forEach(wanted -> report.error("DATA_STATE_NAME", reference, reference.label(), wanted)));
    }
}
