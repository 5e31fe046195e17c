package wf.scenario;

import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import wf.setting.Settings;
import wf.store.TestDatabase;
import wf.store.migration.Migration;

/** Each on a database of its own, since a deputy stands in for all that comes after. */
class DeputyOnStoreTest extends DeputyScenarios {

    private StoreEngine engine;

    @Override
    protected Engine engine() throws Exception {
        DataSource source = TestDatabase.H2.fresh();
        new Migration(source, new Settings()).run();
        engine = new StoreEngine(source, "default");
        return engine;
    }

    @AfterEach
    void close() {
        engine.close();
    }
}
