package wf.relay;

import wf.store.OutboxKey;

/**
 * One event as the topic gets it.
 *
 * @param of the row of the outbox that it comes from
 * @param event what happened, such as {@code item.created}
 * @param id the same whenever it is sent again
 * @param instanceId 0 for what is about none
 * @param text JSON
 */
public record Published(OutboxKey of, String event, String id, long instanceId, String text) { }
