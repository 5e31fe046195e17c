package wf.instance;

import java.time.Instant;
import wf.contract.WorkItemState;

/**
 * An item that nobody works on for the time being: what it was before, and since when its clock stands.
 *
 * @param withInstance whether it stands because the whole instance was suspended, and goes on with it
 */
public record Pause(WorkItemState before, Instant since, boolean withInstance) { }
