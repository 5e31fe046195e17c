package wf.contract;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * What an operation on a handover did, or in a preview would do.
 */
public class HandoverReply implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Operation id, the client's or one made by the server. */
    public String opId;

    /** True when nothing was stored. */
    public boolean preview;

    /** The handover as it is now. */
    public Handover handover;

    /** What came of each item that was accepted. */
    public List<ItemResult> results = new ArrayList<>();

    /** How many items of drafts were left out of the offer: a draft stays whose it is. */
    public int drafts;

    /** There is more work to hand over: send it as {@link WorkSelection#after}. Null when this was the last. */
    public Long next;
}
