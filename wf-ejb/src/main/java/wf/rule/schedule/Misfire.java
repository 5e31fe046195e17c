package wf.rule.schedule;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What becomes of times that were missed, since nothing ran or a schedule stood still (§8.6). */
public enum Misfire {
    /** However many were missed, it fires once for them. */
    ONCE,
    /** What was missed is left out. */
    SKIP,
    /** Each is made up for, one after the other. */
    ALL;

    public static Optional<Misfire> of(String text) {
        return Stream.of(values()).filter(m -> m.name().toLowerCase(Locale.ROOT).equals(text)).findFirst();
    }
}
