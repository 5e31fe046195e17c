package wf.store;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;

/** An open incident, for the administrators' list. */
@Entity
@Table(name = "wf_incident")
@IdClass(TenantKey.class)
public class IncidentRow {
    @Id
    public String tenant;

    @Id
    public long id;

    @Column(name = "instance_id")
    public long instanceId;

    @Column(name = "node_id")
    public String nodeId;

    public String code;

    public String detail;

    @Convert(converter = InstantConverter.class)
    @Column(name = "raised_at")
    public Instant raisedAt;
}
