package wf.runtime;

import java.util.List;
import java.util.Optional;

/**
 * How work gets from where it is to an earlier visit (§1.3).
 *
 * @param target the visit to which it goes back
 * @param kind which of the cases it is
 * @param anchorId the branch on which, or below which, it goes on; it is open
 * @param chain finished sub-processes that begin anew around the target, the outermost first
 */
public record ReturnWay(TrailEntry target, Kind kind, long anchorId, List<String> chain) {

    /** The cases of §1.3. */
    public enum Kind {
        /** A: on the branch itself. */
        SAME,
        /** B: on the branch that was split; those it was split into are left. */
        SPLIT,
        /** C: on a branch beside, while this token waits at their join. */
        BESIDE,
        /** D: on a branch that has merged or ended since. */
        MERGED
    }

    public ReturnWay {
        chain = List.copyOf(chain);
    }

    /** The node of the anchor's own scope at which work goes on: the target, or the outermost sub-process around it. */
    String entrance() {
        return chain.isEmpty() ? target.nodeId() : chain.get(0);
    }

    /** The child of the anchor on which the target was; empty where that was the anchor itself. */
    Optional<TrailEntry.Place> child() {
        return target.rightBelow(anchorId);
    }
}
