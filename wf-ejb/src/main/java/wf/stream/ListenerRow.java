package wf.stream;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import wf.store.InstantConverter;

/** A node that has streams, and so wants to hear what the others do. */
@Entity
@Table(name = "wf_list_listener")
@IdClass(ListenerKey.class)
public class ListenerRow {
    /** The tenant that keeps the installation. */
    @Id
    public String tenant;

    /** The node, by the name that it has given itself for as long as it runs. */
    @Id
    public String listener;

    /** When it counts as gone, unless it says again that it listens. */
    @Convert(converter = InstantConverter.class)
    @Column(name = "until_at")
    public Instant untilAt;
}
