package wf.scenario;

import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import wf.store.TestDatabase;

class MoveOnStoreTest extends MoveScenarios {

    private static StoreEngine engine;

    @BeforeAll
    static void open() throws Exception {
        DataSource source = TestDatabase.H2.migrated();
        engine = new StoreEngine(source, "default");
    }

    @AfterAll
    static void close() {
        engine.close();
    }

    @Override
    protected Engine engine() {
        return engine;
    }
}
