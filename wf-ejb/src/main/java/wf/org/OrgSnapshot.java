package wf.org;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wf.runtime.Directory;
import wf.runtime.Hierarchy;
import wf.runtime.Member;

/**
 * One tenant's organisation at one time. Immutable, so that a decision sees the same people from beginning to end.
 *
 * <p>It holds enabled people only, in their enabled departments, groups and posts. {@code dept:rd} means those who are in
 * this department, not in those below it.
 */
public final class OrgSnapshot implements Directory {
    /** What an unknown tenant has. */
    static final OrgSnapshot NONE = new OrgSnapshot(0, 0, Instant.MAX, Map.of(), Map.of(), Map.of(), Hierarchy.FLAT);

    private final long epoch;
    private final long version;
    private final Instant until;
    private final Map<String, OrgPerson> people;
    private final Map<String, OrgPerson> byLogin;
    private final Map<String, List<String>> members;
    private final Hierarchy hierarchy;

    OrgSnapshot(long epoch, long version, Instant until, Map<String, OrgPerson> people,
            Map<String, OrgPerson> byLogin, Map<String, List<String>> members, Hierarchy hierarchy) {
        this.epoch = epoch;
        this.version = version;
        this.until = until;
        this.people = people;
        this.byLogin = byLogin;
        this.members = members;
        this.hierarchy = hierarchy;
    }

    /** Counts the snapshots that this node has made of the tenant. */
    public long epoch() {
        return epoch;
    }

    /** The version of the tables that it was made from. */
    public long version() {
        return version;
    }

    /** When somebody's or something's time begins or ends next, and a new snapshot is due. */
    Instant until() {
        return until;
    }

    @Override
    public Optional<Member> member(String personId) {
        return person(personId).map(OrgPerson::member);
    }

    @Override
    public List<String> membersOf(String candidate) {
        return members.getOrDefault(candidate, List.of());
    }

    @Override
    public Hierarchy hierarchy() {
        return hierarchy;
    }

    /** The enabled person of this id. */
    public Optional<OrgPerson> person(String personId) {
        return Optional.ofNullable(people.get(personId));
    }

    /** The enabled person of this login name. */
    public Optional<OrgPerson> personByLogin(String loginName) {
        return Optional.ofNullable(byLogin.get(loginName));
    }

    /** All enabled people. */
    public Collection<OrgPerson> people() {
        return people.values();
    }
}
