package wf.instance;

import java.time.Instant;

/**
 * Something in model or data that keeps a token from going on. The token stays where it is, other branches go on.
 *
 * @param code RULE_ERROR, STUCK_JOIN, NO_PARTICIPANT, NO_ROUTE or QUOTA
 * @param workDone whether the node had done its work and only could not be left, so that trying again does not do it again
 * @param detail what was found, for the person who is to mend it
 */
public record Incident(long id, long nodeInstanceId, String nodeId, String code, String detail, Instant at, boolean workDone) {

    /** For those who may not see what was found. */
    public Incident withoutDetail() {
        return new Incident(id, nodeInstanceId, nodeId, code, null, at, workDone);
    }

    Incident at(String newNodeId) {
        return new Incident(id, nodeInstanceId, newNodeId, code, detail, at, workDone);
    }
}
