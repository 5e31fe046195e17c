package wf.bpmn;

import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import wf.definition.Activity;
import wf.definition.EventTraits;
import wf.definition.Findings;
import wf.definition.ModelElement;
import wf.definition.Node;
import wf.definition.NodeReader;
import wf.definition.NodeReaders;
import wf.definition.NodeSettings;
import wf.definition.SequenceFlow;
import wf.rule.Expression;
import wf.rule.Expressions;

/** Reads the nodes and flows of a process and of the sub-processes in it, each scope by itself. */
final class ScopeReader {

    private static final int MAX_ID = 100;
    private static final Set<String> GLOBAL = Set.of("globalTask", "globalUserTask", "globalManualTask", "globalScriptTask",
            "globalBusinessRuleTask");
    /** Children of a scope that are nodes of the graph. */
    private static final Set<String> NODES = Set.of("task", "userTask", "manualTask", "scriptTask", "businessRuleTask",
            "sendTask", "receiveTask", "serviceTask", "callActivity", "subProcess", "transaction", "adHocSubProcess",
            "startEvent", "endEvent", "intermediateThrowEvent", "intermediateCatchEvent", "implicitThrowEvent", "boundaryEvent",
            "exclusiveGateway", "parallelGateway", "inclusiveGateway", "complexGateway", "eventBasedGateway",
            "choreographyTask", "subChoreography", "callChoreography", "event");

    private final NodeReaders nodeReaders;
    private final Expressions expressions;
    private final Findings findings;
    private final Map<String, NodeReader> readers = new HashMap<>();
    private final List<Node> nodes = new ArrayList<>();
    private final Map<String, String> compensations = new HashMap<>();

    ScopeReader(NodeReaders nodeReaders, Expressions expressions, Findings findings) {
        this.nodeReaders = nodeReaders;
        this.expressions = expressions;
        this.findings = findings;
    }

    List<Node> nodes() {
        return nodes;
    }

    Map<String, NodeReader> readers() {
        return readers;
    }

    /** Handler of each compensation boundary event, by the ids of both. */
    Map<String, String> compensations() {
        return compensations;
    }

    /** @param scope id of the sub-process, null for the process */
    void read(ModelElement container, String scope) {
        Map<String, ModelElement> elements = new LinkedHashMap<>();
        container.children().stream().filter(c -> NODES.contains(c.type())).forEach(e -> elements.put(e.id(), e));
        List<SequenceFlow> flows = flows(container, elements);
        container.children("association").forEach(a -> compensations.put(a.attribute("sourceRef").orElse(""), a.attribute("targetRef").orElse("")));
        Map<String, List<SequenceFlow>> into = flows.stream().collect(groupingBy(SequenceFlow::target));
        Map<String, List<SequenceFlow>> out = flows.stream().collect(groupingBy(SequenceFlow::source));
        elements.forEach((id, e) -> node(e, scope, into.getOrDefault(id, List.of()), out.getOrDefault(id, List.of())));
    }

    private void node(ModelElement element, String scope, List<SequenceFlow> incoming, List<SequenceFlow> outgoing) {
        checkId(element, MAX_ID, "ID_TOO_LONG", findings);
        ModelElement described = described(element);
        String type = described == element ? element.type() : taskOf(described);
        Optional<NodeReader> reader = nodeReaders.forType(type);
        if (reader.isEmpty()) {
            findings.error("UNSUPPORTED_ELEMENT", element.id(), element.type());
        }
        reader.ifPresent(r -> readers.put(element.id(), r));
        NodeSettings settings = reader.map(r -> r.read(described, findings)).orElse(NodeSettings.NONE);
        Activity activity = isActivity(element) ? new ActivityReader(findings).read(element)
                : Activity.NONE.with(new ListenerReader(findings).read(element));
        EventTraits event = EventReader.read(element);
        nodes.add(new Node(element.id(), element.attribute("name").orElse(null), type, scope, settings, activity, event, incoming, outgoing));
        if (reader.filter(NodeReader::isScope).isPresent()) {
            read(element, element.id());
        }
    }

    private static boolean isActivity(ModelElement element) {
        return !element.type().endsWith("Gateway");
    }

    /** A call of a global task is that task, described elsewhere in the file. */
    private static ModelElement described(ModelElement element) {
        return !element.type().equals("callActivity") ? element
                : element.referred("calledElement").filter(e -> GLOBAL.contains(e.type())).orElse(element);
    }

    private static String taskOf(ModelElement global) {
        String name = global.type().substring("global".length());
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    /** Ids are what everything later is named by, in rows of limited width. */
    static void checkId(ModelElement element, int longest, String tooLong, Findings findings) {
        if (element.id().isEmpty()) {
            findings.error("ID_MISSING", null, element.type());
        } else if (element.id().length() > longest) {
            findings.error(tooLong, element.id());
        }
    }

    private List<SequenceFlow> flows(ModelElement container, Map<String, ModelElement> elements) {
        List<SequenceFlow> flows = new ArrayList<>();
        for (ModelElement element : container.children("sequenceFlow")) {
            checkId(element, MAX_ID, "ID_TOO_LONG", findings);
            String source = element.attribute("sourceRef").orElse("");
            String target = element.attribute("targetRef").orElse("");
            if (!elements.containsKey(source) || !elements.containsKey(target)) {
                findings.error("FLOW_ENDS", element.id(), source, target);
                continue;
            }
            boolean isDefault = elements.get(source).attribute("default").filter(element.id()::equals).isPresent();
            flows.add(new SequenceFlow(element.id(), element.attribute("name").orElse(null), source, target,
                    condition(element), isDefault, new ListenerReader(findings).read(element)));
        }
        return flows;
    }

    private Expression condition(ModelElement flow) {
        Optional<Expression> condition = flow.expression("conditionExpression");
        condition.ifPresent(c -> expressions.checkCondition(c).ifPresent(e -> findings.error("CONDITION", flow.id(), c.text(), e)));
        return condition.orElse(null);
    }
}
