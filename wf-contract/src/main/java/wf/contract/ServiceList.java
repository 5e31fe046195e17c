package wf.contract;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * The services of one node.
 */
public class ServiceList implements Serializable {
    private static final long serialVersionUID = 1L;

    /** The node that answers. */
    public String node;

    /** All five. */
    public List<ServiceInfo> services = new ArrayList<>();
}
