package wf.org;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import wf.runtime.Hierarchy.Department;
import wf.runtime.Hierarchy.Place;

/**
 * Makes the tree of a snapshot: names only people, departments, groups and posts that count now. What hangs below something
 * disabled hangs below the next one above it, and a circle of parents is opened, so that every way up ends.
 */
final class TreeBuilder {
    private static final Comparator<DepartmentRow> IN_ORDER =
            Comparator.comparingInt((DepartmentRow row) -> row.sortNo).thenComparing(row -> row.id);

    private final OrgRows rows;
    private final Predicate<ValidRow> counts;
    private final Set<String> people;
    private final Map<String, List<String>> children = new HashMap<>();

    /** @param counts whether a row counts now */
    TreeBuilder(OrgRows rows, Predicate<ValidRow> counts, Set<String> people) {
        this.rows = rows;
        this.counts = counts;
        this.people = people;
    }

    /** @param departmentMembers those that are in departments, main ones first */
    OrgTree build(List<DepartmentMemberRow> departmentMembers) {
        Map<String, Department> departments = departments();
        parents("group:", rows.groups(), row -> row.parentId);
        parents("post:", rows.posts(), row -> row.parentId);
        Map<String, List<Place>> places = new HashMap<>();
        Map<String, List<String>> led = new HashMap<>();
        for (DepartmentMemberRow row : departmentMembers) {
            if (people.contains(row.personId) && departments.containsKey(row.ownerId) && counts.test(row)) {
                String leader = row.personId.equals(row.leaderId) ? null : known(row.leaderId);
                add(places, row.personId, new Place(departments.get(row.ownerId).id(), leader));
                if (leader != null) {
                    add(led, leader, row.personId);
                }
            }
        }
        Map<String, List<String>> headed = new HashMap<>();
        departments.values().stream().filter(d -> d.head() != null).forEach(d -> add(headed, d.head(), d.id()));
        return new OrgTree(settled(places), departments, settled(children), settled(headed), settled(led), posts(departments.keySet()));
    }

    private Map<String, Department> departments() {
        Map<String, List<String>> deputies = new HashMap<>();
        rows.deputies().stream().filter(row -> people.contains(row.personId) && counts.test(row))
                .forEach(row -> add(deputies, row.ownerId, row.personId));
        List<DepartmentRow> ordered = rows.departments().stream().sorted(IN_ORDER).toList();
        Map<String, String> parents = parents("dept:", ordered, row -> row.parentId);
        Map<String, Department> found = new LinkedHashMap<>();
        ordered.stream().filter(counts).forEach(row -> found.put(row.id, new Department(row.id, parents.get(row.id), known(row.headId),
                deputies.getOrDefault(row.id, List.of()), known(row.superiorId))));
        return found;
    }

    private String known(String person) {
        return people.contains(person) ? person : null;
    }

    /** The parent of each that counts, and what is below whom. */
    private <R extends UnitRow> Map<String, String> parents(String prefix, List<R> units, Function<R, String> parent) {
        Map<String, R> all = units.stream().collect(Collectors.toMap(row -> row.id, row -> row));
        Map<String, String> found = new HashMap<>();
        for (R row : units) {
            if (counts.test(row)) {
                String above = above(row, all, parent);
                if (above != null && !leadsTo(row.id, above, found)) {
                    found.put(row.id, above);
                    add(children, prefix + above, prefix + row.id);
                }
            }
        }
        return found;
    }

    /** The next one above that counts; null where there is none. */
    private <R extends UnitRow> String above(R row, Map<String, R> all, Function<R, String> parent) {
        Set<String> seen = new HashSet<>();
        R at = all.get(parent.apply(row));
        while (at != null && !counts.test(at) && seen.add(at.id)) {
            at = all.get(parent.apply(at));
        }
        return at == null || !counts.test(at) ? null : at.id;
    }

    /** Whether the way up from one, as far as it is known, comes to the other. */
    private static boolean leadsTo(String other, String one, Map<String, String> parents) {
        String at = one;
        while (at != null && !at.equals(other)) {
            at = parents.get(at);
        }
        return at != null;
    }

    private Map<String, String> posts(Set<String> departments) {
        Map<String, String> found = new HashMap<>();
        rows.posts().stream().filter(row -> row.departmentId != null && departments.contains(row.departmentId))
                .forEach(row -> found.put(row.id, row.departmentId));
        return found;
    }

    private static <T> void add(Map<String, List<T>> index, String key, T value) {
        index.computeIfAbsent(key, k -> new ArrayList<>(1)).add(value);
    }

    private static <T> Map<String, List<T>> settled(Map<String, List<T>> index) {
        index.replaceAll((key, values) -> List.copyOf(values));
        return index;
    }
}
