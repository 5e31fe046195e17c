package wf.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static wf.scenario.Model.by;
import static wf.scenario.Model.process;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import wf.contract.DefinitionRequest;
import wf.contract.ErrorCode;
import wf.contract.JobInfo;
import wf.contract.JobState;
import wf.contract.MisfirePolicy;
import wf.contract.PutScheduleRequest;
import wf.contract.RescheduleJobRequest;
import wf.contract.ScheduleInfo;
import wf.contract.ScheduleKind;
import wf.contract.ScheduleState;
import wf.query.Jobs;
import wf.refusal.Refused;

/** 8.6: processes that start by themselves. */
class ScheduleTest extends StoreTest {

    private static final Duration HOUR = Duration.ofHours(1);
    private static int count;
    private String key;

    @BeforeAll
    void time() {
        engine.clock.advance(Duration.between(engine.now(), engine.now().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(1)).plus(Duration.ofMinutes(30))));
    }

    @BeforeEach
    void aProcess() {
        key = "scheduled" + ++count;
        engine.deploy(process(key).step("work", by("li")).end());
    }

    private PutScheduleRequest request(ScheduleKind kind, String times) {
        PutScheduleRequest request = new PutScheduleRequest();
        request.definitionKey = key;
        request.kind = kind;
        request.times = times;
        request.zone = "UTC";
        return request;
    }

    private ScheduleInfo put(String name, PutScheduleRequest request) {
        return engine.shell.attempts.of(Locale.ENGLISH, () -> engine.shell.schedules.put(engine.caller("admin"), name, request)).schedules.get(0);
    }

    private ScheduleInfo get(String name) {
        return engine.shell.attempts.of(Locale.ENGLISH, () -> engine.shell.schedules.get(engine.caller("admin"), name));
    }

    private long started() {
        try {
            return rows("wf_instance where def_key = '" + key + "'");
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aProcessStartsOnceAtItsMoment() {
        PutScheduleRequest once = request(ScheduleKind.AT, engine.now().plus(HOUR).toString());
        once.starter = "zhao";
        once.title = "By itself";
        put("once", once);
        engine.pass(HOUR.minusSeconds(1));
        assertThat(started()).isZero();
        engine.pass(Duration.ofSeconds(1));
        assertThat(started()).isEqualTo(1);
        engine.pass(Duration.ofDays(2));
        assertThat(started()).isEqualTo(1);
        ScheduleInfo done = get("once");
        assertThat(done.state).isEqualTo(ScheduleState.DONE);
        assertThat(done.lastInstanceId).isNotNull();
        assertThat(engine.stored(done.lastInstanceId).starter()).isEqualTo("zhao");
        assertThat(engine.stored(done.lastInstanceId).identity().title()).isEqualTo("By itself");
    }

    @Test
    void nobodyStartsByAScheduleWhatHeMayNotStartHimself() {
        engine.deploy(process(key).startedBy("user:li").step("work", by("li")).end());
        PutScheduleRequest request = request(ScheduleKind.EVERY, "PT2H");
        request.starter = "zhao";
        assertThatThrownBy(() -> put("foreign", request)).isInstanceOfSatisfying(Refused.class, e -> {
            assertThat(e.problem().code).isEqualTo(ErrorCode.FORBIDDEN);
            assertThat(e.problem().message).contains(key);
        });
        request.starter = "li";
        put("foreign", request);
        engine.pass(Duration.ofHours(2));
        assertThat(started()).isEqualTo(1);
        engine.deploy(process(key).startedBy("user:wang").step("work", by("li")).end());
        engine.pass(Duration.ofHours(4));
        assertThat(started()).as("the newest version no longer lets him").isEqualTo(1);
        assertThat(get("foreign").lastError).contains("li").contains(key);
        delete("foreign");
    }

    @Test
    void itStartsAfterEachIntervalAndByACronLine() {
        put("each", request(ScheduleKind.EVERY, "PT2H"));
        engine.pass(Duration.ofHours(7));
        assertThat(started()).isEqualTo(3);
        delete("each");
        aProcess();
        put("cron", request(ScheduleKind.CRON, "0 * * * *"));
        engine.pass(Duration.ofHours(3));
        assertThat(started()).isEqualTo(3);
        assertThat(get("cron").fired).isEqualTo(3);
        delete("cron");
    }

    @Test
    void itStartsOnTheLastWorkingDayOfEachMonth() {
        ScheduleInfo info = put("monthly", request(ScheduleKind.LAST_WORKDAY, "17:00"));
        assertThat(info.nextAt).isAfter(Date.from(engine.now()));
        engine.pass(Duration.ofDays(70));
        assertThat(started()).isBetween(2L, 3L);
        delete("monthly");
    }

    @Test
    void whatWasMissedIsDoneOnceOrNotAtAllOrEachTime() {
        for (MisfirePolicy policy : MisfirePolicy.values()) {
            aProcess();
            PutScheduleRequest request = request(ScheduleKind.CRON, "0 * * * *");
            request.misfire = policy;
            put("missed", request);
            engine.clock.advance(Duration.ofHours(5));
            engine.pass(Duration.ZERO);
            assertThat(started()).as(policy.name()).isEqualTo(switch (policy) {
                case ONCE -> 1L;
                case SKIP -> 0L;
                case ALL -> 5L;
            });
            engine.pass(HOUR);
            assertThat(started()).as(policy.name()).isEqualTo(switch (policy) {
                case ONCE -> 2L;
                case SKIP -> 1L;
                case ALL -> 6L;
            });
            delete("missed");
        }
    }

    @Test
    void whatWasMovedHasMissedNothing() {
        PutScheduleRequest request = request(ScheduleKind.CRON, "0 0 * * *");
        request.misfire = MisfirePolicy.SKIP;
        put("moved", request);
        RescheduleJobRequest later = new RescheduleJobRequest();
        later.dueAt = Date.from(engine.now().plus(Duration.ofHours(30)));
        long job = engine.shell.jobPages.page(engine.caller("admin"), new Jobs.Which(JobState.READY, "SCHEDULE", null, null, null, null), null, 50).jobs.get(0).id;
        engine.shell.jobOrders.reschedule(engine.caller("admin"), job, later);
        engine.pass(Duration.ofHours(30));
        assertThat(started()).isEqualTo(1);
        delete("moved");
    }

    @Test
    void whatWasMovedToBeforeItsTimeDoesNotComeAtThatAgain() {
        put("early", request(ScheduleKind.CRON, "0 0 * * *"));
        JobInfo job = engine.shell.jobPages.page(engine.caller("admin"), new Jobs.Which(JobState.READY, "SCHEDULE", null, null, null, null), null, 50).jobs.get(0);
        Duration until = Duration.between(engine.now(), job.dueAt.toInstant());
        RescheduleJobRequest earlier = new RescheduleJobRequest();
        earlier.dueAt = Date.from(engine.now().plus(until.dividedBy(2)));
        engine.shell.jobOrders.reschedule(engine.caller("admin"), job.id, earlier);
        engine.pass(until.plus(HOUR));
        assertThat(started()).isEqualTo(1);
        engine.pass(Duration.ofHours(24));
        assertThat(started()).isEqualTo(2);
        delete("early");
    }

    @Test
    void itStandsStillAndGoesOnAndStartsOnRequest() {
        put("still", request(ScheduleKind.CRON, "0 * * * *"));
        order("pause");
        engine.pass(Duration.ofHours(3));
        assertThat(started()).isZero();
        refused(ErrorCode.ILLEGAL_STATE, () -> order("pause"));
        order("run");
        engine.pass(Duration.ZERO);
        assertThat(started()).isEqualTo(1);
        order("resume");
        engine.pass(HOUR);
        assertThat(started()).isEqualTo(2);
        put("still", request(ScheduleKind.EVERY, "P1D"));
        engine.pass(Duration.ofHours(23));
        assertThat(started()).as("said anew").isEqualTo(2);
        delete("still");
        engine.pass(Duration.ofDays(3));
        assertThat(started()).isEqualTo(2);
    }

    private void order(String how) {
        DefinitionRequest plain = new DefinitionRequest();
        engine.shell.attempts.of(Locale.ENGLISH, () -> switch (how) {
            case "pause" -> engine.shell.schedules.pause(engine.caller("admin"), "still", plain);
            case "resume" -> engine.shell.schedules.resume(engine.caller("admin"), "still", plain);
            default -> engine.shell.schedules.runNow(engine.caller("admin"), "still", plain);
        });
    }

    private void delete(String name) {
        engine.shell.attempts.of(Locale.ENGLISH, () -> engine.shell.schedules.delete(engine.caller("admin"), name, new DefinitionRequest()));
    }

    @Test
    void ofTwoNodesOneStartsIt() throws Exception {
        put("shared", request(ScheduleKind.CRON, "0 * * * *"));
        try (StoreEngine second = secondNode()) {
            engine.clock.advance(HOUR);
            Thread other = new Thread(() -> second.pass(Duration.ZERO));
            other.start();
            engine.pass(Duration.ZERO);
            other.join();
        }
        assertThat(started()).isEqualTo(1);
        delete("shared");
    }

    @Test
    void whatIsNoScheduleIsRefused() {
        refusedPut("9", request(ScheduleKind.CRON, "0 * * * *"));
        refusedPut("x", request(ScheduleKind.CRON, "every day"));
        refusedPut("x", request(ScheduleKind.CRON, "R/PT1H"));
        refusedPut("x", request(ScheduleKind.EVERY, "1 hour"));
        refusedPut("x", request(ScheduleKind.AT, engine.now().minus(HOUR).toString()));
        refusedPut("x", request(ScheduleKind.LAST_WORKDAY, "25:00"));
        refusedPut("x", request(null, "PT1H"));
        PutScheduleRequest unknown = request(ScheduleKind.EVERY, "PT1H");
        unknown.definitionKey = "nothing";
        refused(ErrorCode.NOT_FOUND, () -> put("x", unknown));
        refusedPut(null, request(ScheduleKind.EVERY, "PT1H"));
        PutScheduleRequest nobody = request(ScheduleKind.EVERY, "PT1H");
        nobody.starter = "nobody";
        refused(ErrorCode.NO_PARTICIPANT, () -> put("x", nobody));
        PutScheduleRequest zone = request(ScheduleKind.EVERY, "PT1H");
        zone.zone = "Mars/Base";
        refusedPut("x", zone);
    }

    private void refusedPut(String name, PutScheduleRequest request) {
        request.starter = request.starter == null ? "zhao" : request.starter;
        refused(ErrorCode.INVALID_INPUT, () -> put(name, request));
    }

    @Test
    void onlyAdministratorsOfTheTenantSeeIt() {
        put("hidden", request(ScheduleKind.EVERY, "PT1H"));
        refused(ErrorCode.FORBIDDEN, () -> engine.shell.schedules.list(engine.caller("zhao"), null, null));
        refused(ErrorCode.FORBIDDEN, () -> engine.shell.schedules.get(engine.caller("zhao"), "hidden"));
        assertThat(engine.shell.schedules.list(engine.caller("admin"), null, null).schedules).extracting(s -> s.name).contains("hidden");
        assertThat(List.copyOf(neighbour.shell.schedules.list(neighbour.caller("admin"), null, null).schedules)).isEmpty();
        refused(ErrorCode.NOT_FOUND, () -> neighbour.shell.schedules.get(neighbour.caller("admin"), "hidden"));
        PutScheduleRequest preview = request(ScheduleKind.EVERY, "PT1H");
        preview.preview = true;
        put("previewed", preview);
        refused(ErrorCode.NOT_FOUND, () -> get("previewed"));
        delete("hidden");
    }

    private static void refused(ErrorCode code, Runnable call) {
        assertThatThrownBy(call::run).isInstanceOfSatisfying(Refused.class, r -> assertThat(r.problem().code).isEqualTo(code));
    }
}
