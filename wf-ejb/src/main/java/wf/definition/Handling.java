package wf.definition;

import java.util.List;

/**
 * How people may involve others in their work at a node, where it is not as usual.
 *
 * @param dismissesAssistants whether a submit sends assistants home who have not answered; else it waits for them
 * @param signDepth how deep added signers may add signers themselves; 1: not at all
 * @param internalRange to whom work may be handed on inside the node, as candidates; empty: to those of the same department
 */
public record Handling(boolean dismissesAssistants, int signDepth, List<String> internalRange) {

    public static final Handling STANDARD = new Handling(false, 1, List.of());

    public Handling {
        internalRange = List.copyOf(internalRange);
    }

    /** Reads {@code wf:assistants="AUTO_CLOSE"}, {@code wf:signDepth} and {@code wf:internalRange}. */
    public static Handling read(ModelElement element, Findings findings) {
        String assistants = element.extension("assistants").orElse("AWAIT");
        String depth = element.extension("signDepth").orElse("1");
        if (!assistants.matches("AWAIT|AUTO_CLOSE") || !depth.matches("[1-9]")) {
            findings.error("HANDLING", element.id(), element.id(), assistants, depth);
            return STANDARD;
        }
        List<String> range = element.extension("internalRange").map(r -> List.of(r.strip().split("\\s*,\\s*"))).orElse(List.of());
        return new Handling(assistants.equals("AUTO_CLOSE"), Integer.parseInt(depth), range);
    }
}
