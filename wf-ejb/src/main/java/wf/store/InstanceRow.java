package wf.store;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;

/** A process instance: what lists show in columns, what decisions need in the body. */
@Entity
@Table(name = "wf_instance")
@IdClass(TenantKey.class)
public class InstanceRow {
    @Id
    public String tenant;

    @Id
    public long id;

    @Column(name = "definition_id")
    public long definitionId;

    @Column(name = "def_key")
    public String defKey;

    public long version;

    public String state;

    public int faulted;

    public String title;

    @Column(name = "business_key")
    public String businessKey;

    public String starter;

    @Convert(converter = InstantConverter.class)
    @Column(name = "started_at")
    public Instant startedAt;

    @Convert(converter = InstantConverter.class)
    @Column(name = "ended_at")
    public Instant endedAt;

    /** The content, in rows that no version since 7 has written; else empty. */
    public String body = "";

    @Column(name = "parent_id")
    public Long parentId;

    @Column(name = "parent_visit")
    public Long parentVisit;

    @Column(name = "journal_length")
    public long journalLength;

    @Column(name = "journal_hash")
    public String journalHash;

    /** The content, in rows that versions 7 to 11 wrote last; else null. */
    public String content;

    /** {@link InstanceBody.Moving}, {@link Packed}; null in rows that no version since 12 has written. */
    public byte[] moving;

    /** {@link InstanceBody.Lasting}; null in rows that no version since 12 has written. */
    public String lasting;
}
