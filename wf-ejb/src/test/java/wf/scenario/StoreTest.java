package wf.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import wf.call.RemoteCalls;
import wf.command.Reading;
import wf.contract.ErrorCode;
import wf.contract.HistoryEntry;
import wf.refusal.Refused;
import wf.runtime.Directory;
import wf.setting.Settings;
import wf.store.PackedRows;
import wf.store.TestDatabase;

/** A test of the whole shell over a database of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class StoreTest {

    private DataSource source;
    StoreEngine engine;
    StoreEngine neighbour;

    /** On which database; another one in a subclass. */
    TestDatabase kind() {
        return TestDatabase.H2;
    }

    @BeforeAll
    void open() throws Exception {
        source = kind().migrated();
        engine = new StoreEngine(source, "default");
        neighbour = new StoreEngine(source, "neighbour");
    }

    @AfterAll
    void close() {
        engine.close();
        neighbour.close();
    }

    /** The same database seen by a second node: its own caches, its own ids. */
    StoreEngine secondNode() {
        return new StoreEngine(source, engine.tenant, engine.clock, engine.calls);
    }

    /** A second node, with this between it and the database. */
    StoreEngine nodeBehind(UnaryOperator<DataSource> between) {
        return new StoreEngine(between.apply(source), engine.tenant, engine.clock, engine.calls);
    }

    /** A second node that knows these people. */
    StoreEngine nodeWith(Directory people) {
        return new StoreEngine(source, engine.tenant, engine.clock, engine.calls, people);
    }

    /** A second node that is told this, for settings that others leave as they are. */
    StoreEngine nodeThatIsTold(Map<String, String> settings) {
        return nodeThatIsTold(settings, engine.calls);
    }

    /** The same, which reaches other systems so. */
    StoreEngine nodeThatIsTold(Map<String, String> settings, RemoteCalls calls) {
        return new StoreEngine(source, engine.tenant, engine.clock, calls, new SamplePeople(),
                new Settings(name -> StoreEngine.patient(name, settings.get(name)), name -> null));
    }

    /** A second node that reaches other systems so. */
    StoreEngine nodeThatCalls(RemoteCalls calls) {
        return new StoreEngine(source, engine.tenant, engine.clock, calls);
    }

    /** Rows of a table, of all tenants. */
    long rows(String table) throws Exception {
        try (var connection = source.getConnection(); var statement = connection.createStatement();
             var result = statement.executeQuery("select count(*) from " + table)) {
            result.next();
            return result.getLong(1);
        }
    }

    /** The texts that stand packed in a column of these rows, of all tenants. */
    List<String> packed(String column, String rows) throws Exception {
        try (var connection = source.getConnection()) {
            return PackedRows.texts(connection, column, rows);
        }
    }

    /** The row of the journal tells something else than what was done. */
    void forge(String row, UnaryOperator<String> change) throws Exception {
        try (var connection = source.getConnection()) {
            PackedRows.forge(connection, row, change);
        }
    }

    /** Nobody can read what these rows of the journal tell. */
    void garble(String rows) throws Exception {
        try (var connection = source.getConnection()) {
            PackedRows.garble(connection, rows);
        }
    }

    /** The rows of the instance are as version 11 wrote them. */
    void asOfVersion11(long instance) throws Exception {
        try (var connection = source.getConnection()) {
            PackedRows.asOfVersion11(connection, instance);
        }
    }

    /** What only an earlier version, or a person, could have written. */
    void change(String sql) throws Exception {
        try (var connection = source.getConnection(); var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    List<HistoryEntry> history(String person, long instance) {
        Reading.Readable on = engine.shell.reading.instance(engine.caller(person), instance);
        return engine.shell.history.read(engine.caller(person), on.image(), on.definition(), on.directory(), on.sight()).entries;
    }

    void mayNotRead(String person, long instance) {
        assertThatThrownBy(() -> engine.shell.reading.open(engine.caller(person), instance))
                .isInstanceOfSatisfying(Refused.class, e -> assertThat(e.problem().code).isEqualTo(ErrorCode.NOT_FOUND));
    }
}
