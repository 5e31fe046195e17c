package wf.contract;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * The roles of a tenant, and all rights that a role can have.
 */
public class RoleList implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Those of the product first. */
    public List<RoleInfo> roles = new ArrayList<>();

    /** All that there are. */
    public List<RightInfo> rights = new ArrayList<>();

    /** Whether nobody may have rights of two of the duties SYSTEM, SECURITY and AUDIT. */
    public boolean separation;
}
