package wf.store;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * Stores an instant to the microsecond, the same on every database.
 *
 * <p>The columns are {@code TIMESTAMP(6) WITH TIME ZONE}, on MariaDB {@code DATETIME(6)} in UTC. Only a time with its
 * offset denotes an instant whatever the zone of the machine; a {@code LocalDateTime} would lose the hour that the local
 * clock skips in spring. Finer digits are cut, since databases disagree on rounding them.
 */
@Converter
public class InstantConverter implements AttributeConverter<Instant, OffsetDateTime> {

    @Override
    public OffsetDateTime convertToDatabaseColumn(Instant instant) {
        return instant == null ? null : instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }

    @Override
    public Instant convertToEntityAttribute(OffsetDateTime stored) {
        return stored == null ? null : stored.toInstant();
    }
}
