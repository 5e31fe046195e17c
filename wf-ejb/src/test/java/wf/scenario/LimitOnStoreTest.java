package wf.scenario;

import java.time.ZoneId;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import wf.setting.Settings;
import wf.store.TestDatabase;

class LimitOnStoreTest extends LimitScenarios {

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

    @Override
    protected ZoneId zone() {
        return new Settings().zone();
    }
}
