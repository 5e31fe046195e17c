package wf.spi;

import java.util.ArrayList;
import java.util.List;

/** A department of an {@link OrgBuilder}. */
public class OrgDept {
    /** At most 64 characters. */
    public String id;
    /** Null at the top. */
    public String parentId;
    public String name;
    public String code;
    public int sort;
    /** Whether it is a unit (单位) of its own. */
    public boolean unit;
    /** The person who heads it, or null. */
    public String headId;
    /** The superior leader in charge of it (分管领导), or null. */
    public String superiorId;
    /** Its deputy heads. */
    public List<String> deputyIds = new ArrayList<>();
}
