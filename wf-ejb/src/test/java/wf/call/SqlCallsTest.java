package wf.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import wf.call.Outcome.Failed;

/** Queries on a database of the customer's. */
class SqlCallsTest {

    private final JdbcDataSource source = new JdbcDataSource();

    @BeforeEach
    void aDatabaseWithCustomers() throws SQLException {
        source.setURL("jdbc:h2:mem:calls;DB_CLOSE_DELAY=-1");
        execute("drop all objects", "create table customer(id int, name varchar(50), credit decimal(10,2), since date, seen timestamp, good boolean, note clob)",
                "insert into customer values(1, '王', 10.50, date '2026-01-31', timestamp '2026-01-31 08:30:00', true, 'a long text'), (2, 'li', null, null, null, false, null)");
    }

    private void execute(String... statements) throws SQLException {
        try (Connection connection = source.getConnection(); Statement statement = connection.createStatement()) {
            for (String one : statements) {
                statement.execute(one);
            }
        }
    }

    private Called called() {
        return new Called().on(source);
    }

    private static String sql(String attributes, String query) {
        return "<wf:sql source=\"crm\"" + attributes + ">" + query + "<wf:result name=\"found\"/></wf:sql>";
    }

    private static Object body(Outcome outcome) {
        return ((Map<?, ?>) Called.given(outcome, "response")).get("body");
    }

    @Test
    void rowsComeAsAListWithSmallNames() {
        assertThat(body(called().outcome(sql("", "select id, name as \"theName\" from customer order by id"))))
                .isEqualTo(List.of(Map.of("id", 1, "theName", "王"), Map.of("id", 2, "theName", "li")));
    }

    @Test
    void theFirstRowComesAloneWithItsTypes() {
        Outcome outcome = called().with("wanted", 1).outcome("<wf:sql source=\"crm\" rows=\"FIRST\">select * from customer where id = :wanted"
                + "<wf:result name=\"credit\" path=\"/credit\"/><wf:result name=\"since\" path=\"/since\"/><wf:result name=\"good\" path=\"/good\"/>"
                + "<wf:result name=\"note\" path=\"/note\"/><wf:result name=\"seen\" path=\"/seen\"/></wf:sql>");
        assertThat(Called.given(outcome, "credit")).isEqualTo(new BigDecimal("10.50"));
        assertThat(Called.given(outcome, "since")).isEqualTo("2026-01-31");
        assertThat(Called.given(outcome, "seen")).isEqualTo("2026-01-31T08:30");
        assertThat(Called.given(outcome, "good")).isEqualTo(true);
        assertThat(Called.given(outcome, "note")).isEqualTo("a long text");
        assertThat(body(called().outcome(sql(" rows=\"FIRST\"", "select id from customer where id = 9")))).isNull();
    }

    @Test
    void aValueIsNeverPartOfTheQuery() {
        assertThat(body(called().with("name", "x' or '1'='1").outcome(sql("", "select id from customer where name = :name")))).isEqualTo(List.of());
    }

    @Test
    void whatGivesNothingIsBoundAsNull() {
        assertThat(body(called().outcome(sql("", "select id from customer where :name is null and id = 1<wf:parameter name=\"name\" value=\"${null}\"/>")))).isEqualTo(List.of(Map.of("id", 1)));
    }

    @Test
    void aQueryChangesNothingEvenByAFunction() throws SQLException {
        execute("create sequence numbers", "create alias wipe as 'int wipe(java.sql.Connection c) throws Exception { return c.createStatement().executeUpdate(\"delete from customer\"); }'");
        called().outcome(sql("", "select wipe() as n"));
        assertThat(body(called().outcome(sql("", "select count(*) as n from customer")))).isEqualTo(List.of(Map.of("n", 2)));
    }

    @Test
    void moreRowsThanAllowedAreNotTaken() {
        assertThat(called().outcome(sql("", "select x from system_range(1, 5000)")))
                .isInstanceOfSatisfying(Failed.class, f -> assertThat(f.detail()).contains("more than 1000 rows"));
    }

    @Test
    void aSlowQueryIsGivenUp() throws SQLException {
        execute("create alias doze as 'int doze(int n) throws Exception { Thread.sleep(5); return n; }'");
        assertThat(called().outcome(sql(" timeout=\"PT1S\"", "select sum(doze(x)) as n from system_range(1, 100000)")))
                .isInstanceOfSatisfying(Failed.class, f -> assertThat(f.retryable()).isTrue());
    }

    @Test
    void aWrongQueryAndAnUnknownSourceAreTold() {
        assertThat(called().outcome(sql("", "select nothing from nowhere"))).isInstanceOfSatisfying(Failed.class, f -> assertThat(f.retryable()).isFalse());
        assertThat(new Called().outcome(sql("", "select 1"))).isInstanceOfSatisfying(Failed.class, f -> assertThat(f.detail()).contains("wf.sql.crm"));
        assertThat(new Called().configured("wf.sql.crm", "jdbc/none").outcome(sql("", "select 1")))
                .isInstanceOfSatisfying(Failed.class, f -> assertThat(f.detail()).contains("jdbc/none"));
    }
}
