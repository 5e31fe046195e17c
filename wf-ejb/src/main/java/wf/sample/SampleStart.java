package wf.sample;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.Locale;
import wf.access.Caller;
import wf.org.OrgStore;
import wf.setting.Setting;
import wf.setting.Settings;
import wf.store.Transactions;

/**
 * Loads the samples at the start, when the setting says so and the database has no people yet.
 *
 * <p>In a database with people of its own it does nothing, whatever the setting says: sample people have a password that
 * everybody knows.
 */
@Startup
@Singleton
@DependsOn("Migrator")
@TransactionManagement(TransactionManagementType.BEAN)
public class SampleStart {
    @Inject
    Settings settings;
    @Inject
    Transactions transactions;
    @Inject
    OrgStore organisation;
    @Inject
    SamplePeople people;
    @Inject
    SampleProcesses processes;

    @PostConstruct
    void load() {
        String tenant = settings.text(Setting.TENANT_DEFAULT);
        if (settings.on(Setting.SAMPLE) && transactions.required(() -> organisation.isEmpty())) {
            transactions.required(() -> {
                people.load(tenant);
                return null;
            });
            processes.load(new Caller(tenant, "admin", "ENGINE", null, Locale.ENGLISH));
        }
    }
}
