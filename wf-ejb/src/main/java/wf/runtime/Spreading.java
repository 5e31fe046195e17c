package wf.runtime;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import wf.definition.Sourcing;

/** Which of those who could do the work of a visit get it; readers and monitors are chosen in the same way. */
final class Spreading {

    private final Flow flow;
    private final String place;

    /** @param place where turns go round */
    Spreading(Flow flow, String place) {
        this.flow = flow;
        this.place = place;
    }

    List<String> chosen(Collection<String> people, Sourcing sourcing) {
        List<String> all = ordered(people, sourcing.order());
        List<String> spread = switch (sourcing.load()) {
            case ALL -> all;
            case RANDOM -> shuffled(all);
            case LEAST_OPEN -> leastFirst(all);
            case ROUND_ROBIN -> nextFirst(all);
        };
        return sourcing.limit() == null ? spread : spread.stream().limit(sourcing.limit()).toList();
    }

    private List<String> ordered(Collection<String> people, Sourcing.Order order) {
        return switch (order) {
            case GIVEN -> List.copyOf(people);
            case ID -> people.stream().sorted().toList();
            case NAME -> people.stream().sorted(Comparator.comparing(this::name).thenComparing(p -> p)).toList();
        };
    }

    private String name(String person) {
        return flow.facts().directory().member(person).map(Member::name).orElse(person);
    }

    /** By chance, but the same in a preview and in what is then done, and whenever that is tried again. */
    private List<String> shuffled(List<String> people) {
        List<String> shuffled = new ArrayList<>(people);
        Collections.shuffle(shuffled, new Random(new SplittableRandom(seed()).nextLong()));
        return shuffled;
    }

    private long seed() {
        return 31 * (31 * flow.instance().id() + flow.instance().version()) + place.hashCode();
    }

    /** What this decision has given them counts too, so that not all of its work goes to one. */
    private List<String> leastFirst(List<String> people) {
        Map<String, Long> stored = flow.facts().workload().open(people);
        Map<String, Long> fresh = flow.given().collect(Collectors.groupingBy(p -> p, Collectors.counting()));
        return people.stream().sorted(Comparator.comparingLong(p -> stored.getOrDefault(p, 0L) + fresh.getOrDefault(p, 0L))).toList();
    }

    /** From whoever comes behind the last one, by their ids: an order that stays while people come and go. */
    private List<String> nextFirst(List<String> people) {
        String last = flow.lastTurn(place).or(() -> flow.facts().workload().last(flow.definition().key(), place)).orElse("");
        return people.stream().sorted(Comparator.comparing((String p) -> p.compareTo(last) <= 0).thenComparing(p -> p)).toList();
    }
}
