package wf.org.ldap;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.apache.directory.api.ldap.model.exception.LdapInvalidDnException;
import org.apache.directory.api.ldap.model.name.Dn;
import org.apache.directory.api.ldap.model.name.Rdn;
import wf.setting.Setting;
import wf.setting.Settings;
import wf.spi.OrgUnavailable;

/** Where the directory is and how it is spoken to. Its text never holds the password, which is read when it is needed. */
final class LdapSettings {
    private static final String TENANT = "{tenant}";

    final String host;
    final int port;
    final boolean ldaps;
    final boolean startTls;
    final Duration connect;
    final Duration read;
    final int page;
    final int maximum;
    final int connections;
    private final Settings settings;

    LdapSettings(Settings settings) throws OrgUnavailable {
        this.settings = settings;
        URI url = url(settings.text(Setting.LDAP_URL));
        this.host = url.getHost();
        this.ldaps = url.getScheme().equalsIgnoreCase("ldaps");
        this.port = url.getPort() > 0 ? url.getPort() : ldaps ? 636 : 389;
        this.startTls = !ldaps && settings.on(Setting.LDAP_STARTTLS);
        this.connect = settings.time(Setting.LDAP_CONNECT_SECONDS, ChronoUnit.SECONDS);
        this.read = settings.time(Setting.LDAP_READ_SECONDS, ChronoUnit.SECONDS);
        this.page = Math.max(1, settings.number(Setting.LDAP_PAGE));
        this.maximum = settings.number(Setting.LDAP_MAXIMUM);
        this.connections = Math.max(1, settings.number(Setting.LDAP_CONNECTIONS));
    }

    private static URI url(String text) throws OrgUnavailable {
        try {
            URI url = URI.create(text);
            if (url.getHost() != null && url.getScheme() != null && url.getScheme().matches("(?i)ldaps?")) {
                return url;
            }
        } catch (IllegalArgumentException e) {
            // Said below.
        }
        throw new OrgUnavailable("The setting " + Setting.LDAP_URL.property()
                + " must be ldaps://host:port or ldap://host:port.");
    }

    String user() {
        return settings.text(Setting.LDAP_USER);
    }

    String password() throws OrgUnavailable {
        String file = settings.text(Setting.LDAP_PASSWORD_FILE);
        try {
            String password = file.isEmpty() ? settings.text(Setting.LDAP_PASSWORD)
                    : Files.readString(Path.of(file), StandardCharsets.UTF_8).strip();
            if (password.isEmpty()) {
                throw new OrgUnavailable("There is no password for the directory: set " + Setting.LDAP_PASSWORD.property()
                        + " or " + Setting.LDAP_PASSWORD_FILE.property() + ".");
            }
            return password;
        } catch (IOException e) {
            throw new OrgUnavailable("The file of the setting " + Setting.LDAP_PASSWORD_FILE.property() + " cannot be read.", e);
        }
    }

    /** The root of a tenant's subtree. One that names no tenant is no subtree for several. */
    Dn base(String tenant) throws OrgUnavailable {
        String base = settings.text(Setting.LDAP_BASE);
        if (base.isEmpty()) {
            throw new OrgUnavailable("The setting " + Setting.LDAP_BASE.property() + " is missing: ou={tenant},dc=example,dc=org.");
        }
        if (!base.contains(TENANT) && !tenant.equals(settings.text(Setting.TENANT_DEFAULT))) {
            throw new OrgUnavailable("The setting " + Setting.LDAP_BASE.property() + " has no {tenant} in it, so tenant "
                    + tenant + " has no subtree.");
        }
        try {
            return new Dn(base.replace(TENANT, Rdn.escapeValue(tenant)));
        } catch (LdapInvalidDnException e) {
            throw new OrgUnavailable("The setting " + Setting.LDAP_BASE.property() + " is no distinguished name: " + base, e);
        }
    }

    @Override
    public String toString() {
        return (ldaps ? "ldaps://" : "ldap://") + host + ":" + port;
    }
}
