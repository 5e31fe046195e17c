package wf.definition;

/**
 * A bean that is told when an activity begins, ends, or gives work to a person, or when a flow is taken.
 *
 * @param event {@code start}, {@code end}, {@code take}, {@code create}, {@code assignment}, {@code complete} or {@code delete}
 */
public record Listener(String event, String bean) { }
