package wf.spi;

import java.util.ArrayList;
import java.util.List;

/** A post (岗位) of an {@link OrgBuilder}. */
public class OrgPost {
    /** At most 64 characters. */
    public String id;
    public String parentId;
    /** The department that it belongs to; null for one of all. */
    public String deptId;
    public String name;
    public List<String> members = new ArrayList<>();
}
