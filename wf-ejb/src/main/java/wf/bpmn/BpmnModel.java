package wf.bpmn;

import java.util.List;
import wf.definition.Finding;
import wf.definition.ProcessDefinition;

/**
 * What a BPMN file holds.
 *
 * @param definitions its executable processes; empty when there are errors
 * @param designs its processes that are not to be executed; empty when there are errors
 * @param findings everything found, errors first
 */
public record BpmnModel(List<ProcessDefinition> definitions, List<Design> designs, List<Finding> findings) {

    public BpmnModel {
        definitions = List.copyOf(definitions);
        designs = List.copyOf(designs);
        findings = List.copyOf(findings);
    }

    public boolean isRefused() {
        return findings.stream().anyMatch(Finding::isError);
    }
}
