package wf.definition;

import java.util.List;
import wf.contract.Severity;

/**
 * One finding of the model check. The code names a text in the message bundle, {@code finding.<code>}, the arguments
 * fill it, so that a finding can be told in any language.
 *
 * @param elementId id of the element, or null
 * @param line line in the file from 1, or null
 * @param column column in the line from 1, or null
 */
public record Finding(Severity severity, String code, String elementId, Integer line, Integer column,
        List<String> arguments) {

    public Finding {
        arguments = List.copyOf(arguments);
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    Finding at(int foundLine, int foundColumn) {
        return new Finding(severity, code, elementId, foundLine, foundColumn, arguments);
    }
}
