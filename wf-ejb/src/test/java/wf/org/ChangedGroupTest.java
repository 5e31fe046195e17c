package wf.org;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Locale;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import wf.access.Caller;
import wf.call.Outcome;
import wf.command.Command;
import wf.contract.DefinitionRequest;
import wf.contract.DeployRequest;
import wf.contract.StartRequest;
import wf.contract.WorkListKind;
import wf.query.WorkListFilter;
import wf.scenario.Model;
import wf.scenario.Standalone;
import wf.store.MutableClock;
import wf.store.TestDatabase;

/** What is offered to a group is offered to whoever is in it now. */
class ChangedGroupTest {

    private static final Duration REFRESH = Duration.ofSeconds(4);
    private final MutableClock clock = new MutableClock();

    @Test
    void whoeverComesIntoAGroupFindsItsOpenOffersAndWhoeverLeavesFindsThemNoMore() throws Exception {
        DataSource source = TestDatabase.H2.migrated();
        try (Standalone shell = new Standalone(source, null, clock, (definition, job) -> new Outcome.Failed("nothing is called in this test", false))) {
            PersonRow admin = People.person("default", "admin", "管理员");
            change(shell, admin, People.person("default", "li", "李明"), People.person("default", "sun", "孙丽"), People.group("default", "finance"),
                    People.inGroup("default", "finance", "sun"));
            change(shell, People.allRoles("default", "admin"));
            offer(shell);
            assertThat(offered(shell, "sun")).isEqualTo(1);
            assertThat(offered(shell, "li")).isZero();
            change(shell, People.inGroup("default", "finance", "li"));
            leave(shell, "sun");
            clock.advance(REFRESH);
            assertThat(offered(shell, "li")).isEqualTo(1);
            assertThat(offered(shell, "sun")).isZero();
        }
    }

    private static void change(Standalone shell, Object... rows) {
        shell.transactions.required(() -> {
            new OrgStore(shell.entityManager()).add(rows);
            new OrgStore(shell.entityManager()).changed("default");
            return null;
        });
    }

    private static void leave(Standalone shell, String person) {
        shell.transactions.required(() -> {
            shell.entityManager().createQuery("delete from GroupMemberRow m where m.personId = :person").setParameter("person", person).executeUpdate();
            new OrgStore(shell.entityManager()).changed("default");
            return null;
        });
    }

    private static void offer(Standalone shell) {
        Caller admin = caller("admin");
        DeployRequest request = new DeployRequest();
        request.source = Model.process("pool").step("offer", Model.offeredToGroup("finance")).end().getBytes(java.nio.charset.StandardCharsets.UTF_8);
        var deployed = shell.attempts.of(Locale.ENGLISH, () -> shell.definitions.deploy(admin, request));
        shell.attempts.of(Locale.ENGLISH, () -> shell.definitions.release(admin, deployed.definitions.get(0).id, new DefinitionRequest()));
        StartRequest start = new StartRequest();
        start.definitionKey = "pool";
        shell.settling.perform(admin, Command.create("start", start));
    }

    private static long offered(Standalone shell, String person) {
        return shell.lists.count(caller(person), WorkListKind.CLAIMABLE, WorkListFilter.ALL, false).count;
    }

    private static Caller caller(String person) {
        return new Caller("default", person, "REST", "127.0.0.1", Locale.ENGLISH);
    }
}
