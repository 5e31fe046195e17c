package wf.runtime;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import wf.definition.Source;
import wf.definition.Sourcing;
import wf.instance.TokenEvent.ParticipantsFound.Found;

/**
 * Finds people by the sources of a model (§6.5): handlers, readers, monitors and starters alike. What can stay a group stays one; as
 * soon as somebody is left out or chosen, they are people.
 */
final class Search {

    private static final String USER = "user:";
    /** So many of a source stand in the journal; of the others it tells how many. */
    private static final int NAMED = 50;

    private final Ground ground;
    private final List<Found> found = new ArrayList<>();

    Search(Ground ground) {
        this.ground = ground;
    }

    /**
     * What a search came to.
     *
     * @param found whom each source meant
     * @param chosen the people whom that came to; empty where candidates stay as they were found
     * @param turn whose turn it was, where it goes round; else null
     */
    record Outcome(Set<String> candidates, List<Found> found, List<String> chosen, String turn) { }

    /** Without candidates where nobody is found; empty when a source failed. */
    Optional<Outcome> by(Sourcing sourcing) {
        Optional<List<Set<String>>> from = all(sourcing.from(), false);
        Optional<List<Set<String>>> except = from.flatMap(f -> all(sourcing.except(), true));
        if (except.isEmpty()) {
            return Optional.empty();
        }
        Set<String> union = from.get().stream().flatMap(Set::stream).collect(Collectors.toCollection(LinkedHashSet::new));
        if (sourcing.isPlain()) {
            return Optional.of(new Outcome(union, found, List.of(), null));
        }
        Set<String> people = people(union);
        if (sourcing.intersects()) {
            from.get().forEach(f -> people.retainAll(people(f)));
        }
        except.get().forEach(e -> people.removeAll(people(e)));
        List<String> chosen = ground.chosen(people, sourcing);
        String turn = sourcing.load() == Sourcing.Load.ROUND_ROBIN && !chosen.isEmpty() ? chosen.get(chosen.size() - 1) : null;
        return Optional.of(new Outcome(chosen.stream().map(USER::concat).collect(Collectors.toCollection(LinkedHashSet::new)), found, chosen, turn));
    }

    /** The enabled people behind the candidates, each once, in order. */
    private Set<String> people(Collection<String> candidates) {
        return candidates.stream().flatMap(c -> ground.directory().membersOf(c).stream()).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Optional<List<Set<String>>> all(List<Source> sources, boolean leftOut) {
        List<Set<String>> all = new ArrayList<>();
        for (Source source : sources) {
            List<Standpoint> bases = source.relative() == null ? List.of() : ground.bases(source);
            Optional<Set<String>> some = source.relative() == null ? named(source) : Optional.of(related(source, bases));
            if (some.isEmpty()) {
                return Optional.empty();
            }
            all.add(some.get());
            found.add(new Found(source.toString(), leftOut, bases.stream().map(Standpoint::person).toList(),
                    some.get().stream().limit(NAMED).toList(), some.get().size()));
        }
        return Optional.of(all);
    }

    private Optional<Set<String>> named(Source source) {
        return switch (source.kind()) {
            case USER, EXPRESSION -> ground.named(source.what(), USER);
            case DEPT, GROUP, POST -> units(source);
            case VARIABLE, FIELD -> Optional.of(ground.inVariable(source.what().text()));
            case BEAN -> ground.answered(source.what().text());
            case RELATION -> throw new IllegalArgumentException(source.toString());
        };
    }

    private Optional<Set<String>> units(Source source) {
        Relations relations = new Relations(ground.directory());
        return ground.named(source.what(), Source.attribute(source.kind()) + ":").map(units -> !source.below() ? units
                : units.stream().flatMap(u -> relations.withBelow(u).stream()).collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    private Set<String> related(Source source, Collection<Standpoint> bases) {
        Relations relations = new Relations(ground.directory());
        return bases.stream().flatMap(b -> relations.of(source.relative(), b).stream()).collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
