package wf.contract;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;

/**
 * A service account: a program that acts for people.
 */
public class ServiceAccountInfo implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Its id, as the journal names it. */
    public String id;

    /** What people call it. */
    public String name;

    /** Whether it counts. */
    public boolean enabled;

    /** As whom it may act. */
    public List<String> persons = new ArrayList<>();

    /** What it may do for them. */
    public List<String> operations = new ArrayList<>();

    /** Its keys, the newest first. */
    public List<ServiceKeyInfo> keys = new ArrayList<>();

    /** When it was changed last. */
    public Date changedAt;

    /** By whom. */
    public String changedBy;
}
