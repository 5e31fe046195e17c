package wf.store;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;

/** One operation in an instance's journal. */
@Entity
@Table(name = "wf_journal")
@IdClass(JournalKey.class)
public class JournalRow {
    @Id
    public String tenant;

    @Id
    @Column(name = "instance_id")
    public long instanceId;

    @Id
    public long seq;

    @Column(name = "op_id")
    public String opId;

    public String operation;

    public String actor;

    @Column(name = "on_behalf_of")
    public String onBehalfOf;

    @Column(name = "as_admin")
    public int asAdmin;

    public String channel;

    @Column(name = "client_ip")
    public String clientIp;

    @Convert(converter = InstantConverter.class)
    @Column(name = "happened_at")
    public Instant happenedAt;

    @Column(name = "definition_id")
    public long definitionId;

    @Column(name = "version_before")
    public long versionBefore;

    @Column(name = "version_after")
    public long versionAfter;

    @Column(name = "node_id")
    public String nodeId;

    public String opinion;

    /** What {@link JournalBody} says, in rows that no version since 12 has written; else empty. */
    public String body = "";

    public String algorithm;

    public String hash;

    /** Fingerprint of what a person asked for under {@link #opId}; null where that id stands for more than this row. No part of the hash. */
    @Column(name = "payload_hash")
    public String payloadHash;

    /** 1 where the operation id stands for this row alone, so that no other can have it; else null. No part of the hash. */
    public Integer sole;

    /** What {@link JournalBody} says, {@link Packed}; null in rows that no version since 12 has written. */
    public byte[] packed;

    /** Both count, so that nobody can put another text beside the packed one. */
    String text() {
        return packed == null ? body : body + Packed.text(packed);
    }
}
