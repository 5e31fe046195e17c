package wf.org;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

/** A person in a department; somebody with two of these has a second job (兼职), and exactly one is the main one. */
@Entity
@Table(name = "wf_department_member")
@IdClass(MemberKey.class)
public class DepartmentMemberRow extends MemberRow {
    public boolean main;

    /** His position there (职位). */
    @Column(name = "job_title")
    public String jobTitle;

    /** His direct leader there, if it is not the head. */
    @Column(name = "leader_id")
    public String leaderId;
}
