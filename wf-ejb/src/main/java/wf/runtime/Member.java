package wf.runtime;

import java.util.Set;
import java.util.function.Supplier;

/**
 * A person as decisions see him.
 *
 * @param memberships everything under which work may be offered to him, as candidates: {@code user:li},
 *     {@code group:finance}, {@code dept:rd}, {@code post:clerk}
 * @param administrator whether he administers the processes that it is about (流程管理员): all of the tenant's, until it is
 *     {@link #at known} where it happens
 * @param rights what he may administer, and how far
 */
public record Member(String id, String name, Set<String> memberships, boolean administrator, Rights rights) {

    /** Nobody: what the engine does by itself, such as when a timer is due. */
    public static final Member ENGINE = new Member("system", "system", Set.of(), true);

    public Member {
        memberships = Set.copyOf(memberships);
    }

    /** Somebody who administers everything, or nothing. */
    public Member(String id, String name, Set<String> memberships, boolean administrator) {
        this(id, name, memberships, administrator, administrator ? Rights.ALL : Rights.NONE);
    }

    public Member(String id, String name, Set<String> memberships, Rights rights) {
        this(id, name, memberships, rights.everywhere(Right.INSTANCE_MANAGE), rights);
    }

    /** The same, as whoever he is there. @param where found out only where it matters */
    public Member at(Supplier<Whereabouts> where) {
        return administrator || rights.isEmpty() || !rights.may(Right.INSTANCE_MANAGE, where) ? this
                : new Member(id, name, memberships, true, rights);
    }

    /** Whether this is nobody, but the engine by itself. */
    public boolean isEngine() {
        return id.equals(ENGINE.id);
    }

    /** Whether one of the candidates means him. */
    public boolean isAmong(Iterable<String> candidates) {
        for (String candidate : candidates) {
            if (memberships.contains(candidate)) {
                return true;
            }
        }
        return false;
    }
}
