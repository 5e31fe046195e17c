package wf.org;

import java.util.List;
import wf.runtime.Member;

/**
 * An enabled person with what sign-on and the faces ask beyond a decision's {@link Member}.
 *
 * @param member      the person as decisions see him
 * @param loginName   what he types to sign on
 * @param mail        his address, or null
 * @param locale      the language he chose, or null
 * @param version     grows with every change of the person, a new password included
 * @param source      from where he is loaded, such as {@code ldap}; null for who is kept here alone
 * @param memberships departments, the main one first, then posts and groups: {@code dept:rd}, {@code post:legal}
 */
public record OrgPerson(Member member, String loginName, String mail, String locale, long version, String source,
        List<String> memberships) {

    /** Keeps a copy that nobody can change. */
    public OrgPerson {
        memberships = List.copyOf(memberships);
    }

    /** The person's id. */
    public String id() {
        return member.id();
    }
}
