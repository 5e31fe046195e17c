package wf.command;

import java.util.List;

/**
 * What the outbox keeps of an act that changes nothing of the instance but is to be told: something to read, an urge.
 *
 * @param to who is told
 * @param items what it is about
 */
record Notice(int schema, String opId, String operation, String actor, List<String> to, List<Long> items, String text) { }
