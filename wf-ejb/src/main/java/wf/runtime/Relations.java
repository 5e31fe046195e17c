package wf.runtime;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import wf.definition.Relative;
import wf.definition.WhenHead;
import wf.runtime.Hierarchy.Department;
import wf.runtime.Hierarchy.Place;

/**
 * Whom a relation means (§6.4), as candidates: a whole department is named as such, so that an offer to it neither grows
 * with its people nor misses who comes tomorrow.
 *
 * <p>Who is looked for above the base is never the base himself unless the model wants it. Where the tree ends, and where
 * somebody comes round to whom it has been before, there is nobody: an incident tells, and no search goes on for ever.
 */
public final class Relations {

    private static final String USER = "user:";
    private static final String DEPT = "dept:";
    private static final String POST = "post:";
    private static final String GROUP = "group:";

    private final Directory directory;
    private final Hierarchy tree;

    public Relations(Directory directory) {
        this.directory = directory;
        this.tree = directory.hierarchy();
    }

    /** Nobody, where there is none: each candidate once, and no person who is disabled. */
    public List<String> of(Relative relative, Standpoint from) {
        if (directory.member(from.person()).isEmpty()) {
            return List.of();
        }
        Standpoint base = new Standpoint(from.person(), context(from));
        return switch (relative.relation()) {
            case SELF, STARTER, PREVIOUS_HANDLER, NODE_HANDLER -> people(Stream.of(base.person()));
            case DIRECT_LEADER -> people(leader(base, relative.whenHead()).stream().map(Standpoint::person));
            case LEADER_UP -> people(leaderUp(base, relative).stream());
            case DEPT_HEAD -> people(head(base.department(), base.person(), relative.whenHead()).stream().map(Standpoint::person));
            case DEPT_DEPUTY -> people(department(base.department()).stream().flatMap(d -> d.deputies().stream()));
            case SUPERIOR_LEADER -> people(superior(base, relative.whenHead()).stream());
            case PARENT_DEPT_HEAD -> people(above(base.department(), relative.levels())
                    .flatMap(d -> head(d, base.person(), relative.whenHead())).stream().map(Standpoint::person));
            case SAME_DEPT -> base.department() == null ? List.of() : List.of(DEPT + base.department());
            case DEPT_AND_SUB -> base.department() == null ? List.of() : withBelow(DEPT + base.department());
            case SAME_POST -> posts(base);
            case POST_IN_DEPT -> people(onPost(relative.unit(), base.department()));
            case GROUP_IN_DEPT -> people(inDepartment(base.department(), withBelow(GROUP + relative.unit())));
            case SUBORDINATES -> people(subordinates(base.person()).stream());
        };
    }

    /** The unit and all below it, as candidates. */
    public List<String> withBelow(String unit) {
        Set<String> all = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(unit));
        while (!open.isEmpty()) {
            String next = open.remove();
            if (all.add(next)) {
                open.addAll(tree.below(next));
            }
        }
        return List.copyOf(all);
    }

    private List<String> people(Stream<String> ids) {
        return ids.filter(id -> directory.member(id).isPresent()).distinct().map(USER::concat).toList();
    }

    // ---- where somebody stands ----

    /** The department in which he acts: the one chosen while he is in it or heads it, else his main one; null for whoever is in none. */
    private String context(Standpoint from) {
        List<Place> places = tree.places(from.person());
        return from.department() != null && mayActIn(from.person(), from.department()) ? from.department() : places.isEmpty() ? null : places.get(0).department();
    }

    /** Whether he is in the department, or heads it. */
    public boolean mayActIn(String person, String department) {
        return tree.headed(person).contains(department) || tree.places(person).stream().anyMatch(p -> p.department().equals(department));
    }

    private Optional<Department> department(String id) {
        return id == null ? Optional.empty() : tree.department(id);
    }

    /** The department so many levels above. */
    private Optional<String> above(String department, int levels) {
        Optional<String> at = Optional.ofNullable(department);
        for (int i = 0; i < levels && at.isPresent(); i++) {
            at = at.flatMap(tree::department).map(Department::parent);
        }
        return at;
    }

    /** From the department upwards, each once. */
    private List<Department> upwards(String department) {
        List<Department> path = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Optional<Department> at = department(department); at.isPresent() && seen.add(at.get().id()); at = department(at.get().parent())) {
            path.add(at.get());
        }
        return path;
    }

    // ---- those above ----

    /** The head of the department as somebody sees him who may be that himself. */
    private Optional<Standpoint> head(String department, String person, WhenHead whenHead) {
        for (Department at : upwards(department)) {
            if (at.head() == null || at.head().equals(person) && whenHead == WhenHead.EMPTY) {
                return Optional.empty();
            } else if (!at.head().equals(person) || whenHead == WhenHead.SELF) {
                return Optional.of(new Standpoint(at.head(), at.id()));
            }
        }
        return Optional.empty();
    }

    private Optional<Standpoint> leader(Standpoint of, WhenHead whenHead) {
        Optional<String> named = tree.places(of.person()).stream().filter(p -> p.department().equals(of.department()))
                .map(p -> leaderNamed(p, of.person())).filter(Objects::nonNull).findFirst();
        return named.isPresent() ? named.map(n -> new Standpoint(n, context(new Standpoint(n, of.department()))))
                : head(of.department(), of.person(), whenHead);
    }

    /** Nobody leads himself, whatever is written down. */
    private static String leaderNamed(Place place, String person) {
        return person.equals(place.leader()) ? null : place.leader();
    }

    private Optional<String> leaderUp(Standpoint base, Relative relative) {
        Set<String> seen = new HashSet<>(Set.of(base.person()));
        Standpoint at = base;
        for (int i = 0; i < relative.levels(); i++) {
            Optional<Standpoint> next = leader(at, i == 0 ? relative.whenHead() : WhenHead.CLIMB);
            if (next.isPresent() && i == 0 && next.get().person().equals(base.person())) {
                return Optional.of(base.person());
            } else if (next.isEmpty() || !seen.add(next.get().person())) {
                return Optional.empty();
            }
            at = next.get();
        }
        return Optional.of(at.person());
    }

    private Optional<String> superior(Standpoint base, WhenHead whenHead) {
        for (Department at : upwards(base.department())) {
            boolean himself = base.person().equals(at.superior());
            if (himself && whenHead != WhenHead.CLIMB) {
                return whenHead == WhenHead.SELF ? Optional.of(base.person()) : Optional.empty();
            } else if (at.superior() != null && !himself) {
                return Optional.of(at.superior());
            }
        }
        return Optional.empty();
    }

    // ---- those beside ----

    /** Posts that he holds, of his department or of all. */
    private List<String> posts(Standpoint base) {
        return directory.member(base.person()).orElseThrow().memberships().stream().filter(m -> m.startsWith(POST))
                .filter(m -> tree.departmentOf(m.substring(POST.length())).map(d -> d.equals(base.department())).orElse(true)).sorted().toList();
    }

    /** All holders of a post that is the department's own; of another one those who are in the department. */
    private Stream<String> onPost(String post, String department) {
        boolean own = tree.departmentOf(post).map(d -> d.equals(department)).orElse(false);
        return own ? directory.membersOf(POST + post).stream() : inDepartment(department, List.of(POST + post));
    }

    private Stream<String> inDepartment(String department, List<String> candidates) {
        return department == null ? Stream.empty() : directory.membersOf(DEPT + department).stream()
                .filter(p -> directory.member(p).filter(m -> m.isAmong(candidates)).isPresent());
    }

    // ---- those below ----

    /** Just those who find him when they look for their direct leader. */
    private Set<String> subordinates(String leader) {
        Set<String> found = new LinkedHashSet<>(tree.led(leader));
        for (String department : tree.headed(leader)) {
            directory.membersOf(DEPT + department).stream().filter(p -> isLedByHead(p, department)).forEach(found::add);
            belowOf(department).filter(d -> d.head() != null && !d.head().equals(leader)).forEach(d -> heads(d, d.head(), found, new HashSet<>()));
        }
        found.remove(leader);
        return found;
    }

    /** A head finds the head above him, also from departments below that he heads too. */
    private void heads(Department department, String head, Set<String> found, Set<String> seen) {
        if (!seen.add(department.id())) {
            return;
        }
        if (isLedByHead(head, department.id())) {
            found.add(head);
        }
        belowOf(department.id()).filter(d -> head.equals(d.head())).forEach(d -> heads(d, head, found, seen));
    }

    private Stream<Department> belowOf(String department) {
        return tree.below(DEPT + department).stream().flatMap(d -> tree.department(d.substring(DEPT.length())).stream());
    }

    /** Whether he is there and nobody else is named as his leader there. */
    private boolean isLedByHead(String person, String department) {
        return tree.places(person).stream().anyMatch(p -> p.department().equals(department) && leaderNamed(p, person) == null);
    }
}
