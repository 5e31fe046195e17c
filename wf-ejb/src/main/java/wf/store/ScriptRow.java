package wf.store;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import wf.rule.Script;

/** One version of a stored script; it never changes. */
@Entity
@Table(name = "wf_script")
@IdClass(ScriptKey.class)
public class ScriptRow {
    @Id
    public String tenant;

    @Id
    public String name;

    @Id
    public int version;

    public String source;

    public String hash;

    @Convert(converter = InstantConverter.class)
    @Column(name = "stored_at")
    public Instant storedAt;

    @Column(name = "stored_by")
    public String storedBy;

    public Script script() {
        return new Script(name, version, source);
    }
}
