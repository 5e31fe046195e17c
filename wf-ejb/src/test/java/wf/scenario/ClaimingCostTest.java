package wf.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import wf.store.TestDatabase;

/** What it costs to find out what is due: two statements for fifty jobs, and two where there is nothing. */
class ClaimingCostTest {

    private static final int JOBS = 200;
    private static final String TIMED = "<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL' xmlns:wf='urn:wf:bpmn:1.0' targetNamespace='t'>"
            + "<process id='timed' isExecutable='true'><startEvent id='s'/><sequenceFlow id='a' sourceRef='s' targetRef='wait'/><intermediateCatchEvent id='wait'>"
            + "<timerEventDefinition><timeDuration>PT1M</timeDuration></timerEventDefinition></intermediateCatchEvent><sequenceFlow id='b' sourceRef='wait' targetRef='work'/>"
            + "<userTask id='work' wf:assignee='li'/><sequenceFlow id='c' sourceRef='work' targetRef='e'/><endEvent id='e'/></process></definitions>";
    private final NotedStatements statements = new NotedStatements();

    private long looks() {
        return statements.all().stream().filter(s -> s.startsWith("select j.* from wf_job") || s.startsWith("update wf_job set lease_owner") || s.contains("MIN(") || s.contains("ORDER BY DUE_AT")
                || s.startsWith("SELECT due_at") || s.startsWith("SELECT DUE_AT")).count();
    }

    @Test
    void fiftyJobsAreClaimedByTwoStatements() throws Exception {
        DataSource source = TestDatabase.H2.migrated();
        try (StoreEngine engine = new StoreEngine(statements.before(source), "default").amongOthers()) {
            engine.deploy(TIMED);
            List<Long> instances = new CopyOnWriteArrayList<>();
            for (int i = 0; i < JOBS; i++) {
                instances.add(engine.start("zhao", "timed", Map.of()).instanceId());
            }
            engine.clock.advance(Duration.ofMinutes(2));
            statements.forget();
            assertThat(engine.shell.shifts.work()).isEqualTo(JOBS);
            assertThat(looks()).as("statements that look for %s jobs and claim them", JOBS).isBetween(8L, 12L);
            assertThat(instances).allSatisfy(i -> assertThat(engine.openItems(i)).hasSize(1));
            statements.forget();
            engine.shell.shifts.work();
            assertThat(statements.all()).as("a look in vain").hasSizeLessThanOrEqualTo(2);
        }
    }
}
