package wf.runtime;

import java.time.Instant;
import java.util.List;
import wf.instance.SigningRound;

/**
 * A finished visit of a human node, or of one whose work has an effect outside (§0.4c): all that operations which look
 * back need to know.
 *
 * @param lineage the branch of the visit and its ancestors, up to the root; known for merged branches too
 * @param handlers who did the work, in order; nobody at a node without people
 * @param sender the visit from which the work had come; null at the first node
 * @param handledAt when the last of them had done it; null without people
 * @param round the tally of the signing round with which the visit ended; null where there was none
 */
public record TrailEntry(long nodeInstanceId, String nodeId, List<Place> lineage, List<String> handlers, Long sender,
        Instant handledAt, SigningRound round) {

    /**
     * A branch on the way up.
     *
     * @param split the visit that split it off; null for one that nothing did
     */
    public record Place(long branchId, Long split) { }

    public TrailEntry {
        lineage = List.copyOf(lineage);
        handlers = List.copyOf(handlers);
    }

    /** Whether the visit was on the branch or below it. */
    public boolean isBelow(long branchId) {
        return lineage.stream().anyMatch(p -> p.branchId() == branchId);
    }

    public long branchId() {
        return lineage.get(0).branchId();
    }
}
