package wf.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

/** The content of attachments, once by its hash. */
@Entity
@Table(name = "wf_content")
@IdClass(ContentKey.class)
public class ContentRow {
    @Id
    public String tenant;

    @Id
    public String sha256;

    public byte[] content;
}
