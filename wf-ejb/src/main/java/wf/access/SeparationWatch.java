package wf.access;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.List;
import wf.org.OrgStore;
import wf.org.RoleStore;
import wf.runtime.Directories;
import wf.store.Transactions;

/**
 * Says at the start who has rights of several duties where these are to be separate: from before that was so, or because the
 * organisation has changed. Nothing is taken from him by itself, since nobody might be left to put it right.
 */
@Startup
@Singleton
@DependsOn("FirstAdministrator")
@TransactionManagement(TransactionManagementType.BEAN)
public class SeparationWatch {
    private static final System.Logger LOG = System.getLogger(SeparationWatch.class.getName());

    @Inject
    Separation separation;
    @Inject
    RoleStore roles;
    @Inject
    OrgStore organisation;
    @Inject
    Directories directories;
    @Inject
    Transactions transactions;

    @PostConstruct
    void look() {
        if (separation.isOn()) {
            transactions.required(organisation::tenants).forEach(tenant -> conflicts(tenant).forEach(c -> LOG.log(System.Logger.Level.WARNING,
                    "In tenant {0}, {1} has rights of {2} at once, by {3}: revoke one of these roles (wf.separation).", tenant, c.person(), c.duties(), c.roles())));
        }
    }

    private List<Separation.Conflict> conflicts(String tenant) {
        return transactions.required(() -> separation.conflicts(directories.of(tenant), roles.roles(tenant), roles.grants(tenant)));
    }
}
