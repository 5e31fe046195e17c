package wf.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static wf.scenario.House.caller;
import static wf.scenario.House.grant;
import static wf.scenario.House.refused;
import static wf.scenario.House.role;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import wf.access.Caller;
import wf.access.Service;
import wf.command.Command;
import wf.command.PermissionCheck.About;
import wf.contract.AccessReply;
import wf.contract.AccessRequest;
import wf.contract.AdminAct;
import wf.contract.DeployRequest;
import wf.contract.ErrorCode;
import wf.contract.GrantRoleRequest;
import wf.contract.IdentityHolders;
import wf.contract.InstanceState;
import wf.contract.IssueServiceKeyRequest;
import wf.contract.MessageKind;
import wf.contract.NoticeAction;
import wf.contract.NoticeState;
import wf.contract.Permission;
import wf.contract.PutIdentityRequest;
import wf.contract.PutScheduleRequest;
import wf.contract.PutServiceAccountRequest;
import wf.contract.ScheduleKind;
import wf.contract.TerminateRequest;
import wf.query.InstanceFilter;
import wf.store.NoticeRow;
import wf.store.TestDatabase;

/** §10.2: who may administer what, and how far; nobody gives what he lacks. */
abstract class RolesCases {

    private final TestDatabase kind;
    private House house;

    RolesCases(TestDatabase kind) {
        this.kind = kind;
    }

    @BeforeEach
    void open() throws SQLException {
        house = new House(kind, Map.of());
    }

    @AfterEach
    void close() {
        house.close();
    }

    // ---- letters ----

    @Test
    void whoKeepsTheSystemRunningSeesThatALetterDidNotGoOutAndNotWhatItIsAbout() {
        NoticeRow letter = new NoticeRow();
        letter.tenant = "default";
        letter.person = "zhou";
        letter.channel = "mail";
        letter.kind = MessageKind.TODO.name();
        letter.action = NoticeAction.CREATE.name();
        letter.state = NoticeState.DEAD.name();
        letter.subject = "Dismissal of sun";
        letter.body = "";
        letter.createdAt = Instant.now().truncatedTo(ChronoUnit.MICROS);
        house.shell.transactions.required(() -> {
            house.shell.notices.insert(List.of(letter));
            return null;
        });
        house.granted("admin", "SYSTEM_ADMIN", "user:zhao");
        assertThat(house.shell.letters.page(caller("zhao"), NoticeState.DEAD, null, null, null, 10).letters).singleElement().satisfies(l -> {
            assertThat(l.person.id).isEqualTo("zhou");
            assertThat(l.subject).isNull();
        });
        assertThat(house.shell.letters.page(caller("admin"), NoticeState.DEAD, null, null, null, 10).letters).extracting(l -> l.subject).containsExactly("Dismissal of sun");
    }

    // ---- rights ----

    @Test
    void aRoleOfTheTenantsOwnLetsItsHolderDoWhatItNamesAndNothingElse() {
        house.said("admin", "WATCHER", "identity.write");
        String said = refused(ErrorCode.FORBIDDEN, () -> house.tried(() -> house.shell.identities.list(caller("zhao"))));
        assertThat(said).contains("identity.write").contains("Security administrator");
        house.granted("admin", "WATCHER", "user:zhao");
        assertThat(house.tried(() -> house.shell.identities.list(caller("zhao"))).identities).isNotEmpty();
        refused(ErrorCode.FORBIDDEN, () -> house.tried(() -> house.shell.serviceAccounts.list(caller("zhao"))));
        refused(ErrorCode.FORBIDDEN, () -> house.deployed("zhao", "leave", null));
        refused(ErrorCode.FORBIDDEN, () -> house.tried(() -> house.shell.roles.list(caller("zhao"))));
    }

    @Test
    void eachRoleOfTheProductHasItsOwnPart() {
        house.granted("admin", "SYSTEM_ADMIN", "user:zhao");
        house.granted("admin", "SECURITY_ADMIN", "user:qian");
        house.granted("admin", "AUDIT_ADMIN", "user:sun");
        house.granted("admin", "PROCESS_ADMIN", "user:zhou");
        long leave = house.deployed("zhou", "leave", null);
        house.released("zhou", leave);
        long instance = house.started("wu", "leave");
        for (String person : List.of("zhao", "qian", "sun")) {
            refused(ErrorCode.FORBIDDEN, () -> house.deployed(person, "leave", null));
            refused(ErrorCode.NOT_FOUND, () -> house.shell.reading.instance(caller(person), instance));
        }
        for (String person : List.of("zhao", "sun", "zhou")) {
            refused(ErrorCode.FORBIDDEN, () -> house.granted(person, "AUDIT_ADMIN", "user:wu"));
        }
        assertThat(house.shell.reading.journal(caller("sun"), instance).image().id()).isEqualTo(instance);
        refused(ErrorCode.NOT_FOUND, () -> house.shell.reading.journal(caller("qian"), instance));
        assertThat(house.shell.snapshotReader.verify(caller("sun"), instance).intact).isTrue();
    }

    @Test
    void aGroupGivesItsMembersTheRoleAsLongAsTheyAreInIt() {
        house.granted("admin", "PROCESS_ADMIN", "group:watch");
        house.deployed("zhou", "leave", null);
        refused(ErrorCode.FORBIDDEN, () -> house.deployed("wu", "leave", null));
        house.shell.transactions.required(() -> {
            house.shell.entityManager().createQuery("delete from GroupMemberRow m where m.personId = 'zhou'").executeUpdate();
            house.shell.orgStore.changed("default");
            return null;
        });
        house.shell.organisation.changed("default");
        refused(ErrorCode.FORBIDDEN, () -> house.deployed("zhou", "leave", null));
    }

    @Test
    void whatIsRevokedCountsForNothingAtOnce() {
        long grant = house.granted("admin", "PROCESS_ADMIN", "user:zhao");
        house.deployed("zhao", "leave", null);
        house.revoked("admin", grant);
        refused(ErrorCode.FORBIDDEN, () -> house.deployed("zhao", "leave", null));
        refused(ErrorCode.NOT_FOUND, () -> revoke("admin", grant));
    }

    @Test
    void aRightTakenFromARoleIsTakenFromItsHolders() {
        house.said("admin", "WATCHER", "identity.write", "definition.write");
        house.granted("admin", "WATCHER", "user:zhao");
        house.deployed("zhao", "leave", null);
        house.said("admin", "WATCHER", "identity.write");
        refused(ErrorCode.FORBIDDEN, () -> house.deployed("zhao", "leave", null));
        assertThat(house.tried(() -> house.shell.identities.list(caller("zhao"))).identities).isNotEmpty();
    }

    // ---- who grants ----

    @Test
    void nobodyGrantsWhatHeLacks() {
        house.granted("admin", "SECURITY_ADMIN", "user:zhao");
        String said = refused(ErrorCode.FORBIDDEN, () -> house.granted("zhao", "PROCESS_ADMIN", "user:zhao"));
        assertThat(said).contains("definition.write");
        refused(ErrorCode.FORBIDDEN, () -> house.said("zhao", "MINE", "definition.write"));
        house.granted("zhao", "SECURITY_ADMIN", "user:qian");
        house.said("zhao", "KEYS", "service.account");
        house.granted("zhao", "KEYS", "user:sun");
        assertThat(house.tried(() -> house.shell.serviceAccounts.list(caller("sun"))).serviceAccounts).isEmpty();
    }

    @Test
    void nobodyLetsAProgramActForAnAdministratorWhoHasMoreThanHe() {
        house.granted("admin", "SECURITY_ADMIN", "user:zhao");
        String said = refused(ErrorCode.FORBIDDEN, () -> account("zhao", "user:admin"));
        assertThat(said).contains("definition.write");
        account("zhao", "user:wu", "user:zhao");
        account("admin", "user:admin");
        refused(ErrorCode.FORBIDDEN, () -> house.tried(() -> house.shell.serviceAccounts.issueKey(caller("zhao"), "portal", new IssueServiceKeyRequest())));
    }

    private Object account(String by, String... persons) {
        PutServiceAccountRequest request = new PutServiceAccountRequest();
        request.name = "portal";
        request.persons = List.of(persons);
        request.operations = List.of("*");
        return house.tried(() -> house.shell.serviceAccounts.put(caller(by), "portal", request));
    }

    @Test
    void whoeverSaysWhatIdentitiesMayDoAppointsHimselfToNone() {
        house.said("admin", "NAMER", "identity.write");
        house.granted("admin", "NAMER", "user:zhao");
        refused(ErrorCode.FORBIDDEN, () -> appointed("zhao", "user:zhao"));
        refused(ErrorCode.FORBIDDEN, () -> appointed("zhao", "user:wu", "dept:rd"));
        appointed("zhao", "user:wu");
        appointed("admin", "user:admin");
    }

    private Object appointed(String by, String... people) {
        IdentityHolders holders = new IdentityHolders();
        holders.people = String.join(",", people);
        PutIdentityRequest request = new PutIdentityRequest();
        request.priority = 5;
        request.nameZh = "督办";
        request.nameEn = "Watch";
        request.operations = List.of("urge");
        request.holders = List.of(holders);
        return house.tried(() -> house.shell.identities.put(caller(by), "WATCH", request));
    }

    @Test
    void whoeverManagesRolesInADepartmentGrantsThereAndNowhereElse() {
        house.granted("admin", "SECURITY_ADMIN", "user:zhao", "rd", null);
        house.granted("admin", "PROCESS_ADMIN", "user:zhao", "rd", null);
        house.granted("zhao", "PROCESS_ADMIN", "user:qian", "lab", null);
        refused(ErrorCode.FORBIDDEN, () -> house.granted("zhao", "PROCESS_ADMIN", "user:qian", "finance", null));
        refused(ErrorCode.FORBIDDEN, () -> house.granted("zhao", "PROCESS_ADMIN", "user:qian", "root", null));
        refused(ErrorCode.FORBIDDEN, () -> house.granted("zhao", "PROCESS_ADMIN", "user:qian"));
        String said = refused(ErrorCode.FORBIDDEN, () -> house.granted("zhao", "PROCESS_ADMIN", "user:sun", "lab", null));
        assertThat(said).contains("user:sun");
        refused(ErrorCode.FORBIDDEN, () -> house.granted("zhao", "PROCESS_ADMIN", "group:watch", "lab", null));
        refused(ErrorCode.FORBIDDEN, () -> house.said("zhao", "MINE", "audit.read"));
        refused(ErrorCode.FORBIDDEN, () -> revoke("zhao", house.grantOf("PROCESS_ADMIN", "user:admin")));
        assertThat(house.tried(() -> house.shell.grants.list(caller("zhao"), null, null)).grants).extracting(g -> g.department)
                .isNotEmpty().doesNotContainNull().isSubsetOf("rd", "lab");
    }

    @Test
    void aRoleThatConcernsTheWholeTenantIsNotGrantedForAPart() {
        String said = refused(ErrorCode.INVALID_INPUT, () -> house.granted("admin", "SYSTEM_ADMIN", "user:zhao", "rd", null));
        assertThat(said).contains("SYSTEM_ADMIN");
    }

    @Test
    void theLastWhoManagesRolesStays() {
        String said = refused(ErrorCode.ILLEGAL_STATE, () -> revoke("admin", house.grantOf("SECURITY_ADMIN", "user:admin")));
        assertThat(said).contains("Nobody would be left");
        house.granted("admin", "SECURITY_ADMIN", "user:zhao", "rd", null);
        refused(ErrorCode.ILLEGAL_STATE, () -> revoke("admin", house.grantOf("SECURITY_ADMIN", "user:admin")));
        house.granted("admin", "SECURITY_ADMIN", "user:second");
        house.revoked("admin", house.grantOf("SECURITY_ADMIN", "user:admin"));
        refused(ErrorCode.FORBIDDEN, () -> house.granted("admin", "AUDIT_ADMIN", "user:zhao"));
    }

    @Test
    void rolesOfTheProductStayAndThoseThatSomebodyHasAreNotDeleted() {
        refused(ErrorCode.ILLEGAL_STATE, () -> house.said("admin", "AUDIT_ADMIN", "audit.read", "definition.write"));
        refused(ErrorCode.ILLEGAL_STATE, () -> delete("SYSTEM_ADMIN"));
        house.said("admin", "WATCHER", "audit.read");
        long grant = house.granted("admin", "WATCHER", "user:zhao");
        refused(ErrorCode.ILLEGAL_STATE, () -> delete("WATCHER"));
        house.revoked("admin", grant);
        delete("WATCHER");
        refused(ErrorCode.NOT_FOUND, () -> delete("WATCHER"));
        refused(ErrorCode.NOT_FOUND, () -> house.granted("admin", "WATCHER", "user:zhao"));
    }

    @Test
    void whatNobodyCouldHaveMeantIsRefused() {
        refused(ErrorCode.INVALID_INPUT, () -> house.said("admin", "watcher", "audit.read"));
        refused(ErrorCode.INVALID_INPUT, () -> house.said("admin", "WATCHER", "audit.reed"));
        refused(ErrorCode.INVALID_INPUT, () -> house.granted("admin", "AUDIT_ADMIN", "zhao"));
        refused(ErrorCode.INVALID_INPUT, () -> house.granted("admin", "AUDIT_ADMIN", null));
        refused(ErrorCode.INVALID_INPUT, () -> house.granted("admin", null, "user:zhao"));
        refused(ErrorCode.NOT_FOUND, () -> house.granted("admin", "AUDIT_ADMIN", "user:nobody"));
        refused(ErrorCode.NOT_FOUND, () -> house.granted("admin", "AUDIT_ADMIN", "user:zhao", "nowhere", null));
        refused(ErrorCode.NOT_FOUND, () -> house.granted("admin", "PROCESS_ADMIN", "user:zhao", null, "Nothing"));
        house.granted("admin", "AUDIT_ADMIN", "user:zhao");
        refused(ErrorCode.ILLEGAL_STATE, () -> house.granted("admin", "AUDIT_ADMIN", "user:zhao"));
    }

    @Test
    void aPreviewStoresNothingAndTheSameOperationActsOnce() {
        GrantRoleRequest request = grant("AUDIT_ADMIN", "user:zhao", null, null);
        request.preview = true;
        assertThat(house.tried(() -> house.shell.grants.grant(caller("admin"), request)).preview).isTrue();
        assertThat(house.tried(() -> house.shell.grants.list(caller("admin"), "AUDIT_ADMIN", "zhao")).grants).isEmpty();
        request.preview = false;
        request.opId = "grant-1";
        AccessReply first = house.tried(() -> house.shell.grants.grant(caller("admin"), request));
        AccessReply again = house.tried(() -> house.shell.grants.grant(caller("admin"), request));
        assertThat(again.grant.id).isEqualTo(first.grant.id);
        assertThat(house.tried(() -> house.shell.grants.list(caller("admin"), "AUDIT_ADMIN", "zhao")).grants).hasSize(1);
    }

    @Test
    void rolesAreManagedByPeopleThemselves() {
        Caller program = new Caller("default", "admin", "REST", "127.0.0.1", Locale.ENGLISH, new Service("portal", Set.of("*")), null);
        refused(ErrorCode.FORBIDDEN, () -> house.tried(() -> house.shell.grants.grant(program, grant("AUDIT_ADMIN", "user:zhao", null, null))));
        refused(ErrorCode.FORBIDDEN, () -> house.tried(() -> house.shell.roles.put(program, "WATCHER", role("w", "audit.read"))));
    }

    @Test
    void tenantsKnowNothingOfEachOther() {
        house.said("admin", "WATCHER", "identity.write");
        long grant = house.granted("admin", "WATCHER", "user:zhao");
        Caller zhaoThere = new Caller("other", "zhao", "REST", "127.0.0.1", Locale.ENGLISH);
        Caller adminThere = new Caller("other", "admin", "REST", "127.0.0.1", Locale.ENGLISH);
        refused(ErrorCode.FORBIDDEN, () -> house.tried(() -> house.shell.identities.list(zhaoThere)));
        refused(ErrorCode.NOT_FOUND, () -> house.tried(() -> house.shell.grants.revoke(adminThere, grant, new AccessRequest())));
        refused(ErrorCode.NOT_FOUND, () -> house.tried(() -> house.shell.grants.grant(adminThere, grant("WATCHER", "user:zhao", null, null))));
        assertThat(house.tried(() -> house.shell.roles.list(adminThere)).roles).extracting(r -> r.code).doesNotContain("WATCHER");
        assertThat(house.tried(() -> house.shell.adminActs.page(adminThere, null, null, null, null)).acts).isEmpty();
    }

    // ---- how far ----

    @Test
    void anAdministratorOfADepartmentAdministersItsInstancesAndFindsNoOthers() {
        house.released("admin", house.deployed("admin", "leave", null));
        long his = house.started("qian", "leave");
        long foreign = house.started("sun", "leave");
        house.granted("admin", "PROCESS_ADMIN", "user:zhao", "rd", null);
        assertThat(found("zhao")).containsExactly(his);
        assertThat(house.shell.found.count(caller("zhao"), new InstanceFilter(null, null, null, null, null)).count).isEqualTo(1);
        assertThat(house.shell.reading.instance(caller("zhao"), his).sight().manager()).isTrue();
        refused(ErrorCode.NOT_FOUND, () -> house.shell.reading.instance(caller("zhao"), foreign));
        refused(ErrorCode.NOT_FOUND, () -> terminate("zhao", foreign));
        refused(ErrorCode.FORBIDDEN, () -> house.deployed("zhao", "leave", null));
        terminate("zhao", his);
        assertThat(house.shell.reading.instance(caller("zhao"), his).image().state()).isEqualTo(InstanceState.TERMINATED);
    }

    @Test
    void anAdministratorOfACategoryDeploysAndAdministersThereAndNowhereElse() {
        house.released("admin", house.deployed("admin", "travel", "Staff/Travel"));
        house.released("admin", house.deployed("admin", "pay", "Money"));
        house.deployed("admin", "loose", null);
        long his = house.started("sun", "travel");
        long foreign = house.started("sun", "pay");
        house.granted("admin", "PROCESS_ADMIN", "user:zhao", null, "Staff");
        house.released("zhao", house.deployed("zhao", "travel", null));
        house.deployed("zhao", "trip", "Staff/Trips");
        refused(ErrorCode.FORBIDDEN, () -> house.deployed("zhao", "pay", null));
        refused(ErrorCode.FORBIDDEN, () -> house.deployed("zhao", "pay", "Staff"));
        refused(ErrorCode.FORBIDDEN, () -> house.deployed("zhao", "travel", "Money"));
        refused(ErrorCode.FORBIDDEN, () -> house.deployed("zhao", "loose", null));
        String said = refused(ErrorCode.FORBIDDEN, () -> house.deployed("zhao", "fresh", "Staffing"));
        assertThat(said).contains("does not reach here");
        assertThat(found("zhao")).containsExactly(his);
        refused(ErrorCode.NOT_FOUND, () -> terminate("zhao", foreign));
        terminate("zhao", his);
        assertThat(house.tried(() -> house.shell.definitionReading.versions(caller("zhao"), "loose")).definitions).hasSize(1);
    }

    @Test
    void whereDepartmentAndCategoryMeetBothHaveToHold() {
        house.released("admin", house.deployed("admin", "travel", "Staff"));
        house.released("admin", house.deployed("admin", "pay", "Money"));
        long both = house.started("qian", "travel");
        house.started("sun", "travel");
        house.started("qian", "pay");
        house.granted("admin", "PROCESS_ADMIN", "user:wu", "rd", "Staff");
        assertThat(house.shell.found.page(caller("wu"), new InstanceFilter(null, null, null, null, null), null, null).instances)
                .extracting(i -> i.id).containsExactly(both);
    }

    @Test
    void whoeverMayReadInstancesReadsThemAndDoesNothing() {
        house.released("admin", house.deployed("admin", "leave", null));
        long instance = house.started("sun", "leave");
        house.said("admin", "LOOKER", "instance.read");
        house.granted("admin", "LOOKER", "user:zhao", "finance", null);
        assertThat(house.shell.reading.instance(caller("zhao"), instance).sight().manager()).isFalse();
        refused(ErrorCode.FORBIDDEN, () -> terminate("zhao", instance));
        assertThat(found("zhao")).containsExactly(instance);
    }

    @Test
    void aGrantGoesWithItsCategory() {
        house.deployed("admin", "travel", "Staff");
        house.granted("admin", "PROCESS_ADMIN", "user:zhao", null, "Staff");
        var rename = new wf.contract.RenameCategoryRequest();
        rename.path = "Staff";
        rename.name = "People";
        refused(ErrorCode.FORBIDDEN, () -> house.tried(() -> house.shell.categoryCommands.rename(caller("zhao"), rename)));
        house.tried(() -> house.shell.categoryCommands.rename(caller("admin"), rename));
        house.shell.organisation.changed("default");
        house.deployed("zhao", "travel", null);
        assertThat(house.tried(() -> house.shell.grants.list(caller("admin"), null, "zhao")).grants).extracting(g -> g.category).containsExactly("People");
    }

    // ---- told ----

    @Test
    void aQuestionIsAnsweredWithTheRightAndTheRole() {
        house.granted("admin", "PROCESS_ADMIN", "user:zhao", null, null);
        Permission yes = asked("zhao", "deploy", new About(null, null, null), null);
        assertThat(yes.allowed).isTrue();
        assertThat(yes.right).isEqualTo("definition.write");
        assertThat(yes.roles).containsExactly("PROCESS_ADMIN");
        Permission no = asked("zhao", "putIdentity", new About(null, null, null), null);
        assertThat(no.allowed).isFalse();
        assertThat(no.roles).isEmpty();
        assertThat(no.reason).contains("identity.write").contains("Security administrator");
        assertThat(asked("sun", "audit.read", new About(null, null, null), null).allowed).isFalse();
        assertThat(asked("admin", "retryJob", new About(null, null, null), "sun").reason).contains("job.control");
        refused(ErrorCode.FORBIDDEN, () -> asked("sun", "deploy", new About(null, null, null), "zhao"));
        refused(ErrorCode.INVALID_INPUT, () -> asked("admin", "submit", new About(null, null, null), null));
    }

    @Test
    void aQuestionAboutAnInstanceNamesWhatAnAdministratorHasThere() {
        house.released("admin", house.deployed("admin", "leave", null));
        long instance = house.started("sun", "leave");
        house.granted("admin", "PROCESS_ADMIN", "user:zhao", "finance", null);
        assertThat(asked("zhao", "moveToken", new About(null, instance, null), null).roles).containsExactly("PROCESS_ADMIN");
        Permission no = asked("sun", "moveToken", new About(null, instance, null), null);
        assertThat(no.allowed).isFalse();
        assertThat(no.right).isEqualTo("instance.manage");
        assertThat(no.reason).contains("instance.manage").contains("Process administrator");
        assertThat(asked("zhao", "eraseEncrypted", new About(null, instance, null), null).allowed).isTrue();
    }

    @Test
    void whoeverMayAskInADepartmentAsksAboutWhatStandsThereAndNotAboutAllThatItsPeopleMayRead() {
        house.released("admin", house.deployed("admin", "leave", null));
        house.said("admin", "ASKER", "permission.check");
        house.granted("admin", "ASKER", "user:zhao", "finance", null);
        house.granted("admin", "PROCESS_ADMIN", "user:sun", "rd", null);
        long inside = house.started("sun", "leave");
        long outside = house.started("qian", "leave");
        assertThat(asked("admin", "terminate", new About(null, outside, null), "sun").allowed).as("sun, who administers there, may").isTrue();
        refused(ErrorCode.NOT_FOUND, () -> asked("zhao", "terminate", new About(null, outside, null), "sun"));
        refused(ErrorCode.NOT_FOUND, () -> asked("zhao", "submit", new About(null, null, itemOf(outside)), "sun"));
        assertThat(asked("zhao", "submit", new About(null, null, itemOf(inside)), "sun").allowed).isTrue();
        assertThat(asked("zhao", "terminate", new About(null, house.started("zhao", "leave"), null), "sun").allowed).as("what he may read himself").isTrue();
        assertThat(asked("zhao", "start", new About("leave", null, null), "sun").allowed).isTrue();
        refused(ErrorCode.FORBIDDEN, () -> asked("zhao", "terminate", new About(null, inside, null), "qian"));
        assertThat(asked("zhao", "terminate", new About(null, inside, null), "zhou")).as("neither of them may read it, and it is there")
                .matches(p -> !p.allowed && p.reason != null);
        assertThat(asked("zhao", "submit", new About(null, null, itemOf(inside)), "zhou").allowed).isFalse();
        refused(ErrorCode.NOT_FOUND, () -> asked("admin", "submit", new About(null, null, 404L), "zhou"));
    }

    @Test
    void whoeverAdministersHisDepartmentStartsByAScheduleWhatHeStartsByHand() {
        DeployRequest model = new DeployRequest();
        model.source = Model.process("nightly").startedBy("user:wu").step("work", Model.by("wu")).end().getBytes(StandardCharsets.UTF_8);
        house.released("admin", house.tried(() -> house.shell.definitions.deploy(caller("admin"), model)).definitions.get(0).id);
        PutScheduleRequest request = new PutScheduleRequest();
        request.definitionKey = "nightly";
        request.kind = ScheduleKind.EVERY;
        request.times = "PT2H";
        request.zone = "UTC";
        request.starter = "sun";
        refused(ErrorCode.FORBIDDEN, () -> house.tried(() -> house.shell.schedules.put(caller("admin"), "nightly", request)));
        house.granted("admin", "PROCESS_ADMIN", "user:sun", "finance", null);
        assertThat(house.started("sun", "nightly")).isPositive();
        assertThat(house.tried(() -> house.shell.schedules.put(caller("admin"), "nightly", request)).schedules).hasSize(1);
    }

    private long itemOf(long instance) {
        return house.shell.transactions.required(() -> house.shell.entityManager().createQuery("select i.id from WorkItemRow i where i.instanceId = :instance",
                Long.class).setParameter("instance", instance).getSingleResult());
    }

    @Test
    void whatAdministratorsDoIsReadByWhoeverAudits() {
        house.granted("admin", "AUDIT_ADMIN", "user:sun");
        house.granted("admin", "PROCESS_ADMIN", "user:zhou");
        house.deployed("zhou", "leave", null);
        PutIdentityRequest monitor = new PutIdentityRequest();
        monitor.priority = 55;
        house.tried(() -> house.shell.identities.put(caller("admin"), "MONITOR", monitor));
        List<AdminAct> acts = house.tried(() -> house.shell.adminActs.page(caller("sun"), null, null, null, null)).acts;
        assertThat(acts).extracting(a -> a.operation).containsExactly("putIdentity", "deploy", "grantRole", "grantRole");
        assertThat(acts.get(0).content).contains("55");
        assertThat(acts.get(0).actor.id).isEqualTo("admin");
        assertThat(acts.get(1).content).doesNotContain("source");
        assertThat(acts.get(3).content).contains("user:sun");
        assertThat(house.tried(() -> house.shell.adminActs.page(caller("sun"), "zhou", null, null, null)).acts).hasSize(1);
        assertThat(house.tried(() -> house.shell.adminActs.page(caller("sun"), null, "grantRole", acts.get(2).seq, 1)).acts).hasSize(1);
        for (String other : List.of("zhou", "wu")) {
            refused(ErrorCode.FORBIDDEN, () -> house.tried(() -> house.shell.adminActs.page(caller(other), null, null, null, null)));
        }
        assertThat(house.tried(() -> house.shell.adminActs.verify(caller("sun"))).intact).isTrue();
    }

    @Test
    void whoeverTouchesThatRecordIsFoundOut() {
        for (String person : List.of("zhao", "qian", "sun")) {
            house.granted("admin", "AUDIT_ADMIN", "user:" + person);
        }
        tamper("update AdminActRow a set a.content = '{}' where a.seq = 2");
        assertThat(house.tried(() -> house.shell.adminActs.verify(caller("sun"))).brokenAt).isEqualTo(2);
    }

    @Test
    void aRowOfThatRecordThatNamesNoHashIsFoundOut() {
        for (String person : List.of("zhao", "qian", "sun")) {
            house.granted("admin", "AUDIT_ADMIN", "user:" + person);
        }
        tamper("update AdminActRow a set a.algorithm = 'MD5' where a.seq = 2");
        assertThat(house.tried(() -> house.shell.adminActs.verify(caller("sun"))).brokenAt).isEqualTo(2);
    }

    @Test
    void aCutEndOfThatRecordIsFoundOut() {
        for (String person : List.of("zhao", "qian", "sun")) {
            house.granted("admin", "AUDIT_ADMIN", "user:" + person);
        }
        tamper("delete from AdminActRow a where a.seq = 3");
        assertThat(house.tried(() -> house.shell.adminActs.verify(caller("sun"))).intact).isFalse();
    }

    private void tamper(String statement) {
        house.shell.transactions.required(() -> house.shell.entityManager().createQuery(statement).executeUpdate());
    }

    private AccessReply revoke(String by, long grant) {
        return house.tried(() -> house.shell.grants.revoke(caller(by), grant, new AccessRequest()));
    }

    private AccessReply delete(String role) {
        return house.tried(() -> house.shell.roles.delete(caller("admin"), role, new AccessRequest()));
    }

    private List<Long> found(String person) {
        return house.shell.found.page(caller(person), new InstanceFilter(null, null, null, null, null), null, null).instances.stream().map(i -> i.id).toList();
    }

    private Object terminate(String person, long instance) {
        TerminateRequest request = new TerminateRequest();
        request.reason = "no";
        return house.shell.settling.perform(caller(person), Command.onInstance("terminate", instance, request));
    }

    private Permission asked(String caller, String operation, About about, String person) {
        return house.tried(() -> house.shell.permissions.of(caller(caller), operation, about, person));
    }
}
