package wf.org;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import wf.store.InstantConverter;

/** A person (用户). */
@Entity
@Table(name = "wf_person")
@IdClass(OrgKey.class)
public class PersonRow extends UnitRow {
    @Column(name = "login_name")
    public String loginName;

    public String mail;

    public String mobile;

    /** The language for his messages, such as {@code zh-CN}. */
    public String locale;

    /** Moves with every new password, and so does the row's version: other nodes notice by it. */
    @Convert(converter = InstantConverter.class)
    @Column(name = "password_changed_at")
    public Instant passwordChangedAt;
}
