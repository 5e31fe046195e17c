package wf.definition;

import java.util.List;

/**
 * What the model says about a node as an event.
 *
 * @param definitions what it waits for or throws, in the order of the model; empty for a none event
 * @param all whether all of them must happen (parallel multiple) and not any one
 * @param interrupting whether catching it ends the activity or scope that it belongs to
 * @param attachedTo the activity on whose boundary it sits, or null
 */
public record EventTraits(List<EventDefinition> definitions, boolean all, boolean interrupting, String attachedTo) {

    public static final EventTraits NONE = new EventTraits(List.of(), false, true, null);

    public EventTraits {
        definitions = List.copyOf(definitions);
    }

    public <T extends EventDefinition> boolean has(Class<T> kind) {
        return definitions.stream().anyMatch(kind::isInstance);
    }

    /** The definitions of one kind. */
    public <T extends EventDefinition> List<T> of(Class<T> kind) {
        return definitions.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
