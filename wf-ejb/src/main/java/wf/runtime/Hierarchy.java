package wf.runtime;

import java.util.List;
import java.util.Optional;

/**
 * How people, departments, groups and posts hang together at one time: what relations are read off. All of it is in
 * memory, and only what is enabled is in it; a department below one that is not hangs below the next one above.
 */
public interface Hierarchy {

    /**
     * That somebody is in a department.
     *
     * @param leader his direct leader there where it is not the head; else null
     */
    record Place(String department, String leader) { }

    /** @param parent null at the top; head and superior are null where there is none */
    record Department(String id, String parent, String head, List<String> deputies, String superior) {
        public Department {
            deputies = List.copyOf(deputies);
        }
    }

    /** The departments in which he is, the main one first. */
    List<Place> places(String person);

    Optional<Department> department(String id);

    /** What is right below such a department, group or post, named as candidates: {@code dept:rd}. */
    List<String> below(String unit);

    /** Ids of the departments that he heads. */
    List<String> headed(String person);

    /** Those who have him as their direct leader somewhere though he need not be the head. */
    List<String> led(String person);

    /** The department to which a post belongs; empty for a post of all. */
    Optional<String> departmentOf(String post);

    /** Where nobody has told how anything hangs together. */
    Hierarchy FLAT = new Hierarchy() {
        @Override
        public List<Place> places(String person) {
            return List.of();
        }

        @Override
        public Optional<Department> department(String id) {
            return Optional.empty();
        }

        @Override
        public List<String> below(String unit) {
            return List.of();
        }

        @Override
        public List<String> headed(String person) {
            return List.of();
        }

        @Override
        public List<String> led(String person) {
            return List.of();
        }

        @Override
        public Optional<String> departmentOf(String post) {
            return Optional.empty();
        }
    };
}
