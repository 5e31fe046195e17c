package wf.notice;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

/** How somebody wants to be told, as JSON. */
@Entity
@Table(name = "wf_notice_wish")
@IdClass(WishKey.class)
public class WishRow {
    @Id
    public String tenant;

    @Id
    public String person;

    public String body;
}
