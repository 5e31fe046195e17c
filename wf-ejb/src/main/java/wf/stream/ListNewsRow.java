package wf.stream;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import wf.store.InstantConverter;
import wf.store.TenantKey;

/** Lists that have changed, for the other nodes; it is forgotten after minutes. */
@Entity
@Table(name = "wf_list_news")
@IdClass(TenantKey.class)
public class ListNewsRow {
    @Id
    public String tenant;

    @Id
    public long id;

    /** The node that tells it, by the name that it has given itself for as long as it runs. */
    public String teller;

    @Convert(converter = InstantConverter.class)
    @Column(name = "told_at")
    public Instant toldAt;

    /** A list of {@link ListChange} as JSON. */
    public String body;
}
