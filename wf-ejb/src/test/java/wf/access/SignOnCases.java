package wf.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import wf.contract.ErrorCode;
import wf.org.OrgStore;
import wf.org.Organisation;
import wf.org.People;
import wf.org.ldap.LdapDirectory;
import wf.org.source.OrgSources;
import wf.refusal.Refused;
import wf.setting.Settings;
import wf.store.MasterSeal;
import wf.store.MutableClock;
import wf.store.TestDatabase;
import wf.store.TestPersistence;

/** What signing on promises, the same on every database. */
abstract class SignOnCases {
    private static final String RIGHT = "correct horse";
    private static final String HERE = "192.0.2.1";

    /** Held here, since the logging keeps only a weak hold of it. */
    private static final Logger LOG = Logger.getLogger("wf.access");

    static {
        LOG.setLevel(Level.WARNING);
    }

    private final TestDatabase kind;
    private final MutableClock clock = new MutableClock();
    private TestPersistence database;
    private OrgStore people;
    private Credentials credentials;
    private Map<String, String> settings = Map.of("wf.password.iterations", "2000");
    private SignOn node;

    SignOnCases(TestDatabase kind) {
        this.kind = kind;
    }

    @BeforeEach
    void twoTenants() throws SQLException {
        database = new TestPersistence(kind);
        people = new OrgStore(database.entityManager());
        credentials = new Credentials(database.entityManager(), people);
        for (String tenant : List.of("default", "other")) {
            database.run(() -> {
                people.add(People.person(tenant, "li", "李明"), People.person(tenant, "sun", "孙丽"));
                credentials.store(tenant, "li", PasswordHash.of(RIGHT, 1000).stored(), clock.instant());
                people.changed(tenant);
            });
        }
        database.run(() -> {
            people.add(People.person("other", "zhou", "周强"));
            credentials.store("other", "zhou", PasswordHash.of(RIGHT, 1000).stored(), clock.instant());
            people.changed("other");
        });
        node = newNode();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void theRightPasswordSignsOn() {
        Caller caller = node.byPassword("li", RIGHT, "REST", HERE, Locale.CHINESE);
        assertThat(caller).isEqualTo(new Caller("default", "li", "REST", HERE, Locale.CHINESE));
    }

    @Test
    void aTenantStandsBeforeTheLoginName() {
        assertThat(signOn("other/zhou", RIGHT).tenant()).isEqualTo("other");
        assertRefused(ErrorCode.UNAUTHENTICATED, () -> signOn("zhou", RIGHT));
        assertRefused(ErrorCode.UNAUTHENTICATED, () -> signOn("nowhere/li", RIGHT));
    }

    @Test
    void everyFailureLooksTheSame() {
        String wrong = message(() -> signOn("li", "wrong"));
        assertThat(message(() -> signOn("nobody", "wrong"))).isEqualTo(wrong);
        assertThat(message(() -> signOn("sun", "wrong"))).as("without a password").isEqualTo(wrong);
        assertThat(message(() -> signOn("", ""))).isEqualTo(wrong);
        assertThat(message(() -> signOn(null, null))).isEqualTo(wrong);
        assertThat(message(() -> signOn("li", "x".repeat(100_000)))).isEqualTo(wrong);
        assertThat(message(() -> signOn("LI", RIGHT))).as("another case").isEqualTo(wrong);
        assertThat(message(() -> signOn("\u0000/li", RIGHT))).isEqualTo(wrong);
        assertThat(message(() -> signOn("default/\u0000", RIGHT))).isEqualTo(wrong);
        assertThat(message(() -> signOn("li' or '1'='1", RIGHT))).isEqualTo(wrong);
    }

    @Test
    void messagesSpeakTheCallersLanguage() {
        assertThatThrownBy(() -> node.byPassword("li", "wrong", "UI", HERE, Locale.CHINA))
                .hasMessageContaining("用户名或密码错误");
        assertThatThrownBy(() -> node.byPassword("li", "wrong", "UI", HERE, Locale.FRENCH))
                .hasMessageContaining("The login name or the password is wrong");
    }

    @Test
    void aDisabledPersonIsRefusedThoughHisPasswordIsRemembered() {
        signOn("li", RIGHT);
        database.run(() -> {
            people.person("default", "li").enabled = false;
            people.changed("default");
        });
        clock.advance(Duration.ofSeconds(3));
        assertRefused(ErrorCode.UNAUTHENTICATED, () -> signOn("li", RIGHT));
    }

    @Test
    void guessingHasToWaitLongerAndLonger() {
        for (int i = 0; i < 5; i++) {
            assertRefused(ErrorCode.UNAUTHENTICATED, () -> signOn("li", "wrong"));
        }
        assertRefused(ErrorCode.TOO_MANY, () -> signOn("li", RIGHT));
        clock.advance(Duration.ofSeconds(1));
        assertRefused(ErrorCode.UNAUTHENTICATED, () -> signOn("li", "wrong"));
        clock.advance(Duration.ofSeconds(1));
        assertRefused(ErrorCode.TOO_MANY, () -> signOn("li", RIGHT));
        clock.advance(Duration.ofSeconds(1));
        assertThat(signOn("li", RIGHT).person()).isEqualTo("li");
    }

    @Test
    void aGuesserLocksOutNobodyElsewhere() {
        for (int i = 0; i < 50; i++) {
            trying(() -> node.byPassword("li", "wrong", "UI", "203.0.113.9", Locale.ENGLISH));
        }
        assertThat(signOn("li", RIGHT).person()).isEqualTo("li");
    }

    @Test
    void manyAccountsFromOnePlaceWaitExceptThoseKnownThere() {
        signOn("li", RIGHT);
        for (int i = 0; i < 100; i++) {
            String guess = "guess" + i;
            trying(() -> signOn(guess, "wrong"));
        }
        assertRefused(ErrorCode.TOO_MANY, () -> signOn("other/zhou", RIGHT));
        assertThat(signOn("li", RIGHT).person()).isEqualTo("li");
    }

    @Test
    void aSessionLastsWhileItIsUsedAndNotForEver() {
        String token = node.openSession(signOn("li", RIGHT));
        for (int i = 0; i < 14; i++) {
            clock.advance(Duration.ofMinutes(50));
            assertThat(bySession(token)).isEqualTo(new Caller("default", "li", "UI", HERE, Locale.ENGLISH, null, Hashes.sha256(token)));
        }
        clock.advance(Duration.ofMinutes(50));
        assertRefused(ErrorCode.UNAUTHENTICATED, () -> bySession(token));
    }

    @Test
    void anUnusedSessionEnds() {
        String token = node.openSession(signOn("li", RIGHT));
        clock.advance(Duration.ofMinutes(60));
        assertRefused(ErrorCode.UNAUTHENTICATED, () -> bySession(token));
    }

    @Test
    void usingASessionIsNotNotedWithEveryRequest() {
        String token = node.openSession(signOn("li", RIGHT));
        clock.advance(Duration.ofSeconds(59));
        bySession(token);
        assertThat(seenAt()).isEqualTo(clock.instant().minusSeconds(59));
        clock.advance(Duration.ofSeconds(1));
        bySession(token);
        assertThat(seenAt()).isEqualTo(clock.instant());
    }

    @Test
    void signingOffEndsTheSession() {
        String token = node.openSession(signOn("li", RIGHT));
        node.closeSession(token);
        assertRefused(ErrorCode.UNAUTHENTICATED, () -> bySession(token));
        node.closeSession(token);
        node.closeSession(null);
    }

    @Test
    void aForeignOrDamagedTokenIsRefused() {
        String token = node.openSession(signOn("li", RIGHT));
        for (String bad : new String[] {null, "", ".", "x", "default.", token + "x", "other" + token.substring(7),
            token.substring(1), "default.\u0000", "\u0000.x", "x".repeat(5000)}) {
            assertRefused(ErrorCode.UNAUTHENTICATED, () -> bySession(bad));
        }
    }

    @Test
    void theTableHoldsNoToken() {
        String token = node.openSession(signOn("li", RIGHT));
        List<SessionRow> rows = sessions();
        assertThat(rows).hasSize(1);
        assertThat(token).doesNotContain(rows.get(0).tokenHash);
        assertThat(rows.get(0).tokenHash).hasSize(64);
        assertThat(token.length()).isGreaterThanOrEqualTo("default.".length() + 43);
    }

    @Test
    void endedSessionsAreClearedAway() {
        node.openSession(signOn("li", RIGHT));
        clock.advance(Duration.ofHours(13));
        node.openSession(signOn("li", RIGHT));
        assertThat(sessions()).hasSize(1);
    }

    @Test
    void aSessionOfADisabledPersonEnds() {
        String token = node.openSession(signOn("li", RIGHT));
        database.run(() -> {
            people.person("default", "li").enabled = false;
            people.changed("default");
        });
        clock.advance(Duration.ofSeconds(3));
        assertRefused(ErrorCode.UNAUTHENTICATED, () -> bySession(token));
    }

    @Test
    void aNewPasswordReplacesTheOldOnEveryNode() {
        SignOn secondNode = newNode();
        Caller caller = signOn("li", RIGHT);
        secondNode.byPassword("li", RIGHT, "UI", HERE, Locale.ENGLISH);
        String token = node.openSession(caller);

        node.changePassword(caller, RIGHT, "battery staple");

        assertRefused(ErrorCode.UNAUTHENTICATED, () -> signOn("li", RIGHT));
        assertThat(signOn("li", "battery staple").person()).isEqualTo("li");
        assertRefused(ErrorCode.UNAUTHENTICATED, () -> bySession(token));
        clock.advance(Duration.ofSeconds(3));
        assertRefused(ErrorCode.UNAUTHENTICATED,
                () -> secondNode.byPassword("li", RIGHT, "UI", HERE, Locale.ENGLISH));
        assertThat(signOn("other/li", RIGHT)).as("another tenant's").isNotNull();
    }

    @Test
    void aBadNewPasswordIsRefused() {
        Caller caller = signOn("li", RIGHT);
        assertRefused(ErrorCode.FORBIDDEN, () -> node.changePassword(caller, "wrong", "battery staple"));
        assertRefused(ErrorCode.FORBIDDEN, () -> node.changePassword(caller, null, "battery staple"));
        for (String bad : new String[] {null, "", "seven77", RIGHT, "my-name-is-Li!", "x".repeat(201)}) {
            assertRefused(ErrorCode.INVALID_INPUT, () -> node.changePassword(caller, RIGHT, bad));
        }
        assertThat(signOn("li", RIGHT)).isNotNull();
    }

    @Test
    void anExpiredPasswordIsReplacedAndNothingElseIsDoneWithIt() {
        settings = Map.of("wf.password.iterations", "2000", "wf.password.days", "90");
        node = newNode();
        clock.advance(Duration.ofDays(89));
        signOn("li", RIGHT);
        assertThat(stored("li")).as("a stronger hash makes no younger password").contains("$2000$");
        clock.advance(Duration.ofDays(1));
        assertRefused(ErrorCode.PASSWORD_EXPIRED, () -> signOn("li", RIGHT));
        assertRefused(ErrorCode.UNAUTHENTICATED, () -> signOn("li", "wrong"));
        assertRefused(ErrorCode.UNAUTHENTICATED, () -> node.byNewPassword("li", "wrong", "battery staple", "UI", HERE, Locale.ENGLISH));
        assertRefused(ErrorCode.INVALID_INPUT, () -> node.byNewPassword("li", RIGHT, RIGHT, "UI", HERE, Locale.ENGLISH));
        assertThat(node.byNewPassword("li", RIGHT, "battery staple", "UI", HERE, Locale.ENGLISH).person()).isEqualTo("li");
        clock.advance(Duration.ofSeconds(3));
        assertThat(signOn("li", "battery staple").person()).isEqualTo("li");
    }

    @Test
    void anAccountThatIsTriedFromManyPlacesWaitsWhereItWasNeverSignedOn() {
        signOn("li", RIGHT);
        for (int i = 0; i < 60; i++) {
            String place = "203.0.113." + i;
            trying(() -> node.byPassword("li", "wrong", "UI", place, Locale.ENGLISH));
        }
        assertRefused(ErrorCode.TOO_MANY, () -> node.byPassword("li", RIGHT, "UI", "198.51.100.7", Locale.ENGLISH));
        assertThat(signOn("li", RIGHT).person()).as("where he always is").isEqualTo("li");
        assertThat(node.byPassword("other/li", RIGHT, "UI", "198.51.100.7", Locale.ENGLISH)).as("his namesake elsewhere").isNotNull();
        clock.advance(Duration.ofMinutes(1));
        assertThat(node.byPassword("li", RIGHT, "UI", "198.51.100.7", Locale.ENGLISH).person()).isEqualTo("li");
    }

    /** What a directory or a database might take for more than a name. */
    @Test
    void noSignsInANameMeanAnything() {
        String wrong = message(() -> signOn("nobody", "wrong"));
        for (String name : List.of("*", "li*", "l*", "*)(uid=*", "li)(|(uid=*", "li)(&)", "(li", "li\\", "li\\2a", "\\6c\\69", "li#", "li,ou=people", "uid=li", "li\u0000", "li%00",
                "li' or '1'='1", "li';--", "li/*", "\"li\"", "${jndi:ldap://x}", "{0}", "li\ud800", "\udc00", "default//li", "/li", "default/", "//", "../li")) {
            assertThat(message(() -> signOn(name, RIGHT))).as(name).isEqualTo(wrong);
        }
    }

    @Test
    void aNameMayBeOfEveryPlaneOfUnicode() {
        for (int plane = 0; plane <= 16; plane++) {
            String name = "li" + Character.toString(plane == 0 ? 0x4E2D : plane * 0x10000 + 0x123);
            database.run(() -> {
                people.add(People.person("default", name, name));
                credentials.store("default", name, PasswordHash.of(RIGHT + name, 1000).stored(), clock.instant());
                people.changed("default");
            });
            clock.advance(Duration.ofSeconds(3));
            assertThat(signOn(name, RIGHT + name).person()).as("plane " + plane).isEqualTo(name);
            assertRefused(ErrorCode.UNAUTHENTICATED, () -> signOn(name, RIGHT));
        }
    }

    @Test
    void anOlderWeakerHashIsRaisedWhenItIsUsed() {
        assertThat(stored("li")).startsWith("PBKDF2-HMAC-SHA256$1000$");
        signOn("li", RIGHT);
        assertThat(stored("li")).startsWith("PBKDF2-HMAC-SHA256$2000$");
        assertThat(newNode().byPassword("li", RIGHT, "UI", HERE, Locale.ENGLISH)).isNotNull();
    }

    private SignOn newNode() {
        Settings settings = new Settings(this.settings::get, name -> null);
        Organisation organisation = new Organisation(people, database, settings, clock);
        OrgSources sources = new OrgSources(settings, new LdapDirectory(settings, database), List.of(), database);
        return new SignOn(organisation, new PasswordCheck(credentials, database, sources, settings, clock),
                new PasswordPolicy(settings), credentials, new Sessions(database.entityManager(), settings, clock),
                new ServiceAccounts(database.entityManager(), new MasterSeal(settings), clock), new EntryTokens(database.entityManager(), settings, clock), database, settings);
    }

    private Caller signOn(String login, String password) {
        return node.byPassword(login, password, "UI", HERE, Locale.ENGLISH);
    }

    private Caller bySession(String token) {
        return node.bySession(token, HERE, Locale.ENGLISH);
    }

    private List<SessionRow> sessions() {
        return database.required(() -> database.entityManager().createQuery(
                "select s from SessionRow s", SessionRow.class).getResultList());
    }

    private java.time.Instant seenAt() {
        return sessions().get(0).seenAt;
    }

    private String stored(String person) {
        return database.required(() -> credentials.stored("default", person).orElseThrow());
    }

    private static void trying(Runnable work) {
        assertThatThrownBy(work::run).isInstanceOf(Refused.class);
    }

    private static String message(ThrowingCallable call) {
        Refused[] caught = new Refused[1];
        assertThatThrownBy(call).isInstanceOfSatisfying(Refused.class, refused -> caught[0] = refused);
        return caught[0].problem().message;
    }

    private static void assertRefused(ErrorCode code, ThrowingCallable call) {
        assertThatThrownBy(call).asInstanceOf(type(Refused.class))
                .extracting(refused -> refused.problem().code).isEqualTo(code);
    }
}
