package wf.store;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;

/** Something that an administrator did and that stands in no journal of an instance. Never changed. */
@Entity
@Table(name = "wf_admin_act")
@IdClass(AdminActKey.class)
public class AdminActRow {
    @Id
    public String tenant;

    @Id
    public long seq;

    @Convert(converter = InstantConverter.class)
    @Column(name = "happened_at")
    public Instant happenedAt;

    @Column(name = "op_id")
    public String opId;

    public String operation;

    /** What it was about: a role, an account, a definition, a person. */
    public String about;

    public String actor;

    /** The program that acted for him; null where he came himself. */
    public String via;

    public String channel;

    @Column(name = "client_ip")
    public String clientIp;

    /** What was asked, as JSON, without what is secret; its beginning where it is long. */
    public String content;

    public String algorithm;

    /** Over all that stands here, and the row before. */
    public String hash;
}
