package wf.scenario;

import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import wf.setting.Settings;
import wf.store.TestDatabase;
import wf.store.migration.Migration;

class DeadEndOnStoreTest extends DeadEndScenarios {

    private static StoreEngine engine;

    @BeforeAll
    static void open() throws Exception {
        DataSource source = TestDatabase.H2.fresh();
        new Migration(source, new Settings()).run();
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
