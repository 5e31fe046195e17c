package wf.org.source;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Moments as the sources of organisations write them: days, moments with and without a zone, generalized time of directories, and the
 * hundred nanoseconds since 1601 of Active Directory. A day as the end is the last one that counts, as contracts mean it.
 */
public final class Validity {

    private static final Instant FILETIME = Instant.parse("1601-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-01-01T00:00:00Z");
    private static final long TICKS = 10_000_000L;
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern TICKS_ONLY = Pattern.compile("\\d{15,19}");
    private static final Pattern GENERALIZED = Pattern.compile("(\\d{10})(\\d{2})?(\\d{2})?([.,]\\d+)?(Z|[+-]\\d{2}(?:\\d{2})?)");
    private static final DateTimeFormatter COMPACT = DateTimeFormatter.ofPattern("uuuuMMddHHmmssX");
    /** Also as databases write a timestamp, with and without an offset. */
    private static final DateTimeFormatter WRITTEN = new DateTimeFormatterBuilder().append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendLiteral('T').append(DateTimeFormatter.ISO_LOCAL_TIME).appendPattern("[XXX][X]").toFormatter();

    private final ZoneId zone;

    /** @param zone of days, and of moments without one */
    public Validity(ZoneId zone) {
        this.zone = zone;
    }

    /**
     * The beginning.
     *
     * @return null for none
     * @throws DateTimeException for what is no moment
     */
    public Instant from(String text) {
        return isNone(text) ? null : begun(DAY.matcher(text.strip()).matches() ? day(text) : moment(text.strip()));
    }

    /** As {@link #from}, of the end: after the last day. */
    public Instant to(String text) {
        return isNone(text) ? null : within(DAY.matcher(text.strip()).matches() ? LocalDate.parse(text.strip()).plusDays(1).atStartOfDay(zone).toInstant()
                : moment(text.strip()));
    }

    /** Active Directory writes 0 and the greatest number for accounts that never expire. */
    private static boolean isNone(String text) {
        return text == null || text.isBlank() || text.strip().equals("0") || text.strip().equals(String.valueOf(Long.MAX_VALUE));
    }

    private Instant day(String text) {
        return LocalDate.parse(text.strip()).atStartOfDay(zone).toInstant();
    }

    private Instant moment(String text) {
        Matcher generalized = GENERALIZED.matcher(text);
        if (generalized.matches()) {
            String seconds = generalized.group(3) == null ? "00" : generalized.group(3);
            String minutes = generalized.group(2) == null ? "00" : generalized.group(2);
            return OffsetDateTime.parse(generalized.group(1) + minutes + seconds + generalized.group(5), COMPACT).toInstant();
        } else if (TICKS_ONLY.matcher(text).matches()) {
            return ticks(text);
        }
        return WRITTEN.parseBest(text.replaceFirst(" ", "T"), OffsetDateTime::from, LocalDateTime::from) instanceof OffsetDateTime known
                ? known.toInstant() : LocalDateTime.parse(text.replaceFirst(" ", "T")).atZone(zone).toInstant();
    }

    private static Instant ticks(String text) {
        try {
            return FILETIME.plusSeconds(Long.parseLong(text) / TICKS);
        } catch (NumberFormatException e) {
            throw new DateTimeException(text, e);
        }
    }

    /** As {@link #within}, of the beginning: what begins beyond all time does not begin before, as null would mean. */
    static Instant begun(Instant moment) {
        return moment != null && moment.isAfter(LAST) ? LAST : within(moment);
    }

    /** What every database keeps the same; null for what lies beyond all time. */
    static Instant within(Instant moment) {
        if (moment == null || moment.isAfter(LAST)) {
            return null;
        }
        return moment.isBefore(Instant.EPOCH) ? Instant.EPOCH : moment.truncatedTo(ChronoUnit.SECONDS);
    }
}
