package wf.calendar;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A stretch of time as limits say it (§8.2): {@code D6}, {@code H6}, {@code M30} are days, hours, minutes as they pass, {@code d6},
 * {@code h6}, {@code m30} those in which is worked. A minus before it means earlier.
 */
public record Span(Unit unit, boolean working, int amount) {

    /** What it counts. */
    public enum Unit { DAYS, HOURS, MINUTES }

    private static final Pattern FORM = Pattern.compile("(-?)([DHMdhm])([0-9]{1,7})");
    /** Ten years of days, hours or minutes. */
    private static final int MOST_DAYS = 3_660;

    public Span {
        if (Math.abs((long) amount) > (long) MOST_DAYS * perDay(unit)) {
            throw new IllegalArgumentException("longer than ten years");
        }
    }

    /** Whether it is meant to be one, so that whatever else is written in its place is told apart. */
    public static boolean looksLike(String text) {
        return FORM.matcher(text).matches();
    }

    public static Span parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException("\"" + text + "\" is no stretch of time such as D6, H6, M30, or d6, h6, m30 for working time");
        }
        char letter = form.group(2).charAt(0);
        Unit unit = switch (Character.toUpperCase(letter)) {
            case 'D' -> Unit.DAYS;
            case 'H' -> Unit.HOURS;
            default -> Unit.MINUTES;
        };
        int amount = Integer.parseInt(form.group(3));
        return new Span(unit, Character.isLowerCase(letter), form.group(1).isEmpty() ? amount : -amount);
    }

    private static int perDay(Unit unit) {
        return switch (unit) {
            case DAYS -> 1;
            case HOURS -> 24;
            case MINUTES -> 1_440;
        };
    }

    public Span negated() {
        return new Span(unit, working, -amount);
    }

    /** The moment so long after another. Empty: the calendar knows no such moment within its horizon. */
    public Optional<Instant> after(Instant from, WorkCalendar calendar) {
        if (working) {
            WorkTime time = new WorkTime(calendar);
            return unit == Unit.DAYS ? time.addDays(from, amount) : time.add(from, duration());
        }
        return Optional.of(unit == Unit.DAYS ? from.atZone(calendar.zone()).plusDays(amount).toInstant() : from.plus(duration()));
    }

    private Duration duration() {
        return unit == Unit.HOURS ? Duration.ofHours(amount) : Duration.ofMinutes(amount);
    }

    @Override
    public String toString() {
        String letter = unit.name().substring(0, 1);
        return (amount < 0 ? "-" : "") + (working ? letter.toLowerCase(Locale.ROOT) : letter) + Math.abs(amount);
    }
}
