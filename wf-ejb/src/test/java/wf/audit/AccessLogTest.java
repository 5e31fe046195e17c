package wf.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import wf.access.Caller;
import wf.command.Views;
import wf.contract.AccessLogEntry;
import wf.contract.AccessLogPage;
import wf.contract.AccessLogVerification;
import wf.contract.ErrorCode;
import wf.contract.Problem;
import wf.org.OrgStore;
import wf.org.Organisation;
import wf.org.People;
import wf.query.AccessLogs;
import wf.refusal.Refused;
import wf.setting.Settings;
import wf.store.Ids;
import wf.store.ItemPlaces;
import wf.store.MutableClock;
import wf.store.TestDatabase;
import wf.store.TestPersistence;

/** Who was refused what, and who opened what, in chains in which nothing can be changed unseen. */
class AccessLogTest {
    private final MutableClock clock = new MutableClock();
    private final Settings settings = new Settings(name -> Map.of("wf.node", "north", "wf.access.log.days", "180").get(name), name -> null);
    private TestPersistence database;
    private AccessLog log;
    private AccessLogs logs;

    @BeforeEach
    void people() throws SQLException {
        database = new TestPersistence(TestDatabase.H2);
        OrgStore people = new OrgStore(database.entityManager());
        for (String tenant : List.of("default", "other")) {
            database.run(() -> {
                people.add(People.person(tenant, "li", "李明"), People.person(tenant, "sun", "孙丽"));
                people.changed(tenant);
            });
        }
        log = node();
        logs = new AccessLogs(database.entityManager(), chains(), new Views(), new Organisation(people, database, settings, clock));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void tellsWhoWasRefusedWhatAndWhoOpenedWhatNewestFirst() {
        done("li", "openInstance", 7L);
        refused("sun", "terminate", 7L, ErrorCode.FORBIDDEN, "You may not.");
        log.write();

        List<AccessLogEntry> entries = page(sought(null, null, null)).entries;
        assertThat(entries).extracting(e -> e.actor.name + " " + e.operation + " " + e.outcome).containsExactly("孙丽 terminate FORBIDDEN", "李明 openInstance DONE");
        assertThat(entries.get(0)).satisfies(e -> {
            assertThat(e.note).isEqualTo("You may not.");
            assertThat(e.instanceId).isEqualTo(7);
            assertThat(e.clientIp).isEqualTo("127.0.0.1");
            assertThat(e.seq).isEqualTo(2);
        });
    }

    @Test
    void isSearchedByPersonOutcomeInstanceAndTime() {
        done("li", "openInstance", 7L);
        clock.advance(Duration.ofHours(1));
        Instant later = clock.instant();
        refused("li", "urge", 8L, ErrorCode.NODE_POLICY, "Too soon.");
        refused("sun", "urge", 8L, ErrorCode.NODE_POLICY, "Too soon.");
        log.write();

        assertThat(page(sought("li", null, null)).entries).hasSize(2);
        assertThat(page(sought(null, "NODE_POLICY", null)).entries).hasSize(2);
        assertThat(page(sought(null, null, 7L)).entries).hasSize(1);
        assertThat(page(new AccessLogs.Sought(null, "urge", null, null, later, null)).entries).hasSize(2);
        assertThat(page(new AccessLogs.Sought(null, null, null, null, null, later)).entries).hasSize(1);
    }

    @Test
    void isReadPageByPageThoughAllHappenedAtOnce() {
        for (int i = 0; i < 25; i++) {
            done("li", "openInstance", (long) i);
        }
        log.write();
        AccessLogPage first = page(sought(null, null, null));
        AccessLogPage second = database.required(() -> logs.page(of("default", "li"), sought(null, null, null), first.next, 20));
        assertThat(first.entries).hasSize(20);
        assertThat(second.entries).hasSize(5);
        assertThat(second.next).isNull();
    }

    @Test
    void keepsTenantsApart() {
        log.note(new Attempt(of("other", "li"), clock.instant(), "urge", null, "FORBIDDEN", null, null, null));
        log.write();
        assertThat(page(sought(null, null, null)).entries).isEmpty();
        assertThat(verify().chains).isZero();
    }

    @Test
    void everyNodeAndDayHasAChainThatVerifies() {
        done("li", "openInstance", 1L);
        log.write();
        done("li", "openInstance", 2L);
        log.write();
        AccessLog other = node();
        other.note(new Attempt(of("default", "sun"), clock.instant(), "save", "op", Attempt.DONE, null, 1L, 2L));
        other.write();
        clock.advance(Duration.ofDays(1));
        done("li", "openInstance", 3L);
        log.write();

        AccessLogVerification found = verify();
        assertThat(found.intact).isTrue();
        assertThat(found.chains).isEqualTo(3);
        assertThat(found.rows).isEqualTo(4);
    }

    @Test
    void aChangedRowIsFound() {
        three();
        change("update wf_access_log set actor = 'sun' where seq = 2");
        assertThat(verify()).satisfies(v -> {
            assertThat(v.intact).isFalse();
            assertThat(v.brokenAt).isEqualTo(2);
            assertThat(v.brokenNode).isEqualTo("north");
        });
    }

    @Test
    void aMissingRowIsFound() {
        three();
        change("delete from wf_access_log where seq = 2");
        assertThat(verify().brokenAt).isEqualTo(2);
    }

    @Test
    void aCutEndIsFound() {
        three();
        change("delete from wf_access_log where seq = 3");
        assertThat(verify().brokenAt).isEqualTo(3);
    }

    @Test
    void aWriteThatFailedIsDoneAgainAndLosesNothing() {
        done("li", "openInstance", 1L);
        log.write();
        change("alter table wf_access_log rename to wf_gone");
        done("li", "openInstance", 2L);
        assertThatThrownBy(() -> log.write()).isInstanceOf(RuntimeException.class);
        change("alter table wf_gone rename to wf_access_log");
        done("li", "openInstance", 3L);
        log.write();

        assertThat(page(sought(null, null, null)).entries).extracting(e -> e.instanceId).containsExactly(3L, 2L, 1L);
        assertThat(verify().intact).isTrue();
    }

    @Test
    void whatIsTooLongForAColumnIsCut() {
        log.note(new Attempt(of("default", "li"), clock.instant(), "urge", "x".repeat(300), "INVALID_INPUT", "y\0".repeat(2_000), null, null));
        log.write();
        assertThat(page(sought(null, null, null)).entries.get(0)).satisfies(e -> {
            assertThat(e.opId).hasSize(100);
            assertThat(e.note).hasSize(1_000).doesNotContain("\0");
        });
        assertThat(verify().intact).isTrue();
    }

    @Test
    void isForgottenAfterItsDays() {
        three();
        clock.advance(Duration.ofDays(181));
        done("li", "openInstance", 9L);
        log.write();
        assertThat(log.forget()).isTrue();
        assertThat(log.forget()).isFalse();
        assertThat(page(sought(null, null, null)).entries).extracting(e -> e.instanceId).containsExactly(9L);
        assertThat(verify().intact).isTrue();
    }

    @Test
    void moreThanAMonthIsNotVerifiedAtOnce() {
        assertThatThrownBy(() -> database.required(() -> logs.verify(of("default", "li"), clock.instant().minus(Duration.ofDays(40)), clock.instant())))
                .isInstanceOf(Refused.class).hasMessageContaining("31");
    }

    private void three() {
        for (long i = 1; i <= 3; i++) {
            done("li", "openInstance", i);
        }
        log.write();
        assertThat(verify().intact).isTrue();
    }

    private AccessLog node() {
        return new AccessLog(chains(), new ItemPlaces(database.entityManager()), database);
    }

    private Chains chains() {
        return new Chains(database.entityManager(), new Ids(database.entityManager()), clock, settings);
    }

    private void done(String person, String operation, long instanceId) {
        log.note(attempt(person, operation, instanceId));
    }

    private void refused(String person, String operation, long instanceId, ErrorCode code, String message) {
        Problem problem = Refused.because(code, message).problem();
        log.note(attempt(person, operation, instanceId).refused(problem));
    }

    private Attempt attempt(String person, String operation, long instanceId) {
        return new Attempt(of("default", person), clock.instant(), operation, null, Attempt.DONE, null, instanceId, null);
    }

    private static Caller of(String tenant, String person) {
        return new Caller(tenant, person, "REST", "127.0.0.1", Locale.ENGLISH);
    }

    private static AccessLogs.Sought sought(String person, String outcome, Long instanceId) {
        return new AccessLogs.Sought(person, null, outcome, instanceId, null, null);
    }

    private AccessLogPage page(AccessLogs.Sought sought) {
        return database.required(() -> logs.page(of("default", "li"), sought, null, null));
    }

    private AccessLogVerification verify() {
        return database.required(() -> logs.verify(of("default", "li"), null, null));
    }

    private void change(String sql) {
        database.run(() -> database.entityManager().createNativeQuery(sql).executeUpdate());
    }
}
