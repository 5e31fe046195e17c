package wf.definition;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import wf.rule.Expression;

/**
 * One source of participants (§6.5), as the model names it.
 *
 * @param what names, an expression that names some, or the name of a variable or bean; null for a relation
 * @param below whether whatever hangs below the department, group or post is meant too
 * @param relative the relation; null for all others
 * @param base from whom it looks; null for all others
 * @param baseName the node or variable of the base; null where it needs none
 */
public record Source(Kind kind, Expression what, boolean below, Relative relative, Base base, String baseName) {

    /** Each is the name of its attribute, in lower case. */
    public enum Kind { RELATION, USER, DEPT, GROUP, POST, VARIABLE, FIELD, EXPRESSION, BEAN }

    /** From whom a relation looks. */
    public enum Base {
        /** Whoever began the instance. */
        STARTER,
        /** Whoever acts now; where nobody does, whoever sent the work. */
        CURRENT,
        /** Whoever sent the work; at the first node whoever began the instance. */
        PREVIOUS,
        /** Those who have handled a node. */
        NODE,
        /** Those whom a variable names. */
        VARIABLE
    }

    /** Empty where it is not said as it should be, which the check of the model tells with its place. */
    static Optional<Source> read(ModelElement element) {
        Optional<Kind> kind = Arrays.stream(Kind.values()).filter(k -> element.attribute(attribute(k)).isPresent()).findFirst();
        return kind.flatMap(k -> k == Kind.RELATION ? relation(element)
                : Optional.of(new Source(k, Expression.of(element.attribute(attribute(k)).orElseThrow().strip()), element.is("sub"), null, null, null)));
    }

    /** The attribute that names a source of this kind. */
    public static String attribute(Kind kind) {
        return kind.name().toLowerCase(java.util.Locale.ROOT);
    }

    private static Optional<Source> relation(ModelElement element) {
        Optional<Relation> relation = word(Relation.class, element.attribute("relation"));
        Base base = relation.flatMap(r -> fixedBase(r)).or(() -> word(Base.class, element.attribute("base"))).orElse(Base.STARTER);
        Optional<String> name = base == Base.NODE ? element.attribute("node") : base == Base.VARIABLE ? element.attribute("variable") : Optional.empty();
        int levels = element.attribute("levels").filter(l -> l.matches("[1-9][0-9]?")).map(Integer::valueOf).orElse(1);
        return relation.map(r -> new Source(Kind.RELATION, null, false, new Relative(r, levels, unit(r, element),
                word(WhenHead.class, element.attribute("whenHead")).orElse(WhenHead.CLIMB)), base, name.orElse(null)));
    }

    private static Optional<Base> fixedBase(Relation relation) {
        return switch (relation) {
            case STARTER -> Optional.of(Base.STARTER);
            case PREVIOUS_HANDLER -> Optional.of(Base.PREVIOUS);
            case NODE_HANDLER -> Optional.of(Base.NODE);
            default -> Optional.empty();
        };
    }

    private static String unit(Relation relation, ModelElement element) {
        return relation == Relation.POST_IN_DEPT ? element.attribute("post").orElse(null)
                : relation == Relation.GROUP_IN_DEPT ? element.attribute("group").orElse(null) : null;
    }

    static <E extends Enum<E>> Optional<E> word(Class<E> words, Optional<String> said) {
        return said.flatMap(s -> Arrays.stream(words.getEnumConstants()).filter(w -> w.name().equals(s)).findFirst());
    }

    /** Whether its text may be an expression. */
    boolean isTemplate() {
        return List.of(Kind.USER, Kind.DEPT, Kind.GROUP, Kind.POST, Kind.EXPRESSION).contains(kind);
    }

    /** Whether it asks who has handled a node. */
    boolean looksBack() {
        return base == Base.NODE;
    }

    /** As its author wrote it, for whoever looks at what came of it. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(attribute(kind)).append('=').append(relative == null ? what.text() : relative.relation().name());
        if (relative == null) {
            return text.append(below ? " sub=true" : "").toString();
        }
        if (relative.relation().hasLevels()) {
            text.append(" levels=").append(relative.levels());
        }
        if (relative.unit() != null) {
            text.append(relative.relation() == Relation.POST_IN_DEPT ? " post=" : " group=").append(relative.unit());
        }
        if (!relative.relation().namesItsBase()) {
            text.append(" base=").append(base);
        }
        return text.append(base == Base.NODE ? " node=" + baseName : base == Base.VARIABLE ? " variable=" + baseName : "").toString();
    }
}
