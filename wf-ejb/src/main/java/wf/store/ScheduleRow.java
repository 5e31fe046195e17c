package wf.store;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;

/** A process that starts by itself at times to come. While it is active, the job with its id waits for the next one. */
@Entity
@Table(name = "wf_schedule")
@IdClass(ScheduleKey.class)
public class ScheduleRow {
    @Id
    public String tenant;

    @Id
    public String name;

    /** Id of its job; another one whenever its times are said anew. */
    @Column(name = "job_id")
    public long jobId;

    @Column(name = "def_key")
    public String defKey;

    public String kind;

    @Column(name = "time_text")
    public String times;

    public String zone;

    public String misfire;

    public String starter;

    public String title;

    /** JSON of the variables with which instances start. */
    public String variables;

    public String state;

    @Convert(converter = InstantConverter.class)
    @Column(name = "next_at")
    public Instant nextAt;

    @Convert(converter = InstantConverter.class)
    @Column(name = "last_at")
    public Instant lastAt;

    @Column(name = "last_instance_id")
    public Long lastInstanceId;

    @Column(name = "last_error")
    public String lastError;

    public int fired;

    @Convert(converter = InstantConverter.class)
    @Column(name = "changed_at")
    public Instant changedAt;

    @Column(name = "changed_by")
    public String changedBy;
}
