package wf.bpmn;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import wf.definition.Findings;
import wf.definition.Listener;
import wf.definition.ModelElement;

/** Reads which beans are told of an element: {@code <wf:listener event="start" bean="audit"/>}, and those of kindred engines. */
final class ListenerReader {

    private static final Set<String> EVENTS = Set.of("start", "end", "take", "create", "assignment", "complete", "delete");

    private final Findings findings;

    ListenerReader(Findings findings) {
        this.findings = findings;
    }

    List<Listener> read(ModelElement element) {
        List<Listener> listeners = new ArrayList<>();
        for (String name : List.of("listener", "executionListener", "taskListener")) {
            for (ModelElement said : element.extensions(name)) {
                String standard = name.equals("taskListener") ? "create" : element.type().equals("sequenceFlow") ? "take" : "start";
                bean(said).ifPresentOrElse(b -> add(element, said.attribute("event").orElse(standard), b, listeners),
                        () -> findings.warning("LISTENER_WITHOUT_BEAN", element.id(), name));
            }
        }
        return listeners;
    }

    private void add(ModelElement element, String event, String bean, List<Listener> listeners) {
        if (event.equals("all")) {
            List.of("create", "assignment", "complete", "delete").forEach(e -> listeners.add(new Listener(e, bean)));
        } else if (EVENTS.contains(event)) {
            listeners.add(new Listener(event, bean));
        } else {
            findings.warning("LISTENER_EVENT", element.id(), event, bean);
        }
    }

    /** The name of a bean: written as such, or as the expression {@code ${name}}. */
    private static Optional<String> bean(ModelElement said) {
        return said.attribute("bean").or(() -> said.attribute("delegateExpression")).or(() -> said.attribute("expression"))
                .map(b -> b.replaceAll("^[$#]\\{\\s*([A-Za-z_][A-Za-z0-9_]*)\\s*}$", "$1")).filter(b -> b.matches("[A-Za-z_][A-Za-z0-9_]*"));
    }
}
