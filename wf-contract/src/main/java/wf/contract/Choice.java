package wf.contract;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * Whom the handler of one node chooses for a later one.
 */
public class Choice implements Serializable {
    private static final long serialVersionUID = 1L;

    /** The node; required. */
    public String nodeId;

    /** Login names of the people; at least one. */
    public List<String> users = new ArrayList<>();
}
