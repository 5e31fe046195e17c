package wf.notice;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Something that people are told.
 *
 * @param number which it is: told once under it
 * @param kind a {@link wf.contract.MessageKind}, or a template of the tenant's own
 * @param instanceId 0 for what is about none
 * @param itemId 0 for what is about no item
 * @param nodeId null for what is about no step
 * @param people as candidates: {@code user:li}, {@code group:finance}
 * @param actors who did it, and are told nothing of it
 * @param text what was said with it; null for nothing
 * @param data further values for templates
 * @param channels over which alone it goes; null for those that each of them wants
 * @param whileOpen whether it is told only as long as the item is open
 */
record Occasion(long number, String kind, long instanceId, long itemId, String nodeId, List<String> people, Set<String> actors, String text,
        Map<String, String> data, List<String> channels, boolean whileOpen) {

    /** At a step that was found out later. */
    Occasion at(String node) {
        return new Occasion(number, kind, instanceId, itemId, node, people, actors, text, data, channels, whileOpen);
    }
}
