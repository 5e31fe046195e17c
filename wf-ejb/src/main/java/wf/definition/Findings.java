package wf.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import wf.contract.Severity;

/** Collects the findings of one model, so that a deployment names all of them at once and not only the first. */
public final class Findings {

    /** Where an element stands in its file. */
    public record Position(int line, int column) { }

    private final List<Finding> all = new ArrayList<>();

    public void error(String code, String elementId, String... arguments) {
        all.add(new Finding(Severity.ERROR, code, elementId, null, null, List.of(arguments)));
    }

    public void warning(String code, String elementId, String... arguments) {
        all.add(new Finding(Severity.WARNING, code, elementId, null, null, List.of(arguments)));
    }

    public void errorAt(int line, int column, String code, String... arguments) {
        all.add(new Finding(Severity.ERROR, code, null, line, column, List.of(arguments)));
    }

    public void errorAt(String elementId, int line, int column, String code, String... arguments) {
        all.add(new Finding(Severity.ERROR, code, elementId, line, column, List.of(arguments)));
    }

    public void add(Finding finding) {
        all.add(finding);
    }

    public boolean has(String code) {
        return all.stream().anyMatch(f -> f.code().equals(code));
    }

    public boolean hasErrors() {
        return all.stream().anyMatch(Finding::isError);
    }

    /** The findings with the position of their element, each once, errors first, otherwise in the order found. */
    public List<Finding> located(Map<String, Position> positions) {
        return all.stream()
                .map(f -> f.line() == null && positions.containsKey(f.elementId()) ? locate(f, positions) : f)
                .distinct()
                .sorted((a, b) -> a.severity().compareTo(b.severity()))
                .toList();
    }

    private static Finding locate(Finding finding, Map<String, Position> positions) {
        Position at = positions.get(finding.elementId());
        return finding.at(at.line(), at.column());
    }
}
