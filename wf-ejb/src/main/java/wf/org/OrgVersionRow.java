package wf.org;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A number that grows whenever anything of a tenant's organisation changes, so that looking for changes is cheap. */
@Entity
@Table(name = "wf_org_version")
public class OrgVersionRow {
    @Id
    public String tenant;

    public long version;
}
