package wf.store;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;

/** One message to one person over one channel about one thing that happened. */
@Entity
@Table(name = "wf_notice")
@IdClass(TenantKey.class)
public class NoticeRow {
    /** That each of a bundle goes out with the others, of which none has gone yet. */
    public static final long TO_BE_BUNDLED = 0;

    @Id
    public String tenant;

    @Id
    public long id;

    public String person;

    public String channel;

    public String kind;

    public String action;

    /** 0 for what is about none. */
    @Column(name = "instance_id")
    public long instanceId;

    /** The work item, or what is to be read; 0 for what is about neither. */
    @Column(name = "item_id")
    public long itemId;

    /** The place in the journal of what happened; the negative id of a {@link Telling}. */
    public long occasion;

    public String state;

    public String subject;

    public String body;

    public int attempts;

    @Column(name = "last_error")
    public String lastError;

    @Convert(converter = InstantConverter.class)
    @Column(name = "created_at")
    public Instant createdAt;

    /** When it is to be sent; null in the site. */
    @Convert(converter = InstantConverter.class)
    @Column(name = "due_at")
    public Instant dueAt;

    @Convert(converter = InstantConverter.class)
    @Column(name = "sent_at")
    public Instant sentAt;

    @Convert(converter = InstantConverter.class)
    @Column(name = "read_at")
    public Instant readAt;

    /** Once it is gone: what a channel that has it is told, COMPLETE or DELETE. */
    @Column(name = "gone_as")
    public String goneAs;

    /** The id under which it goes out with others, or {@link #TO_BE_BUNDLED}; null where it goes out alone. */
    public Long bundle;
}
