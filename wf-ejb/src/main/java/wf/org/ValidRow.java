package wf.org;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import wf.store.InstantConverter;

/** What everything in the organisation has: a time during which it counts (§6.2). The end is exclusive. */
@MappedSuperclass
public abstract class ValidRow {
    @Convert(converter = InstantConverter.class)
    @Column(name = "valid_from")
    public Instant validFrom = Instant.EPOCH;

    @Convert(converter = InstantConverter.class)
    @Column(name = "valid_to")
    public Instant validTo;

    /** Whether it counts at this time. */
    public boolean isValidAt(Instant time) {
        return !time.isBefore(validFrom) && (validTo == null || time.isBefore(validTo));
    }
}
