package wf.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import javax.sql.DataSource;
import wf.access.Caller;
import wf.call.Outcome;
import wf.command.Command;
import wf.contract.AccessReply;
import wf.contract.AccessRequest;
import wf.contract.DefinitionReply;
import wf.contract.DefinitionRequest;
import wf.contract.DeployRequest;
import wf.contract.ErrorCode;
import wf.contract.GrantRoleRequest;
import wf.contract.PutRoleRequest;
import wf.contract.StartRequest;
import wf.org.People;
import wf.refusal.Refused;
import wf.setting.Settings;
import wf.store.TestDatabase;

/**
 * A house with two departments, one of them with another below it, whose people stand in the tables: what roles are tried
 * on. In each tenant there is somebody who has all roles of the product.
 */
final class House implements AutoCloseable {

    final Standalone shell;

    House(Map<String, String> settings) throws SQLException {
        this(TestDatabase.H2, settings);
    }

    House(TestDatabase kind, Map<String, String> settings) throws SQLException {
        DataSource source = kind.migrated();
        shell = new Standalone(source, null, InstantSource.system(), (definition, job) -> new Outcome.Failed("nothing is called in this test", false),
                new Settings(settings::get, name -> null));
        for (String tenant : List.of("default", "other")) {
            people(tenant);
        }
    }

    private void people(String tenant) {
        shell.transactions.required(() -> {
            shell.orgStore.add(People.department(tenant, "root", null), People.department(tenant, "rd", "root"), People.department(tenant, "lab", "rd"),
                    People.department(tenant, "finance", "root"), People.group(tenant, "watch"), People.person(tenant, "admin", "管理员"),
                    People.person(tenant, "second", "第二位"), People.person(tenant, "zhao", "赵敏"), People.person(tenant, "qian", "钱进"),
                    People.person(tenant, "sun", "孙丽"), People.person(tenant, "zhou", "周强"), People.person(tenant, "wu", "吴刚"),
                    People.inDepartment(tenant, "rd", "zhao", true), People.inDepartment(tenant, "lab", "qian", true),
                    People.inDepartment(tenant, "finance", "qian", false), People.inDepartment(tenant, "finance", "sun", true),
                    People.inDepartment(tenant, "finance", "zhou", true), People.inGroup(tenant, "watch", "zhou"));
            shell.orgStore.add(People.allRoles(tenant, "admin"));
            shell.orgStore.changed(tenant);
            return null;
        });
        shell.organisation.changed(tenant);
    }

    static Caller caller(String person) {
        return new Caller("default", person, "REST", "127.0.0.1", Locale.ENGLISH);
    }

    <T> T tried(Supplier<T> act) {
        return shell.attempts.of(Locale.ENGLISH, act);
    }

    /** @return the sentence */
    static String refused(ErrorCode code, Supplier<?> act) {
        String[] said = new String[1];
        assertThatThrownBy(act::get).isInstanceOfSatisfying(Refused.class, e -> {
            assertThat(e.problem().code).as(e.problem().message).isEqualTo(code);
            assertThat(e.problem().message).doesNotContain("{0").doesNotContain("{1");
            said[0] = e.problem().message;
        });
        return said[0];
    }

    // ---- roles ----

    static GrantRoleRequest grant(String role, String holder, String department, String category) {
        GrantRoleRequest request = new GrantRoleRequest();
        request.role = role;
        request.holder = holder;
        request.department = department;
        request.category = category;
        return request;
    }

    /** @return its number */
    long granted(String by, String role, String holder) {
        return granted(by, role, holder, null, null);
    }

    long granted(String by, String role, String holder, String department, String category) {
        return tried(() -> shell.grants.grant(caller(by), grant(role, holder, department, category))).grant.id;
    }

    void revoked(String by, long grant) {
        tried(() -> shell.grants.revoke(caller(by), grant, new AccessRequest()));
    }

    long grantOf(String role, String holder) {
        return tried(() -> shell.grants.list(caller("admin"), role, null)).grants.stream().filter(g -> g.holder.equals(holder)).findFirst().orElseThrow().id;
    }

    static PutRoleRequest role(String name, String... rights) {
        PutRoleRequest request = new PutRoleRequest();
        request.nameZh = name;
        request.nameEn = name;
        request.rights = List.of(rights);
        return request;
    }

    AccessReply said(String by, String code, String... rights) {
        return tried(() -> shell.roles.put(caller(by), code, role(code.toLowerCase(Locale.ROOT), rights)));
    }

    // ---- processes ----

    /** @return its id */
    long deployed(String by, String key, String category) {
        DeployRequest request = new DeployRequest();
        request.source = Model.process(key).step("draft", Model.byStarter()).step("review", Model.by("wu")).end().getBytes(StandardCharsets.UTF_8);
        request.category = category;
        DefinitionReply reply = tried(() -> shell.definitions.deploy(caller(by), request));
        return reply.definitions.get(0).id;
    }

    void released(String by, long definition) {
        tried(() -> shell.definitions.release(caller(by), definition, new DefinitionRequest()));
    }

    long started(String by, String key) {
        StartRequest start = new StartRequest();
        start.definitionKey = key;
        return shell.settling.perform(caller(by), Command.create("start", start)).instanceId;
    }

    @Override
    public void close() {
        shell.close();
    }
}
