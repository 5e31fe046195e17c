package wf.access;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import wf.org.Role;
import wf.org.RoleGrantRow;
import wf.runtime.Directory;
import wf.runtime.Duty;
import wf.setting.Setting;
import wf.setting.Settings;

/**
 * Keeps the administration of system, security and audit apart (三员分立), where the settings say so: nobody has rights of two of
 * them, whichever roles bring them, and whether he has these himself or by his group, department or post.
 */
@Singleton
public class Separation {
    private final boolean on;

    @Inject
    public Separation(Settings settings) {
        this.on = settings.on(Setting.SEPARATION);
    }

    public boolean isOn() {
        return on;
    }

    /** Somebody who has what nobody should have at once. */
    public record Conflict(String person, Set<Duty> duties, Set<String> roles) {

        /** Whether it is no more than that one, as when somebody is on the way out of it. */
        public boolean isWithin(Conflict other) {
            return person.equals(other.person) && other.duties.containsAll(duties);
        }
    }

    /** Whoever would be in conflict if roles and grants were these; by their ids. */
    public List<Conflict> conflicts(Directory directory, Collection<Role> roles, Collection<RoleGrantRow> grants) {
        if (!on) {
            return List.of();
        }
        Map<String, Role> byCode = roles.stream().collect(Collectors.toMap(Role::code, Function.identity()));
        Map<String, Conflict> found = new TreeMap<>();
        for (RoleGrantRow grant : grants) {
            Role role = byCode.get(grant.role);
            if (role != null && !role.duties().isEmpty()) {
                for (String person : directory.membersOf(grant.holder)) {
                    Conflict sofar = found.computeIfAbsent(person, p -> new Conflict(p, EnumSet.noneOf(Duty.class), new LinkedHashSet<>()));
                    sofar.duties().addAll(role.duties());
                    sofar.roles().add(role.code());
                }
            }
        }
        List<Conflict> conflicts = new ArrayList<>(found.values());
        conflicts.removeIf(c -> c.duties().size() < 2);
        return conflicts;
    }
}
