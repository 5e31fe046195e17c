package wf.store;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import wf.calendar.CalendarLayer;

/** What a tenant, a department or a person says about working time. */
@Entity
@Table(name = "wf_calendar")
@IdClass(CalendarKey.class)
public class CalendarRow {
    /** The owner whose word counts for all who say nothing themselves. */
    public static final String TENANT = "tenant";

    @Id
    public String tenant;

    /** {@code tenant}, {@code dept:rd} or {@code user:li}. */
    @Id
    public String owner;

    public String layer;

    @Convert(converter = InstantConverter.class)
    @Column(name = "changed_at")
    public Instant changedAt;

    @Column(name = "changed_by")
    public String changedBy;

    public CalendarLayer layer() {
        return Json.read(layer, CalendarLayer.class);
    }

    public void take(CalendarLayer said) {
        layer = Json.write(said);
    }
}
