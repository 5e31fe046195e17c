package wf.bpmn;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.operaton.bpm.model.bpmn.instance.Process;
import wf.bpmn.check.Readings;
import wf.definition.Activity;
import wf.definition.Allowances;
import wf.definition.Disclosure;
import wf.definition.Findings;
import wf.definition.ModelElement;
import wf.definition.Node;
import wf.definition.NodeReader;
import wf.definition.NodeReaders;
import wf.definition.NodeTree;
import wf.definition.ProcessDefinition;
import wf.rule.Expressions;

/** Reads one executable process and checks what must hold among its nodes. */
final class ProcessReader {

    private static final int MAX_KEY = 100;

    private final Process process;
    private final Expressions expressions;
    private final Findings findings;
    private final Readings readings;
    private final ScopeReader scopes;

    ProcessReader(Process process, NodeReaders nodeReaders, Expressions expressions, Findings findings, Readings readings) {
        this.process = process;
        this.expressions = expressions;
        this.findings = findings;
        this.readings = readings;
        this.scopes = new ScopeReader(nodeReaders, expressions, findings);
    }

    ProcessDefinition read() {
        ModelElement element = new DomModelElement(process.getDomElement(), readings);
        ScopeReader.checkId(element, MAX_KEY, "KEY_TOO_LONG", findings);
        scopes.read(element, null);
        Activity whole = new ActivityReader(findings).read(element);
        ProcessDefinition definition = new ProcessDefinition(process.getId(), process.getName(), starters(element), whole,
                allowances(element), scopes.nodes(), Disclosure.read(element, scopes.nodes(), findings), scopes.compensations());
        scopes.nodes().forEach(this::check);
        new LimitCheck(definition, expressions, findings).check();
        definition.disclosure().templates().forEach(t -> expressions.checkTemplate(t)
                .ifPresent(e -> findings.error("EXPRESSION", process.getId(), t, e)));
        if (!findings.hasErrors()) {
            checkGraph(definition);
        }
        return definition;
    }

    private static Allowances allowances(ModelElement element) {
        return new Allowances(says(element, "suspend", "true"), !says(element, "withdraw", "false"), says(element, "end", "true"),
                says(element, "reopen", "true"));
    }

    private static boolean says(ModelElement element, String attribute, String word) {
        return element.extension(attribute).filter(word::equals).isPresent();
    }

    private static List<String> starters(ModelElement element) {
        return Stream.of(starters(element, "starters", "user:"), starters(element, "candidateStarterUsers", "user:"),
                starters(element, "candidateStarterGroups", "group:")).flatMap(List::stream).distinct().toList();
    }

    private static List<String> starters(ModelElement element, String attribute, String prefix) {
        return element.extension(attribute).map(s -> Arrays.stream(s.split(",")).map(String::strip)
                .map(n -> n.contains(":") ? n : prefix + n).toList()).orElse(List.of());
    }

    private void check(Node node) {
        NodeReader reader = scopes.readers().get(node.id());
        if (reader == null) {
            return;
        }
        reader.check(node, findings);
        reader.checkExpressions(node, expressions, findings);
        reader.scripts(node).forEach(s -> expressions.checkScript(s).ifPresent(e -> findings.error("SCRIPT", node.id(), e)));
        reader.templates(node).forEach(t -> expressions.checkTemplate(t)
                .ifPresent(e -> findings.error("EXPRESSION", node.id(), t, e)));
    }

    private void checkGraph(ProcessDefinition definition) {
        NodeTree tree = definition.tree();
        List<Node> starts = definition.noneStarts();
        if (starts.isEmpty() && tree.eventStarts().isEmpty()) {
            findings.error("NO_START", process.getId());
        } else if (starts.size() > 1 && starts.get(0).type().equals("startEvent")) {
            findings.error("SEVERAL_STARTS", starts.get(1).id());
        }
        Set<String> reached = reached(definition);
        definition.nodes().stream().filter(n -> !reached.contains(n.id()))
                .forEach(n -> findings.warning("UNREACHABLE", n.id(), n.label()));
    }

    /** Nodes to which a token can come: from starts of their scope, from events, or as a compensation handler. */
    private static Set<String> reached(ProcessDefinition definition) {
        Set<String> reached = new HashSet<>();
        for (Node node : definition.nodes()) {
            boolean begins = definition.tree().starts(node.scope()).contains(node) || node.type().equals("startEvent")
                    || node.isEventSubProcess() || node.activity().forCompensation() || node.settings().isStartedByEvent();
            if (begins) {
                reached.add(node.id());
                reached.addAll(definition.reachableFrom(node.id()));
            }
        }
        return reached;
    }
}
