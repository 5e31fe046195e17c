package wf.runtime;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** What somebody may administer and how far: all that his roles bring, whether he has them himself or by where he belongs. */
public record Rights(List<Granted> granted) {
    public static final Rights NONE = new Rights(List.of());
    /** All there is. */
    public static final Rights ALL = new Rights(List.of(new Granted("", EnumSet.allOf(Right.class), Reach.EVERYWHERE)));

    /**
     * One role that he holds.
     *
     * @param role its code
     */
    public record Granted(String role, Set<Right> rights, Reach reach) {
        public Granted {
            rights = Set.copyOf(rights);
        }
    }

    public Rights {
        granted = List.copyOf(granted);
    }

    /** Whether he administers nothing at all, as most people. */
    public boolean isEmpty() {
        return granted.isEmpty();
    }

    /** Whether he has it in the whole tenant. */
    public boolean everywhere(Right right) {
        return may(right, Whereabouts.TENANT);
    }

    /** Whether he has it somewhere. */
    public boolean somewhere(Right right) {
        return granted.stream().anyMatch(g -> g.rights().contains(right));
    }

    public boolean may(Right right, Whereabouts where) {
        return granted.stream().anyMatch(g -> g.rights().contains(right) && g.reach().covers(where));
    }

    /** @param where found out only where it matters */
    public boolean may(Right right, Supplier<Whereabouts> where) {
        return everywhere(right) || somewhere(right) && may(right, where.get());
    }

    /** Whether he has it wherever that reaches. */
    public boolean covers(Right right, Reach reach) {
        return granted.stream().anyMatch(g -> g.rights().contains(right) && g.reach().covers(reach));
    }

    /** Which of them he has not, as far as that reaches: by their codes. */
    public Set<String> lacking(Set<Right> wanted, Reach reach) {
        return wanted.stream().filter(r -> !covers(r, reach)).map(Right::code).collect(Collectors.toCollection(TreeSet::new));
    }

    /** How far he has it; empty where he does not. */
    public List<Reach> reaches(Right right) {
        return granted.stream().filter(g -> g.rights().contains(right)).map(Granted::reach).distinct().toList();
    }

    /** The kinds of administration in which he has anything. */
    public Set<Duty> duties() {
        Set<Duty> duties = EnumSet.noneOf(Duty.class);
        granted.forEach(g -> g.rights().forEach(r -> duties.add(r.duty())));
        return duties;
    }
}
