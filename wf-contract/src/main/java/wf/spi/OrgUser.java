package wf.spi;

import java.util.ArrayList;
import java.util.List;

/** A person of an {@link OrgBuilder}. */
public class OrgUser {
    /** At most 64 characters. */
    public String id;
    /** What he types to sign on; at most 100 characters. */
    public String loginName;
    public String name;
    public String mail;
    public String mobile;
    /** The language for his messages, such as {@code zh-CN}. */
    public String locale;
    /** His departments; where none is the main one, the first is. */
    public List<OrgPlace> places = new ArrayList<>();
    /** Ids of his posts, besides those that name him. */
    public List<String> posts = new ArrayList<>();
}
