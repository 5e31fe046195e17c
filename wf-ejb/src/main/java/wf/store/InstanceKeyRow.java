package wf.store;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;

/** The key with which sensitive values of one instance are sealed. */
@Entity
@Table(name = "wf_sealing_key")
@IdClass(TenantKey.class)
public class InstanceKeyRow {
    @Id
    public String tenant;

    /** The instance. */
    @Id
    @Column(name = "instance_id")
    public long id;

    /** Name of the master key under which this one is kept. */
    public String master;

    /** This key under the master key; null once it was erased. */
    public String wrapped;

    @Convert(converter = InstantConverter.class)
    @Column(name = "erased_at")
    public Instant erasedAt;

    @Column(name = "erased_by")
    public String erasedBy;
}
