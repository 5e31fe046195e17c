package wf.org;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import wf.store.InstantConverter;

/** A role of a tenant's own (§6.1): what its holders may administer. It is nothing that work is offered to. */
@Entity
@Table(name = "wf_role")
@IdClass(OrgKey.class)
public class RoleRow {
    @Id
    public String tenant;

    @Id
    @Column(name = "code")
    public String id;

    @Column(name = "name_zh")
    public String nameZh;

    @Column(name = "name_en")
    public String nameEn;

    /** Codes of rights, with commas between them. */
    public String rights;

    @Convert(converter = InstantConverter.class)
    @Column(name = "changed_at")
    public Instant changedAt;

    @Column(name = "changed_by")
    public String changedBy;

    @Version
    public long version;
}
