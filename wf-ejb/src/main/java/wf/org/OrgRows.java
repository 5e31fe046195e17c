package wf.org;

import java.util.List;

/** A tenant's organisation as its tables hold it. */
record OrgRows(long version, List<PersonRow> people, List<DepartmentRow> departments, List<GroupRow> groups,
        List<PostRow> posts, List<DepartmentMemberRow> departmentMembers, List<DepartmentDeputyRow> deputies, List<GroupMemberRow> groupMembers,
        List<PostMemberRow> postMembers, List<RoleRow> roles, List<RoleGrantRow> grants) {

    /** Of people who administer nothing. */
    OrgRows(long version, List<PersonRow> people, List<DepartmentRow> departments, List<GroupRow> groups, List<PostRow> posts,
            List<DepartmentMemberRow> departmentMembers, List<DepartmentDeputyRow> deputies, List<GroupMemberRow> groupMembers,
            List<PostMemberRow> postMembers) {
        this(version, people, departments, groups, posts, departmentMembers, deputies, groupMembers, postMembers, List.of(), List.of());
    }
}
