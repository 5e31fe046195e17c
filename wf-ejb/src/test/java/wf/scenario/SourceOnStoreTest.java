package wf.scenario;

import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import wf.store.TestDatabase;

class SourceOnStoreTest extends SourceScenarios {

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
    protected int open(String person) {
        return open(engine, person);
    }

    static int open(StoreEngine engine, String person) {
        return engine.shell.transactions.required(() -> engine.shell.entityManager().createQuery(
                "select count(i.id) from WorkItemRow i where i.tenant = 'default' and i.owner = :person", Long.class)
                .setParameter("person", person).getSingleResult()).intValue();
    }
}
