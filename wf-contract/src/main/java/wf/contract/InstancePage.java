package wf.contract;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * A page of instances.
 */
public class InstancePage implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Newest first. */
    public List<InstanceInfo> instances = new ArrayList<>();

    /** Cursor of the next page, or null at the end. */
    public String next;
}
