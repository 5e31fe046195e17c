package wf.scenario.pattern;

import java.util.List;
import java.util.stream.Collectors;
import wf.definition.EventDefinition;
import wf.definition.Loop;
import wf.definition.Node;
import wf.definition.ProcessDefinition;
import wf.definition.SequenceFlow;

/** A process as a mermaid flowchart, drawn from the definition as the engine reads it: what is drawn is what runs. */
final class Drawing {

    private final ProcessDefinition definition;
    private final String prefix;
    private final StringBuilder text = new StringBuilder();

    private Drawing(ProcessDefinition definition, String prefix) {
        this.definition = definition;
        this.prefix = prefix;
    }

    /** All of them in one chart; several stand in a frame each. */
    static String of(List<ProcessDefinition> definitions) {
        StringBuilder chart = new StringBuilder("```mermaid\nflowchart LR\n");
        for (int i = 0; i < definitions.size(); i++) {
            Drawing drawing = new Drawing(definitions.get(i), "p" + i + "_");
            drawing.draw(definitions.size() > 1);
            chart.append(drawing.text);
        }
        return chart.append("```\n").toString();
    }

    private void draw(boolean framed) {
        if (framed) {
            line(1, "subgraph " + prefix + "frame[" + quoted(definition.name()) + "]");
        }
        nodes(null, framed ? 2 : 1);
        if (framed) {
            line(1, "end");
        }
        definition.nodes().forEach(this::edges);
    }

    private void line(int depth, String line) {
        text.append("  ".repeat(depth)).append(line).append('\n');
    }

    private void nodes(String scope, int depth) {
        for (Node node : definition.tree().inside(scope)) {
            if (definition.tree().inside(node.id()).isEmpty()) {
                line(depth, id(node) + shape(node));
            } else {
                line(depth, "subgraph " + id(node) + "[" + quoted(activity(node)) + "]");
                nodes(node.id(), depth + 1);
                line(depth, "end");
            }
        }
    }

    private void edges(Node node) {
        if (node.event().attachedTo() != null) {
            String how = node.event().interrupting() ? " -.- " : " -. beside .- ";
            line(1, prefix + node.event().attachedTo() + how + id(node));
        }
        node.outgoing().forEach(f -> line(1, id(node) + arrow(f) + prefix + f.target()));
        definition.tree().compensationHandler(node.id()).filter(h -> h.activity().forCompensation())
                .ifPresent(h -> line(1, prefix + definition.tree().boundaries(node.id()).stream()
                        .filter(b -> b.event().has(EventDefinition.Compensation.class)).findFirst().orElseThrow().id() + " -. undone by .-> " + id(h)));
    }

    private String arrow(SequenceFlow flow) {
        String said = flow.isDefault() ? "otherwise" : flow.condition() == null ? null : flow.condition().text();
        return said == null ? " --> " : " -->|" + quoted(said) + "| ";
    }

    private String id(Node node) {
        return prefix + node.id();
    }

    // ---- one node ----

    private static String shape(Node node) {
        return switch (node.type()) {
            case "startEvent" -> "((" + quoted(event(node, "start")) + "))";
            case "endEvent" -> "(((" + quoted(event(node, "end")) + ")))";
            case "exclusiveGateway" -> "{" + quoted("✕") + "}";
            case "parallelGateway" -> "{" + quoted("＋") + "}";
            case "inclusiveGateway" -> "{" + quoted("◯") + "}";
            case "complexGateway" -> "{" + quoted("✱") + "}";
            case "eventBasedGateway" -> "{" + quoted("◎") + "}";
            case "intermediateThrowEvent" -> "([" + quoted("throw " + event(node, "")) + "])";
            case "intermediateCatchEvent", "boundaryEvent" -> "([" + quoted(event(node, "")) + "])";
            default -> "[" + quoted(activity(node)) + "]";
        };
    }

    private static String activity(Node node) {
        String kind = node.type().equals("task") ? "" : " · " + node.type().replaceAll("Task$", "").replaceAll("([A-Z])", " $1").toLowerCase();
        String loop = node.activity().loop() instanceof Loop.MultiInstance multi ? multi.sequential() ? " ☰" : " ⦀"
                : node.activity().isLooped() ? " ↻" : "";
        String mutex = node.activity().mutex() == null || node.activity().mutex().startsWith("in ") ? "" : " 🔒" + node.activity().mutex();
        String tokens = (node.activity().startQuantity() > 1 ? " takes " + node.activity().startQuantity() : "")
                + (node.activity().completionQuantity() > 1 ? " gives " + node.activity().completionQuantity() : "");
        return node.label() + kind + loop + mutex + tokens;
    }

    private static String event(Node node, String none) {
        return node.event().definitions().isEmpty() ? none
                : (none + " " + node.event().definitions().stream().map(Drawing::said).collect(Collectors.joining(node.event().all() ? " and " : " or "))).strip();
    }

    private static String said(EventDefinition definition) {
        if (definition instanceof EventDefinition.Timer timer) {
            return "timer " + timer.when().text();
        } else if (definition instanceof EventDefinition.Message message) {
            return "message " + message.name();
        } else if (definition instanceof EventDefinition.Signal signal) {
            return "signal " + signal.name();
        } else if (definition instanceof EventDefinition.Condition condition) {
            return "when " + condition.expression().text();
        } else if (definition instanceof EventDefinition.Error error) {
            return error.code() == null ? "any error" : "error " + error.code();
        } else if (definition instanceof EventDefinition.Escalation escalation) {
            return escalation.code() == null ? "any escalation" : "escalation " + escalation.code();
        } else if (definition instanceof EventDefinition.Compensation compensation) {
            return compensation.activity() == null ? "compensation" : "compensation of " + compensation.activity();
        } else if (definition instanceof EventDefinition.Link link) {
            return "link " + link.name();
        }
        return definition.getClass().getSimpleName().toLowerCase();
    }

    private static String quoted(String label) {
        return "\"" + label.replace("\"", "#quot;").replace("<", "#lt;").replace(">", "#gt;") + "\"";
    }
}
