package wf.relay;

import java.time.Instant;

/**
 * How the relay of this node does.
 *
 * @param publishes whether events go to the topic at all
 * @param waiting rows of the tenant, written by whichever node, that have not gone out
 * @param oldest since when the oldest of them waits; null when none does
 * @param awaySince since when the broker takes nothing from this node; null while it does
 * @param error what it said last; null while all is well
 * @param sent rows of all tenants that this node has told since it started
 */
public record RelayState(boolean publishes, long waiting, Instant oldest, Instant awaySince, String error, long sent) { }
