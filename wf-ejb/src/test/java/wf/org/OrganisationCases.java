package wf.org;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import wf.runtime.Member;
import wf.setting.Settings;
import wf.store.MutableClock;
import wf.store.TestDatabase;
import wf.store.TestPersistence;

/** What the organisation promises, the same on every database. */
abstract class OrganisationCases {
    private final TestDatabase kind;
    private final MutableClock clock = new MutableClock();
    private TestPersistence database;
    private OrgStore store;
    private Organisation organisation;

    OrganisationCases(TestDatabase kind) {
        this.kind = kind;
    }

    @BeforeEach
    void aSmallCompany() throws SQLException {
        database = new TestPersistence(kind);
        store = new OrgStore(database.entityManager());
        organisation = new Organisation(store, database, new Settings(name -> null, name -> null), clock);
        PersonRow admin = People.person("t", "admin", "管理员");
        change(() -> store.add(
                People.person("t", "li", "李明"), People.person("t", "sun", "孙丽"), admin,
                People.department("t", "root", null), People.department("t", "rd", "root"),
                People.department("t", "legal", "root"), People.group("t", "finance"), People.post("t", "clerk"),
                People.inDepartment("t", "legal", "li", false), People.inDepartment("t", "rd", "li", true),
                People.inDepartment("t", "rd", "sun", true), People.inGroup("t", "finance", "sun"),
                People.onPost("t", "clerk", "li")));
        change(() -> store.add(People.allRoles("t", "admin")));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aPersonIsAmongHisDepartmentsGroupsAndPosts() {
        OrgSnapshot now = organisation.of("t");
        assertThat(now.member("li")).contains(new Member("li", "李明",
                java.util.Set.of("user:li", "dept:rd", "dept:legal", "post:clerk"), false));
        assertThat(now.person("li").orElseThrow().memberships()).containsExactly("dept:rd", "dept:legal", "post:clerk");
        assertThat(now.member("admin").orElseThrow().administrator()).isTrue();
        assertThat(now.member("nobody")).isEmpty();
    }

    @Test
    void aCandidateStandsForItsPeople() {
        OrgSnapshot now = organisation.of("t");
        assertThat(now.membersOf("dept:rd")).containsExactly("li", "sun");
        assertThat(now.membersOf("group:finance")).containsExactly("sun");
        assertThat(now.membersOf("post:clerk")).containsExactly("li");
        assertThat(now.membersOf("user:li")).containsExactly("li");
        assertThat(now.membersOf("dept:root")).isEmpty();
        assertThat(now.membersOf("group:nowhere")).isEmpty();
    }

    @Test
    void tenantsDoNotSeeEachOther() {
        change("other", () -> store.add(People.person("other", "zhou", "周强")));
        assertThat(organisation.of("other").member("li")).isEmpty();
        assertThat(organisation.of("t").member("zhou")).isEmpty();
        assertThat(organisation.of("unknown").people()).isEmpty();
    }

    @Test
    void aDisabledPersonIsGoneWithinSeconds() {
        OrgSnapshot before = organisation.of("t");
        change(() -> store.person("t", "sun").enabled = false);
        assertThat(organisation.of("t")).isSameAs(before);
        clock.advance(Duration.ofSeconds(3));
        assertThat(organisation.of("t").membersOf("dept:rd")).containsExactly("li");
        assertThat(organisation.of("t").member("sun")).isEmpty();
        assertThat(organisation.of("t").epoch()).isEqualTo(before.epoch() + 1);
        assertThat(before.member("sun")).isPresent();
    }

    @Test
    void onTheNodeOfTheChangeItIsGoneAtOnce() {
        organisation.of("t");
        change(() -> store.person("t", "sun").enabled = false);
        organisation.changed("t");
        assertThat(organisation.of("t").member("sun")).isEmpty();
    }

    @Test
    void aMembershipBeginsAndEndsByItself() {
        PostMemberRow acting = People.onPost("t", "clerk", "sun");
        acting.validFrom = clock.instant().plus(Duration.ofDays(1));
        acting.validTo = clock.instant().plus(Duration.ofDays(2));
        change(() -> store.add(acting));
        assertThat(organisation.of("t").membersOf("post:clerk")).containsExactly("li");
        clock.advance(Duration.ofDays(1));
        assertThat(organisation.of("t").membersOf("post:clerk")).containsExactly("li", "sun");
        clock.advance(Duration.ofDays(1));
        assertThat(organisation.of("t").membersOf("post:clerk")).containsExactly("li");
    }

    @Test
    void aDisabledGroupHasNobody() {
        change(() -> database.entityManager().find(GroupRow.class, new OrgKey("t", "finance")).enabled = false);
        assertThat(organisation.of("t").membersOf("group:finance")).isEmpty();
    }

    @Test
    void instantsComeBackToTheMicrosecondWhateverTheZone() {
        List<Instant> instants = List.of(Instant.EPOCH, Instant.parse("2024-03-31T01:30:00.123456Z"),
                Instant.parse("2024-10-27T00:30:00.999999Z"), Instant.parse("2024-10-27T01:30:00Z"),
                Instant.parse("2026-03-08T02:30:00.000001Z"), Instant.parse("2100-02-28T23:59:59.5Z"),
                Instant.parse("1990-04-15T17:30:00Z"));
        java.util.TimeZone zone = java.util.TimeZone.getDefault();
        try {
            for (String name : List.of("UTC", "Asia/Shanghai", "Europe/Berlin", "America/New_York")) {
                java.util.TimeZone.setDefault(java.util.TimeZone.getTimeZone(name));
                for (Instant instant : instants) {
                    String id = name + instant;
                    PersonRow row = People.person("t", id, id);
                    row.validFrom = instant;
                    row.validTo = instant.plusNanos(1);
                    change(() -> store.add(row));
                    java.util.TimeZone.setDefault(java.util.TimeZone.getTimeZone("Pacific/Auckland"));
                    PersonRow read = database.required(() -> store.person("t", id));
                    assertThat(read.validFrom).as(id).isEqualTo(instant);
                    assertThat(read.validTo).as(id).isEqualTo(instant);
                    assertThat(found(instant, id)).as("found by " + id).isTrue();
                    java.util.TimeZone.setDefault(java.util.TimeZone.getTimeZone(name));
                }
            }
        } finally {
            java.util.TimeZone.setDefault(zone);
        }
    }

    private boolean found(Instant instant, String id) {
        return database.required(() -> database.entityManager().createQuery(
                "select count(p) from PersonRow p where p.tenant = 't' and p.id = :id and p.validFrom = :time"
                        + " and p.validFrom > :before", Long.class)
                .setParameter("id", id).setParameter("time", instant)
                .setParameter("before", instant.minusNanos(1000)).getSingleResult()) == 1;
    }

    private void change(Runnable work) {
        change("t", work);
    }

    private void change(String tenant, Runnable work) {
        database.run(() -> {
            work.run();
            store.changed(tenant);
        });
    }
}
