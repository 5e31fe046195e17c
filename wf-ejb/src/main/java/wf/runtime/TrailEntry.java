package wf.runtime;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wf.instance.DecidedRound;

/**
 * A finished visit of a human node, or of one whose work has an effect outside (§0.4c): all that operations which look
 * back need to know.
 *
 * @param lineage the branch of the visit and its ancestors, up to the root; known for merged branches too
 * @param handlers who did the work, in order; nobody at a node without people
 * @param departments in which of their departments some of them have acted, by person
 * @param sender the visit from which the work had come; null at the first node
 * @param handledAt when the last of them had done it; null without people
 * @param round how the signing round ended; null where there was none
 */
public record TrailEntry(long nodeInstanceId, String nodeId, List<Place> lineage, List<String> handlers, Map<String, String> departments, Long sender,
        Instant handledAt, DecidedRound round) {

    /**
     * A branch on the way up.
     *
     * @param split the visit that split it off; null for one that nothing did
     */
    public record Place(long branchId, Long split) { }

    public TrailEntry {
        lineage = List.copyOf(lineage);
        handlers = List.copyOf(handlers);
        departments = Map.copyOf(departments);
    }

    /** Whether the visit was on the branch or below it. */
    public boolean isBelow(long branchId) {
        return lineage.stream().anyMatch(p -> p.branchId() == branchId);
    }

    /** The place right below that branch on the way from it down to the visit; empty where the visit was on it, or not below it. */
    Optional<Place> rightBelow(long branchId) {
        for (int i = 1; i < lineage.size(); i++) {
            if (lineage.get(i).branchId() == branchId) {
                return Optional.of(lineage.get(i - 1));
            }
        }
        return Optional.empty();
    }

    public long branchId() {
        return lineage.get(0).branchId();
    }
}
