package wf.command;

import java.util.Set;
import wf.definition.OpinionAudience;
import wf.definition.ProcessDefinition;
import wf.value.Value;

/**
 * What somebody who may read an instance is shown of it, wherever he reads: form, history, snapshots, process information.
 * Hidden fields are for administrators only (§9.3). Sensitive ones are masked for everybody who does not fill them in,
 * administrators too: what they need in order to help is seldom the whole number. Opinions go to whom their node says.
 *
 * @param manager whether he administers processes
 * @param identities what he is to the instance, by which fields are hidden from him
 */
public record Sight(String person, boolean manager, Set<String> identities) {

    private static final String MASK = "****";
    private static final int MOST_SHOWN = 4;

    public boolean sees(ProcessDefinition definition, String field) {
        return manager || !definition.hides(field, identities);
    }

    /** The text of the value as it is shown; null for none. */
    public String text(ProcessDefinition definition, String field, Value value) {
        return value == null ? null : definition.masks(field) ? masked(value.text()) : value.text();
    }

    /** At most the last four characters, and never more than a quarter of them. */
    static String masked(String text) {
        int length = text.codePointCount(0, text.length());
        int shown = Math.min(MOST_SHOWN, length / 4);
        return MASK + text.substring(text.offsetByCodePoints(0, length - shown));
    }

    /** @param author who wrote it, or null when nobody is known */
    public boolean seesOpinion(ProcessDefinition definition, String nodeId, String author) {
        OpinionAudience audience = definition.disclosure().opinionsAt(nodeId);
        return audience == OpinionAudience.ALL || person.equals(author) || audience == OpinionAudience.MANAGERS && manager;
    }
}
