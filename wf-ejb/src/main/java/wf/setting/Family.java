package wf.setting;

import java.util.Locale;

/**
 * Settings of which there are as many as an installation likes, each with a name of its own: what models may call. The
 * models say the names only, so that the same model runs where other addresses and secrets hold. A setting
 * {@code wf.endpoint.crm} is read from the system property of that name, then from the environment variable
 * {@code WF_ENDPOINT_CRM}, in which all but letters and digits are underscores.
 */
public enum Family {
    /** The base address of a system that models may call: {@code wf.endpoint.crm=https://crm.example/api}. */
    ENDPOINT("wf.endpoint."),
    /** A secret that headers may hold as {@code {secret:crm}}; it is sent to the endpoint of the same name only. */
    SECRET("wf.secret."),
    /** The JNDI name of a data source that models may query: {@code wf.sql.crm=jdbc/crm}. Its user need only read. */
    SQL("wf.sql."),
    /** A destination that models may send to: {@code wf.jms.ledger=queue:ledger.in}, or {@code topic:…}. */
    JMS("wf.jms."),
    /** A master key, 32 bytes in base64: {@code wf.key.2026=…}. It is never in the database, and never in its backup. */
    KEY("wf.key."),
    /** What a field of a person or department is called in the directory: {@code wf.ldap.map.user.login=sAMAccountName}. */
    LDAP_MAP("wf.ldap.map."),
    /** A query of which an organisation is made: {@code wf.org.sql.query.people=select id, login as login_name, name from staff}. */
    ORG_QUERY("wf.org.sql.query.");

    private final String prefix;

    Family(String prefix) {
        this.prefix = prefix;
    }

    /** The system property of a name in this family. */
    public String property(String name) {
        return prefix + name;
    }

    static String variable(String property) {
        return property.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }
}
