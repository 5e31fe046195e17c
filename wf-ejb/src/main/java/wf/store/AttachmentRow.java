package wf.store;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;

/** A file attached to an instance; its content lies under its hash. */
@Entity
@Table(name = "wf_attachment")
@IdClass(TenantKey.class)
public class AttachmentRow {
    @Id
    public String tenant;

    @Id
    public long id;

    @Column(name = "instance_id")
    public long instanceId;

    @Column(name = "work_item_id")
    public Long workItemId;

    public String name;

    @Column(name = "content_type")
    public String contentType;

    public long size;

    public String sha256;

    @Column(name = "added_by")
    public String addedBy;

    @Convert(converter = InstantConverter.class)
    @Column(name = "added_at")
    public Instant addedAt;
}
