package wf.store;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.io.Serializable;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;

/**
 * Stores an instant to the microsecond, the same on every database.
 *
 * <p>The columns are {@code TIMESTAMP(6) WITH TIME ZONE}, on MariaDB {@code DATETIME(6)} in UTC. Only a
 * {@link Timestamp} denotes an instant in JDBC whatever the zone of the machine; a {@code LocalDateTime} would lose the
 * hour that the local clock skips in spring. Finer digits are cut, since databases disagree on rounding them. H2's
 * driver hands such a column out as an {@link OffsetDateTime}, hence the wide type on the database's side.
 */
@Converter
public class InstantConverter implements AttributeConverter<Instant, Serializable> {

    @Override
    public Timestamp convertToDatabaseColumn(Instant instant) {
        return instant == null ? null : Timestamp.from(instant.truncatedTo(ChronoUnit.MICROS));
    }

    @Override
    public Instant convertToEntityAttribute(Serializable stored) {
        if (stored instanceof OffsetDateTime zoned) {
            return zoned.toInstant();
        }
        return stored == null ? null : ((Timestamp) stored).toInstant();
    }
}
