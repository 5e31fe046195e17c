package wf.instance;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import wf.contract.ParticipantRole;

/**
 * Whom the sources of a model meant as readers or monitors when it was time to ask them. They are kept, since what they were found
 * by, such as whoever sent the work, changes while the instance goes on.
 *
 * @param nodeId where readers of a node are meant; null where it is about the process
 * @param candidates people, and groups that are meant as such
 */
public record Onlookers(ParticipantRole role, String nodeId, List<String> candidates) {

    /** So many are remembered of one node or process; a group that stays one is one. */
    public static final int MOST = 1000;

    public Onlookers {
        candidates = candidates == null ? List.of() : List.copyOf(candidates);
    }

    boolean isForTheSame(Onlookers other) {
        return role == other.role && Objects.equals(nodeId, other.nodeId);
    }

    /** Those of a node are all who were found whenever a token came; those of the process are found anew. */
    Onlookers then(Onlookers later) {
        return nodeId == null ? later : new Onlookers(role, nodeId, Stream.of(candidates, later.candidates).flatMap(Collection::stream).distinct()
                .limit(MOST).toList());
    }

    Onlookers at(String node) {
        return new Onlookers(role, node, candidates);
    }
}
