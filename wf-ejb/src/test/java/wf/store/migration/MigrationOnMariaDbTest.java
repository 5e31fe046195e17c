package wf.store.migration;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.TimeZone;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mariadb.jdbc.MariaDbDataSource;
import wf.setting.Settings;
import wf.store.TestDatabase;

@Tag("databases")
class MigrationOnMariaDbTest extends MigrationCases {

    MigrationOnMariaDbTest() {
        super(TestDatabase.MARIADB);
    }

    @Test
    void aConnectionThatWritesLocalTimesIsRefused() throws SQLException {
        MariaDbDataSource source = (MariaDbDataSource) TestDatabase.MARIADB.fresh();
        source.setUrl(source.getUrl().replace("connectionTimeZone=UTC&preserveInstants=true", "a=b"));
        source.setUser(System.getenv("WF_TEST_DB_USER"));
        source.setPassword(System.getenv("WF_TEST_DB_PASSWORD"));
        TimeZone zone = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Shanghai"));
            assertThatThrownBy(() -> new Migration(source, new Settings()).run()).isInstanceOf(SchemaException.class)
                    .hasMessageContaining("connectionTimeZone=UTC&preserveInstants=true");
        } finally {
            TimeZone.setDefault(zone);
        }
    }
}
