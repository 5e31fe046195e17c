package wf.audit;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import wf.store.InstantConverter;
import wf.store.TenantKey;

/** A chain of the access log: how long it is, and its last hash, against which a cut end shows. */
@Entity
@Table(name = "wf_access_chain")
@IdClass(TenantKey.class)
public class AccessChainRow {
    @Id
    public String tenant;

    @Id
    public long id;

    /** The server node that writes it. */
    public String node;

    @Convert(converter = InstantConverter.class)
    @Column(name = "begun_at")
    public Instant begunAt;

    public long length;

    public String hash;
}
