package wf.contract;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * The identities of a tenant, the weightiest first.
 */
public class IdentityList implements Serializable {
    private static final long serialVersionUID = 1L;

    /** The identities. */
    public List<IdentityInfo> identities = new ArrayList<>();
}
