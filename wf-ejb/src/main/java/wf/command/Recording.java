package wf.command;

import wf.store.JournalEnd;
import wf.store.JournalRow;

/** A journal row that has its place in the chain, and the end of the chain with it. */
record Recording(JournalRow row, JournalEnd end) { }
