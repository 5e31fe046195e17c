package wf.org;

import jakarta.persistence.Entity;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

/** A deputy head of a department, who need not be in it. */
@Entity
@Table(name = "wf_department_deputy")
@IdClass(MemberKey.class)
public class DepartmentDeputyRow extends MemberRow {
}
