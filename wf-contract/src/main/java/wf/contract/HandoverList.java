package wf.contract;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * A page of handovers, the latest first.
 */
public class HandoverList implements Serializable {
    private static final long serialVersionUID = 1L;

    /** The handovers, without their items. */
    public List<Handover> handovers = new ArrayList<>();

    /** There are more: send it as {@code before}. Null when these were the last. */
    public Long next;
}
