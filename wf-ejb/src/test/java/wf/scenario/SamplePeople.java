package wf.scenario;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import wf.runtime.Directory;
import wf.runtime.Member;

/** The sample people of the product, in memory: the same names as in the sample directory. */
final class SamplePeople implements Directory {

    private final Map<String, Member> people = new LinkedHashMap<>();

    SamplePeople() {
        add("zhao", false, "dept:rd");
        add("qian", false, "dept:rd");
        add("li", false, "dept:rd", "post:legal");
        add("wang", false, "dept:finance", "group:finance");
        add("sun", false, "dept:finance", "group:finance");
        add("zhou", false, "dept:finance", "group:finance");
        add("admin", true);
    }

    private void add(String id, boolean administrator, String... memberships) {
        Set<String> all = new LinkedHashSet<>(List.of(memberships));
        all.add("user:" + id);
        people.put(id, new Member(id, id, all, administrator));
    }

    @Override
    public Optional<Member> member(String personId) {
        return Optional.ofNullable(people.get(personId));
    }

    @Override
    public List<String> membersOf(String candidate) {
        return people.values().stream().filter(m -> m.memberships().contains(candidate)).map(Member::id).toList();
    }
}
