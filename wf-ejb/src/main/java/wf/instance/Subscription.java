package wf.instance;

import java.time.Duration;
import java.time.Instant;

/**
 * Something that an instance waits for: a moment, a message, a signal, or a condition on its own variables. It lives as
 * long as the visit that holds it.
 *
 * @param nodeInstanceId the visit that holds it: the catching event itself, the activity on whose boundary the event
 *     sits, the gateway before it, or the sub-process it is to start in; null for one that waits as long as the process
 * @param nodeId the event that goes on when it happens
 * @param ordinal which of the event's definitions it is, from 0
 * @param name of the message or signal; null for the others
 * @param key correlation key of a message; null where the name alone decides
 * @param dueAt when a timer is due; null for the others
 * @param fired how often a repeating timer has fired
 */
public record Subscription(long id, Long nodeInstanceId, String nodeId, int ordinal, SubscriptionKind kind, String name,
        String key, Instant dueAt, int fired) {

    Subscription at(String newNodeId) {
        return new Subscription(id, nodeInstanceId, newNodeId, ordinal, kind, name, key, dueAt, fired);
    }

    Subscription later(Duration pause) {
        return new Subscription(id, nodeInstanceId, nodeId, ordinal, kind, name, key, dueAt.plus(pause), fired);
    }

    Subscription again(Instant newDueAt, int newFired) {
        return new Subscription(id, nodeInstanceId, nodeId, ordinal, kind, name, key, newDueAt, newFired);
    }
}
