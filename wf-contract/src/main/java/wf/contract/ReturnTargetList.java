package wf.contract;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * F33: where work can be returned to.
 */
public class ReturnTargetList implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Latest first. */
    public List<ReturnTarget> targets = new ArrayList<>();
}
