package wf.org;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import wf.runtime.Hierarchy;

/** How one snapshot's people and departments hang together, with an index for each way of asking. */
record OrgTree(Map<String, List<Place>> placesOf, Map<String, Department> departments, Map<String, List<String>> children,
        Map<String, List<String>> headedBy, Map<String, List<String>> ledBy, Map<String, String> departmentOfPost) implements Hierarchy {

    @Override
    public List<Place> places(String person) {
        return placesOf.getOrDefault(person, List.of());
    }

    @Override
    public Optional<Department> department(String id) {
        return Optional.ofNullable(departments.get(id));
    }

    @Override
    public List<String> below(String unit) {
        return children.getOrDefault(unit, List.of());
    }

    @Override
    public List<String> headed(String person) {
        return headedBy.getOrDefault(person, List.of());
    }

    @Override
    public List<String> led(String person) {
        return ledBy.getOrDefault(person, List.of());
    }

    @Override
    public Optional<String> departmentOf(String post) {
        return Optional.ofNullable(departmentOfPost.get(post));
    }
}
