package wf.bpmn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.operaton.bpm.model.bpmn.instance.FlowNode;
import org.operaton.bpm.model.bpmn.instance.Process;
import org.operaton.bpm.model.xml.instance.ModelElementInstance;
import wf.definition.Findings;
import wf.definition.ModelElement;
import wf.definition.Node;
import wf.definition.NodeReader;
import wf.definition.NodeReaders;
import wf.definition.NodeSettings;
import wf.definition.ProcessDefinition;
import wf.definition.SequenceFlow;
import wf.rule.Expressions;

/** Reads one executable process: its nodes by their readers, its flows, and what must hold among them. */
final class ProcessReader {

    private static final int MAX_KEY = 100;

    private final Process process;
    private final NodeReaders nodeReaders;
    private final Expressions expressions;
    private final Findings findings;
    private final Map<String, NodeReader> readers = new HashMap<>();

    ProcessReader(Process process, NodeReaders nodeReaders, Expressions expressions, Findings findings) {
        this.process = process;
        this.nodeReaders = nodeReaders;
        this.expressions = expressions;
        this.findings = findings;
    }

    ProcessDefinition read() {
        ModelElement element = element(process);
        checkId(element, "KEY_TOO_LONG");
        Map<String, ModelElement> nodeElements = nodeElements();
        List<SequenceFlow> flows = flows(nodeElements);
        List<Node> nodes = new ArrayList<>();
        nodeElements.forEach((id, e) -> nodes.add(node(e, flows)));
        ProcessDefinition definition = new ProcessDefinition(process.getId(), process.getName(), starters(element), nodes);
        nodes.forEach(this::check);
        checkGraph(definition);
        return definition;
    }

    /** Ids are what everything later is named by, in rows of limited width. */
    private void checkId(ModelElement element, String tooLong) {
        if (element.id().isEmpty()) {
            findings.error("ID_MISSING", null, element.type());
        } else if (element.id().length() > MAX_KEY) {
            findings.error(tooLong, element.id());
        }
    }

    private static ModelElement element(ModelElementInstance instance) {
        return new DomModelElement(instance.getDomElement());
    }

    private static List<String> starters(ModelElement element) {
        return element.extension("starters").map(s -> Arrays.stream(s.split(",")).map(String::strip)
                .map(n -> n.contains(":") ? n : "user:" + n).toList()).orElse(List.of());
    }

    private Map<String, ModelElement> nodeElements() {
        Map<String, ModelElement> elements = new LinkedHashMap<>();
        for (FlowNode flowNode : process.getChildElementsByType(FlowNode.class)) {
            ModelElement element = element(flowNode);
            checkId(element, "ID_TOO_LONG");
            Optional<NodeReader> reader = isExecuted(element) ? nodeReaders.forElement(element) : Optional.empty();
            reader.ifPresent(r -> readers.put(element.id(), r));
            elements.put(element.id(), element);
            if (reader.isEmpty()) {
                findings.error("UNSUPPORTED_ELEMENT", element.id(), element.type());
            }
        }
        return elements;
    }

    private static boolean isExecuted(ModelElement element) {
        return !isRepeated(element) && hasKnownEvents(element);
    }

    /** A node that is to run several times is another than the plain one; only people may be several, as a signing round. */
    private static boolean isRepeated(ModelElement element) {
        return !element.children("standardLoopCharacteristics").isEmpty()
                || !element.type().equals("userTask") && !element.children("multiInstanceLoopCharacteristics").isEmpty();
    }

    /** An event with a definition is another node type than the plain one; only the terminate end is known so far. */
    private static boolean hasKnownEvents(ModelElement element) {
        return ((DomModelElement) element).dom().getChildElements().stream()
                .map(d -> d.getLocalName()).filter(n -> n.endsWith("EventDefinition") || n.equals("eventDefinitionRef"))
                .allMatch("terminateEventDefinition"::equals);
    }

    private List<SequenceFlow> flows(Map<String, ModelElement> nodeElements) {
        List<SequenceFlow> flows = new ArrayList<>();
        for (var modelled : process.getChildElementsByType(org.operaton.bpm.model.bpmn.instance.SequenceFlow.class)) {
            ModelElement element = element(modelled);
            checkId(element, "ID_TOO_LONG");
            String source = element.attribute("sourceRef").orElse("");
            String target = element.attribute("targetRef").orElse("");
            if (!nodeElements.containsKey(source) || !nodeElements.containsKey(target)) {
                findings.error("FLOW_ENDS", element.id(), source, target);
                continue;
            }
            boolean isDefault = nodeElements.get(source).attribute("default").filter(element.id()::equals).isPresent();
            flows.add(new SequenceFlow(element.id(), element.attribute("name").orElse(null), source, target,
                    condition(element), isDefault));
        }
        return flows;
    }

    private String condition(ModelElement flow) {
        return flow.children("conditionExpression").stream().findFirst().map(c -> {
            expressions.checkCondition(c.text()).ifPresent(e -> findings.error("CONDITION", flow.id(), c.text(), e));
            return c.text();
        }).orElse(null);
    }

    private Node node(ModelElement element, List<SequenceFlow> flows) {
        NodeReader reader = readers.get(element.id());
        NodeSettings settings = reader == null ? NodeSettings.NONE : reader.read(element, findings);
        return new Node(element.id(), element.attribute("name").orElse(null), element.type(), settings,
                flows.stream().filter(f -> f.target().equals(element.id())).toList(),
                flows.stream().filter(f -> f.source().equals(element.id())).toList());
    }

    private void check(Node node) {
        NodeReader reader = readers.get(node.id());
        if (reader == null) {
            return;
        }
        reader.check(node, findings);
        reader.scripts(node).forEach(s -> expressions.checkScript(s).ifPresent(e -> findings.error("SCRIPT", node.id(), e)));
        reader.templates(node).forEach(t -> expressions.checkTemplate(t)
                .ifPresent(e -> findings.error("EXPRESSION", node.id(), t, e)));
    }

    private void checkGraph(ProcessDefinition definition) {
        List<Node> starts = definition.noneStarts();
        if (starts.isEmpty()) {
            findings.error("NO_START", process.getId());
            return;
        } else if (starts.size() > 1) {
            findings.error("SEVERAL_STARTS", starts.get(1).id());
        }
        Set<String> reached = new HashSet<>(Set.of(starts.get(0).id()));
        reached.addAll(definition.reachableFrom(starts.get(0).id()));
        definition.nodes().stream().filter(n -> !reached.contains(n.id()))
                .forEach(n -> findings.warning("UNREACHABLE", n.id(), n.label()));
    }
}
