package wf.store;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;

/** That an operator has stopped or started a service of a node; what nobody ever stopped has no row. */
@Entity
@Table(name = "wf_service")
@IdClass(ServiceKey.class)
public class ServiceRow {
    @Id
    public String tenant;

    @Id
    public String node;

    @Id
    public String service;

    public int running;

    @Column(name = "changed_by")
    public String changedBy;

    @Convert(converter = InstantConverter.class)
    @Column(name = "changed_at")
    public Instant changedAt;
}
