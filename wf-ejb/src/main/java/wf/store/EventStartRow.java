package wf.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

/** An event at which a released definition begins. */
@Entity
@Table(name = "wf_event_start")
@IdClass(TenantKey.class)
public class EventStartRow {
    @Id
    public String tenant;

    @Id
    public long id;

    @Column(name = "definition_id")
    public long definitionId;

    public String kind;

    public String name;

    @Column(name = "start_node")
    public String startNode;

    @Column(name = "event_node")
    public String eventNode;
}
