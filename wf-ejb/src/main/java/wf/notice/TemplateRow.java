package wf.notice;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

/** A tenant's own words for one kind of message, on one channel, in one language. */
@Entity
@Table(name = "wf_notice_template")
@IdClass(TemplateKey.class)
public class TemplateRow {
    @Id
    public String tenant;

    /** A {@link wf.contract.MessageKind}, or a name of the tenant's own. */
    @Id
    public String kind;

    /** {@code *} for all that have no words of their own. */
    @Id
    public String channel;

    /** {@code zh} or {@code en}. */
    @Id
    public String locale;

    public String subject;

    public String body;
}
