package wf.store.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import wf.setting.Settings;
import wf.store.Database;
import wf.store.TestDatabase;

/**
 * What the migration promises, the same on every database.
 */
abstract class MigrationCases {
    private final TestDatabase kind;
    private DataSource source;

    MigrationCases(TestDatabase kind) {
        this.kind = kind;
    }

    @BeforeEach
    void emptyDatabase() throws SQLException {
        source = kind.fresh();
    }

    @Test
    void anEmptyDatabaseIsBroughtToTheNeededVersion() throws SQLException {
        migrate("on");
        assertThat(version()).isEqualTo(Script.needed());
    }

    @Test
    void aSecondStartChangesNothing() {
        migrate("on");
        assertThatCode(() -> migrate("on")).doesNotThrowAnyException();
        assertThatCode(() -> migrate("off")).doesNotThrowAnyException();
    }

    @Test
    void nodesThatStartAtOnceDoTheWorkOnce() throws Exception {
        ExecutorService nodes = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> starts = new ArrayList<>();
            for (int node = 0; node < 4; node++) {
                starts.add(nodes.submit(() -> migrate("on")));
            }
            for (Future<?> start : starts) {
                start.get();
            }
        } finally {
            nodes.shutdown();
        }
        assertThat(version()).isEqualTo(Script.needed());
    }

    @Test
    void switchedOffItNamesTheScriptsToRun() {
        assertThatThrownBy(() -> migrate("off")).isInstanceOf(SchemaException.class)
                .hasMessageContaining("version 0")
                .hasMessageContaining("sql/" + kind.name().toLowerCase(Locale.ROOT) + "/V1__engine.sql, sql/")
                .hasMessageContaining("V2__access.sql");
    }

    @Test
    void whatAPersonRanByHandIsEnough() throws SQLException {
        runByHand(Script.all());
        assertThatCode(() -> migrate("off")).doesNotThrowAnyException();
        assertThatCode(() -> migrate("on")).doesNotThrowAnyException();
    }

    @Test
    void itGoesOnWhereAPersonStopped() throws SQLException {
        runByHand(Script.all().subList(0, 1));
        assertThatThrownBy(() -> migrate("off")).hasMessageContaining("version 1")
                .hasMessageNotContaining("V1__engine.sql");
        migrate("on");
        assertThat(version()).isEqualTo(Script.needed());
    }

    @Test
    void whatDefinitionsCalledTheirCategoryIsOneAfterwards() throws SQLException {
        runByHand(Script.all().subList(0, 2));
        for (String category : List.of("'HR/Leave'", "'HR/Leave'", "' '", "null")) {
            execute("insert into wf_definition (tenant, id, def_key, version, name, category, state, source_id, deployed_at, deployed_by)"
                    + " select 't', count(*), 'k', count(*), 'n', " + category + ", 'DRAFT', 1, current_timestamp, 'admin' from wf_definition");
        }
        migrate("on");
        assertThat(count("select count(*) from wf_category where tenant = 't' and path = 'HR/Leave'")).isEqualTo(1);
        assertThat(count("select count(*) from wf_category")).isEqualTo(1);
        assertThat(count("select count(*) from wf_definition where category_path = 'HR/Leave' and executable = true")).isEqualTo(2);
    }

    @Test
    void whoWasAnAdministratorHoldsAllRolesOfTheProductAfterwards() throws SQLException {
        runByHand(Script.all().stream().filter(s -> s.version() < 20).toList());
        for (String person : List.of("'a', 'admin', 'admin', true", "'a', 'second', 'second', true", "'a', 'li', 'li', false", "'b', 'admin', 'admin', true")) {
            execute("insert into wf_person (tenant, id, login_name, administrator, name, enabled, valid_from, version) values (" + person + ", 'n', true, current_timestamp, 1)");
        }
        migrate("on");
        assertThat(count("select count(*) from wf_role_grant")).isEqualTo(12);
        assertThat(count("select count(*) from wf_role_grant where holder = 'user:li'")).isZero();
        assertThat(count("select count(distinct role_code) from wf_role_grant where tenant = 'b' and holder = 'user:admin' and id < 0 and department is null")).isEqualTo(4);
    }

    @Test
    void tablesOfAnotherProductDoNotDisturb() throws SQLException {
        execute("create table other_product (id integer)");
        migrate("on");
        assertThat(version()).isEqualTo(Script.needed());
    }

    @Test
    void aNewerDatabaseIsRefused() throws SQLException {
        migrate("on");
        execute("insert into wf_schema (version, applied_at) select 999, applied_at from wf_schema where version = 1");
        assertThatThrownBy(() -> migrate("on")).isInstanceOf(SchemaException.class)
                .hasMessageContaining("version 999").hasMessageContaining("Start the version of the product that fits");
    }

    /** But for those by which workers and the relay find what is due, and nodes what others tell them, since they serve all tenants. */
    @Test
    void everyKeyAndIndexStartsWithTheTenant() throws SQLException {
        migrate("on");
        List<String> wrong = new ArrayList<>();
        try (Connection connection = source.getConnection()) {
            for (String table : tables(connection)) {
                wrong.addAll(indexesWithoutTenant(connection, table));
            }
        }
        assertThat(wrong).map(index -> index.toLowerCase(Locale.ROOT)).containsExactlyInAnyOrder("wf_job.wf_job_due", "wf_outbox.wf_outbox_lease",
                "wf_list_news.wf_list_news_time");
    }

    @Test
    void keysTellUpperFromLowerCaseAndSpacesAtTheEnd() throws SQLException {
        migrate("on");
        execute("insert into wf_org_version (tenant, version) values ('a', 1), ('A', 2), ('a ', 3), ('á', 4)");
        assertThat(count("select count(*) from wf_org_version where tenant = 'a'")).isEqualTo(1);
    }

    @Test
    void rareCharactersAndPicturesComeBack() throws SQLException {
        migrate("on");
        String text = "赵敏 𠮷野家 👩‍💻";
        try (Connection connection = source.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into wf_org_version (tenant, version) values (?, 7)")) {
            insert.setString(1, text);
            insert.executeUpdate();
        }
        assertThat(count("select version from wf_org_version where tenant = '" + text + "'")).isEqualTo(7);
    }

    private void migrate(String mode) {
        new Migration(source, new Settings(name -> name.equals("wf.db.migrate") ? mode : null, name -> null)).run();
    }

    private void runByHand(List<Script> scripts) throws SQLException {
        for (Script script : scripts) {
            for (String statement : script.text(Database.valueOf(kind.name())).replaceAll("(?m)^--.*$", "").split(";\\s*\\n")) {
                if (!statement.isBlank()) {
                    execute(statement);
                }
            }
        }
    }

    private int version() throws SQLException {
        return new SchemaVersion(source).current();
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = source.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private int count(String sql) throws SQLException {
        try (Connection connection = source.getConnection(); Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getInt(1);
        }
    }

    private static List<String> tables(Connection connection) throws SQLException {
        List<String> names = new ArrayList<>();
        try (ResultSet tables = connection.getMetaData().getTables(connection.getCatalog(), connection.getSchema(), "%",
                new String[] {"TABLE", "BASE TABLE"})) {
            while (tables.next()) {
                String name = tables.getString("TABLE_NAME");
                if (!name.toLowerCase(Locale.ROOT).startsWith("wf_schema")) {
                    names.add(name);
                }
            }
        }
        assertThat(names).hasSizeGreaterThan(10);
        return names;
    }

    private static List<String> indexesWithoutTenant(Connection connection, String table) throws SQLException {
        List<String> wrong = new ArrayList<>();
        DatabaseMetaData meta = connection.getMetaData();
        try (ResultSet index = meta.getIndexInfo(connection.getCatalog(), connection.getSchema(), table, false, true)) {
            while (index.next()) {
                if (index.getInt("ORDINAL_POSITION") == 1 && !index.getString("COLUMN_NAME").equalsIgnoreCase("tenant")) {
                    wrong.add(table + "." + index.getString("INDEX_NAME"));
                }
            }
        }
        return wrong;
    }
}
