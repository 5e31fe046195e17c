package wf.audit;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import wf.store.InstantConverter;

/** An attempt as it is stored, at its place in a chain. */
@Entity
@Table(name = "wf_access_log")
@IdClass(AccessLogKey.class)
public class AccessLogRow {
    @Id
    public String tenant;

    @Id
    @Column(name = "chain_id")
    public long chainId;

    @Id
    public long seq;

    @Convert(converter = InstantConverter.class)
    @Column(name = "happened_at")
    public Instant happenedAt;

    public String operation;

    @Column(name = "op_id")
    public String opId;

    public String outcome;

    public String actor;

    public String via;

    public String channel;

    @Column(name = "client_ip")
    public String clientIp;

    @Column(name = "instance_id")
    public Long instanceId;

    @Column(name = "work_item_id")
    public Long workItemId;

    public String note;

    public String algorithm;

    public String hash;
}
