import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What was promised of one kind, each with a name, and how often each of them came about. Kinds are counted by themselves and
 * name by name, so that one too many never hides one too few.
 */
record Kind(String name, long accepted, long effects, long lost, long doubled) {

    /** @param effects how often each came about */
    static Kind of(String name, Collection<?> accepted, Map<?, Long> effects) {
        Set<Object> promised = new HashSet<>(accepted);
        long lost = promised.stream().filter(p -> effects.get(p) == null).count();
        long doubled = effects.entrySet().stream().mapToLong(e -> e.getValue() - (promised.contains(e.getKey()) ? 1 : 0)).sum();
        return new Kind(name, promised.size(), effects.values().stream().mapToLong(n -> n).sum(), lost, doubled);
    }

    static Kind sum(String name, Collection<Kind> kinds) {
        return new Kind(name, kinds.stream().mapToLong(Kind::accepted).sum(), kinds.stream().mapToLong(Kind::effects).sum(),
                kinds.stream().mapToLong(Kind::lost).sum(), kinds.stream().mapToLong(Kind::doubled).sum());
    }

    boolean isSound() {
        return lost == 0 && doubled == 0;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s accepted=%d effects=%d lost=%d doubled=%d", name, accepted, effects, lost, doubled);
    }
}
