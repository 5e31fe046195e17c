package wf.bpmn.check;

import java.util.List;
import wf.contract.Severity;
import wf.definition.Finding;
import wf.definition.Findings;

/** Takes down what the rules find, with the place of the element. */
final class Report {

    private final Findings findings;

    Report(Findings findings) {
        this.findings = findings;
    }

    void error(String code, XmlElement at, String... arguments) {
        add(Severity.ERROR, code, at, arguments);
    }

    void warning(String code, XmlElement at, String... arguments) {
        add(Severity.WARNING, code, at, arguments);
    }

    private void add(Severity severity, String code, XmlElement at, String... arguments) {
        findings.add(new Finding(severity, code, at.id().isEmpty() ? null : at.id(), at.position().line(),
                at.position().column(), List.of(arguments)));
    }
}
