package wf.definition;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How a model finds the people of a node (办理人设置, §6.5): sources that are combined, those who are left out, and which of
 * the rest get the work.
 *
 * @param intersects whether only who is in each source is meant; else who is in any
 * @param limit how many of them; null for all of them
 * @param load which of them come first
 */
public record Sourcing(boolean intersects, List<Source> from, List<Source> except, Integer limit, Order order, Load load) {

    /** In which order they stand. */
    public enum Order {
        /** As the sources name them. */
        GIVEN,
        NAME,
        ID
    }

    /** How the work is spread. */
    public enum Load {
        /** To all, or the first ones. */
        ALL,
        RANDOM,
        /** To whoever has the fewest open items. */
        LEAST_OPEN,
        /** To one after the other, from one instance to the next. */
        ROUND_ROBIN
    }

    public Sourcing {
        from = List.copyOf(from);
        except = List.copyOf(except);
    }

    /** Reads {@code wf:participants} with its {@code wf:from} and {@code wf:except}; empty where there is none. */
    public static Optional<Sourcing> read(ModelElement task) {
        return read(task, "participants");
    }

    /** The same where others than handlers are meant, each by an element of another name: {@code wf:readers}. */
    static Optional<Sourcing> read(ModelElement owner, String name) {
        return owner.extensions(name).stream().findFirst().map(p -> {
            Load load = Source.word(Load.class, p.attribute("load")).orElse(Load.ALL);
            Integer limit = p.attribute("limit").filter(l -> l.matches("[1-9][0-9]{0,3}")).map(Integer::valueOf).orElse(load == Load.ALL ? null : 1);
            return new Sourcing(p.attribute("combine").filter("INTERSECTION"::equals).isPresent(), sources(p, "from"), sources(p, "except"), limit,
                    Source.word(Order.class, p.attribute("order")).orElse(Order.GIVEN), load);
        });
    }

    private static List<Source> sources(ModelElement participants, String name) {
        return participants.extensionChildren(name).stream().flatMap(e -> Source.read(e).stream()).toList();
    }

    /** Whether nothing is left out and nobody chosen: then a group is meant as a group, whoever joins it later too. */
    public boolean isPlain() {
        return except.isEmpty() && limit == null && order == Order.GIVEN && (!intersects || from.size() == 1);
    }

    /** All whom the sources mean, where somebody chooses among them: then the limit says how many he may choose. */
    public Sourcing unlimited() {
        return new Sourcing(intersects, from, except, null, order, Load.ALL);
    }

    /** Whether it asks who has handled a node. */
    public boolean looksBack() {
        return all().anyMatch(Source::looksBack);
    }

    /** Its expressions, for the check of their syntax. */
    public List<String> templates() {
        return all().filter(Source::isTemplate).map(s -> s.what().text()).toList();
    }

    private Stream<Source> all() {
        return Stream.concat(from.stream(), except.stream());
    }
}
