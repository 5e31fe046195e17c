package wf.store;

/**
 * A row, and whether an operation id is known already: both read by one statement.
 *
 * @param known whether something has been done under the id
 */
public record Probed<R>(R row, boolean known) { }
