package wf.instance;

import java.time.Instant;
import wf.contract.WorkItemState;

/**
 * An item that nobody works on for the time being: what it was before, and since when its clock stands.
 *
 * @param before never OPENED: whether its holder has opened it, its row alone knows (§0.5)
 * @param withInstance whether it stands because the whole instance was suspended, and goes on with it
 * @param timersToo whether the timers of its visit stand with it, because it was the only work there
 */
public record Pause(WorkItemState before, Instant since, boolean withInstance, boolean timersToo) { }
