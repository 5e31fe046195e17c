package wf.command;

import java.util.List;
import java.util.Set;
import wf.store.JobRow;
import wf.store.JournalEnd;
import wf.store.JournalRow;
import wf.store.Writes;
import wf.stream.ListChange;

/**
 * What is to be written, a journal row that has its place in the chain, the end of the chain with it, what is due after the commit, and whose
 * lists it changes.
 */
record Recording(Writes writes, JournalRow row, JournalEnd end, List<JobRow> due, Set<ListChange> lists) { }
