package wf.org.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import wf.call.DataSources;
import wf.org.source.Validity;
import wf.setting.Settings;
import wf.spi.OrgChanges;
import wf.spi.OrgDept;
import wf.spi.OrgPlace;
import wf.spi.OrgUnavailable;
import wf.spi.OrgUser;

/** An organisation that stands in a personnel system's tables, which know nothing of ours. */
class SqlOrgBuilderTest {

    private final JdbcConnectionPool database = JdbcConnectionPool.create("jdbc:h2:mem:personnel", "sa", "");
    private final Map<String, String> queries = new HashMap<>();

    @BeforeEach
    void aPersonnelSystem() throws SQLException {
        execute("drop all objects",
                "create table unit(house varchar(20), no varchar(20), above varchar(20), title varchar(50), boss varchar(20), changed int)",
                "create table staff(house varchar(20), no varchar(20), login varchar(20), title varchar(50), unit varchar(20))",
                "create table team(unit varchar(20), staff varchar(20))",
                "insert into unit values('t', 'u1', null, '公司', 'p1', 7), ('t', 'u2', 'u1', '研发部', 'p2', 9), ('other', 'u9', null, '别家', null, 8)",
                "insert into staff values('t', 'p1', 'zhao', '赵', 'u1'), ('t', 'p2', 'li', '李', 'u2'), ('other', 'p9', 'sun', '孙', 'u9')",
                "insert into team values('u2', 'p1')");
        queries.put("departments", "select no as id, above as parent_id, title as name, boss as head_id, 'true' as unit from unit where house = :tenant");
        queries.put("people", "select no as id, login as login_name, title as name, unit as department_id from staff where house = :tenant");
    }

    @AfterEach
    void close() {
        database.dispose();
    }

    private void execute(String... statements) throws SQLException {
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
            for (String one : statements) {
                statement.execute(one);
            }
        }
    }

    private SqlOrgBuilder builder() {
        return new SqlOrgBuilder(new OrgQueries(database, name -> Optional.ofNullable(queries.get(name)), Duration.ofSeconds(5)), new Validity(ZoneId.of("Asia/Shanghai")));
    }

    @Test
    void departmentsAndPeopleOfTheTenantComeByTheQueriesOfTheConfiguration() throws OrgUnavailable {
        assertThat(builder().loadDepts("t")).extracting(d -> d.id, d -> d.parentId, d -> d.name, d -> d.headId, d -> d.unit)
                .containsExactlyInAnyOrder(tuple("u1", null, "公司", "p1"), tuple("u2", "u1", "研发部", "p2"));
        assertThat(builder().loadUsers("t")).extracting(u -> u.id + " " + u.loginName + " " + u.name + " " + u.places.get(0).deptId)
                .containsExactlyInAnyOrder("p1 zhao 赵 u1", "p2 li 李 u2");
        assertThat(builder().loadGroups("t")).isEmpty();
    }

    @Test
    void peopleComeWithTheTimeForWhichTheyCount() throws OrgUnavailable {
        queries.put("people", "select no as id, login as login_name, title as name, date '2026-03-01' as valid_from, date '2026-03-31' as valid_to from staff");
        OrgUser one = builder().loadUsers("t").get(0);
        assertThat(one.validFrom).isEqualTo(Instant.parse("2026-02-28T16:00:00Z"));
        assertThat(one.validTo).as("the last day counts").isEqualTo(Instant.parse("2026-03-31T16:00:00Z"));
        queries.put("people", "select no as id, login as login_name, timestamp '2026-03-01 08:30:00' as valid_from,"
                + " timestamp with time zone '2026-03-31 00:00:00+02:00' as valid_to from staff");
        one = builder().loadUsers("t").get(0);
        assertThat(one.validFrom).isEqualTo(Instant.parse("2026-03-01T00:30:00Z"));
        assertThat(one.validTo).isEqualTo(Instant.parse("2026-03-30T22:00:00Z"));
        queries.put("people", "select no as id, login as login_name, 'soon' as valid_to from staff");
        assertThatThrownBy(() -> builder().loadUsers("t")).isInstanceOf(OrgUnavailable.class).hasMessageContaining("valid_to").hasMessageContaining("soon");
    }

    private static org.assertj.core.groups.Tuple tuple(String id, String parent, String name, String head) {
        return org.assertj.core.groups.Tuple.tuple(id, parent, name, head, true);
    }

    @Test
    void furtherPlacesAndDeputiesAndMembersComeByQueriesOfTheirOwn() throws OrgUnavailable {
        queries.put("places", "select staff as person_id, unit as department_id, 0 as main, '顾问' as job_title from team");
        queries.put("deputies", "select unit as id, staff as person_id from team");
        queries.put("groups", "select 'board' as id, '董事会' as name");
        queries.put("group-members", "select 'board' as id, no as person_id from staff where house = :tenant union all select 'gone', 'p1'");
        queries.put("posts", "select 'legal' as id, '法务' as name, 'u1' as department_id");
        queries.put("post-members", "select 'legal' as id, 'p2' as person_id");
        OrgUser zhao = builder().loadUsers("t").stream().filter(u -> u.id.equals("p1")).findFirst().orElseThrow();
        assertThat(zhao.places).extracting((OrgPlace p) -> p.deptId + " " + p.main + " " + p.jobTitle)
                .containsExactly("u1 true null", "u2 false 顾问");
        assertThat(builder().loadDepts("t")).filteredOn(d -> d.id.equals("u2")).flatExtracting((OrgDept d) -> d.deputyIds).containsExactly("p1");
        assertThat(builder().loadGroups("t").get(0).members).containsExactlyInAnyOrder("p1", "p2");
        assertThat(builder().loadPosts("t").get(0).members).containsExactly("p2");
    }

    @Test
    void nothingIsLoadedWhileWhatTellsChangesIsTheSame() throws OrgUnavailable, SQLException {
        queries.put("changes", "select max(changed) as newest, count(*) as number from unit where house = :tenant");
        OrgChanges first = builder().changesSince("t", null);
        assertThat(first.nothing).isFalse();
        assertThat(builder().changesSince("t", first.token).nothing).isTrue();
        execute("update unit set changed = 10 where no = 'u1'");
        assertThat(builder().changesSince("t", first.token).nothing).isFalse();
    }

    @Test
    void withoutSuchAQueryEverythingIsLoaded() throws OrgUnavailable {
        assertThat(builder().changesSince("t", "7").nothing).isFalse();
    }

    @Test
    void aTenantIsAValueAndNeverPartOfAQuery() throws OrgUnavailable {
        assertThat(builder().loadUsers("t' or 'a'='a")).isEmpty();
    }

    @Test
    void whatIsNoSelectIsNeverSent() throws SQLException {
        for (String query : new String[] {"delete from staff", "select 1; delete from staff", "select no as id from staff where no = :person"}) {
            queries.put("people", query);
            assertThatThrownBy(() -> builder().loadUsers("t")).isInstanceOf(OrgUnavailable.class).hasMessageContaining("people");
        }
        execute("insert into staff select * from staff where house = 't'");
    }

    @Test
    void aDatabaseThatFailsIsNoOrganisation() {
        queries.put("departments", "select nothing from nowhere");
        assertThatThrownBy(() -> builder().loadDepts("t")).isInstanceOf(OrgUnavailable.class).hasMessageContaining("departments");
    }

    @Test
    void theConfigurationMustNameASourceAndTwoQueries() {
        DataSources sources = new DataSources(new Settings(name -> null, name -> null)) {
            @Override
            public DataSource of(String name) {
                return database;
            }
        };
        assertThatThrownBy(() -> new SqlOrgBuilder(new Settings(name -> null, name -> null), sources))
                .isInstanceOf(OrgUnavailable.class).hasMessageContaining("wf.org.sql.query.departments");
        Settings settings = new Settings(name -> name.startsWith("wf.org.sql.query.") ? "select 1 as id" : null, name -> null);
        assertThatThrownBy(() -> new SqlOrgBuilder(settings, new DataSources(settings)))
                .isInstanceOf(OrgUnavailable.class).hasMessageContaining("wf.org.sql.source");
    }
}
