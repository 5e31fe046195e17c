package wf.definition;

/**
 * What the process allows to people who do not administer it, with an instance as a whole.
 *
 * @param suspend its starter may suspend and resume it
 * @param withdraw its starter may withdraw it; the only one that needs not be said
 * @param end whoever holds main work of it may end it early
 * @param reopen its starter may activate it after its end
 */
public record Allowances(boolean suspend, boolean withdraw, boolean end, boolean reopen) { }
