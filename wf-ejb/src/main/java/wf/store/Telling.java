package wf.store;

import java.util.List;
import java.util.Map;

/**
 * What is to be told though no journal of an instance has it: beside an instance, before its time is over, from one person to
 * others.
 *
 * @param event as the topic calls it, such as {@code item.urged}; null for what is no event
 * @param kind about what people are told, by the name of its {@link wf.contract.MessageKind}; null to tell nobody
 * @param instanceId null for what is about none
 * @param itemId the work item, or what is to be read; null for what is about neither
 * @param people who is told, as candidates: {@code user:li}, {@code group:finance}
 * @param actor who did it, and so is told nothing of it; null for the engine
 * @param text what he said with it; null for nothing
 * @param data further values for templates; null for none
 * @param channels over which alone it goes; null for those that each of them wants
 */
public record Telling(String event, String kind, Long instanceId, Long itemId, String nodeId, List<String> people, String actor, String text,
        Map<String, String> data, List<String> channels) {

    private static final String OVER = "over";

    public Telling {
        people = people == null ? List.of() : List.copyOf(people);
        data = data == null ? Map.of() : Map.copyOf(data);
    }

    public static Telling about(String event, String kind, long instanceId, Long itemId, String nodeId, List<String> people, String actor, String text) {
        return new Telling(event, kind, instanceId, itemId, nodeId, people, actor, text, null, null);
    }

    /**
     * What people were told of is over: nobody is told of that, and what they were told is taken back.
     *
     * @param done whether it has been done, and is not just gone
     */
    public static Telling over(String event, Long instanceId, long itemId, String nodeId, String actor, boolean done) {
        return new Telling(event, null, instanceId, itemId, nodeId, null, actor, null, Map.of(OVER, Boolean.toString(done)), null);
    }

    /** Whether it was done, where this tells that something is over; else null. */
    public Boolean over() {
        return data.containsKey(OVER) ? Boolean.valueOf(data.get(OVER)) : null;
    }

    public String body() {
        return Json.write(this);
    }

    public static Telling of(String body) {
        return Json.read(body, Telling.class);
    }
}
