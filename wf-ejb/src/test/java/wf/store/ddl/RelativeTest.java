package wf.store.ddl;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import wf.store.TestDatabase;

/** H2 knows the words of Oracle and of PostgreSQL; and 人大金仓 is a PostgreSQL. */
class RelativeTest {

    private static final String EXPRESSIONS = ", coalesce\\(sole.* end";
    private static final List<Gap> OF_H2 = List.of(new Gap("oracle", EXPRESSIONS, ""), new Gap("dm", EXPRESSIONS, ""));

    @Test
    void theScriptForOracleRunsOnAnH2ThatSpeaksLikeOracle() throws SQLException {
        RelativeCases.check(new Oracle(), OF_H2, h2("MODE=Oracle"));
    }

    @Test
    void theScriptForDmRunsOnAnH2ThatSpeaksLikeOracle() throws SQLException {
        RelativeCases.check(new Dm(), OF_H2, h2("MODE=Oracle"));
    }

    @Test
    void theScriptForKingbaseRunsOnAnH2ThatSpeaksLikePostgreSql() throws SQLException {
        RelativeCases.check(new Kingbase(), OF_H2, h2("MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE"));
    }

    @Test
    @Tag("databases")
    void theScriptForKingbaseRunsOnPostgreSql() throws SQLException {
        RelativeCases.check(new Kingbase(), List.of(), TestDatabase.POSTGRESQL.fresh());
    }

    private static DataSource h2(String mode) {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;" + mode);
        source.setUser("wf");
        return source;
    }
}
