package wf.bpmn;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wf.definition.Assignment;
import wf.definition.ModelElement;
import wf.rule.Expression;

/** Reads data of the model as variables: which name a data element has, and what an association copies. */
final class DataReader {

    private static final String IDENTIFIER = "[A-Za-z_][A-Za-z0-9_]{0,99}";

    private DataReader() { }

    /** The variable that holds the data: a reference means what it refers to; the name counts where it can be one, else the id. */
    static String nameOf(ModelElement element) {
        Optional<ModelElement> referred = element.referred("dataObjectRef").or(() -> element.referred("dataStoreRef"));
        if (referred.isPresent()) {
            return nameOf(referred.get());
        }
        return element.attribute("name").filter(n -> n.matches(IDENTIFIER)).orElse(element.id());
    }

    static Assignment assignment(ModelElement element, String value) {
        return new Assignment(element.attribute("name").orElse(""), Expression.of(value));
    }

    /** What a data association copies: each of its assignments, or the whole source by its transformation. */
    static List<Assignment> association(ModelElement association) {
        List<Assignment> assignments = new ArrayList<>();
        Optional<String> target = referred(association, "targetRef").map(DataReader::nameOf);
        for (ModelElement assignment : association.children("assignment")) {
            Optional<Expression> from = assignment.expression("from").map(Expression::whole);
            String to = assignment.expression("to").map(Expression::text).flatMap(DataReader::written).or(() -> target).orElse("");
            from.filter(f -> !to.isEmpty()).ifPresent(f -> assignments.add(new Assignment(to, f)));
        }
        if (assignments.isEmpty() && target.isPresent()) {
            source(association).ifPresent(s -> assignments.add(new Assignment(target.get(), s)));
        }
        return assignments;
    }

    /** The outputs of an activity that an association takes as its sources. */
    static List<String> outputs(ModelElement association) {
        return association.children("sourceRef").stream().flatMap(r -> r.find(r.text()).stream())
                .filter(d -> d.type().equals("dataOutput")).map(DataReader::nameOf).toList();
    }

    private static Optional<Expression> source(ModelElement association) {
        return association.expression("transformation").map(Expression::whole)
                .or(() -> referred(association, "sourceRef").map(s -> Expression.of("${" + nameOf(s) + "}")));
    }

    /** A variable that an assignment writes: by its name, or by the XPath functions of BPMN that name one. */
    private static Optional<String> written(String to) {
        String name = to.strip().replaceAll("^(?:\\$\\{)?\\s*(?:[a-z]+:)?(?:getDataObject|getDataOutput|getDataInput|getProcessProperty)?\\(?['\"]?([A-Za-z_][A-Za-z0-9_]*).*$", "$1");
        return name.matches(IDENTIFIER) ? Optional.of(name) : Optional.empty();
    }

    private static Optional<ModelElement> referred(ModelElement association, String child) {
        return association.children(child).stream().findFirst().flatMap(r -> r.find(r.text()));
    }

    /** The variable from which a loop takes its elements: what is copied into the input that it names. */
    static Optional<String> loopSource(ModelElement activity, String reference) {
        return activity.find(reference).map(input -> activity.children("dataInputAssociation").stream()
                .filter(a -> a.children("targetRef").stream().anyMatch(t -> t.text().equals(reference)))
                .flatMap(a -> a.children("sourceRef").stream()).flatMap(r -> r.find(r.text()).stream()).map(DataReader::nameOf)
                .findFirst().orElseGet(() -> nameOf(input)));
    }
}
