package wf.store;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;

/** What is known of an instance that was purged: the end of its journal, whose rows are kept without what they told. */
@Entity
@Table(name = "wf_purged")
@IdClass(TenantKey.class)
public class PurgedRow {
    @Id
    public String tenant;

    /** The instance. */
    @Id
    @Column(name = "instance_id")
    public long id;

    @Convert(converter = InstantConverter.class)
    @Column(name = "purged_at")
    public Instant purgedAt;

    @Column(name = "purged_by")
    public String purgedBy;

    @Column(name = "journal_length")
    public long journalLength;

    @Column(name = "journal_hash")
    public String journalHash;

    /** {@link KeptRows} over all rows as they are kept. */
    @Column(name = "kept_hash")
    public String keptHash;

    /** The first row that did not fit when the texts were still there; null where all did. */
    @Column(name = "broken_at")
    public Long brokenAt;
}
