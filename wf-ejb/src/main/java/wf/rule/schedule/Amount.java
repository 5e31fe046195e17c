package wf.rule.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An ISO 8601 duration. Years, months, weeks and days follow the calendar: a month after 31 January is the last of
 * February, and a day is a day also when the clocks change. Hours, minutes and seconds are exact.
 */
record Amount(Period days, Duration time) {

    private static final int MAX_YEARS = 1000;
    private static final double SECONDS_OF_DAY = 86_400;
    private static final double DAYS_OF_MONTH = 30.436875;
    private static final Pattern FORM = Pattern.compile("P(?:(\\d{1,9})Y)?(?:(\\d{1,9})M)?(?:(\\d{1,9})W)?(?:(\\d{1,9})D)?"
            + "(T(?:(\\d{1,9})H)?(?:(\\d{1,9})M)?(?:(\\d{1,9})(?:[.,](\\d{1,9}))?S)?)?");

    static Amount parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches() || text.endsWith("P") || text.endsWith("T")) {
            throw new IllegalArgumentException("\"" + text + "\" is no duration such as P1Y2M3DT4H5M6S or P2W");
        }
        int days = Math.addExact(Math.multiplyExact(number(form, 3), 7), number(form, 4));
        Duration time = Duration.ofHours(number(form, 6)).plusMinutes(number(form, 7)).plusSeconds(number(form, 8))
                .plusNanos(nanos(form.group(9)));
        return new Amount(Period.of(number(form, 1), number(form, 2), days), time).bounded();
    }

    static Amount between(Instant start, Instant end) {
        return new Amount(Period.ZERO, Duration.between(start, end)).bounded();
    }

    private static int number(Matcher form, int group) {
        return form.group(group) == null ? 0 : Integer.parseInt(form.group(group));
    }

    private static int nanos(String fraction) {
        return fraction == null ? 0 : Integer.parseInt((fraction + "000000000").substring(0, 9));
    }

    private Amount bounded() {
        if (seconds() > MAX_YEARS * 12 * DAYS_OF_MONTH * SECONDS_OF_DAY) {
            throw new IllegalArgumentException("longer than " + MAX_YEARS + " years");
        }
        return this;
    }

    /** About how long it is; exact when there are only hours, minutes and seconds. */
    double seconds() {
        return ((days.getYears() * 12.0 + days.getMonths()) * DAYS_OF_MONTH + days.getDays()) * SECONDS_OF_DAY
                + time.toSeconds() + time.getNano() / 1e9;
    }

    /**
     * The moment so many times this long after the start; it is added once, so that the ends of months do not wear off.
     * Empty: after the year 9999.
     */
    Optional<Instant> after(ZonedDateTime start, long times) {
        if (seconds() * times > Moments.MAX_YEAR * 12 * DAYS_OF_MONTH * SECONDS_OF_DAY) {
            return Optional.empty();
        }
        ZonedDateTime moment = start.plusMonths(days.toTotalMonths() * times).plusDays(days.getDays() * times)
                .plus(time.multipliedBy(times));
        return Moments.within(moment);
    }
}
