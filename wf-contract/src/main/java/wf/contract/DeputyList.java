package wf.contract;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * A page of grants, the latest first.
 */
public class DeputyList implements Serializable {
    private static final long serialVersionUID = 1L;

    /** The grants. */
    public List<DeputyGrant> grants = new ArrayList<>();

    /** There are more: send it as {@code before}. Null when these were the last. */
    public Long next;
}
