package wf.definition;

/**
 * A bean that is told when an activity begins, ends, or gives work to a person.
 *
 * @param event {@code start}, {@code end}, {@code create}, {@code assignment} or {@code complete}
 */
public record Listener(String event, String bean) { }
