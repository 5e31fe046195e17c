package wf.store.migration;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import javax.sql.DataSource;
import wf.setting.Settings;

/**
 * Runs the migration when the application is deployed, before anything else touches the database.
 *
 * <p>It manages its transactions itself, so the container has none open and Flyway can commit. Every other bean that
 * works at the start names it in {@code @DependsOn("Migrator")}. If it fails, the application does not start.
 */
@Startup
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class Migrator {
    @Resource(lookup = "jdbc/wf")
    DataSource source;
    @Inject
    Settings settings;

    @PostConstruct
    void migrate() {
        new Migration(source, settings).run();
    }

    /**
     * Returns once the tables are as the program expects them. For listeners: a server delivers messages before the
     * singletons of the start have run, and makes whoever calls this wait for the migration.
     */
    @Lock(LockType.READ)
    public void await() { }
}
