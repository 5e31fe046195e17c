package wf.store;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;

/** What somebody is to read. It is no part of the instance: it may be circulated and read while others write there. */
@Entity
@Table(name = "wf_read_item")
@IdClass(TenantKey.class)
public class ReadItemRow {
    @Id
    public String tenant;

    @Id
    public long id;

    @Column(name = "instance_id")
    public long instanceId;

    /** The visit of the item from which it was circulated; 0 for the instance as a whole. */
    @Column(name = "node_instance_id")
    public long nodeInstanceId;

    @Column(name = "node_id")
    public String nodeId;

    public String reader;

    /** UNREAD or READ. */
    public String state;

    @Column(name = "sent_by")
    public String sentBy;

    @Convert(converter = InstantConverter.class)
    @Column(name = "sent_at")
    public Instant sentAt;

    /** What the sender wrote. */
    public String note;

    @Convert(converter = InstantConverter.class)
    @Column(name = "read_at")
    public Instant readAt;

    /** What the reader wrote. */
    public String opinion;

    // ---- what lists show and are found by, so that none of them looks at instances ----

    @Column(name = "definition_id")
    public long definitionId;

    public String title;

    @Column(name = "business_key")
    public String businessKey;

    public String starter;

    /** 1 while the instance is deleted or in the archive: then it stands in no list. */
    public int hidden;
}
