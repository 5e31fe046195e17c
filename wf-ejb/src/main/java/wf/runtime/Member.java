package wf.runtime;

import java.util.Set;

/**
 * A person as decisions see him.
 *
 * @param memberships everything under which work may be offered to him, as candidates: {@code user:li},
 *     {@code group:finance}, {@code dept:rd}, {@code post:clerk}
 * @param administrator whether he administers the tenant's processes (流程管理员)
 */
public record Member(String id, String name, Set<String> memberships, boolean administrator) {

    /** Nobody: what the engine does by itself, such as when a timer is due. */
    public static final Member ENGINE = new Member("system", "system", Set.of(), true);

    public Member {
        memberships = Set.copyOf(memberships);
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
