package wf.org;

/** Short ways to write an organisation down in a test. */
public final class People {
    private People() {
    }

    public static PersonRow person(String tenant, String id, String name) {
        PersonRow row = new PersonRow();
        row.tenant = tenant;
        row.id = id;
        row.loginName = id;
        row.name = name;
        return row;
    }

    public static DepartmentRow department(String tenant, String id, String parent) {
        DepartmentRow row = new DepartmentRow();
        row.tenant = tenant;
        row.id = id;
        row.name = id;
        row.parentId = parent;
        return row;
    }

    public static GroupRow group(String tenant, String id) {
        GroupRow row = new GroupRow();
        row.tenant = tenant;
        row.id = id;
        row.name = id;
        return row;
    }

    public static PostRow post(String tenant, String id) {
        PostRow row = new PostRow();
        row.tenant = tenant;
        row.id = id;
        row.name = id;
        return row;
    }

    public static DepartmentMemberRow inDepartment(String tenant, String department, String person, boolean main) {
        DepartmentMemberRow row = member(new DepartmentMemberRow(), tenant, department, person);
        row.main = main;
        return row;
    }

    public static GroupMemberRow inGroup(String tenant, String group, String person) {
        return member(new GroupMemberRow(), tenant, group, person);
    }

    public static PostMemberRow onPost(String tenant, String post, String person) {
        return member(new PostMemberRow(), tenant, post, person);
    }

    /** Grants of all roles of the product. */
    public static Object[] allRoles(String tenant, String person) {
        return Role.BUILT_IN.stream().map(role -> {
            RoleGrantRow row = new RoleGrantRow();
            row.tenant = tenant;
            row.id = -1 - Math.floorMod((role.code() + person).hashCode(), 1_000_000_000);
            row.role = role.code();
            row.holder = "user:" + person;
            row.grantedAt = java.time.Instant.EPOCH;
            return row;
        }).toArray();
    }

    private static <T extends MemberRow> T member(T row, String tenant, String owner, String person) {
        row.tenant = tenant;
        row.ownerId = owner;
        row.personId = person;
        return row;
    }
}
