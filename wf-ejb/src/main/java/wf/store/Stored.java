package wf.store;

import wf.instance.ProcessInstance;

/**
 * An instance as it was stored at one version, with the end of its journal. The image is never changed: whoever decides
 * takes a copy.
 *
 * @param journalLength rows of the journal
 * @param journalHash hash of its last row, to which the next one is chained
 */
public record Stored(ProcessInstance image, long journalLength, String journalHash) { }
