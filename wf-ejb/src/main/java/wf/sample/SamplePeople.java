package wf.sample;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import wf.access.Credentials;
import wf.access.PasswordCheck;
import wf.org.DepartmentMemberRow;
import wf.org.DepartmentRow;
import wf.org.GroupMemberRow;
import wf.org.GroupRow;
import wf.org.MemberRow;
import wf.org.OrgStore;
import wf.org.PersonRow;
import wf.org.PostMemberRow;
import wf.org.PostRow;
import wf.org.RoleStore;
import wf.org.UnitRow;

/**
 * The sample people: two departments at work, a third one only because 李明 has a post there as well, and an
 * administrator. The same people stand in {@code ldap-schema/sample.ldif}.
 */
@Singleton
public class SamplePeople {
    /** The password of them all. It is no secret, so these people must not exist in a database that matters. */
    public static final String PASSWORD = "wf-demo-1";

    private final OrgStore store;
    private final RoleStore roles;
    private final Credentials credentials;
    private final PasswordCheck passwords;

    @Inject
    public SamplePeople(OrgStore store, RoleStore roles, Credentials credentials, PasswordCheck passwords) {
        this.store = store;
        this.roles = roles;
        this.credentials = credentials;
        this.passwords = passwords;
    }

    /** Adds them to a tenant that has nobody. The caller owns the transaction. */
    void load(String tenant) {
        Rows rows = new Rows(tenant, passwords.hash(PASSWORD));
        rows.person("zhao", "赵敏");
        rows.person("qian", "钱进");
        rows.person("li", "李明");
        rows.person("wang", "王芳");
        rows.person("sun", "孙丽");
        rows.person("zhou", "周强");
        rows.person("admin", "管理员");

        rows.department("company", null, "UNIT", "示例公司", 0, null);
        rows.department("rd", "company", "DEPT", "研发部", 1, "li");
        rows.department("finance", "company", "DEPT", "财务部", 2, "wang");
        rows.department("office", "company", "DEPT", "综合办公室", 3, "admin");
        rows.inDepartment("rd", "zhao", true, "工程师");
        rows.inDepartment("rd", "qian", true, "工程师");
        rows.inDepartment("rd", "li", true, "部门负责人");
        rows.inDepartment("office", "li", false, "法务专员");
        rows.inDepartment("finance", "wang", true, "部门负责人");
        rows.inDepartment("finance", "sun", true, "会计");
        rows.inDepartment("finance", "zhou", true, "出纳");
        rows.inDepartment("office", "admin", true, "系统管理员");

        rows.group("finance", "财务组", "wang", "sun", "zhou");
        rows.post("rd-head", "rd", "研发部负责人", "li");
        rows.post("legal", "office", "法务专员", "li");
        roles.makeAdministrator(tenant, "admin", Instant.now());
    }

    private final class Rows {
        private final String tenant;
        private final String password;

        Rows(String tenant, String password) {
            this.tenant = tenant;
            this.password = password;
        }

        void person(String id, String name) {
            PersonRow row = unit(new PersonRow(), id, name);
            row.loginName = id;
            row.mail = id + "@example.org";
            store.add(row);
            credentials.store(tenant, id, password, Instant.now());
        }

        void department(String id, String parent, String kind, String name, int sort, String head) {
            DepartmentRow row = unit(new DepartmentRow(), id, name);
            row.parentId = parent;
            row.kind = kind;
            row.sortNo = sort;
            row.headId = head;
            store.add(row);
        }

        void inDepartment(String department, String person, boolean main, String jobTitle) {
            DepartmentMemberRow row = member(new DepartmentMemberRow(), department, person);
            row.main = main;
            row.jobTitle = jobTitle;
            store.add(row);
        }

        void group(String id, String name, String... people) {
            store.add(unit(new GroupRow(), id, name));
            for (String person : people) {
                store.add(member(new GroupMemberRow(), id, person));
            }
        }

        void post(String id, String department, String name, String person) {
            PostRow row = unit(new PostRow(), id, name);
            row.departmentId = department;
            store.add(row, member(new PostMemberRow(), id, person));
        }

        private <T extends UnitRow> T unit(T row, String id, String name) {
            row.tenant = tenant;
            row.id = id;
            row.name = name;
            return row;
        }

        private <T extends MemberRow> T member(T row, String owner, String person) {
            row.tenant = tenant;
            row.ownerId = owner;
            row.personId = person;
            return row;
        }
    }
}
