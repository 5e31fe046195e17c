package wf.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wf.contract.ErrorCode;
import wf.org.OrgStore;
import wf.org.Organisation;
import wf.org.People;
import wf.refusal.Refused;
import wf.setting.Settings;
import wf.store.MasterSeal;
import wf.store.MutableClock;
import wf.store.TestDatabase;
import wf.store.TestPersistence;

/** Programs that act for people, and let them in by a token: the same on every database, and on two nodes. */
abstract class ProgramCases {
    private static final String HERE = "192.0.2.1";
    private static final Logger LOG = Logger.getLogger("wf.access");

    private static final Settings SETTINGS = new Settings(Map.of("wf.sealing.key", "first",
            "wf.key.first", Base64.getEncoder().encodeToString("0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII)))::get, name -> null);

    private final TestDatabase kind;
    private final MutableClock clock = new MutableClock();
    private TestPersistence database;
    private ServiceAccounts accounts;
    private OrgStore people;
    private SignOn node;

    ProgramCases(TestDatabase kind) {
        this.kind = kind;
    }

    @BeforeEach
    void twoTenantsWithAProgramEach() throws SQLException {
        database = new TestPersistence(kind);
        people = new OrgStore(database.entityManager());
        accounts = new ServiceAccounts(database.entityManager(), new MasterSeal(SETTINGS), clock);
        for (String tenant : List.of("default", "other")) {
            database.run(() -> {
                people.add(People.person(tenant, "li", "李明"), People.person(tenant, "sun", "孙丽"), People.group(tenant, "finance"),
                        People.inGroup(tenant, "finance", "sun"));
                var admin = People.person(tenant, "admin", "管理员");
                people.add(admin);
                people.add(People.allRoles(tenant, "admin"));
                people.changed(tenant);
            });
            put(tenant, "portal", "user:li,group:finance", "submit,issueEntryToken", true);
        }
        node = node(accounts);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aKeySignsItsProgramOnForAPerson() {
        Caller caller = byKey(key("default"), "li");
        assertThat(caller.person()).isEqualTo("li");
        assertThat(caller.via()).isEqualTo("portal");
        assertThat(caller.mayCall("submit")).isTrue();
        assertThat(caller.mayCall("terminate")).isFalse();
    }

    @Test
    void aProgramActsForNobodyElse() {
        ServiceKey key = key("default");
        assertThat(byKey(key, "sun").person()).as("by her group").isEqualTo("sun");
        String refused = refused(ErrorCode.FORBIDDEN, () -> byKey(key, "admin"));
        assertThat(refused(ErrorCode.FORBIDDEN, () -> byKey(key, "nobody"))).as("whether there is anybody is not told").isEqualTo(refused);
        assertThat(refused(ErrorCode.FORBIDDEN, () -> byKey(key, null))).isEqualTo(refused);
        assertThat(refused(ErrorCode.FORBIDDEN, () -> byKey(key, "\u0000"))).isEqualTo(refused);
    }

    @Test
    void everybodyIsNotTheAdministrators() {
        put("default", "portal", "*", "*", true);
        ServiceKey key = key("default");
        assertThat(byKey(key, "sun").mayCall("terminate")).isTrue();
        assertThat(byKey(key, "sun").mayCall("issueEntryToken")).as("has to be named").isFalse();
        refused(ErrorCode.FORBIDDEN, () -> byKey(key, "admin"));
        put("default", "portal", "*,user:admin", "*", true);
        assertThat(byKey(key, "admin").person()).isEqualTo("admin");
    }

    @Test
    void aProgramThatNobodyAllowedAnythingMayDoNothing() {
        put("default", "portal", "", "", true);
        ServiceKey key = key("default");
        refused(ErrorCode.FORBIDDEN, () -> byKey(key, "li"));
        put("default", "portal", "user:li", "", true);
        assertThat(byKey(key, "li").mayCall("whoAmI")).isFalse();
    }

    @Test
    void aKeyThatIsNoneAnyMoreLooksLikeOneThatNeverWas() {
        ServiceKey key = key("default");
        String unknown = refused(ErrorCode.UNAUTHENTICATED, () -> byKey(ServiceKey.create("default"), "li"));
        assertThat(refused(ErrorCode.UNAUTHENTICATED, () -> byKey(new ServiceKey("default", key.id(), ServiceKey.create("x").secret()), "li")))
                .as("wrong secret").isEqualTo(unknown);
        assertThat(refused(ErrorCode.UNAUTHENTICATED, () -> byKey(new ServiceKey("other", key.id(), key.secret()), "li"))).as("another tenant").isEqualTo(unknown);
        put("default", "portal", "user:li", "submit", false);
        assertThat(refused(ErrorCode.UNAUTHENTICATED, () -> byKey(key, "li"))).as("disabled account").isEqualTo(unknown);
        put("default", "portal", "user:li", "submit", true);
        clock.advance(Duration.ofDays(30));
        assertThat(refused(ErrorCode.UNAUTHENTICATED, () -> byKey(key, "li"))).as("expired").isEqualTo(unknown);
    }

    @Test
    void whatIsDoneToAProgramCountsAtOnceHereAndElsewhereWithinASecond() {
        ServiceKey key = key("default");
        SignOn second = newNode();
        byKey(second, key, "li");
        byKey(key, "li");
        put("default", "portal", "user:li", "submit", false);
        refused(ErrorCode.UNAUTHENTICATED, () -> byKey(key, "li"));
        clock.advance(Duration.ofMillis(999));
        byKey(second, key, "li");
        clock.advance(Duration.ofMillis(1));
        refused(ErrorCode.UNAUTHENTICATED, () -> byKey(second, key, "li"));
    }

    @Test
    void whoKnowsAKeyThatIsInUseKnowsNotItsSecret() {
        ServiceKey key = key("default");
        byKey(key, "li");
        refused(ErrorCode.UNAUTHENTICATED, () -> byKey(new ServiceKey("default", key.id(), ServiceKey.create("x").secret()), "li"));
        byKey(key, "li");
    }

    @Test
    void aKeyThatIsInUseEndsWhenItShould() {
        ServiceKey key = key("default");
        clock.advance(Duration.ofDays(30).minusMillis(500));
        byKey(key, "li");
        clock.advance(Duration.ofMillis(500));
        refused(ErrorCode.UNAUTHENTICATED, () -> byKey(key, "li"));
    }

    @Test
    void aDigestOfAKeyThatWasIssuedForDigestsSignsOn() throws Exception {
        ServiceKey key = keyForDigests();
        Caller caller = byDigest(nameOf("li", key), key.text());
        assertThat(caller.person()).isEqualTo("li");
        assertThat(caller.via()).isEqualTo("portal");
    }

    @Test
    void aDigestSignsNobodyElseOn() throws Exception {
        ServiceKey key = keyForDigests();
        refused(ErrorCode.UNAUTHENTICATED, () -> byDigest(nameOf("li", key), ServiceKey.create("default").text()));
        refused(ErrorCode.UNAUTHENTICATED, () -> byDigest("li", key.text()));
        refused(ErrorCode.UNAUTHENTICATED, () -> byDigest("li@" + key.text(), key.text()));
        refused(ErrorCode.FORBIDDEN, () -> byDigest(nameOf("admin", key), key.text()));
        ServiceKey plain = key("default");
        refused(ErrorCode.UNAUTHENTICATED, () -> byDigest(nameOf("li", plain), plain.text()));
        put("default", "portal", "user:li", "submit", false);
        refused(ErrorCode.UNAUTHENTICATED, () -> byDigest(nameOf("li", key), key.text()));
    }

    @Test
    void ofAKeyForDigestsTheTableHoldsWhatOnlyTheMasterKeyOpens() {
        ServiceKey key = keyForDigests();
        String sealed = database.required(() -> accounts.keys("default", "portal")).get(0).sealedSecret;
        assertThat(sealed).startsWith("first ").doesNotContain(key.secret());
    }

    @Test
    void withoutAMasterKeyNoneIsKeptForDigests() {
        ServiceAccounts without = new ServiceAccounts(database.entityManager(), new MasterSeal(new Settings(name -> null, name -> null)), clock);
        refused(ErrorCode.UNAVAILABLE, () -> database.required(() -> without.issue("default", "portal", 30, true, Locale.ENGLISH, "admin")));
    }

    /** As a client makes it: WS-Security UsernameToken Profile 1.1, clause 3.1. */
    private Caller byDigest(String name, String password) throws Exception {
        byte[] nonce = {1, 2, 3, 4, 5, 6, 7, 8};
        String created = "2026-11-23T08:00:00Z";
        MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
        sha1.update(nonce);
        sha1.update(created.getBytes(StandardCharsets.UTF_8));
        String digest = Base64.getEncoder().encodeToString(sha1.digest(password.getBytes(StandardCharsets.UTF_8)));
        return node.byDigest(new UsernameToken(name, digest, true, Base64.getEncoder().encodeToString(nonce), Instant.parse(created), created), "SOAP", HERE, Locale.ENGLISH);
    }

    private static String nameOf(String person, ServiceKey key) {
        return person + "@" + key.text().substring(0, key.text().lastIndexOf('.'));
    }

    private ServiceKey keyForDigests() {
        return database.required(() -> accounts.issue("default", "portal", 30, true, Locale.ENGLISH, "admin"));
    }

    @Test
    void aDisabledPersonIsActedForByNobody() {
        ServiceKey key = key("default");
        byKey(key, "li");
        disable("li");
        refused(ErrorCode.FORBIDDEN, () -> byKey(key, "li"));
    }

    @Test
    void theTableHoldsNoKeyAndNothingPrintsOne() {
        ServiceKey key = key("default");
        List<ServiceKeyRow> rows = database.required(() -> accounts.keys("default", "portal"));
        assertThat(rows.get(0).secretHash).hasSize(64).isNotEqualTo(key.secret());
        assertThat(key.toString()).doesNotContain(key.secret());
    }

    @Test
    void aKeyIsReadAsItIsShown() {
        ServiceKey key = ServiceKey.create("租户-1");
        assertThat(ServiceKey.of("Bearer " + key.text())).contains(key);
        assertThat(key.text()).matches("[\\x21-\\x7e]+");
        for (String bad : new String[] {null, "", "Bearer", "Bearer ", "Bearer wfk", "Basic " + key.text(), "Bearer " + key.text() + "x",
            "Bearer wfk.%zz." + key.id() + "." + key.secret(), "Bearer wfk..", "Bearer wfk.a b." + key.id() + "." + key.secret()}) {
            assertThat(ServiceKey.of(bad)).as(bad).isEmpty();
        }
    }

    @Test
    void aProgramChangesNobodysPassword() {
        Caller caller = byKey(key("default"), "li");
        refused(ErrorCode.FORBIDDEN, () -> node.changePassword(caller, "old", "another one"));
    }

    // ---- tokens in URLs ----

    @Test
    void aTokenLetsItsPersonInOnceAndWhatHeDoesNamesTheProgram() {
        String token = token("/workitems/12");
        Caller caller = enter(newNode(), token, "/workitems/12");
        assertThat(caller.person()).isEqualTo("li");
        assertThat(caller.channel()).isEqualTo("UI");
        Caller later = node.bySession(node.openSession(caller), HERE, Locale.ENGLISH);
        assertThat(later.via()).isEqualTo("portal");
        assertThat(later.mayCall("terminate")).as("he may what he may").isTrue();
        assertThat(later.mayCall("issueEntryToken")).isFalse();
        refused(ErrorCode.FORBIDDEN, () -> node.issueEntryToken(later, "/"));
        refused(ErrorCode.UNAUTHENTICATED, () -> enter(node, token, "/workitems/12"));
        refused(ErrorCode.UNAUTHENTICATED, () -> enter(newNode(), token, "/workitems/12"));
    }

    @Test
    void ofManyWhoUseATokenAtOnceOverTwoNodesOneComesIn() throws Exception {
        String token = token("/");
        SignOn second = newNode();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<Boolean>> tries = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                SignOn at = i % 2 == 0 ? node : second;
                tries.add(threads.submit(() -> {
                    try {
                        return enter(at, token, "/") != null;
                    } catch (Refused e) {
                        return false;
                    }
                }));
            }
            int came = 0;
            for (Future<Boolean> one : tries) {
                came += one.get() ? 1 : 0;
            }
            assertThat(came).isEqualTo(1);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void everyOtherTokenIsRefusedAlike() {
        String token = token("/");
        String used = token("/");
        enter(node, used, "/");
        String refused = refused(ErrorCode.UNAUTHENTICATED, () -> enter(node, used, "/"));
        String body = token.substring(0, token.indexOf('.'));
        String said = new String(Base64.getUrlDecoder().decode(body), StandardCharsets.UTF_8);
        List<String> forged = new ArrayList<>(List.of("", ".", "x", body, body + ".", token + "x", token.substring(1), "x".repeat(100_000)));
        for (String[] change : new String[][] {{"&li&", "&admin&"}, {"default&", "other&"}, {"&portal&", "&else&"}, {"&%2F&", "&%2Fx&"}, {"default&", "nowhere&"},
            {"default&", "%00&"}}) {
            forged.add(Base64.getUrlEncoder().withoutPadding().encodeToString(said.replace(change[0], change[1]).getBytes(StandardCharsets.UTF_8))
                    + token.substring(token.indexOf('.')));
        }
        forged.forEach(f -> assertThat(refused(ErrorCode.UNAUTHENTICATED, () -> enter(node, f, "/"))).as(f).isEqualTo(refused));
        assertThat(refused(ErrorCode.UNAUTHENTICATED, () -> enter(node, null, null))).isEqualTo(refused);
        assertThat(refused(ErrorCode.UNAUTHENTICATED, () -> enter(node, token, "/else"))).as("another page").isEqualTo(refused);
        assertThat(enter(node, token, "/").person()).as("a wrong page used nothing up").isEqualTo("li");
        String late = token("/");
        clock.advance(Duration.ofSeconds(60));
        assertThat(refused(ErrorCode.UNAUTHENTICATED, () -> enter(node, late, "/"))).as("late").isEqualTo(refused);
    }

    /** Whoever can read the tables knows the signing key, and still cannot make a token that counts. */
    @Test
    void aTokenThatIsSignedRightButWasNeverGivenOutIsNone() {
        token("/");
        byte[] key = Base64.getUrlDecoder().decode(database.required(() -> database.entityManager()
                .find(SigningKeyRow.class, new SigningKeyId("default", "entry")).secret));
        String made = new Entry("default", "li", "portal", "/", clock.instant().plusSeconds(30), "made").token(key);
        refused(ErrorCode.UNAUTHENTICATED, () -> enter(node, made, "/"));
    }

    @Test
    void whatCeasedInBetweenCeasesForTheTokenToo() {
        String ofDisabled = token("/");
        disable("li");
        refused(ErrorCode.UNAUTHENTICATED, () -> enter(node, ofDisabled, "/"));
        String ofSun = node.issueEntryToken(byKey(key("default"), "sun"), "/").token();
        put("default", "portal", "group:finance", "submit", true);
        refused(ErrorCode.UNAUTHENTICATED, () -> enter(node, ofSun, "/"));
    }

    @Test
    void whomADisabledProgramLetInHasToLeave() {
        String session = node.openSession(enter(node, token("/"), "/"));
        node.bySession(session, HERE, Locale.ENGLISH);
        put("default", "portal", "user:li", "issueEntryToken", false);
        refused(ErrorCode.UNAUTHENTICATED, () -> node.bySession(session, HERE, Locale.ENGLISH));
    }

    @Test
    void onlyAProgramGetsATokenAndForOwnPagesAlone() {
        refused(ErrorCode.FORBIDDEN, () -> node.issueEntryToken(new Caller("default", "li", "REST", HERE, Locale.ENGLISH), "/"));
        Caller program = byKey(key("default"), "li");
        for (String page : List.of("/", "/workitems/12?tab=form", "/wf/#/todo", "/a%20b", "/%E4%B8%AD")) {
            assertThat(node.issueEntryToken(program, page).token()).as(page).isNotEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "workitems", "//evil.example", "/\\evil.example", "\\\\evil.example", "https://evil.example/", "javascript:alert(1)", "/a\r\nSet-Cookie: x=1",
        "/a b", "/a\tb", "/../x", "/a/../../x", "/api/v1/logout", "/wf-ws/services/AccessPort", "/api", "/%", "/中", "///evil.example", "/./x", "/%5Cevil.example"})
    void nobodyIsSentElsewhereNorToAService(String target) {
        Caller program = byKey(key("default"), "li");
        refused(ErrorCode.INVALID_INPUT, () -> node.issueEntryToken(program, target));
    }

    @Test
    void noSecretIsLogged() {
        List<String> logged = new ArrayList<>();
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord logRecord) {
                logged.add(logRecord.getMessage() + List.of(logRecord.getParameters() == null ? new Object[0] : logRecord.getParameters()));
            }

            @Override
            public void flush() { }

            @Override
            public void close() { }
        };
        LOG.setLevel(Level.ALL);
        LOG.addHandler(handler);
        try {
            ServiceKey key = key("default");
            byKey(key, "li");
            ServiceKey wrong = new ServiceKey("default", key.id(), ServiceKey.create("x").secret());
            refused(ErrorCode.UNAUTHENTICATED, () -> byKey(wrong, "li"));
            String token = token("/");
            enter(node, token, "/");
            refused(ErrorCode.UNAUTHENTICATED, () -> enter(node, token, "/"));
            assertThat(logged).isNotEmpty().noneMatch(l -> l.contains(key.secret()) || l.contains(wrong.secret()) || l.contains(token));
        } finally {
            LOG.removeHandler(handler);
            LOG.setLevel(Level.WARNING);
        }
    }

    private void put(String tenant, String id, String persons, String operations, boolean enabled) {
        database.run(() -> {
            ServiceAccountRow row = accounts.row(tenant, id).orElseGet(ServiceAccountRow::new);
            row.tenant = tenant;
            row.id = id;
            row.name = id;
            row.persons = persons;
            row.operations = operations;
            row.enabled = enabled;
            accounts.put(row, "admin");
        });
        accounts.changed(tenant, id);
    }

    private ServiceKey key(String tenant) {
        return database.required(() -> accounts.issue(tenant, "portal", 30, false, Locale.ENGLISH, "admin"));
    }

    private String token(String page) {
        return node.issueEntryToken(byKey(key("default"), "li"), page).token();
    }

    private Caller byKey(ServiceKey key, String person) {
        return byKey(node, key, person);
    }

    private static Caller byKey(SignOn at, ServiceKey key, String person) {
        return at.byKey(key, person, "REST", HERE, Locale.ENGLISH);
    }

    private static Caller enter(SignOn at, String token, String page) {
        return at.byEntryToken(token, page, HERE, Locale.ENGLISH);
    }

    private void disable(String person) {
        database.run(() -> {
            people.person("default", person).enabled = false;
            people.changed("default");
        });
        clock.advance(Duration.ofSeconds(3));
    }

    /** Another node, which learns late what is done on this one. */
    private SignOn newNode() {
        return node(new ServiceAccounts(database.entityManager(), new MasterSeal(SETTINGS), clock));
    }

    private SignOn node(ServiceAccounts services) {
        Settings settings = SETTINGS;
        return new SignOn(new Organisation(people, database, settings, clock), null, null, null,
                new Sessions(database.entityManager(), settings, clock), services,
                new EntryTokens(database.entityManager(), settings, clock), database, settings);
    }

    private static String refused(ErrorCode code, ThrowingCallable call) {
        String[] message = new String[1];
        assertThatThrownBy(call).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.problem().code).isEqualTo(code);
            message[0] = refused.problem().message;
        });
        return message[0];
    }
}
