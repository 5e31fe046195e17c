package wf.org;

import jakarta.persistence.Entity;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

/** A person in a group. */
@Entity
@Table(name = "wf_group_member")
@IdClass(MemberKey.class)
public class GroupMemberRow extends MemberRow {
}
