package wf.bpmn;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import wf.definition.Activity;
import wf.definition.Assignment;
import wf.definition.Findings;
import wf.definition.LimitPlan;
import wf.definition.ModelElement;
import wf.definition.NodeRules;
import wf.definition.Policy;
import wf.rule.Expression;

/** Reads what a node is as an activity, whatever its type: repetition, quantities, data, listeners. */
final class ActivityReader {

    private final Findings findings;

    ActivityReader(Findings findings) {
        this.findings = findings;
    }

    Activity read(ModelElement element) {
        NodeRules.refuseElsewhere(element, findings);
        return new Activity(new LoopReader(findings).read(element), quantity(element, "startQuantity"),
                quantity(element, "completionQuantity"), element.is("isForCompensation"), isAsync(element), mutex(element),
                inputs(element), outputs(element), locals(element), new ListenerReader(findings).read(element),
                element.extension("addInstance").filter("true"::equals).isPresent(), new RetriesReader(findings).read(element),
                initials(element), element.extension("noReturnAcross").filter("true"::equals).isPresent(), Policy.read(element), LimitPlan.read(element, findings));
    }

    private int quantity(ModelElement element, String attribute) {
        String text = element.attribute(attribute).orElse("1");
        if (!text.matches("[1-9][0-9]{0,3}")) {
            findings.error("QUANTITY", element.id(), attribute, text);
            return 1;
        }
        return Integer.parseInt(text);
    }

    private static boolean isAsync(ModelElement element) {
        return List.of("async", "asyncBefore").stream().anyMatch(a -> element.extension(a).filter("true"::equals).isPresent());
    }

    /** Inside a sequential ad-hoc sub-process one activity runs at a time, as in a critical section. Events happen at any time. */
    private static String mutex(ModelElement element) {
        return element.type().endsWith("Event") ? null : element.extension("mutex").orElseGet(() -> element.parent().filter(p -> p.type().equals("adHocSubProcess")
                && p.attribute("ordering").filter("Sequential"::equals).isPresent()).map(p -> "in " + p.id()).orElse(null));
    }

    // ---- data ----

    private static List<Assignment> inputs(ModelElement element) {
        List<Assignment> inputs = new ArrayList<>(parameters(element, "input", "inputParameter"));
        element.children("dataInputAssociation").forEach(a -> inputs.addAll(DataReader.association(a)));
        return inputs;
    }

    private static List<Assignment> outputs(ModelElement element) {
        List<Assignment> outputs = new ArrayList<>(parameters(element, "output", "outputParameter"));
        element.children("dataOutputAssociation").forEach(a -> outputs.addAll(DataReader.association(a)));
        return outputs;
    }

    /** {@code <wf:input name value/>}, and {@code <inputOutput><inputParameter name>…} of kindred engines. */
    private static List<Assignment> parameters(ModelElement element, String ours, String theirs) {
        List<Assignment> parameters = new ArrayList<>();
        element.extensions(ours).forEach(e -> parameters.add(DataReader.assignment(e, e.attribute("value").orElse(e.text()))));
        element.extensions("inputOutput").forEach(io -> io.extensionChildren(theirs)
                .forEach(e -> parameters.add(DataReader.assignment(e, e.text()))));
        return parameters;
    }

    /** What lives and ends with the element: its own data, and what it gives to others by an association. */
    static Set<String> locals(ModelElement element) {
        Set<String> names = new LinkedHashSet<>();
        own(element).forEach(d -> names.add(DataReader.nameOf(d)));
        element.children("dataOutputAssociation").forEach(a -> names.addAll(DataReader.outputs(a)));
        return names;
    }

    private static List<ModelElement> own(ModelElement element) {
        return Stream.concat(element.children("property").stream(), element.children("dataObject").stream()).toList();
    }

    /** {@code <wf:value>0</wf:value>} at a data object or property. */
    private static List<Assignment> initials(ModelElement element) {
        return own(element).stream().flatMap(d -> d.extensions("value").stream()
                .map(v -> new Assignment(DataReader.nameOf(d), Expression.of(v.text()).whole()))).toList();
    }
}
