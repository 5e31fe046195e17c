package wf.org.ldap;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The people of groups that hold groups, level by level, each group once: so groups that contain each other come to an end.
 */
final class Nesting {
    private final Map<DnKey, List<DnKey>> groups;
    private final Map<DnKey, String> people;
    private final int depth;

    /**
     * @param groups what each group names as its members
     * @param people the ids of people
     * @param depth  how many groups deep is looked
     */
    Nesting(Map<DnKey, List<DnKey>> groups, Map<DnKey, String> people, int depth) {
        this.groups = groups;
        this.people = people;
        this.depth = depth;
    }

    /**
     * The people of a group.
     *
     * @param complete whether no group lay too deep
     */
    record Members(List<String> people, boolean complete) { }

    private record Level(DnKey group, int depth) { }

    /** Members that are neither people nor groups, such as the placeholder of an empty group, are nobody. */
    Members of(DnKey group) {
        Set<String> found = new LinkedHashSet<>();
        Set<DnKey> seen = new HashSet<>(Set.of(group));
        Deque<Level> open = new ArrayDeque<>(List.of(new Level(group, 0)));
        boolean complete = true;
        while (!open.isEmpty()) {
            Level at = open.poll();
            for (DnKey member : groups.getOrDefault(at.group(), List.of())) {
                String person = people.get(member);
                if (person != null) {
                    found.add(person);
                } else if (groups.containsKey(member) && seen.add(member)) {
                    if (at.depth() < depth) {
                        open.add(new Level(member, at.depth() + 1));
                    } else {
                        complete = false;
                    }
                }
            }
        }
        return new Members(List.copyOf(found), complete);
    }
}
