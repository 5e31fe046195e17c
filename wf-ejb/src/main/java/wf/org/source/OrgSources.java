package wf.org.source;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import wf.call.DataSources;
import wf.call.Http;
import wf.org.ldap.LdapDirectory;
import wf.org.ldap.LdapOrgBuilder;
import wf.org.rest.RestOrgBuilder;
import wf.org.sql.SqlOrgBuilder;
import wf.setting.Setting;
import wf.setting.Settings;
import wf.spi.OrgBuilder;
import wf.spi.OrgUnavailable;
import wf.store.Transactions;

/** From where a tenant's organisation comes, as the settings say. */
@Singleton
public class OrgSources {
    private final Settings settings;
    private final LdapDirectory directory;
    private final DataSources databases;
    private final Http http;
    private final Iterable<OrgBuilder> beans;
    private final Transactions transactions;

    @Inject
    public OrgSources(Settings settings, LdapDirectory directory, DataSources databases, Http http, @Any Instance<OrgBuilder> beans,
            Transactions transactions) {
        this(settings, directory, databases, http, (Iterable<OrgBuilder>) beans, transactions);
    }

    /** Where no container finds beans. */
    public OrgSources(Settings settings, LdapDirectory directory, Iterable<OrgBuilder> beans, Transactions transactions) {
        this(settings, directory, new DataSources(settings), new Http(settings), beans, transactions);
    }

    private OrgSources(Settings settings, LdapDirectory directory, DataSources databases, Http http, Iterable<OrgBuilder> beans,
            Transactions transactions) {
        this.settings = settings;
        this.directory = directory;
        this.databases = databases;
        this.http = http;
        this.beans = beans;
        this.transactions = transactions;
    }

    /** The tenants whose organisation is loaded. */
    public List<String> tenants() {
        if (name().equals(LocalTables.NAME)) {
            return List.of();
        }
        String named = settings.text(Setting.ORG_TENANTS);
        return named.isEmpty() ? List.of(settings.text(Setting.TENANT_DEFAULT))
                : Arrays.stream(named.split(",")).map(String::strip).filter(tenant -> !tenant.isEmpty()).toList();
    }

    /** The builder of a tenant, for one load or one question; empty where people are kept here. */
    public Optional<OrgBuilder> of(String tenant) throws OrgUnavailable {
        String name = name();
        if (!tenants().contains(tenant)) {
            return Optional.empty();
        }
        return Optional.of(switch (name) {
            case LdapOrgBuilder.NAME -> new LdapOrgBuilder(directory, tenant);
            case SqlOrgBuilder.NAME -> new SqlOrgBuilder(settings, databases);
            case RestOrgBuilder.NAME -> new RestOrgBuilder(settings, http);
            default -> bean(name);
        });
    }

    private OrgBuilder bean(String name) throws OrgUnavailable {
        for (OrgBuilder bean : beans) {
            if (bean.name().equals(name)) {
                return bean;
            }
        }
        throw new OrgUnavailable("The setting " + Setting.ORG_SOURCE.property() + " names '" + name
                + "', but there is no such source.");
    }

    /**
     * Whether it is the password of somebody who came from a source: that one is asked, and nobody else.
     *
     * @throws OrgUnavailable when it cannot be asked, or is none that this installation asks any more
     */
    public boolean isRight(String tenant, String source, String person, String loginName, String password) throws OrgUnavailable {
        if (password.isEmpty()) {
            return false;
        }
        if (transactions.isActive()) {
            throw new IllegalStateException("a password is never checked elsewhere inside a transaction");
        }
        OrgBuilder builder = of(tenant).filter(found -> found.name().equals(source)).orElseThrow(() -> new OrgUnavailable(
                "Person " + person + " came from '" + source + "', which is not the source of tenant " + tenant + " now."));
        return builder.authenticates() && builder.authenticate(tenant, person, loginName, password);
    }

    private String name() {
        return settings.text(Setting.ORG_SOURCE);
    }
}
