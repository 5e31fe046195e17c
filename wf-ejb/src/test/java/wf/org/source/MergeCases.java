package wf.org.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import wf.org.GroupRow;
import wf.org.OrgKey;
import wf.org.OrgSnapshot;
import wf.org.OrgStore;
import wf.org.Organisation;
import wf.org.People;
import wf.runtime.Hierarchy.Department;
import wf.runtime.Hierarchy.Place;
import wf.setting.Settings;
import wf.spi.OrgBuilder;
import wf.spi.OrgDept;
import wf.spi.OrgGroup;
import wf.spi.OrgPlace;
import wf.spi.OrgPost;
import wf.spi.OrgUnavailable;
import wf.spi.OrgUser;
import wf.store.TestDatabase;
import wf.store.TestPersistence;

/** What the tables become when an organisation comes from elsewhere, the same on every database. */
abstract class MergeCases {
    private static final Settings NONE = new Settings(name -> null, name -> null);
    private final TestDatabase kind;
    private final Elsewhere elsewhere = new Elsewhere();
    private TestPersistence database;
    private OrgStore store;
    private Organisation organisation;
    private LoadNote note;

    MergeCases(TestDatabase kind) {
        this.kind = kind;
    }

    @BeforeEach
    void anAdministratorIsKeptHere() throws SQLException {
        database = new TestPersistence(kind);
        store = new OrgStore(database.entityManager());
        organisation = new Organisation(store, database, new Settings(name -> null, name -> null));
        database.run(() -> {
            store.add(People.person("t", "admin", "管理员"), People.group("t", "keepers"), People.inGroup("t", "keepers", "admin"));
            store.changed("t");
        });
        elsewhere.dept("company", null).dept("rd", "company").dept("office", "company");
        elsewhere.user("li", "rd", "office").user("sun", "rd");
        elsewhere.group("finance", "sun", "li");
        elsewhere.post("legal", "office", "li");
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void whoComesFromElsewhereStandsBesideWhoIsKeptHere() throws OrgUnavailable {
        load();
        assertThat(now().person("li").orElseThrow().memberships())
                .containsExactly("dept:rd", "dept:office", "post:legal", "group:finance");
        assertThat(now().person("li").orElseThrow().source()).isEqualTo("elsewhere");
        assertThat(now().person("admin").orElseThrow().source()).isNull();
        assertThat(now().membersOf("group:keepers")).containsExactly("admin");
        assertThat(note.people()).isEqualTo(2);
        assertThat(note.remarks()).isEmpty();
    }

    @Test
    void whatIsAsItWasIsNotWritten() throws OrgUnavailable {
        load();
        long version = database.required(() -> store.version("t"));
        load();
        assertThat(database.required(() -> store.version("t"))).isEqualTo(version);
    }

    @Test
    void whoCountsForATimeAloneIsThereForThatTimeWithoutAnotherLoad() throws OrgUnavailable {
        Instant begin = Instant.parse("2026-03-01T00:00:00Z");
        Instant end = Instant.parse("2026-04-01T00:00:00Z");
        elsewhere.users.get(1).validFrom = begin;
        elsewhere.users.get(1).validTo = end;
        load();
        Instant[] now = {begin.minusSeconds(1)};
        Organisation later = new Organisation(store, database, NONE, () -> now[0]);
        assertThat(later.of("t").person("sun")).as("not yet").isEmpty();
        assertThat(later.of("t").membersOf("group:finance")).containsExactly("li");
        now[0] = begin;
        assertThat(later.of("t").membersOf("group:finance")).as("at the very moment").contains("sun");
        now[0] = end.minusSeconds(1);
        assertThat(later.of("t").person("sun")).isPresent();
        now[0] = end;
        assertThat(later.of("t").person("sun")).as("no longer").isEmpty();
        assertThat(later.of("t").personByLogin("sun")).isEmpty();
        long version = database.required(() -> store.version("t"));
        load();
        assertThat(database.required(() -> store.version("t"))).as("what is as it was is not written").isEqualTo(version);
        elsewhere.users.get(1).validTo = null;
        load();
        later.changed("t");
        assertThat(later.of("t").person("sun")).as("his contract was prolonged").isPresent();
    }

    @Test
    void whoHasVanishedIsDisabledAndComesBackTheSame() throws OrgUnavailable {
        load();
        OrgUser sun = elsewhere.users.remove(1);
        load();
        assertThat(now().person("sun")).isEmpty();
        assertThat(now().membersOf("group:finance")).containsExactly("li");
        assertThat(database.required(() -> store.person("t", "sun").name)).isEqualTo("sun");
        elsewhere.users.add(sun);
        load();
        assertThat(now().person("sun").orElseThrow().memberships()).containsExactly("dept:rd", "group:finance");
    }

    @Test
    void nobodyTakesTheIdOrTheLoginNameOfWhoIsKeptHere() throws OrgUnavailable {
        elsewhere.user("admin", "rd").user("root", "rd");
        elsewhere.users.get(2).loginName = "administrator";
        elsewhere.users.get(3).loginName = "admin";
        elsewhere.group("keepers", "li").group("chiefs", "admin", "root", "li");
        load();
        assertThat(now().person("admin").orElseThrow().source()).isNull();
        assertThat(now().personByLogin("admin").orElseThrow().id()).isEqualTo("admin");
        assertThat(now().person("admin").orElseThrow().memberships()).containsExactly("group:keepers");
        assertThat(now().membersOf("group:keepers")).containsExactly("admin");
        assertThat(now().membersOf("group:chiefs")).containsExactly("li");
        assertThat(note.remarks()).extracting(Remark::toString).containsExactlyInAnyOrder(
                new Remark(Remark.Kind.ID_TAKEN, "admin").toString(), new Remark(Remark.Kind.LOGIN_TAKEN, "root").toString(),
                new Remark(Remark.Kind.ID_TAKEN, "keepers").toString());
    }

    @Test
    void loginNamesAreExchangedAndUsedAgain() throws OrgUnavailable {
        load();
        elsewhere.users.get(0).loginName = "sun";
        elsewhere.users.get(1).loginName = "li";
        load();
        assertThat(now().personByLogin("sun").orElseThrow().id()).isEqualTo("li");
        assertThat(now().personByLogin("li").orElseThrow().id()).isEqualTo("sun");
        elsewhere.users.remove(1);
        elsewhere.user("newcomer", "rd");
        elsewhere.users.get(1).loginName = "li";
        load();
        assertThat(now().personByLogin("li").orElseThrow().id()).isEqualTo("newcomer");
    }

    @Test
    void aTreeIsTurnedRound() throws OrgUnavailable {
        load();
        elsewhere.depts.get(0).parentId = "rd";
        elsewhere.depts.get(1).parentId = null;
        elsewhere.depts.remove(2);
        elsewhere.users.get(0).places.remove(0);
        load();
        assertThat(note.remarks()).isEmpty();
        assertThat(note.departments()).isEqualTo(2);
        assertThat(now().person("li").orElseThrow().memberships()).containsExactly("post:legal", "group:finance");
    }

    @Test
    void theHierarchyComesFromElsewhereTooAndFollowsIt() throws OrgUnavailable {
        OrgDept rd = elsewhere.depts.get(1);
        rd.headId = "li";
        rd.superiorId = "sun";
        rd.deputyIds.addAll(List.of("sun", "nobody"));
        elsewhere.users.get(1).places.get(0).leaderId = "li";
        load();
        assertThat(now().hierarchy().department("rd")).contains(new Department("rd", "company", "li", List.of("sun"), "sun"));
        assertThat(now().hierarchy().places("sun")).containsExactly(new Place("rd", "li"));
        assertThat(now().hierarchy().below("dept:company")).containsExactly("dept:office", "dept:rd");
        rd.deputyIds.clear();
        rd.superiorId = null;
        load();
        assertThat(now().hierarchy().department("rd")).contains(new Department("rd", "company", "li", List.of(), null));
    }

    @Test
    void anEmptySourceChangesNothing() throws OrgUnavailable {
        load();
        elsewhere.users.clear();
        assertThatThrownBy(this::load).isInstanceOf(OrgUnavailable.class).hasMessageContaining("nobody");
        assertThat(now().people()).hasSize(3);
    }

    @Test
    void nothingIsReadInsideATransaction() {
        assertThatThrownBy(() -> database.run(() -> {
            try {
                load();
            } catch (OrgUnavailable e) {
                throw new AssertionError(e);
            }
        })).isInstanceOf(IllegalStateException.class).hasMessageContaining("transaction");
    }

    @Test
    void ourOwnTablesAreASourceToo() throws OrgUnavailable {
        elsewhere.depts.get(1).deputyIds.add("sun");
        load();
        LocalTables tables = new LocalTables(store, database);
        OrgImage image = new Cleaning(List.of()).clean(tables.loadDepts("t"), tables.loadUsers("t"), tables.loadGroups("t"),
                tables.loadPosts("t"));
        database.run(() -> new Merge(database.entityManager(), store, NONE, InstantSource.system()).apply("copy", "local", image));
        assertThat(organisation.of("copy").people()).extracting(p -> p.id()).containsExactly("admin", "li", "sun");
        assertThat(organisation.of("copy").person("li").orElseThrow().memberships())
                .isEqualTo(now().person("li").orElseThrow().memberships());
        assertThat(organisation.of("copy").hierarchy().department("rd")).isEqualTo(now().hierarchy().department("rd"));
    }

    @Test
    void aGroupThatVanishedAndIsKeptInHistoryHasNobody() throws OrgUnavailable {
        load();
        elsewhere.groups.clear();
        load();
        assertThat(now().membersOf("group:finance")).isEmpty();
        assertThat(database.required(() -> database.entityManager().find(GroupRow.class, new OrgKey("t", "finance")).enabled)).isFalse();
    }

    @Test
    void whenMostHaveVanishedTheSourceIsTakenToBeWrongAndNothingChanges() throws OrgUnavailable {
        IntStream.range(0, 60).forEach(i -> elsewhere.user("p" + i, "rd"));
        load();
        elsewhere.users.removeIf(user -> user.id.startsWith("p"));
        assertThatThrownBy(this::load).isInstanceOf(TooManyGone.class).hasMessageContaining("60 of 62");
        organisation.changed("t");
        assertThat(now().person("p7")).isPresent();
        assertThat(now().person("li").orElseThrow().memberships()).contains("group:finance");
    }

    @Test
    void whenMostHaveNoTimeAnyMoreItIsTheSameAsIfTheyHadVanished() throws OrgUnavailable {
        IntStream.range(0, 60).forEach(i -> elsewhere.user("p" + i, "rd"));
        load();
        elsewhere.users.stream().filter(user -> user.id.startsWith("p")).forEach(user -> user.validTo = Instant.EPOCH);
        assertThatThrownBy(this::load).isInstanceOf(TooManyGone.class).hasMessageContaining("60 of 62");
        elsewhere.users.stream().filter(user -> user.id.startsWith("p")).forEach(user -> {
            user.validTo = null;
            user.validFrom = Instant.parse("9000-01-01T00:00:00Z");
        });
        assertThatThrownBy(this::load).isInstanceOf(TooManyGone.class).hasMessageContaining("60 of 62");
        organisation.changed("t");
        assertThat(now().person("p7")).isPresent();
    }

    @Test
    void aSourceWhosePeopleHaveNoFitIdsTakesNobodyAway() throws OrgUnavailable {
        load();
        elsewhere.users.forEach(user -> user.id = "");
        assertThatThrownBy(this::load).isInstanceOf(TooManyGone.class);
        organisation.changed("t");
        assertThat(now().person("li")).isPresent();
    }

    private void load() throws OrgUnavailable {
        OrgSources sources = new OrgSources(new Settings(Map.of("wf.org.source", "elsewhere", "wf.org.tenants", "t")::get, name -> null),
                null, List.of(elsewhere), database);
        Loading loading = new Loading(sources, new Merge(database.entityManager(), store, NONE, InstantSource.system()), database);
        Loading.Loaded loaded = loading.read("t", note).orElseThrow();
        note = database.required(() -> loading.write("t", loaded, note, Instant.EPOCH));
        organisation.changed("t");
    }

    private OrgSnapshot now() {
        return organisation.of("t");
    }

    /** A customer's own source. */
    private static final class Elsewhere implements OrgBuilder {
        private final List<OrgDept> depts = new ArrayList<>();
        private final List<OrgUser> users = new ArrayList<>();
        private final List<OrgGroup> groups = new ArrayList<>();
        private final List<OrgPost> posts = new ArrayList<>();

        Elsewhere dept(String id, String parent) {
            OrgDept dept = new OrgDept();
            dept.id = id;
            dept.parentId = parent;
            depts.add(dept);
            return this;
        }

        Elsewhere user(String id, String... departments) {
            OrgUser user = new OrgUser();
            user.id = id;
            user.loginName = id;
            for (String department : departments) {
                OrgPlace place = new OrgPlace();
                place.deptId = department;
                user.places.add(place);
            }
            users.add(user);
            return this;
        }

        Elsewhere group(String id, String... members) {
            OrgGroup group = new OrgGroup();
            group.id = id;
            group.members.addAll(List.of(members));
            groups.add(group);
            return this;
        }

        void post(String id, String dept, String... members) {
            OrgPost post = new OrgPost();
            post.id = id;
            post.deptId = dept;
            post.members.addAll(List.of(members));
            posts.add(post);
        }

        @Override
        public String name() {
            return "elsewhere";
        }

        @Override
        public List<OrgDept> loadDepts(String tenant) {
            return depts;
        }

        @Override
        public List<OrgUser> loadUsers(String tenant) {
            return users;
        }

        @Override
        public List<OrgGroup> loadGroups(String tenant) {
            return groups.stream().map(group -> {
                OrgGroup copy = new OrgGroup();
                copy.id = group.id;
                copy.members.addAll(group.members);
                return copy;
            }).toList();
        }

        @Override
        public List<OrgPost> loadPosts(String tenant) {
            return posts;
        }
    }
}
