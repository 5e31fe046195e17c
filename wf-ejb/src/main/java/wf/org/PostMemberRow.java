package wf.org;

import jakarta.persistence.Entity;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

/** A person in a post. */
@Entity
@Table(name = "wf_post_member")
@IdClass(MemberKey.class)
public class PostMemberRow extends MemberRow {
}
