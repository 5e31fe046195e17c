package wf.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import wf.runtime.Directory;
import wf.runtime.Member;

/**
 * A thousand people {@code u0} to {@code u999} in memory, found by person and by candidate as in the product's own
 * organisation, so that it costs neither side a statement.
 */
public final class People implements Directory {

    public static final int COUNT = 1000;
    public static final String ADMINISTRATOR = "admin";
    private final Map<String, Member> members = new HashMap<>();
    private final Map<String, List<String>> byCandidate = new HashMap<>();

    /** Each person is in the groups that the harness gives him. */
    public People(IntFunction<List<String>> groups) {
        for (int user = 0; user < COUNT; user++) {
            add("u" + user, groups.apply(user), false);
        }
        add(ADMINISTRATOR, List.of(), true);
    }

    private void add(String id, List<String> groups, boolean administrator) {
        Set<String> memberships = new LinkedHashSet<>(groups.stream().map(g -> "group:" + g).toList());
        memberships.add("user:" + id);
        members.put(id, new Member(id, id, memberships, administrator));
        memberships.forEach(m -> byCandidate.computeIfAbsent(m, key -> new ArrayList<>()).add(id));
    }

    @Override
    public Optional<Member> member(String personId) {
        return Optional.ofNullable(members.get(personId));
    }

    @Override
    public List<String> membersOf(String candidate) {
        return byCandidate.getOrDefault(candidate, List.of());
    }
}
