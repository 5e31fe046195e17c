package wf.store;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;

/** One version of a definition. */
@Entity
@Table(name = "wf_definition")
@IdClass(TenantKey.class)
public class DefinitionRow {
    @Id
    public String tenant;

    @Id
    public long id;

    @Column(name = "def_key")
    public String defKey;

    public int version;

    public String name;

    @Column(name = "category_path")
    public String category;

    public String state;

    public boolean executable;

    /** The instance whose own copy it is, which no list of definitions shows; null for all others. */
    @Column(name = "instance_id")
    public Long instanceId;

    @Column(name = "source_id")
    public long sourceId;

    @Convert(converter = InstantConverter.class)
    @Column(name = "deployed_at")
    public Instant deployedAt;

    @Column(name = "deployed_by")
    public String deployedBy;
}
