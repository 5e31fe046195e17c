package wf.store;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;

/** Work that one person is to hand over to another (工作移交). */
@Entity
@Table(name = "wf_handover")
@IdClass(TenantKey.class)
public class HandoverRow {
    @Id
    public String tenant;

    @Id
    public long id;

    public String giver;

    public String receiver;

    public String state;

    @Column(name = "created_by")
    public String createdBy;

    @Convert(converter = InstantConverter.class)
    @Column(name = "created_at")
    public Instant createdAt;

    @Convert(converter = InstantConverter.class)
    @Column(name = "closed_at")
    public Instant closedAt;

    public String note;

    /** 1: whoever takes it stands beside the giver as starter and reader. */
    @Column(name = "include_roles")
    public int includeRoles;
}
