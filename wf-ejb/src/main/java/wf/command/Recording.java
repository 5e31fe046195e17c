package wf.command;

import java.util.List;
import wf.store.JobRow;
import wf.store.JournalEnd;
import wf.store.JournalRow;
import wf.store.Writes;

/** What is to be written, a journal row that has its place in the chain, the end of the chain with it, and what is due after the commit. */
record Recording(Writes writes, JournalRow row, JournalEnd end, List<JobRow> due) { }
