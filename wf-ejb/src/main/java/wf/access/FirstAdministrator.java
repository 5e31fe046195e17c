package wf.access;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.time.Instant;
import wf.org.OrgStore;
import wf.org.PersonRow;
import wf.setting.Setting;
import wf.setting.Settings;
import wf.store.Transactions;

/**
 * Gives an empty database the one person without whom nobody could sign on.
 *
 * <p>There is no password that the product comes with: whoever installs it names one, and changes it after signing on.
 */
@Startup
@Singleton
@DependsOn({"Migrator", "SampleStart"})
@TransactionManagement(TransactionManagementType.BEAN)
public class FirstAdministrator {
    private static final System.Logger LOG = System.getLogger(FirstAdministrator.class.getName());

    @Inject
    Settings settings;
    @Inject
    Transactions transactions;
    @Inject
    OrgStore organisation;
    @Inject
    Credentials credentials;
    @Inject
    PasswordCheck passwords;

    @PostConstruct
    void create() {
        if (transactions.required(() -> organisation.isEmpty())) {
            String password = settings.text(Setting.ADMIN_PASSWORD);
            if (password.isEmpty()) {
                LOG.log(System.Logger.Level.WARNING, "The database has no people, so nobody can sign on. Start once with "
                        + Setting.ADMIN_PASSWORD.variable() + " set: it becomes the password of the administrator 'admin'.");
            } else {
                String stored = passwords.hash(password);
                transactions.required(() -> {
                    add(settings.text(Setting.TENANT_DEFAULT), stored);
                    return null;
                });
            }
        }
    }

    private void add(String tenant, String stored) {
        PersonRow admin = new PersonRow();
        admin.tenant = tenant;
        admin.id = "admin";
        admin.loginName = "admin";
        admin.name = "admin";
        admin.administrator = true;
        organisation.add(admin);
        credentials.store(tenant, admin.id, stored, Instant.now());
        organisation.changed(tenant);
    }
}
