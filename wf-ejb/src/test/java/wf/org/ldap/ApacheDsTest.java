package wf.org.ldap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wf.spi.OrgDept;
import wf.spi.OrgGroup;
import wf.spi.OrgPost;
import wf.spi.OrgUnavailable;
import wf.spi.OrgUser;
import wf.store.Transactions;

/** An ApacheDS takes our schema as it is shipped, its people are read as those of any directory, and sign on there. */
class ApacheDsTest {
    private static final String TENANT = "default";
    /** As where no transaction is running, which is where directories are asked. */
    private static final Transactions NONE = new Transactions() {
        @Override
        public <T> T required(Supplier<T> work) {
            return work.get();
        }

        @Override
        public boolean isActive() {
            return false;
        }

        @Override
        public void afterCommit(Runnable action) {
            action.run();
        }

        @Override
        public void afterEnd(Object key, Runnable action) {
            action.run();
        }

        @Override
        public boolean isHeld(Object key) {
            return false;
        }
    };

    @TempDir
    static Path folder;
    private static ApacheDs server;
    private static LdapDirectory directory;

    @BeforeAll
    static void start() throws Exception {
        server = new ApacheDs(folder);
        server.password("zhao", "zhao's password");
        directory = new LdapDirectory(server.settings(), NONE);
    }

    @AfterAll
    static void stop() throws Exception {
        directory.close();
        server.close();
    }

    private static <T, K> List<String> told(List<T> all, Function<T, String> what) {
        return all.stream().map(what).sorted().collect(Collectors.toList());
    }

    private static LdapOrgBuilder builder() throws OrgUnavailable {
        return new LdapOrgBuilder(directory, TENANT);
    }

    @Test
    void theSamplePeopleAreReadWithTheirDepartmentsGroupsAndPosts() throws OrgUnavailable {
        LdapOrgBuilder builder = builder();
        List<OrgDept> departments = builder.loadDepts(TENANT);
        assertThat(told(departments, d -> d.id + " " + d.name + " below " + d.parentId + " headed by " + d.headId)).containsExactly(
                "company 示例公司 below null headed by null", "finance 财务部 below company headed by wang", "office 综合办公室 below company headed by admin",
                "rd 研发部 below company headed by li");
        List<OrgUser> people = builder.loadUsers(TENANT);
        assertThat(told(people, u -> u.id + " in " + u.places.stream().map(p -> p.deptId).toList())).containsExactly("admin in [office]", "li in [rd, office]",
                "qian in [rd]", "sun in [finance]", "wang in [finance]", "zhao in [rd]", "zhou in [finance]");
        assertThat(people).filteredOn(u -> u.id.equals("zhao")).singleElement()
                .satisfies(u -> assertThat(u.name + " " + u.loginName + " " + u.mail + " " + u.locale).isEqualTo("赵敏 zhao zhao@example.org zh-CN"));
        List<OrgGroup> groups = builder.loadGroups(TENANT);
        assertThat(told(groups, g -> g.id + " " + Set.copyOf(g.members).size())).containsExactly("finance 3");
        List<OrgPost> posts = builder.loadPosts(TENANT);
        assertThat(told(posts, p -> p.id + " of " + p.deptId + " " + p.members)).containsExactly("legal of office [li]", "rd-head of rd [li]");
        assertThat(builder.remarks()).isEmpty();
    }

    @Test
    void peopleSignOnByBind() throws OrgUnavailable {
        assertThat(builder().authenticate(TENANT, "zhao", "zhao", "zhao's password")).isTrue();
        assertThat(builder().authenticate(TENANT, "zhao", "zhao", "another password")).isFalse();
        assertThat(builder().authenticate(TENANT, "zhao", "zhao", "")).isFalse();
        assertThat(builder().authenticate(TENANT, "qian", "qian", "zhao's password")).as("who has no password there").isFalse();
        assertThat(builder().authenticate(TENANT, "li", "zhao", "zhao's password")).as("as somebody else").isFalse();
        for (String login : List.of("*", "zh*", "zhao)(uid=*", "*)(uid=*))(|(uid=*", "zhao\\2a", "nobody")) {
            assertThat(builder().authenticate(TENANT, "zhao", login, "zhao's password")).as(login).isFalse();
        }
    }

    private static List<String> finance() throws OrgUnavailable {
        LdapOrgBuilder builder = builder();
        builder.loadDepts(TENANT);
        return builder.loadGroups(TENANT).stream().filter(g -> g.id.equals("finance")).findFirst().orElseThrow().members;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void membersThatComeInPortionsAreAllThere(int size) throws OrgUnavailable {
        Ranges ranges = server.ranges();
        ranges.size = size;
        ranges.answered.clear();
        try {
            assertThat(finance()).containsExactlyInAnyOrder("wang", "sun", "zhou");
            assertThat(ranges.answered).hasSizeGreaterThan(size == 3 ? -1 : 1);
        } finally {
            ranges.size = 0;
        }
    }

    @Test
    void portionsThatDoNotFollowEachOtherAreNoAnswer() {
        Ranges ranges = server.ranges();
        ranges.size = 2;
        ranges.stuck = true;
        try {
            assertThatThrownBy(ApacheDsTest::finance).isInstanceOf(OrgUnavailable.class).hasMessageContaining("portions");
        } finally {
            ranges.size = 0;
            ranges.stuck = false;
        }
    }

    @Test
    void peopleComeWithTheTimeForWhichTheyCount() throws Exception {
        server.set("qian", "wfValidTo", "20260401000000Z");
        LdapOrgBuilder builder = builder();
        builder.loadDepts(TENANT);
        assertThat(builder.loadUsers(TENANT)).filteredOn(u -> u.validTo != null).singleElement()
                .satisfies(u -> assertThat(u.id + " " + u.validTo).isEqualTo("qian 2026-04-01T00:00:00Z"));
    }

    @Test
    void aTenantWithoutASubtreeHasNoPeople() throws OrgUnavailable {
        assertThatThrownBy(() -> new LdapOrgBuilder(directory, "neighbour").loadDepts("neighbour")).isInstanceOf(OrgUnavailable.class);
    }
}
