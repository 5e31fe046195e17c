package wf.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

/** A BPMN file as it was deployed; several definitions can come from one. */
@Entity
@Table(name = "wf_definition_source")
@IdClass(TenantKey.class)
public class SourceRow {
    @Id
    public String tenant;

    @Id
    public long id;

    public byte[] source;
}
