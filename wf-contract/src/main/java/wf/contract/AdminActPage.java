package wf.contract;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * What administrators did, the latest first.
 */
public class AdminActPage implements Serializable {
    private static final long serialVersionUID = 1L;

    /** The acts. */
    public List<AdminAct> acts = new ArrayList<>();

    /** What to send as {@code before} for the next page; null on the last. */
    public Long next;
}
