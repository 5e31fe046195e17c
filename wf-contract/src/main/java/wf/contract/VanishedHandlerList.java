package wf.contract;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * Whose open work nobody is left to do; what it is, a preview of its replacement tells.
 */
public class VanishedHandlerList implements Serializable {
    private static final long serialVersionUID = 1L;

    /** The people, by their ids. */
    public List<VanishedHandler> handlers = new ArrayList<>();

    /** How many items they hold, all pages together. */
    public long items;

    /** There are more: send it as {@code after}. Null when these were the last. */
    public String next;
}
