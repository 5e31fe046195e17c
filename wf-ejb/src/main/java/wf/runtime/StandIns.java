package wf.runtime;

import java.time.Instant;
import java.util.Optional;

/** To whom new work of somebody goes while he is away (§6.7, TRANSFER). */
@FunctionalInterface
public interface StandIns {

    /** Everybody has his own work. */
    StandIns NONE = (person, definitionKey, nodeId, at) -> Optional.empty();

    /**
     * Who has the work.
     *
     * @param grantId by which grant
     */
    record StandIn(long grantId, String deputy) { }

    /** Who gets the work of the person at this step of this process at this time; empty: he himself. */
    Optional<StandIn> of(String person, String definitionKey, String nodeId, Instant at);
}
