package wf.contract;

import java.io.Serializable;
import java.util.Date;

/**
 * A key of a service account, without what makes it one.
 */
public class ServiceKeyInfo implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Names it; no secret. */
    public String id;

    /** When it was issued. */
    public Date issuedAt;

    /** By whom. */
    public String issuedBy;

    /** When it opens nothing any more. */
    public Date expiresAt;

    /** When somebody ended it; null when nobody did. */
    public Date endedAt;

    /** Who ended it. */
    public String endedBy;

    /** Whether it opens now. */
    public boolean live;

    /** Whether digests of it are taken. */
    public boolean digest;
}
