package wf.runtime;

import java.util.Set;

/**
 * A person as a decision sees him: the name for the journal, and everything that can make an offer his.
 *
 * @param id            the person's id
 * @param name          the name to show
 * @param memberships   the candidates he is among: {@code user:<id>} always, then groups, departments and posts
 * @param administrator whether he administers the tenant
 */
public record Member(String id, String name, Set<String> memberships, boolean administrator) {

    /** Keeps a copy that nobody can change. */
    public Member {
        memberships = Set.copyOf(memberships);
    }
}
