package wf.org;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import wf.access.Caller;
import wf.call.Outcome;
import wf.command.Command;
import wf.contract.DefinitionRequest;
import wf.contract.DeployRequest;
import wf.contract.OperationReply;
import wf.contract.StartRequest;
import wf.contract.SubmitRequest;
import wf.scenario.Model;
import wf.scenario.Standalone;
import wf.store.MutableClock;
import wf.store.TestDatabase;

/** A new organisation takes the place of the old one while 32 people submit: each decision sees one of the two, and none is disturbed. */
class SwapTest {

    private static final int PEOPLE = 32;
    private static final int EACH = 4;
    /** How often at least, while they work; how long a swap takes on a machine with much to do is not known beforehand. */
    private static final int SWAPS = 3;
    private static final Duration REFRESH = Duration.ofSeconds(4);
    private final MutableClock clock = new MutableClock();
    private Standalone shell;

    /** On which database; another one in a subclass. */
    TestDatabase kind() {
        return TestDatabase.H2;
    }

    @BeforeEach
    void aDepartmentWithAHead() throws SQLException {
        DataSource source = kind().migrated();
        shell = new Standalone(source, null, clock, (definition, job) -> new Outcome.Failed("nothing is called in this test", false));
        PersonRow admin = People.person("default", "admin", "管理员");
        change(People.allRoles("default", "admin"));
        change(admin, People.person("default", "li", "李明"), People.person("default", "wang", "王芳"), People.department("default", "rd", null));
        head("li");
        for (int n = 0; n < PEOPLE; n++) {
            change(People.person("default", "p" + n, "P" + n), People.inDepartment("default", "rd", "p" + n, true));
        }
        deploy();
    }

    @AfterEach
    void close() {
        shell.close();
    }

    private void head(String person) {
        shell.transactions.required(() -> {
            shell.entityManager().createQuery("update DepartmentRow d set d.headId = :head where d.tenant = 'default' and d.id = 'rd'")
                    .setParameter("head", person).executeUpdate();
            new OrgStore(shell.entityManager()).changed("default");
            return null;
        });
    }

    private void change(Object... rows) {
        shell.transactions.required(() -> {
            new OrgStore(shell.entityManager()).add(rows);
            new OrgStore(shell.entityManager()).changed("default");
            return null;
        });
    }

    private void deploy() {
        DeployRequest request = new DeployRequest();
        request.source = Model.process("order").step("draft", Model.byStarter()).step("review", Model.found("<wf:from relation=\"DEPT_HEAD\"/>")).end()
                .getBytes(StandardCharsets.UTF_8);
        var deployed = shell.attempts.of(Locale.ENGLISH, () -> shell.definitions.deploy(caller("admin"), request));
        shell.attempts.of(Locale.ENGLISH, () -> shell.definitions.release(caller("admin"), deployed.definitions.get(0).id, new DefinitionRequest()));
    }

    private static Caller caller(String person) {
        return new Caller("default", person, "REST", "127.0.0.1", Locale.ENGLISH);
    }

    /** The head changes with each swap, between the two who may be it. */
    private void swapUntil(AtomicBoolean over) {
        try {
            for (int n = 1; !over.get(); n++) {
                head(n % 2 == 0 ? "li" : "wang");
                clock.advance(REFRESH);
                shell.organisation.of("default");
            }
        } finally {
            over.set(true);
        }
    }

    /** Starts work of his own and submits it, until there were swaps enough, and tells who has it then. */
    private List<String> submits(String person, BooleanSupplier swapped) {
        List<String> heads = new ArrayList<>();
        while (heads.size() < EACH || !swapped.getAsBoolean()) {
            StartRequest start = new StartRequest();
            start.definitionKey = "order";
            OperationReply started = shell.settling.perform(caller(person), Command.create("start", start));
            OperationReply submitted = shell.settling.perform(caller(person), Command.onItem("submit", started.itemsCreated.get(0).id, new SubmitRequest()));
            heads.add(submitted.itemsCreated.get(0).owner.id);
        }
        return heads;
    }

    @Test
    void aSwapDuringConcurrentSubmitsDisturbsNone() throws Exception {
        long enough = shell.organisation.of("default").epoch() + SWAPS;
        ExecutorService threads = Executors.newFixedThreadPool(PEOPLE + 1);
        AtomicBoolean over = new AtomicBoolean();
        try {
            Future<?> swapping = threads.submit(() -> swapUntil(over));
            List<Callable<List<String>>> work = new ArrayList<>();
            for (int n = 0; n < PEOPLE; n++) {
                String person = "p" + n;
                work.add(() -> submits(person, () -> over.get() || shell.organisation.of("default").epoch() >= enough));
            }
            for (Future<List<String>> each : threads.invokeAll(work, 10, TimeUnit.MINUTES)) {
                assertThat(each.get()).hasSizeGreaterThanOrEqualTo(EACH).isSubsetOf("li", "wang");
            }
            over.set(true);
            swapping.get(1, TimeUnit.MINUTES);
        } finally {
            over.set(true);
            threads.shutdownNow();
        }
        assertThat(shell.organisation.of("default").epoch()).as("the organisation was swapped meanwhile").isGreaterThanOrEqualTo(enough);
    }
}
