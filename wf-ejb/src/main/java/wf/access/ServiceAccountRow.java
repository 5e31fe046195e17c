package wf.access;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import wf.org.OrgKey;
import wf.store.InstantConverter;

/** A program that acts for people. */
@Entity
@Table(name = "wf_service_account")
@IdClass(OrgKey.class)
public class ServiceAccountRow {
    @Id
    public String tenant;

    @Id
    public String id;

    public String name;

    public boolean enabled;

    /** As whom it may act, with commas between them. */
    public String persons;

    /** What it may do for them: names of operations, with commas between them. */
    public String operations;

    @Convert(converter = InstantConverter.class)
    @Column(name = "changed_at")
    public Instant changedAt;

    @Column(name = "changed_by")
    public String changedBy;

    @Version
    public long version;
}
