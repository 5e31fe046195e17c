package wf.command;

import wf.store.DefinitionRow;
import wf.store.WorkItemRow;

/**
 * What the first look into the database found: whether the operation has been performed before, and on the way, if that
 * came with it, the row that the command is about.
 *
 * @param item the open item, or null where it has not been read
 * @param definition the definition that is to be started, or null where it has not been read
 */
record Target(WorkItemRow item, DefinitionRow definition, boolean known) {

    static final Target UNREAD = new Target(null, null, false);
}
