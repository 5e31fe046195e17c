package wf.contract;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;

/**
 * 工作移交: work that one person hands over to another.
 */
public class Handover implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Id; null in a preview, where it does not exist yet. */
    public Long id;

    /** Whose work. */
    public Person giver;

    /** Who is to get it. */
    public Person receiver;

    /** How it stands. */
    public HandoverState state;

    /** Who offered it. */
    public Person createdBy;

    /** When. */
    public Date createdAt;

    /** When the last of it was answered, or it was taken back; null before. */
    public Date closedAt;

    /** What the receiver is told, or null. */
    public String note;

    /** Whether rights of starter and reader go with it. */
    public boolean includeRoles;

    /** How many items wait for an answer. */
    public int pending;

    /** How many have moved. */
    public int moved;

    /** How many were not taken, or are gone. */
    public int left;

    /** The items; empty in lists. */
    public List<HandoverItem> items = new ArrayList<>();
}
