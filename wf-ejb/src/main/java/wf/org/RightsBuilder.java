package wf.org;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import wf.runtime.Reach;
import wf.runtime.Rights;
import wf.runtime.Rights.Granted;

/**
 * Makes of roles and grants what each person may administer. A role that is gone brings nothing, and a grant for a department
 * that is gone reaches nothing. People with the same rights share them.
 */
final class RightsBuilder {
    private final Map<String, List<Granted>> byHolder = new HashMap<>();
    private final Map<String, List<String>> below = new HashMap<>();
    private final Set<String> departments = new HashSet<>();
    private final Map<List<Granted>, Rights> shared = new HashMap<>();

    RightsBuilder(OrgRows rows) {
        if (rows.grants().isEmpty()) {
            return;
        }
        for (DepartmentRow row : rows.departments()) {
            departments.add(row.id);
            below.computeIfAbsent(String.valueOf(row.parentId), key -> new ArrayList<>()).add(row.id);
        }
        Map<String, Role> roles = Role.all(rows.roles()).stream().collect(Collectors.toMap(Role::code, Function.identity()));
        for (RoleGrantRow row : rows.grants()) {
            Role role = roles.get(row.role);
            if (role != null) {
                byHolder.computeIfAbsent(row.holder, key -> new ArrayList<>()).add(new Granted(role.code(), role.rights(), reach(row)));
            }
        }
    }

    /** @param candidates all under which somebody is known */
    Rights of(Set<String> candidates) {
        if (byHolder.isEmpty()) {
            return Rights.NONE;
        }
        List<Granted> granted = candidates.stream().filter(byHolder::containsKey).sorted().flatMap(c -> byHolder.get(c).stream()).distinct().toList();
        return granted.isEmpty() ? Rights.NONE : shared.computeIfAbsent(granted, Rights::new);
    }

    private Reach reach(RoleGrantRow row) {
        return row.department == null && row.category == null ? Reach.EVERYWHERE
                : new Reach(row.department == null ? null : withBelow(row.department), row.category);
    }

    /** A circle of parents ends where it began. */
    private Set<String> withBelow(String department) {
        Set<String> found = new HashSet<>();
        List<String> next = new ArrayList<>(departments.contains(department) ? List.of(department) : List.of());
        while (!next.isEmpty()) {
            String each = next.remove(next.size() - 1);
            if (found.add(each)) {
                next.addAll(below.getOrDefault(each, List.of()));
            }
        }
        return found;
    }
}
