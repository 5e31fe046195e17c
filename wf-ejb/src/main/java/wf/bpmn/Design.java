package wf.bpmn;

import java.util.List;
import org.operaton.bpm.model.bpmn.instance.Process;
import wf.definition.Findings;

/**
 * A process that says itself that nobody is to execute it: the drawing of an idea, or a partner's side of a
 * collaboration. It is kept and shown, so it may hold whatever BPMN knows; only its id must fit.
 */
public record Design(String key, String name) {

    private static final int MAX_KEY = 100;

    /** The processes of a file that are not executable, each with a warning. */
    static List<Design> read(List<Process> processes, Findings findings) {
        return processes.stream().filter(p -> !p.isExecutable()).map(p -> read(p, findings)).toList();
    }

    private static Design read(Process process, Findings findings) {
        String key = process.getId() == null ? "" : process.getId();
        if (key.isEmpty()) {
            findings.error("ID_MISSING", null, "process");
        } else if (key.length() > MAX_KEY) {
            findings.error("KEY_TOO_LONG", key);
        } else {
            findings.warning("NOT_EXECUTABLE", key, key);
        }
        String name = process.getName();
        return new Design(key, name == null || name.isBlank() ? key : name);
    }
}
