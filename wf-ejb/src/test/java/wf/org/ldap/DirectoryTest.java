package wf.org.ldap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.sql.DataSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wf.access.Caller;
import wf.access.EntryTokens;
import wf.access.ServiceAccounts;
import wf.access.Credentials;
import wf.access.PasswordCheck;
import wf.access.PasswordPolicy;
import wf.access.Sessions;
import wf.access.SignOn;
import wf.call.Outcome;
import wf.command.Command;
import wf.command.Views;
import wf.contract.DefinitionReply;
import wf.contract.DefinitionRequest;
import wf.contract.DeployRequest;
import wf.contract.ErrorCode;
import wf.contract.OperationReply;
import wf.contract.OrganisationHealth;
import wf.contract.OrganisationState;
import wf.contract.StartRequest;
import wf.job.OrgHealth;
import wf.job.OrgLoads;
import wf.org.OrgStore;
import wf.org.People;
import wf.org.PersonRow;
import wf.org.source.LoadNote;
import wf.org.source.Remark;
import wf.refusal.Refused;
import wf.scenario.Model;
import wf.scenario.Standalone;
import wf.setting.Settings;
import wf.store.MasterSeal;
import wf.spi.OrgUnavailable;
import wf.store.JobRow;
import wf.store.MutableClock;
import wf.store.TestDatabase;

/** A tenant whose people stand in an OpenLDAP with our schema. */
@Tag("directory")
class DirectoryTest {
    private static final String TENANT = "directory-test";
    private static final String SUFFIX = "dc=example,dc=org";
    private static final String BASE = "ou=" + TENANT + "," + SUFFIX;
    /** A letter of each plane that has any, and of the private ones. */
    private static final String PLANES = "赵\uD835\uDD07\uD842\uDFB7\uD884\uDF50\uDB40\uDD00\uDB80\uDC00\uDBFF\uDFFD é e\u0301 \u200F";
    /** Seconds: a handshake that fails is waited for to its end. */
    private static final String HANDSHAKE = "8";
    private static final String AWKWARD = "*)(uid=*))(|(uid=*";
    private static final String LDIF = """
            dn: %1$s
            objectClass: organizationalUnit
            ou: %2$s

            dn: ou=company,%1$s
            objectClass: organizationalUnit
            objectClass: wfDept
            ou: company
            businessCategory: UNIT

            dn: ou=rd,ou=company,%1$s
            objectClass: organizationalUnit
            objectClass: wfDept
            ou: rd
            wfSort: 2
            wfHead: uid=LI, OU=people,  %1$s

            dn: ou=finance,ou=company,%1$s
            objectClass: organizationalUnit
            objectClass: wfDept
            ou: finance

            dn: ou=people,%1$s
            objectClass: organizationalUnit
            ou: people

            dn: uid=li,ou=people,%1$s
            objectClass: inetOrgPerson
            objectClass: wfPerson
            uid: li
            cn: Li Ming
            sn: Li
            displayName:: %3$s
            wfDeptRef: finance
            wfDeptRef: rd
            wfMainDept: ou=rd,ou=company,%1$s
            title: engineer
            mail: li@example.org
            preferredLanguage: zh-CN
            userPassword: li's password

            dn: uid=sun,ou=finance,ou=company,%1$s
            objectClass: inetOrgPerson
            uid: sun
            cn: Sun
            sn: Sun
            userPassword: sun's password

            dn: cn=awkward \\, \\"name\\" \\+ more,ou=people,%1$s
            objectClass: inetOrgPerson
            uid: %4$s
            cn: awkward , "name" + more
            sn: x
            userPassword: awkward password

            dn: uid=gone,ou=people,%1$s
            objectClass: inetOrgPerson
            objectClass: wfPerson
            uid: gone
            cn: Gone
            sn: Gone
            wfStatus: DISABLED
            userPassword: gone's password

            dn: cn=placeholder,%1$s
            objectClass: organizationalRole
            cn: placeholder

            dn: cn=outer,%1$s
            objectClass: groupOfNames
            objectClass: wfGroup
            cn: outer
            member: cn=inner,%1$s
            member: uid=sun,ou=finance,ou=company,%1$s

            dn: cn=inner,%1$s
            objectClass: groupOfNames
            cn: inner
            member: cn=outer,%1$s
            member: uid=li,ou=people,%1$s

            dn: cn=empty,%1$s
            objectClass: groupOfNames
            cn: empty
            member: cn=placeholder,%1$s

            dn: cn=legal,%1$s
            objectClass: groupOfNames
            objectClass: wfPost
            cn: legal
            wfDeptRef: finance
            member: uid=li,ou=people,%1$s
            """.formatted(BASE, TENANT, Base64.getEncoder().encodeToString(PLANES.getBytes(StandardCharsets.UTF_8)), AWKWARD);

    private final Map<String, String> settings = Slapd.settings(TENANT);
    private final MutableClock clock = new MutableClock();
    private DataSource source;
    private Standalone node;

    @BeforeEach
    void aDirectory() throws SQLException {
        Slapd.start();
        Slapd.fresh(SUFFIX, BASE, LDIF);
        source = TestDatabase.H2.migrated();
        node = newNode();
    }

    @AfterEach
    void close() {
        node.close();
        Slapd.start();
    }

    // ---- loading ----

    @Test
    void departmentsPeopleGroupsAndPostsAreLoaded() {
        load();
        assertThat(people()).containsExactlyInAnyOrder("li", "sun", AWKWARD);
        assertThat(memberships("li")).containsExactly("dept:rd", "dept:finance", "post:legal", "group:inner", "group:outer");
        assertThat(memberships("sun")).containsExactly("dept:finance", "group:inner", "group:outer");
        assertThat(members("group:empty")).isEmpty();
        LoadNote note = note();
        assertThat(note.departments()).isEqualTo(3);
        assertThat(note.groups()).isEqualTo(3);
        assertThat(note.remarks()).isEmpty();
        assertThat(note.at()).isEqualTo(clock.instant());
    }

    @Test
    void aNameKeepsTheLettersOfEveryPlane() {
        load();
        assertThat(node.organisation.of(TENANT).person("li").orElseThrow().member().name()).isEqualTo(PLANES);
    }

    @Test
    void headsLeadersAndTitlesAreReferencesByNameOrById() {
        load();
        node.transactions.required(() -> {
            wf.org.DepartmentRow rd = node.em.find(wf.org.DepartmentRow.class, new wf.org.OrgKey(TENANT, "rd"));
            assertThat(rd.headId).isEqualTo("li");
            assertThat(rd.parentId).isEqualTo("company");
            assertThat(rd.sortNo).isEqualTo(2);
            return null;
        });
    }

    @Test
    void pagesAreReadToTheEnd() {
        settings.put("wf.ldap.page", "1");
        load();
        assertThat(people()).hasSize(3);
    }

    @Test
    void groupsAreFollowedOnlySoDeep() {
        settings.put("wf.ldap.nesting", "0");
        load();
        assertThat(members("group:outer")).containsExactly("sun");
        assertThat(note().remarks()).contains(new Remark(Remark.Kind.GROUP_DEPTH, "outer"));
    }

    @Test
    void moreEntriesThanAllowedAreAFailureAndNoHalfOrganisation() {
        load();
        settings.put("wf.ldap.maximum", "2");
        reload();
        assertThat(people()).hasSize(3);
        assertThat(job().lastError).contains("wf.ldap.maximum");
    }

    @Test
    void startTlsServesAsWell() {
        settings.put("wf.ldap.url", Slapd.plainUrl());
        load();
        assertThat(people()).hasSize(3);
        assertThat(signOn("li", "li's password")).isEqualTo("li");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ldaps", "starttls"})
    void aWrongCertificateIsRefused(String how) {
        settings.put("wf.ldap.connect.seconds", HANDSHAKE);
        if (how.equals("starttls")) {
            settings.put("wf.ldap.url", Slapd.plainUrl());
        }
        settings.put("wf.ldap.trust", Slapd.certificate("other.pem"));
        load();
        assertThat(people()).isEmpty();
        assertThat(job().lastError).contains("not trusted");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ldaps", "starttls"})
    void theCertificateOfAnotherHostIsRefused(String how) {
        settings.put("wf.ldap.connect.seconds", HANDSHAKE);
        settings.compute("wf.ldap.url", (key, url) -> (how.equals("ldaps") ? url : Slapd.plainUrl()).replace("localhost", "127.0.0.1"));
        load();
        assertThat(people()).isEmpty();
        assertThat(job().lastError).contains("not trusted, or is another host's");
    }

    @Test
    void theTrustOfThisJavaIsNotEnoughForAnAuthorityOfOurOwn() {
        settings.put("wf.ldap.connect.seconds", HANDSHAKE);
        settings.remove("wf.ldap.trust");
        load();
        assertThat(job().lastError).contains("not trusted");
    }

    @Test
    void aWrongUserIsToldWithoutHisPassword(@TempDir Path folder) throws IOException {
        Path secret = folder.resolve("secret");
        Files.writeString(secret, "never shown 7\n");
        settings.put("wf.ldap.password.file", secret.toString());
        load();
        assertThat(job().lastError).contains("wf.ldap.user").doesNotContain("never shown");
        Files.writeString(secret, Slapd.password() + "\n");
        reload();
        assertThat(people()).hasSize(3);
    }

    // ---- when it is down ----

    @Test
    void whileTheDirectoryIsDownEverybodyStaysAndItIsTriedAgain() {
        load();
        Slapd.stop();
        reload();
        assertThat(people()).hasSize(3);
        assertThat(job().lastError).contains("does not answer");
        assertThat(job().attempts).isEqualTo(1);
        assertThat(note().at()).isEqualTo(clock.instant().minus(Duration.ofMinutes(15)));
        clock.advance(Duration.ofSeconds(5));
        node.shifts.work();
        assertThat(job().attempts).isEqualTo(2);
        assertThat(job().dueAt).isEqualTo(clock.instant().plusSeconds(10));

        Slapd.start();
        clock.advance(Duration.ofSeconds(10));
        node.shifts.work();
        assertThat(job().attempts).isZero();
        assertThat(job().lastError).isEmpty();
        assertThat(note().at()).isEqualTo(clock.instant());
    }

    @Test
    void anAdministratorIsToldAgeAndCause() {
        keptHere("admin", true);
        assertThat(state("admin").health).isEqualTo(OrganisationHealth.NEVER_LOADED);
        load();
        assertThat(state("admin").health).isEqualTo(OrganisationHealth.GOOD);
        assertThat(state("admin").people).isEqualTo(3);
        assertRefused(ErrorCode.FORBIDDEN, () -> state("li"));
        Slapd.stop();
        reload();
        OrganisationState failing = state("admin");
        assertThat(failing.health).isEqualTo(OrganisationHealth.FAILING);
        assertThat(failing.ageSeconds).isEqualTo(900);
        assertThat(failing.text).contains("does not answer", "15 minutes ago", "stays in use").doesNotContain(Slapd.password());
        Slapd.start();
        assertThat(health().refresh(caller("admin")).dueAt).isEqualTo(java.util.Date.from(clock.instant()));
        node.shifts.work();
        assertThat(state("admin").health).isEqualTo(OrganisationHealth.GOOD);
        assertThat(state("admin").ageSeconds).isZero();
    }

    private OrganisationState state(String person) {
        return health().state(caller(person));
    }

    private OrgHealth health() {
        return new OrgHealth(node.orgLoads, node.sources, node.organisation, node.attempts, Slapd.of(settings), new Views(), node.roleStore,
                new wf.access.Separation(Slapd.of(settings)), node.vanished, clock);
    }

    @Test
    void theTablesAreTheLastGoodOrganisationAfterARestartToo() {
        load();
        node.close();
        Slapd.stop();
        node = newNode();
        node.orgLoads.schedule();
        node.shifts.work();
        assertThat(people()).hasSize(3);
        assertRefused(ErrorCode.UNAVAILABLE, () -> signOn("li", "li's password"));
    }

    @Test
    void signingOnIsUnavailableAndNeverChecksHereInstead() {
        load();
        PasswordCheck hash = passwords(node);
        String stored = hash.hash("a password kept here");
        node.transactions.required(() -> {
            new Credentials(node.em, new OrgStore(node.em)).store(TENANT, "li", stored, clock.instant());
            return null;
        });
        assertRefused(ErrorCode.UNAUTHENTICATED, () -> signOn("li", "a password kept here"));
        assertThat(signOn("li", "li's password")).isEqualTo("li");
        Slapd.stop();
        for (String password : List.of("li's password", "a password kept here", "wrong")) {
            assertRefused(ErrorCode.UNAVAILABLE, () -> signOn("li", password));
        }
        assertThatThrownBy(() -> newSignOn(node).byPassword("li", "x", "UI", "192.0.2.1", Locale.CHINESE)).hasMessageContaining("目录服务");
        Slapd.start();
        assertThat(signOn("li", "li's password")).isEqualTo("li");
    }

    @Test
    void aBrokenConnectionOfThePoolIsReplaced() {
        load();
        Slapd.stop();
        Slapd.start();
        reload();
        assertThat(job().lastError).isEmpty();
        assertThat(note().at()).isEqualTo(clock.instant());
    }

    @Test
    void aDirectoryThatGoesAwayDuringALoadLeavesTheOrganisationWhole() throws Exception {
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < 3000; i++) {
            many.append("dn: uid=p").append(i).append(",ou=people,").append(BASE).append("\nobjectClass: inetOrgPerson\nuid: p").append(i)
                    .append("\ncn: p\nsn: p\n\n");
        }
        load();
        Slapd.add(SUFFIX, many.toString());
        settings.put("wf.ldap.page", "5");
        clock.advance(Duration.ofMinutes(15));
        Thread loading = new Thread(node.shifts::work);
        loading.start();
        Thread.sleep(150);
        Slapd.stop();
        loading.join(60_000);
        assertThat(loading.isAlive()).isFalse();
        assertThat(people()).hasSizeBetween(3, 3003).satisfies(found -> assertThat(found.size() == 3 || found.size() == 3003).isTrue());
        Slapd.start();
        settings.put("wf.ldap.page", "500");
        clock.advance(Duration.ofMinutes(15));
        node.shifts.work();
        assertThat(people()).hasSize(3003);
    }

    // ---- what changes there ----

    @Test
    void whoVanishedIsDisabledAndHisOpenWorkStaysReadable() {
        load();
        keptHere("admin", true);
        Caller admin = caller("admin");
        deploy(admin, Model.process("leave").step("draft", Model.by("sun")).end());
        StartRequest request = new StartRequest();
        request.definitionKey = "leave";
        OperationReply started = node.settling.perform(admin, Command.create("start", request));
        String token = newSignOn(node).openSession(newSignOn(node).byPassword("sun", "sun's password", "UI", "192.0.2.1", Locale.ENGLISH));

        Slapd.delete(SUFFIX, "uid=sun,ou=finance,ou=company," + BASE);
        reload();

        assertThat(people()).doesNotContain("sun");
        assertRefused(ErrorCode.UNAUTHENTICATED, () -> signOn("sun", "sun's password"));
        assertRefused(ErrorCode.UNAUTHENTICATED, () -> newSignOn(node).bySession(token, "192.0.2.1", Locale.ENGLISH));
        var open = node.attempts.of(Locale.ENGLISH, () -> node.reading.open(admin, started.instanceId));
        assertThat(open).isNotNull();
        assertThat(node.transactions.required(() -> node.instances.load(TENANT, started.instanceId)).orElseThrow().image().items())
                .extracting(item -> item.owner()).containsExactly("sun");
        assertThat(node.transactions.required(() -> new OrgStore(node.em).person(TENANT, "sun")).name).isEqualTo("Sun");
    }

    @Test
    void whoeverIsDisabledInTheDirectorySignsOnNoLongerAtOnce() {
        load();
        Slapd.replace(SUFFIX, "uid=li,ou=people," + BASE, "wfStatus", "DISABLED");
        assertRefused(ErrorCode.UNAUTHENTICATED, () -> signOn("li", "li's password"));
        reload();
        assertThat(people()).doesNotContain("li");
    }

    @Test
    void anUnchangedDirectoryWritesNothing() {
        load();
        long version = node.organisation.of(TENANT).version();
        reload();
        assertThat(note().at()).isEqualTo(clock.instant());
        assertThat(node.transactions.required(() -> new OrgStore(node.em).version(TENANT))).isEqualTo(version);
    }

    @Test
    void anotherNodeReadsTheSameTablesAndDoesNotLoadAgain() {
        load();
        try (Standalone second = newNode()) {
            second.orgLoads.schedule();
            assertThat(second.shifts.work()).isZero();
            assertThat(second.organisation.of(TENANT).version()).isEqualTo(node.organisation.of(TENANT).version());
        }
    }

    @Test
    void anAdministratorNeedNotWaitForTheNextLoad() {
        load();
        Slapd.delete(SUFFIX, "uid=sun,ou=finance,ou=company," + BASE);
        node.attempts.of(Locale.ENGLISH, () -> {
            node.orgLoads.hurry(TENANT);
            return null;
        });
        node.shifts.work();
        node.organisation.changed(TENANT);
        assertThat(people()).doesNotContain("sun");
    }

    // ---- signing on ----

    @Test
    void thePasswordOfTheDirectorySignsOn() {
        load();
        assertThat(signOn("li", "li's password")).isEqualTo("li");
        assertThat(signOn(AWKWARD, "awkward password")).isEqualTo(AWKWARD);
        assertRefused(ErrorCode.UNAUTHENTICATED, () -> signOn("li", "sun's password"));
        Slapd.replace(SUFFIX, "uid=li,ou=people," + BASE, "userPassword", "another");
        assertRefused(ErrorCode.UNAUTHENTICATED, () -> signOn("li", "li's password"));
    }

    @Test
    void anEmptyPasswordIsWrongAndNeverABindWithoutOne() throws OrgUnavailable {
        load();
        assertRefused(ErrorCode.UNAUTHENTICATED, () -> signOn("li", ""));
        assertThat(new LdapOrgBuilder(node.directory, TENANT).authenticate(TENANT, "li", "li", "")).isFalse();
        Slapd.stop();
        assertRefused(ErrorCode.UNAUTHENTICATED, () -> signOn("li", ""));
    }

    @Test
    void whoCameFromTheDirectoryChangesHisPasswordThere() {
        load();
        assertRefused(ErrorCode.ILLEGAL_STATE, () -> newSignOn(node).changePassword(caller("li"), "li's password", "battery staple"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "l*", "li)(uid=*", "*)(|(uid=*", "\\6c\\69", "li\\", "li\u0000", "(", ")", "&", "|", "!", "li)(objectClass=*))(&(uid=x",
        "uid=li", "*)(userPassword=*", "\uD800", "l\ni", "cn=admin,dc=example,dc=org"})
    void whateverIsTypedAsALoginNameIsNoFilter(String login) throws OrgUnavailable {
        load();
        for (String password : List.of("li's password", "awkward password", Slapd.password(), "*")) {
            assertRefused(ErrorCode.UNAUTHENTICATED, () -> signOn(login, password));
            assertThat(new LdapOrgBuilder(node.directory, TENANT).authenticate(TENANT, "li", login, password)).isFalse();
            assertThat(new LdapOrgBuilder(node.directory, TENANT).authenticate(TENANT, login, "li", password)).isFalse();
        }
    }

    // ---- promises ----

    @Test
    void theDirectoryIsNeverAskedInsideATransaction() {
        load();
        assertInsideRefused(builder -> builder.loadDepts(TENANT));
        assertInsideRefused(builder -> builder.authenticate(TENANT, "li", "li", "li's password"));
        assertThatThrownBy(() -> node.transactions.required(() -> signOn("li", "li's password"))).isInstanceOf(IllegalStateException.class);
    }

    private interface Asking {
        void ask(LdapOrgBuilder builder) throws OrgUnavailable;
    }

    private void assertInsideRefused(Asking asking) {
        assertThatThrownBy(() -> node.transactions.required(() -> {
            try {
                asking.ask(new LdapOrgBuilder(node.directory, TENANT));
                return null;
            } catch (OrgUnavailable e) {
                throw new AssertionError(e);
            }
        })).isInstanceOf(IllegalStateException.class).hasMessageContaining("inside a transaction");
    }

    @Test
    void anotherTenantHasAnotherSubtree() {
        settings.put("wf.org.tenants", TENANT + ",nowhere");
        node.orgLoads.schedule();
        node.shifts.work();
        assertThat(people()).hasSize(3);
        assertThat(node.organisation.of("nowhere").people()).isEmpty();
        assertThat(node.attempts.of(Locale.ENGLISH, () -> node.orgLoads.job("nowhere")).orElseThrow().lastError).isNotEmpty();
        assertThatThrownBy(() -> new LdapOrgBuilder(node.directory, "a,dc=x").loadDepts("a,dc=x"))
                .isInstanceOf(OrgUnavailable.class).hasMessageContaining("ou=a\\,dc");
    }

    // ---- words of these tests ----

    private Standalone newNode() {
        return new Standalone(source, null, clock, (definition, job) -> new Outcome.Failed("nothing is called in this test", false),
                Slapd.of(settings));
    }

    private void load() {
        node.orgLoads.schedule();
        node.shifts.work();
        node.organisation.changed(TENANT);
    }

    private void reload() {
        clock.advance(Duration.ofMinutes(15));
        node.shifts.work();
        node.organisation.changed(TENANT);
    }

    private JobRow job() {
        return node.attempts.of(Locale.ENGLISH, () -> node.orgLoads.job(TENANT)).orElseThrow();
    }

    private LoadNote note() {
        return OrgLoads.note(job());
    }

    private List<String> people() {
        return node.organisation.of(TENANT).people().stream().map(person -> person.id()).filter(id -> !id.equals("admin")).toList();
    }

    private List<String> memberships(String person) {
        return node.organisation.of(TENANT).person(person).orElseThrow().memberships();
    }

    private List<String> members(String candidate) {
        return node.organisation.of(TENANT).membersOf(candidate);
    }

    private void keptHere(String id, boolean administrator) {
        PersonRow row = People.person(TENANT, id, id);
        node.transactions.required(() -> {
            OrgStore store = new OrgStore(node.em);
            store.add(row);
            if (administrator) {
                store.add(People.allRoles(TENANT, id));
            }
            store.changed(TENANT);
            return null;
        });
        node.organisation.changed(TENANT);
    }

    private void deploy(Caller admin, String bpmn) {
        DeployRequest request = new DeployRequest();
        request.source = bpmn.getBytes(StandardCharsets.UTF_8);
        DefinitionReply reply = node.attempts.of(Locale.ENGLISH, () -> node.definitions.deploy(admin, request));
        node.attempts.of(Locale.ENGLISH, () -> node.definitions.release(admin, reply.definitions.get(0).id, new DefinitionRequest()));
    }

    private static Caller caller(String person) {
        return new Caller(TENANT, person, "REST", "127.0.0.1", Locale.ENGLISH);
    }

    private String signOn(String login, String password) {
        return newSignOn(node).byPassword(login, password, "UI", "192.0.2.1", Locale.ENGLISH).person();
    }

    private SignOn newSignOn(Standalone at) {
        Settings read = Slapd.of(settings);
        return new SignOn(at.organisation, passwords(at), new PasswordPolicy(read), new Credentials(at.em, new OrgStore(at.em)),
                new Sessions(at.em, read, clock), new ServiceAccounts(at.em, new MasterSeal(read), clock), new EntryTokens(at.em, read, clock), at.transactions, read);
    }

    private PasswordCheck passwords(Standalone at) {
        return new PasswordCheck(new Credentials(at.em, new OrgStore(at.em)), at.transactions, at.sources, Slapd.of(settings), clock);
    }

    private static void assertRefused(ErrorCode code, ThrowingCallable call) {
        assertThatThrownBy(call).asInstanceOf(type(Refused.class)).extracting(refused -> refused.problem().code).isEqualTo(code);
    }
}
