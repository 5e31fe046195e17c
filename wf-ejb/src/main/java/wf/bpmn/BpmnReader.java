package wf.bpmn;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.operaton.bpm.model.bpmn.Bpmn;
import org.operaton.bpm.model.bpmn.BpmnModelInstance;
import org.operaton.bpm.model.bpmn.instance.Process;
import wf.bpmn.check.BpmnFile;
import wf.bpmn.check.ModelCheck;
import wf.bpmn.check.Readings;
import wf.bpmn.check.Unread;
import wf.definition.Finding;
import wf.definition.Findings;
import wf.definition.NodeReaders;
import wf.definition.Policy;
import wf.definition.ProcessDefinition;
import wf.rule.Expressions;

/**
 * Reads a BPMN 2.0 file: a hostile look at the XML, the schema, the rules of the standard, then each executable process;
 * the others are designs.
 * All findings are collected; with an error among them there is no definition.
 */
public final class BpmnReader {

    /** The largest file, in bytes. */
    public static final int MAX_BYTES = 5 * 1024 * 1024;

    private final NodeReaders nodeReaders;
    private final Expressions expressions;
    private final Set<String> operations;

    public BpmnReader(NodeReaders nodeReaders, Expressions expressions) {
        this(nodeReaders, expressions, null);
    }

    private BpmnReader(NodeReaders nodeReaders, Expressions expressions, Set<String> operations) {
        this.nodeReaders = nodeReaders;
        this.expressions = expressions;
        this.operations = operations;
    }

    /** One that also refuses names of operations that a model allows or denies and that there are not: for what is deployed now, not for what was. */
    public BpmnReader knowing(Set<String> operationNames) {
        return new BpmnReader(nodeReaders, expressions, operationNames);
    }

    public BpmnModel read(byte[] xml) {
        Findings findings = new Findings();
        XmlScan scan = new XmlScan(findings);
        List<Design> designs = new ArrayList<>();
        List<ProcessDefinition> definitions = check(xml, scan, findings) ? processes(xml, scan, designs, findings) : List.of();
        boolean refused = findings.hasErrors();
        return new BpmnModel(refused ? List.of() : definitions, refused ? List.of() : designs, findings.located(scan.positions()));
    }

    /** What the standard has to say about a file, whether or not this engine can execute it. */
    public static List<Finding> check(byte[] xml) {
        Findings findings = new Findings();
        XmlScan scan = new XmlScan(findings);
        check(xml, scan, findings);
        return findings.located(scan.positions());
    }

    /** Whether the file is sound enough to read its processes, which have findings of their own. */
    private static boolean check(byte[] xml, XmlScan scan, Findings findings) {
        if (xml.length > MAX_BYTES) {
            findings.errorAt(1, 1, "XML_TOO_LARGE");
        }
        if (findings.hasErrors() || !scan.passes(xml)) {
            return false;
        }
        BpmnFile file = BpmnFile.read(xml);
        SchemaCheck.check(xml, file, findings);
        boolean valid = !findings.hasErrors();
        ModelCheck.check(file, findings);
        return valid && ModelCheck.canBeNavigated(findings);
    }

    private List<ProcessDefinition> processes(byte[] xml, XmlScan scan, List<Design> designs, Findings findings) {
        BpmnModelInstance model = Bpmn.readModelFromStream(new ByteArrayInputStream(xml));
        if (!model.getDocument().getRootElement().getLocalName().equals("definitions")) {
            findings.error("NO_DEFINITIONS", null);
            return List.of();
        }
        if (!scan.namesLanguage()) {
            model.getDocument().getRootElement().removeAttribute("expressionLanguage");
        }
        List<Process> processes = List.copyOf(model.getDefinitions().getChildElementsByType(Process.class));
        if (processes.isEmpty()) {
            findings.error("NO_EXECUTABLE_PROCESS", null);
        }
        designs.addAll(Design.read(processes, findings));
        Readings readings = new Readings();
        List<ProcessDefinition> definitions = processes.stream().filter(Process::isExecutable)
                .map(p -> new ProcessReader(p, nodeReaders, expressions, findings, readings).read()).toList();
        Unread.check(BpmnFile.read(xml), readings, findings);
        if (operations != null) {
            definitions.forEach(d -> {
                checkPolicy(d.key(), d.process().policy(), findings);
                d.nodes().forEach(n -> checkPolicy(n.id(), n.activity().policy(), findings));
            });
        }
        return definitions;
    }

    /** A misspelt denial would deny nothing. */
    private void checkPolicy(String elementId, Policy policy, Findings findings) {
        policy.names().filter(n -> !operations.contains(n)).sorted()
                .forEach(n -> findings.error("UNKNOWN_OPERATION", elementId, n));
    }
}
