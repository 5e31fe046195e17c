package wf.store;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;

/** A candidate to whom an item is offered now. */
@Entity
@Table(name = "wf_candidate")
@IdClass(CandidateKey.class)
public class CandidateRow {
    @Id
    public String tenant;

    @Id
    public String candidate;

    @Id
    @Convert(converter = InstantConverter.class)
    @Column(name = "created_at")
    public Instant createdAt;

    @Id
    @Column(name = "item_id")
    public long itemId;
}
