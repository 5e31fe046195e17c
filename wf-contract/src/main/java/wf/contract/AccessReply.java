package wf.contract;

import java.io.Serializable;

/**
 * What came of an operation on access.
 */
public class AccessReply implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Operation id, the client's or one made by the server. */
    public String opId;

    /** True when nothing was stored. */
    public boolean preview;

    /** The service account, as it is now. */
    public ServiceAccountInfo serviceAccount;

    /** The role, as it is now. */
    public RoleInfo role;

    /** The grant that was made or revoked. */
    public RoleGrant grant;

    /** The new key. It is shown this once: it is kept nowhere, and the same operation id again tells the rest without it. */
    public String key;
}
