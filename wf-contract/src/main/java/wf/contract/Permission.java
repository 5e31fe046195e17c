package wf.contract;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * The answer of a permission check (§4.1 I6, I7, §4.3 U24).
 */
public class Permission implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Whether. */
    public boolean allowed;

    /** Why not, in a sentence; null when allowed. */
    public String reason;

    /** The right that would let an administrator do it, as in {@code instance.manage}; null where no right does. */
    public String right;

    /** Codes of the roles by which the person asked about has that right there. */
    public List<String> roles = new ArrayList<>();

    /** The identities that the person asked about holds (§1.2). */
    public List<String> identities = new ArrayList<>();
}
