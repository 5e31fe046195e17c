package wf.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import wf.contract.EngineService;
import wf.contract.ErrorCode;
import wf.contract.HealthInfo;
import wf.contract.ServiceInfo;
import wf.contract.ServiceRequest;
import wf.refusal.Refused;
import wf.setting.Settings;
import wf.setting.SharedClock;
import wf.store.DatabaseClock;

/** Operators see how a node is, and stop a part of it (§5.2). */
class OperatorTest extends StoreTest {

    private static final String WITH_A_TIMER = "<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL' xmlns:wf='urn:wf:bpmn:1.0' targetNamespace='t'>"
            + "<process id='~' isExecutable='true'><startEvent id='s'/><sequenceFlow id='a' sourceRef='s' targetRef='wait'/><intermediateCatchEvent id='wait'>"
            + "<timerEventDefinition><timeDuration>PT1M</timeDuration></timerEventDefinition></intermediateCatchEvent><sequenceFlow id='b' sourceRef='wait' targetRef='work'/>"
            + "<userTask id='work' wf:assignee='li'/><sequenceFlow id='c' sourceRef='work' targetRef='e'/><endEvent id='e'/></process></definitions>";

    private long waiting() {
        String key = "o" + UUID.randomUUID().toString().substring(0, 8);
        engine.amongOthers().deploy(WITH_A_TIMER.replace("~", key));
        return engine.start("zhao", key, Map.of()).instanceId();
    }

    private ServiceInfo set(StoreEngine node, EngineService service, boolean running) {
        return node.shell.monitoring.set(node.caller("admin"), service, running, new ServiceRequest()).service;
    }

    @Test
    void aNodeWhoseAutomaticTasksAreStoppedLeavesThemToOthersUntilTheyAreStarted() throws Exception {
        long instance = waiting();
        ServiceInfo stopped = set(engine, EngineService.AUTOMATIC_TASKS, false);
        assertThat(stopped.running).isFalse();
        assertThat(stopped.changedBy).isEqualTo("admin");
        engine.clock.advance(Duration.ofMinutes(2));
        assertThat(engine.shell.shifts.work()).isZero();
        assertThat(engine.openItems(instance)).isEmpty();
        try (StoreEngine other = secondNode().amongOthers()) {
            other.shell.shifts.work();
        }
        assertThat(engine.openItems(instance)).hasSize(1);
        set(engine, EngineService.AUTOMATIC_TASKS, true);
        long next = waiting();
        engine.pass(Duration.ofMinutes(2));
        assertThat(engine.openItems(next)).hasSize(1);
    }

    @Test
    void whatAnOperatorHasStoppedStaysSoAfterTheNextStartOfTheNode() throws Exception {
        set(engine, EngineService.MESSAGE_LISTENING, false);
        try (StoreEngine again = secondNode()) {
            assertThat(again.shell.services.isRunning(EngineService.MESSAGE_LISTENING)).isTrue();
            again.shell.services.recall();
            assertThat(again.shell.services.isRunning(EngineService.MESSAGE_LISTENING)).isFalse();
            assertThat(again.shell.services.isRunning(EngineService.PROCESS_ENGINE)).isTrue();
        }
        set(engine, EngineService.MESSAGE_LISTENING, true);
    }

    @Test
    void onlyAdministratorsOfTheInstallationsTenantAreOperators() {
        for (var somebody : new wf.access.Caller[] {engine.caller("zhao"), neighbour.caller("admin")}) {
            assertThat(catchThrowableOfType(Refused.class, () -> engine.shell.monitoring.services(somebody)).problem().code).isEqualTo(ErrorCode.FORBIDDEN);
            assertThat(catchThrowableOfType(Refused.class, () -> engine.shell.monitoring.metrics(somebody)).problem().code).isEqualTo(ErrorCode.FORBIDDEN);
            assertThat(catchThrowableOfType(Refused.class, () -> engine.shell.monitoring.set(somebody, EngineService.PROCESS_ENGINE, false, new ServiceRequest())).problem().code)
                    .isEqualTo(ErrorCode.FORBIDDEN);
        }
        assertThat(engine.shell.services.isRunning(EngineService.PROCESS_ENGINE)).isTrue();
    }

    @Test
    void aNodeTellsItsMeasuresAsPrometheusReadsThem() {
        long instance = waiting();
        engine.pass(Duration.ofMinutes(2));
        assertThat(engine.openItems(instance)).hasSize(1);
        String text = engine.shell.monitoring.metrics(engine.caller("admin")).content;
        assertThat(text.lines()).allMatch(l -> l.startsWith("# TYPE wf_") || l.matches("wf_[a-z_]+(\\{([a-z]+=\"[^\"]*\",?)+})? -?[0-9.]+"));
        assertThat(text).contains("wf_job_seconds_count{kind=\"TIMER\"} ", "wf_jobs_due 0", "wf_service_running_process_engine 1");
        assertThat(text.lines().filter(l -> l.startsWith("wf_job_seconds_bucket{kind=\"TIMER\",le=\"+Inf\"}"))).hasSize(1);
    }

    @Test
    void aNodeIsHealthyWhenItsDatabaseAnswersAndItLooksForJobs() {
        engine.shell.shifts.work();
        HealthInfo health = engine.shell.monitoring.health(engine.caller("admin"));
        assertThat(health.checks).as("checks").allMatch(c -> c.healthy);
        assertThat(health.healthy).isTrue();
        engine.clock.advance(Duration.ofMinutes(10));
        assertThat(engine.shell.monitoring.health(engine.caller("admin")).healthy).isFalse();
    }

    @Test
    void aNodeWhoseClockIsWrongGoesByThatOfTheDatabase() {
        SharedClock clock = new SharedClock(new Settings(name -> name.equals("wf.clock.offset.seconds") ? "30" : null, name -> null));
        assertThat(Duration.between(Instant.now(), clock.own())).isGreaterThan(Duration.ofSeconds(29));
        DatabaseClock database = new DatabaseClock(engine.shell.em, engine.shell.transactions, clock);
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        do {
            database.compare();
        } while (fromNow(clock).compareTo(Duration.ofSeconds(2)) >= 0 && System.nanoTime() < end);
        assertThat(fromNow(clock)).as("an answer that came at once was believed").isLessThan(Duration.ofSeconds(2));
    }

    private static Duration fromNow(SharedClock clock) {
        return Duration.between(Instant.now(), clock.instant()).abs();
    }
}
