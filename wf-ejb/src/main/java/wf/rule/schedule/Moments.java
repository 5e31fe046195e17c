package wf.rule.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Optional;

/** Moments from text and back into the years that we work in. */
final class Moments {

    static final int MAX_YEAR = 9999;
    private static final Instant EARLIEST = Instant.parse("0001-01-02T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999999Z");

    /** Date, then perhaps a time, then perhaps an offset with or without colon, then perhaps a region in brackets. */
    private static final DateTimeFormatter FORM = new DateTimeFormatterBuilder().append(DateTimeFormatter.ISO_LOCAL_DATE)
            .optionalStart().appendLiteral('T').append(DateTimeFormatter.ISO_LOCAL_TIME).optionalEnd()
            .optionalStart().appendOffset("+HH:MM", "Z").optionalEnd().optionalStart().appendOffset("+HHMM", "Z").optionalEnd()
            .optionalStart().appendLiteral('[').appendZoneRegionId().appendLiteral(']').optionalEnd()
            .toFormatter().withResolverStyle(ResolverStyle.STRICT).withChronology(IsoChronology.INSTANCE);

    private Moments() { }

    /** A date alone means its first moment; a time that the change to summer time skips means the one after it. */
    static ZonedDateTime parse(String text, ZoneId zone) {
        TemporalAccessor parsed = parsed(text);
        LocalDate date = LocalDate.from(parsed);
        LocalTime time = parsed.query(TemporalQueries.localTime());
        LocalDateTime local = time == null ? date.atStartOfDay() : date.atTime(time);
        ZoneOffset offset = parsed.query(TemporalQueries.offset());
        ZoneId region = parsed.query(TemporalQueries.zoneId());
        ZonedDateTime moment = offset == null ? local.atZone(region == null ? zone : region)
                : ZonedDateTime.ofInstant(local, offset, region == null ? offset : region);
        if (date.getYear() < 1 || within(moment).isEmpty()) {
            throw new IllegalArgumentException("the year of \"" + text + "\" is not between 1 and " + MAX_YEAR);
        }
        return moment;
    }

    private static TemporalAccessor parsed(String text) {
        try {
            return FORM.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("\"" + text + "\" is no date such as 2026-05-01 or 2026-05-01T08:00:00+08:00", e);
        }
    }

    /** The instant on the wall clock of the zone. Empty: far outside of business. */
    static Optional<ZonedDateTime> at(Instant instant, ZoneId zone) {
        return instant.isBefore(EARLIEST) || instant.isAfter(LATEST) ? Optional.empty() : Optional.of(instant.atZone(zone));
    }

    /** Empty: after the last year. */
    static Optional<Instant> within(ZonedDateTime moment) {
        return Optional.of(moment.toInstant()).filter(instant -> !instant.isAfter(LATEST));
    }
}
