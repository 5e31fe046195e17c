package wf.operation;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import wf.contract.FormMode;

/**
 * What each identity may do in a tenant, and how much it weighs (§1.2): as the product brings it, with what the tenant has
 * said otherwise. Somebody may what any of his identities may; how he is shown, and how his form is, says the weightiest.
 */
public final class Charter {

    /** Between two identities of the product, so that a tenant's own find a place there. */
    private static final int STEP = 100;

    /** What happens beside an instance is no {@link Operation}, and is granted all the same. */
    private static final Map<String, Set<Identity>> BESIDE = Map.of(
            "circulate", union(Identity.HOLDERS, Set.of(Identity.CREATOR, Identity.MANAGER)),
            "urge", Set.of(Identity.CREATOR, Identity.SENDER, Identity.MONITOR, Identity.MANAGER));

    private static final Comparator<Standing> BY_WEIGHT = Comparator.comparing(Standing::priority).reversed()
            .thenComparing(s -> s.identity().code());

    private final Map<Identity, Standing> standings;
    private final List<Standing> appointing;

    private Charter(Map<Identity, Standing> standings) {
        this.standings = Map.copyOf(standings);
        this.appointing = standings.values().stream().filter(s -> !s.appointments().isEmpty()).toList();
    }

    /** As the product brings it: each operation says who may. */
    public static Charter of(Operations operations) {
        Map<Identity, Standing> standings = new HashMap<>();
        for (int i = 0; i < Identity.BUILT_IN.size(); i++) {
            Identity identity = Identity.BUILT_IN.get(i);
            FormMode mode = Identity.HOLDERS.contains(identity) ? FormMode.FILL : FormMode.READ;
            standings.put(identity, new Standing(identity, (Identity.BUILT_IN.size() - 1 - i) * STEP, granted(identity, operations), mode,
                    null, null, List.of()));
        }
        return new Charter(standings);
    }

    private static Set<String> granted(Identity identity, Operations operations) {
        Set<String> granted = operations.all().stream().filter(o -> o.who().contains(identity)).map(Operation::name).collect(Collectors.toSet());
        BESIDE.forEach((name, who) -> {
            if (who.contains(identity)) {
                granted.add(name);
            }
        });
        return granted;
    }

    private static Set<Identity> union(Set<Identity> some, Set<Identity> others) {
        Set<Identity> all = new HashSet<>(some);
        all.addAll(others);
        return Set.copyOf(all);
    }

    /** Whether some rule is about the processes of a category. */
    public boolean asksForCategories() {
        return appointing.stream().flatMap(s -> s.appointments().stream()).anyMatch(a -> a.category() != null);
    }

    /** The same, with another word about one identity, or with one more. */
    public Charter with(Standing said) {
        Map<Identity, Standing> changed = new HashMap<>(standings);
        changed.put(said.identity(), said);
        return new Charter(changed);
    }

    /** All that people can be told of, the weightiest first. */
    public List<Standing> all() {
        return standings.values().stream().filter(s -> !s.identity().equals(Identity.ANYBODY)).sorted(BY_WEIGHT).toList();
    }

    /** Those that the tenant gives to people by rules. */
    List<Standing> appointing() {
        return appointing;
    }

    public Optional<Standing> find(Identity identity) {
        return Optional.ofNullable(standings.get(identity));
    }

    /** Whether one of the identities may. */
    public boolean grants(String operation, Collection<Identity> held) {
        return held.stream().anyMatch(i -> standings.containsKey(i) && standings.get(i).operations().contains(operation));
    }

    /** Those of the identities that may, the weightiest first. */
    public List<Identity> granting(String operation, Collection<Identity> held) {
        return ranked(held).stream().filter(i -> standings.get(i).operations().contains(operation)).toList();
    }

    /** The weightiest first. */
    public List<Identity> ranked(Collection<Identity> held) {
        return held.stream().filter(standings::containsKey).map(standings::get).sorted(BY_WEIGHT).map(Standing::identity).toList();
    }

    /** How the form is shown to whoever holds these. */
    public FormMode mode(Collection<Identity> held) {
        return ranked(held).stream().findFirst().map(i -> standings.get(i).mode()).orElse(FormMode.READ);
    }
}
