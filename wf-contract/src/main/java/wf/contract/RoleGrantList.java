package wf.contract;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * Who has which role.
 */
public class RoleGrantList implements Serializable {
    private static final long serialVersionUID = 1L;

    /** In the order in which they were made. */
    public List<RoleGrant> grants = new ArrayList<>();

    /** Who has what nobody should have at once; empty where duties are not separated. */
    public List<RoleConflict> conflicts = new ArrayList<>();
}
