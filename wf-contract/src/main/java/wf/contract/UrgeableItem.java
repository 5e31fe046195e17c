package wf.contract;

import java.io.Serializable;
import java.util.Date;

/**
 * 允许催办记录: open work of somebody else, which the caller started or sent on.
 */
public class UrgeableItem implements Serializable {
    private static final long serialVersionUID = 1L;

    /** The item, with how often its holder was urged and when last. */
    public WorkItemInfo item;

    /** From when it can be urged again; null for now. */
    public Date nextAt;

    /** Whether its model lets nobody urge there. */
    public boolean denied;
}
