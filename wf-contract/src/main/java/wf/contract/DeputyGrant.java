package wf.contract;

import java.io.Serializable;
import java.util.Date;

/**
 * 代办: who stands in for whom, of what work, and until when.
 */
public class DeputyGrant implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Id; null in a preview, where it does not exist yet. */
    public Long id;

    /** For whom. */
    public Person principal;

    /** Who stands in for him. */
    public Person deputy;

    /** Key of the definition whose work is meant; null for all. */
    public String definitionKey;

    /** The node whose work is meant; null for all. */
    public String nodeId;

    /** From when. */
    public Date from;

    /** Until when, exclusive; null until it is revoked. */
    public Date to;

    /** How. */
    public DeputyMode mode;

    /** How it stands. */
    public DeputyState state;

    /** Whether it counts at this moment. */
    public boolean active;

    /** Who granted it; null for grants of earlier releases. */
    public Person grantedBy;

    /** When; null for grants of earlier releases. */
    public Date grantedAt;

    /** When the deputy answered, or null. */
    public Date answeredAt;

    /** Who ended it before its time, or null. */
    public Person revokedBy;

    /** When it was ended before its time, or null. */
    public Date revokedAt;

    /** What the deputy was told, or null. */
    public String note;
}
