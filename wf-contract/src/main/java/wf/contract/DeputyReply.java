package wf.contract;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * What an operation on deputies did, or in a preview would do.
 */
public class DeputyReply implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Operation id, the client's or one made by the server. */
    public String opId;

    /** True when nothing was stored. */
    public boolean preview;

    /** The grants concerned, as they are now. */
    public List<DeputyGrant> grants = new ArrayList<>();
}
