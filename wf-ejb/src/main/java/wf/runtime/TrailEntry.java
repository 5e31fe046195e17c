package wf.runtime;

import java.time.Instant;
import java.util.List;

/**
 * A finished visit of a human node (§0.4c): all that operations which look back need to know.
 *
 * @param lineage the branch of the visit and its ancestors, up to the root; known for merged branches too
 * @param handlers who did the work, in order
 * @param sender the visit from which the work had come; null at the first node
 * @param handledAt when the last of them had done it
 */
public record TrailEntry(long nodeInstanceId, String nodeId, List<Long> lineage, List<String> handlers, Long sender,
        Instant handledAt) {

    public TrailEntry {
        lineage = List.copyOf(lineage);
        handlers = List.copyOf(handlers);
    }

    public long branchId() {
        return lineage.get(0);
    }
}
