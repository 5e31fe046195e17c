package wf.spi;

import java.time.Instant;
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
    /** From when on he counts; null: always did. */
    public Instant validFrom;
    /** From when on he counts no longer: he is as if disabled, at this moment and without a load. Null: no end. */
    public Instant validTo;
    /** His departments; where none is the main one, the first is. */
    public List<OrgPlace> places = new ArrayList<>();
    /** Ids of his posts, besides those that name him. */
    public List<String> posts = new ArrayList<>();
}
