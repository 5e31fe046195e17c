package wf.rule;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wf.value.Value;

/**
 * What a script of a node or an instance has decided.
 *
 * @param variables that it sets, in order; empty clears one
 * @param rejected why what is going on must not be, or null; then nothing else counts
 * @param skipped whether nobody need work here
 * @param redirect the node to which the token is to go instead, or null
 * @param participants who is to do the work, as candidates; null leaves that to the model
 */
public record Ruling(Map<String, Optional<Value>> variables, String rejected, boolean skipped, String redirect, List<String> participants) {

    public Ruling {
        variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
        participants = participants == null ? null : List.copyOf(participants);
    }

    /** Whether it says where the work goes or who does it, and not only what is known. */
    public boolean steers() {
        return skipped || redirect != null || participants != null;
    }

    /** For the journal: what followed, without the values of variables, which stand there anyway. */
    public String outcome() {
        return skipped ? "SKIPPED" : redirect != null ? "REDIRECTED " + redirect : participants != null ? "PARTICIPANTS" : "DONE";
    }
}
