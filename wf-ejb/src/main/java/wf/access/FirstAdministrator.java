package wf.access;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import wf.org.OrgStore;
import wf.org.PersonRow;
import wf.org.Role;
import wf.org.RoleStore;
import wf.setting.Setting;
import wf.setting.Settings;
import wf.store.Transactions;

/**
 * Gives a database that keeps no people of its own the one person without whom nobody could administer it.
 *
 * <p>There is no password that the product comes with: whoever installs it names one, and changes it after signing on.
 */
@Startup
@Singleton
@DependsOn({"Migrator", "SampleStart"})
@TransactionManagement(TransactionManagementType.BEAN)
public class FirstAdministrator {
    private static final String NAME = "admin";
    private static final System.Logger LOG = System.getLogger(FirstAdministrator.class.getName());

    @Inject
    Settings settings;
    @Inject
    Transactions transactions;
    @Inject
    OrgStore organisation;
    @Inject
    RoleStore roles;
    @Inject
    Credentials credentials;
    @Inject
    PasswordCheck passwords;

    @PostConstruct
    void create() {
        if (transactions.required(() -> organisation.keepsNobody())) {
            String tenant = settings.text(Setting.TENANT_DEFAULT);
            String password = settings.text(Setting.ADMIN_PASSWORD);
            if (password.isEmpty()) {
                LOG.log(System.Logger.Level.WARNING, "The database keeps no people of its own, so there is no administrator. Start once with "
                        + Setting.ADMIN_PASSWORD.variable() + " set: it becomes the password of the administrator '" + NAME + "'.");
            } else if (transactions.required(() -> organisation.isTaken(tenant, NAME))) {
                LOG.log(System.Logger.Level.WARNING, "Somebody called '" + NAME + "' was loaded from elsewhere before there was an"
                        + " administrator, and keeps that name: " + Setting.ADMIN_PASSWORD.variable() + " has no effect.");
            } else {
                String stored = passwords.hash(password);
                transactions.required(() -> {
                    add(tenant, stored);
                    return null;
                });
            }
        }
    }

    private void add(String tenant, String stored) {
        PersonRow admin = new PersonRow();
        admin.tenant = tenant;
        admin.id = NAME;
        admin.loginName = NAME;
        admin.name = NAME;
        organisation.add(admin);
        credentials.store(tenant, admin.id, stored, Instant.now());
        if (settings.on(Setting.SEPARATION)) {
            roles.makeAdministrator(tenant, admin.id, Instant.now(), List.of(Role.SECURITY));
        } else {
            roles.makeAdministrator(tenant, admin.id, Instant.now());
        }
    }
}
