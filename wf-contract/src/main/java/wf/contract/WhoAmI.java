package wf.contract;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * Who is signed on, and what the product knows of him.
 */
public class WhoAmI implements Serializable {
    private static final long serialVersionUID = 1L;

    /** The person. */
    public Person person;

    /** Departments, posts and groups, the main department first: {@code dept:d1}, {@code post:p1}, {@code group:finance}. */
    public List<String> memberships = new ArrayList<>();

    /** Whether he administers the processes of the whole tenant. */
    public boolean administrator;

    /** Codes of what he may administer, in the whole tenant or somewhere (§10.2). */
    public List<String> rights = new ArrayList<>();

    /** Language of texts for him: {@code zh} or {@code en}. */
    public String language;
}
