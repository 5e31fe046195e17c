package wf.rule.schedule;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An ISO 8601 repetition. With a start ({@code R3/2026-01-01T08:00:00Z/P1D}) the moments are fixed, the first one is the
 * start, and those that were past when the timer was set are lost. Without one ({@code R3/PT10S}) the first moment comes
 * one interval after the timer was set. An end ({@code R/PT1H/2026-01-01}) is the last moment that counts. A start and an
 * end ({@code R2/2026-01-01/2026-01-02}) give the interval by their distance.
 *
 * @param times how often; {@link #UNBOUNDED} for ever
 * @param start the first moment, or null
 * @param end the last moment that counts, or null
 */
record Repetition(long times, ZonedDateTime start, Amount every, Instant end, ZoneId zone) implements Schedule {

    static final long UNBOUNDED = Long.MAX_VALUE;

    private static final double SHORTEST = 1;
    /** A short burst of a few repetitions may be quicker, but not so that two of them share a stored time. */
    private static final int MOST_OF_A_BURST = 1000;
    private static final double SHORTEST_OF_A_BURST = 0.001;
    private static final Pattern FORM = Pattern.compile("R(-1|\\d{0,9})/([^/]+)(?:/([^/]+))?");

    static Repetition parse(String text, ZoneId zone) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException("\"" + text + "\" is no repetition such as R3/PT10M or R/2026-01-01T08:00:00Z/P1D");
        }
        return of(times(form.group(1)), form.group(2), form.group(3), zone).bounded();
    }

    private static long times(String text) {
        return text.isEmpty() || text.equals("-1") ? UNBOUNDED : Integer.parseInt(text);
    }

    private static Repetition of(long times, String one, String other, ZoneId zone) {
        if (one.startsWith("P")) {
            Instant end = other == null ? null : Moments.parse(other, zone).toInstant();
            return new Repetition(times, null, Amount.parse(one), end, zone);
        } else if (other == null) {
            throw new IllegalArgumentException("the repetition has no interval");
        }
        ZonedDateTime start = Moments.parse(one, zone);
        Amount every = other.startsWith("P") ? Amount.parse(other)
                : Amount.between(start.toInstant(), Moments.parse(other, zone).toInstant());
        return new Repetition(times, start, every, null, zone);
    }

    private Repetition bounded() {
        if (times == 0) {
            throw new IllegalArgumentException("it repeats 0 times");
        }
        double shortest = times <= MOST_OF_A_BURST ? SHORTEST_OF_A_BURST : SHORTEST;
        if (every.seconds() < shortest) {
            throw new IllegalArgumentException("the interval is shorter than " + (shortest == SHORTEST ? "a second" : "a millisecond"));
        }
        return this;
    }

    @Override
    public Optional<Instant> first(Instant from) {
        return start == null ? oneLater(from) : fixedAfter(from.minusNanos(1));
    }

    @Override
    public Optional<Instant> next(Instant previousDue, int firedSoFar) {
        if (firedSoFar >= times) {
            return Optional.empty();
        }
        return start == null ? oneLater(previousDue) : fixedAfter(previousDue);
    }

    private Optional<Instant> oneLater(Instant previous) {
        return Moments.at(previous, zone).flatMap(moment -> every.after(moment, 1))
                .filter(due -> due.isAfter(previous) && (end == null || !due.isAfter(end)));
    }

    /** Jumps near the place by the length of the interval and walks the few steps that the calendar is off. */
    private Optional<Instant> fixedAfter(Instant previous) {
        if (start.toInstant().isAfter(previous)) {
            return Optional.of(start.toInstant());
        }
        double passed = (double) previous.getEpochSecond() - start.toEpochSecond();
        for (long n = Math.max(0, (long) (passed / every.seconds()) - 3); n < times; n++) {
            Optional<Instant> due = every.after(start, n);
            if (due.isEmpty() || due.get().isAfter(previous)) {
                return due;
            }
        }
        return Optional.empty();
    }
}
