package wf.definition;

import java.util.EnumSet;
import java.util.Set;

/**
 * When a human node is passed without work (3.39, 3.40).
 *
 * @param whenEmpty whether it is where nobody is found for it; otherwise that refuses the submit
 * @param repeats for whom it is, when he alone would have to handle it
 */
public record Skipping(boolean whenEmpty, Set<Repeat> repeats) {

    /** Who has done enough. */
    public enum Repeat {
        /** Whoever sent the work here. */
        ADJACENT,
        /** Whoever handled any node before. */
        ANY_EARLIER,
        /** Whoever started the instance. */
        IS_STARTER
    }

    public static final Skipping NEVER = new Skipping(false, Set.of());

    public Skipping {
        repeats = Set.copyOf(repeats);
    }

    /** Reads {@code wf:skipEmpty="true"} and {@code wf:skipRepeat="ADJACENT ANY_EARLIER IS_STARTER"}. */
    public static Skipping read(ModelElement element, Findings findings) {
        Set<Repeat> repeats = EnumSet.noneOf(Repeat.class);
        for (String word : element.extension("skipRepeat").orElse("").split("[\\s,]+")) {
            if (word.matches("ADJACENT|ANY_EARLIER|IS_STARTER")) {
                repeats.add(Repeat.valueOf(word));
            } else if (!word.isEmpty()) {
                findings.error("SKIP_REPEAT", element.id(), word);
            }
        }
        return new Skipping(element.extension("skipEmpty").filter("true"::equals).isPresent(), repeats);
    }
}
