package wf.instance;

/** How a branch ended (§0.4). */
public enum BranchEnd { MERGED, RETURNED, CANCELLED, ENDED }
