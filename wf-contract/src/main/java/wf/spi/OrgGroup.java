package wf.spi;

import java.util.ArrayList;
import java.util.List;

/** A group of an {@link OrgBuilder}, with all of its people: groups inside groups are the builder's to resolve. */
public class OrgGroup {
    /** At most 64 characters. */
    public String id;
    public String parentId;
    public String name;
    public List<String> members = new ArrayList<>();
}
