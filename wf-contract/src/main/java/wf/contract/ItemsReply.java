package wf.contract;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * What came of an operation on many items; each stands for itself.
 */
public class ItemsReply implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Operation id, the client's or one made by the server. */
    public String opId;

    /** True when nothing was stored. */
    public boolean preview;

    /** The items of this page. */
    public List<ItemResult> items = new ArrayList<>();

    /** How many of them were done, or would be. */
    public int done;

    /** How many of them were not. */
    public int refused;

    /** There are more: send it as {@link WorkSelection#after}. Null when these were the last. */
    public Long next;
}
