package wf.org;

import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.time.Instant;

/** A person, department, group or post: named, and disabled instead of deleted (§6.2). */
@MappedSuperclass
public abstract class UnitRow extends ValidRow {
    @Id
    public String tenant;

    @Id
    public String id;

    public String name;

    public boolean enabled = true;

    /** From where it is loaded, such as {@code ldap}; null for what is kept here alone. */
    public String source;

    @Version
    public long version;

    @Override
    public boolean isValidAt(Instant time) {
        return enabled && super.isValidAt(time);
    }
}
