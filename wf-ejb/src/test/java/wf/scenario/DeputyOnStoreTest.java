package wf.scenario;

import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import wf.store.TestDatabase;

/** Each on a database of its own, since a deputy stands in for all that comes after. */
class DeputyOnStoreTest extends DeputyScenarios {

    private StoreEngine engine;

    @Override
    protected Engine engine() throws Exception {
        DataSource source = TestDatabase.H2.migrated();
        engine = new StoreEngine(source, "default");
        return engine;
    }

    @AfterEach
    void close() {
        engine.close();
    }
}
