package wf.instance;

/**
 * A place where tokens wait for others, of which an operation took one away: a slot that no token can fill any more
 * counts as satisfied there (§0.4a), where otherwise it would be an incident.
 *
 * @param scopeId the visit inside which it stands; null in the process itself
 */
public record SettledJoin(Long scopeId, String nodeId) {

    SettledJoin renamed(Renaming names) {
        return new SettledJoin(scopeId, names.node(nodeId));
    }
}
