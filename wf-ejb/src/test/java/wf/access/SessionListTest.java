package wf.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import wf.command.AccessWrites;
import wf.command.AdminNotes;
import wf.command.Locations;
import wf.command.SessionCommands;
import wf.command.Views;
import wf.contract.ErrorCode;
import wf.contract.SessionInfo;
import wf.contract.SessionList;
import wf.org.OrgStore;
import wf.org.Organisation;
import wf.org.People;
import wf.refusal.Refused;
import wf.setting.Settings;
import wf.store.AdminActs;
import wf.store.MutableClock;
import wf.store.TestDatabase;
import wf.store.TestPersistence;

/** Everybody sees and ends his own sessions, administrators those of others. */
class SessionListTest {
    private final MutableClock clock = new MutableClock();
    private TestPersistence database;
    private Sessions sessions;
    private SessionCommands commands;
    private String token;

    @BeforeEach
    void twoTenants() throws SQLException {
        database = new TestPersistence(TestDatabase.H2);
        OrgStore people = new OrgStore(database.entityManager());
        for (String tenant : List.of("default", "other")) {
            database.run(() -> {
                var admin = People.person(tenant, "admin", "管理员");
                people.add(People.person(tenant, "li", "李明"), People.person(tenant, "sun", "孙丽"), admin);
                people.add(People.allRoles(tenant, "admin"));
                people.changed(tenant);
            });
        }
        Settings settings = new Settings(name -> null, name -> null);
        Organisation organisation = new Organisation(people, database, settings, clock);
        sessions = new Sessions(database.entityManager(), settings, clock);
        commands = new SessionCommands(sessions, new AccessWrites(null, organisation,
                new AdminNotes(new AdminActs(database.entityManager(), settings), clock), clock), organisation, new Locations(people, null), new Views());
        token = open("default", "li");
        clock.advance(Duration.ofMinutes(5));
        open("default", "li");
        open("default", "sun");
        open("other", "li");
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void everybodySeesHisOwnAndKnowsWhichOneHeIsIn() {
        List<SessionInfo> own = done(li(), c -> commands.list(c, null)).sessions;
        assertThat(own).hasSize(2).allMatch(s -> s.person.name.equals("李明"));
        assertThat(own).extracting(s -> s.current).containsExactly(false, true);
        assertThat(own).extracting(s -> s.id).doesNotContain(token);
        assertThat(done(li(), c -> commands.list(c, "li")).sessions).hasSize(2);
    }

    @Test
    void whatHasEndedIsNotListed() {
        clock.advance(Duration.ofMinutes(58));
        assertThat(done(li(), c -> commands.list(c, null)).sessions).hasSize(1);
    }

    @Test
    void anothersSessionIsNotFoundAndHisListIsForAdministrators() {
        String suns = done(caller("default", "admin"), c -> commands.list(c, "sun")).sessions.get(0).id;
        refused(ErrorCode.NOT_FOUND, li(), c -> commands.end(c, suns));
        refused(ErrorCode.NOT_FOUND, caller("other", "admin"), c -> commands.end(c, suns));
        refused(ErrorCode.NOT_FOUND, li(), c -> commands.end(c, "' or 1=1 --"));
        refused(ErrorCode.FORBIDDEN, li(), c -> commands.list(c, "sun"));
        refused(ErrorCode.FORBIDDEN, li(), c -> commands.endOthers(c, "sun"));
        refused(ErrorCode.FORBIDDEN, new Caller("default", "admin", "REST", null, Locale.ENGLISH, new Service("portal", Set.of("*")), null),
                c -> commands.list(c, "sun"));
        assertThat(done(caller("default", "admin"), c -> commands.end(c, suns)).sessions).isEmpty();
    }

    @Test
    void aSessionEndsWithWhatWasShownForIt() {
        String shown = database.required(() -> sessions.open(caller("default", "sun"), clock.instant().plus(Duration.ofMinutes(3)), "oidc:x"));
        clock.advance(Duration.ofMinutes(2));
        assertThat(database.required(() -> sessions.find(shown))).isPresent();
        clock.advance(Duration.ofMinutes(2));
        assertThat(database.required(() -> sessions.find(shown))).isEmpty();
        assertThat(database.required(() -> sessions.close(shown))).as("and tells where to sign off").contains("oidc:x");
    }

    @Test
    void theTokenOfAProviderIsNotInTheDatabaseInTheClear() {
        String hint = "oidc:eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJzdW4ifQ.c2lnbmF0dXJl";
        for (Settings settings : List.of(new Settings(name -> null, name -> null), new Settings(Map.of("wf.sealing.cipher", "SM4")::get, name -> null))) {
            Sessions sealing = new Sessions(database.entityManager(), settings, clock);
            String shown = database.required(() -> sealing.open(caller("default", "sun"), null, hint));
            List<String> stored = database.required(() -> database.entityManager().createQuery("select s.logoutHint from SessionRow s where s.logoutHint is not null",
                    String.class).getResultList());
            assertThat(stored).singleElement().satisfies(s -> assertThat(s).doesNotContain("eyJ").doesNotContain("oidc"));
            assertThat(database.required(() -> sealing.close(shown))).contains(hint);
        }
        String shown = database.required(() -> sessions.open(caller("default", "sun"), null, "oidc:" + "x".repeat(7_000)));
        assertThat(database.required(() -> sessions.close(shown))).as("what is too long is not kept").isEmpty();
    }

    @Test
    void aSessionThatIsEndedOpensNothing() {
        String current = done(li(), c -> commands.list(c, null)).sessions.get(1).id;
        assertThat(done(li(), c -> commands.end(c, current)).sessions).hasSize(1);
        assertThat(database.required(() -> sessions.find(token))).isEmpty();
    }

    @Test
    void allOthersEndAndTheOneThatAsksStays() {
        assertThat(done(li(), c -> commands.endOthers(c, null)).sessions).singleElement().matches(s -> s.current);
        assertThat(database.required(() -> sessions.find(token))).isPresent();
        assertThat(done(caller("other", "li"), c -> commands.list(c, null)).sessions).as("of another tenant").hasSize(1);
        assertThat(done(caller("default", "admin"), c -> commands.endOthers(c, "li")).sessions).isEmpty();
    }

    private String open(String tenant, String person) {
        return database.required(() -> sessions.open(caller(tenant, person)));
    }

    private Caller li() {
        return new Caller("default", "li", "UI", null, Locale.ENGLISH, null, Hashes.sha256(token));
    }

    private static Caller caller(String tenant, String person) {
        return new Caller(tenant, person, "UI", "192.0.2.1", Locale.ENGLISH);
    }

    private SessionList done(Caller caller, Function<Caller, SessionList> what) {
        return database.required(() -> what.apply(caller));
    }

    private void refused(ErrorCode code, Caller caller, Function<Caller, SessionList> what) {
        assertThatThrownBy(() -> done(caller, what)).isInstanceOfSatisfying(Refused.class, e -> assertThat(e.problem().code).isEqualTo(code));
    }
}
