package wf.query;

/**
 * Rows that one index has side by side, in the order of the list: what one person holds, what is offered to one group. A list is
 * one run, or several that are merged, of each of which a page is read at most.
 *
 * @param from table and alias, and what is joined to it by its key
 * @param key the column of the order
 * @param id the id of what is listed
 */
record Run(String from, String key, String id, Conditions conditions) { }
