package wf.setting;

import java.util.Locale;

/**
 * Every setting of the product: its name, its default and what it is for.
 *
 * <p>The list is the documentation; a setting that is not in it does not exist. A setting {@code wf.db.migrate} is read
 * from the system property of that name, then from the environment variable {@code WF_DB_MIGRATE}.
 */
public enum Setting {
    /** {@code on}: bring the tables up to date at the start. {@code off}: only check; a database administrator runs the scripts. */
    DB_MIGRATE("wf.db.migrate", "on"),
    /** {@code true}: load sample people and processes into an empty database. Never in production. */
    SAMPLE("wf.sample", "false"),
    /** The tenant of a login name without {@code tenant/}. */
    TENANT_DEFAULT("wf.tenant.default", "default"),
    /** If given, an empty database starts with an administrator {@code admin} who has this password. */
    ADMIN_PASSWORD("wf.admin.password", ""),

    /**
     * {@code true}: nobody may have rights of two of the duties system, security and audit (三员分立). The first administrator
     * then is a security administrator alone, who makes the others.
     */
    SEPARATION("wf.separation", "false"),

    /** Seconds between two looks whether the organisation has changed. */
    ORG_CHECK_SECONDS("wf.org.check.seconds", "3"),

    /**
     * From where departments and people come: {@code local}, kept in the product's own tables; {@code ldap}, a directory;
     * {@code sql}, a database; {@code rest}, a service; or the name of a bean of the type {@code wf.spi.OrgBuilder}.
     */
    ORG_SOURCE("wf.org.source", "local"),
    /** The tenants whose people come from there, with commas between them; by default the one of {@code wf.tenant.default}. */
    ORG_TENANTS("wf.org.tenants", ""),
    /** Minutes between two loads of the organisation; 0: only when an administrator asks for it. */
    ORG_REFRESH_MINUTES("wf.org.refresh.minutes", "15"),
    /** How much of the people, departments, groups or posts of a source may vanish with one load, in percent; more is taken for a fault there. */
    ORG_VANISH_PERCENT("wf.org.vanish.percent", "20"),

    /** The data source of an organisation by SQL: a name of the family {@code wf.sql.}. */
    ORG_SQL_SOURCE("wf.org.sql.source", ""),
    /** Seconds that one of its queries may take. */
    ORG_SQL_SECONDS("wf.org.sql.seconds", "60"),
    /** The service of an organisation by REST: a name of the family {@code wf.endpoint.}; a secret of that name is sent as {@code Authorization}. */
    ORG_REST_ENDPOINT("wf.org.rest.endpoint", ""),
    /** Seconds that one of its answers may take. */
    ORG_REST_SECONDS("wf.org.rest.seconds", "30"),
    /** Whether the service checks the passwords of its people. */
    ORG_REST_PASSWORDS("wf.org.rest.passwords", "off"),

    /** The directory: {@code ldaps://host:636}, or {@code ldap://host:389} with {@code wf.ldap.starttls}. */
    LDAP_URL("wf.ldap.url", ""),
    /** {@code on}: an {@code ldap://} connection is encrypted before anything is said. {@code off}: never, passwords travel in the open. */
    LDAP_STARTTLS("wf.ldap.starttls", "on"),
    /** Certificates that are trusted: a PEM, PKCS#12 or JKS file; by default those that this Java trusts. */
    LDAP_TRUST("wf.ldap.trust", ""),
    /** The password of that file, if it has one. */
    LDAP_TRUST_PASSWORD("wf.ldap.trust.password", ""),
    /** As whom the product reads the directory: a DN. It needs no right to write. */
    LDAP_USER("wf.ldap.user", ""),
    /** The password for that. */
    LDAP_PASSWORD("wf.ldap.password", ""),
    /** A file that holds the password instead, such as a mounted secret; read anew with each new connection. */
    LDAP_PASSWORD_FILE("wf.ldap.password.file", ""),
    /** The subtree of a tenant, in which {@code {tenant}} stands for its name; without that it is the default tenant's alone. */
    LDAP_BASE("wf.ldap.base", ""),
    /**
     * What attributes and classes are called there: {@code OPENLDAP} (with our schema), {@code APACHEDS} (the same),
     * {@code ACTIVE_DIRECTORY} or {@code PLAIN} (inetOrgPerson and groupOfNames alone). Single ones: {@code wf.ldap.map.<field>}.
     */
    LDAP_SCHEMA("wf.ldap.schema", "OPENLDAP"),
    /** How deep groups inside groups are followed. */
    LDAP_NESTING("wf.ldap.nesting", "8"),
    /** Entries that are asked for at once; a directory answers no more than its own limit. */
    LDAP_PAGE("wf.ldap.page", "500"),
    /** The most entries of one kind; more are a failure, and never half an organisation. */
    LDAP_MAXIMUM("wf.ldap.maximum", "200000"),
    /** Seconds after which an attempt to connect is given up. */
    LDAP_CONNECT_SECONDS("wf.ldap.connect.seconds", "5"),
    /** Seconds after which an answer is no longer waited for. */
    LDAP_READ_SECONDS("wf.ldap.read.seconds", "30"),
    /** Connections to the directory at the same time: so many to search, and so many to check passwords. */
    LDAP_CONNECTIONS("wf.ldap.connections", "8"),

    /**
     * Proxies whose headers {@code X-Forwarded-For} and {@code X-Forwarded-Proto}, and those of {@code wf.login.header}, are
     * believed: addresses or networks such as {@code 10.1.2.3} or {@code 10.1.0.0/16}, with commas between them; by default none.
     */
    PROXIES("wf.proxies", ""),

    /**
     * Who else signs people on, asked in this order: {@code header}, {@code jwt}, {@code cas}, or the name of a bean of the type
     * {@code wf.spi.LoginFilterAdapter}; with commas between them. By default nobody.
     */
    LOGIN_FILTER("wf.login.filter", ""),
    /** {@code header}: in which header a listed proxy names whom it has signed on, by his login name. The proxy has to take away what a client sends under this name. */
    LOGIN_HEADER("wf.login.header", "X-Remote-User"),
    /** {@code jwt}: the keys that tokens are signed with, as a JSON Web Key Set: an https address, or a file. */
    LOGIN_JWT_KEYS("wf.login.jwt.keys", ""),
    /** {@code jwt}: who issues the tokens, as they name him. */
    LOGIN_JWT_ISSUER("wf.login.jwt.issuer", ""),
    /** {@code jwt}: for whom they are, as they name us. */
    LOGIN_JWT_AUDIENCE("wf.login.jwt.audience", ""),
    /** {@code jwt}: with what they may be signed. */
    LOGIN_JWT_ALGORITHMS("wf.login.jwt.algorithms", "RS256,ES256"),
    /** {@code jwt}: the claim with the login name. */
    LOGIN_JWT_CLAIM("wf.login.jwt.claim", "sub"),
    /** {@code jwt}: the claim with the tenant; by default all are of {@code wf.tenant.default}. */
    LOGIN_JWT_TENANT("wf.login.jwt.tenant", ""),
    /** {@code cas}: the CAS server, {@code https://cas.example/cas}. */
    LOGIN_CAS_URL("wf.login.cas.url", ""),
    /** {@code cas}: our entry as browsers reach it, {@code https://wf.example/api/v1/enter}. */
    LOGIN_CAS_SERVICE("wf.login.cas.service", ""),
    /** {@code oidc}: the OpenID provider, by its issuer: {@code https://id.example}. */
    LOGIN_OIDC_ISSUER("wf.login.oidc.issuer", ""),
    /** {@code oidc}: by which name it knows us. */
    LOGIN_OIDC_CLIENT("wf.login.oidc.client", ""),
    /** {@code oidc}: by which secret; none for a public client. */
    LOGIN_OIDC_SECRET("wf.login.oidc.secret", ""),
    /** {@code oidc}: our entry as browsers reach it, which the provider has to know: {@code https://wf.example/api/v1/enter}. */
    LOGIN_OIDC_ENTRY("wf.login.oidc.entry", ""),
    /** {@code oidc}: what is asked for. */
    LOGIN_OIDC_SCOPES("wf.login.oidc.scopes", "openid"),
    /** {@code oidc}: the claim with the login name. */
    LOGIN_OIDC_CLAIM("wf.login.oidc.claim", "sub"),
    /** {@code oidc}: the claim with the tenant; without it everybody is of the default one. */
    LOGIN_OIDC_TENANT("wf.login.oidc.tenant", ""),
    /** {@code oidc}: what tokens may be signed with, of algorithms with a public key. */
    LOGIN_OIDC_ALGORITHMS("wf.login.oidc.algorithms", "RS256,PS256,ES256"),
    /** How many may come in by {@code /enter} from one address within a minute, on one node; more have to wait. */
    ENTER_LIMIT("wf.enter.limit", "300"),
    /**
     * {@code on}: over EJB, where a call brings no credentials, whoever has signed on to the server is the person of that login
     * name. Only where all of the server's users are ours: whoever is called {@code admin} there is so here.
     */
    EJB_PRINCIPAL("wf.ejb.principal", "off"),

    /** Iterations of PBKDF2 for a new password; an older password is raised to it at its next use. */
    PASSWORD_ITERATIONS("wf.password.iterations", "600000"),
    /** The fewest characters of a new password. */
    PASSWORD_MINIMUM("wf.password.minimum", "8"),
    /** Days for which a password that is kept here counts, before a new one has to take its place; 0: for ever. */
    PASSWORD_DAYS("wf.password.days", "0"),
    /** Seconds that a verified password is remembered in memory; at most 300, and 0 switches it off. */
    PASSWORD_REMEMBER_SECONDS("wf.password.remember.seconds", "300"),
    /** How many verified passwords are remembered at most. */
    PASSWORD_REMEMBER_SIZE("wf.password.remember.size", "10000"),

    /** Wrong passwords for one account from one address before the next try has to wait. */
    LOCKOUT_FAILURES("wf.lockout.failures", "5"),
    /** Wrong passwords from one address, whatever the account, before accounts new to that address have to wait. */
    LOCKOUT_PLACE_FAILURES("wf.lockout.place.failures", "100"),
    /** Wrong passwords for one account, wherever from, before it has to wait, up to a minute, where it has not signed on before. */
    LOCKOUT_ACCOUNT_FAILURES("wf.lockout.account.failures", "50"),
    /** The longest wait in seconds; the first is one second, and every further failure doubles it. */
    LOCKOUT_MAXIMUM_SECONDS("wf.lockout.maximum.seconds", "900"),

    /** Minutes after which the holder of a work item may be urged again. */
    URGE_MINUTES("wf.urge.minutes", "30"),

    /** Minutes after which an unused session ends. */
    SESSION_IDLE_MINUTES("wf.session.idle.minutes", "60"),
    /** Hours after which a session ends in any case. */
    SESSION_HOURS("wf.session.hours", "12"),
    /** Seconds for which a token in a URL counts; at most 60. */
    ENTRY_SECONDS("wf.entry.seconds", "60"),
    /** Seconds between two notes that a session is in use. */
    SESSION_TOUCH_SECONDS("wf.session.touch.seconds", "60"),

    /** The time zone in which dates and times of models are meant, {@code Asia/Shanghai}; by default that of the machine. */
    ZONE("wf.zone", "system"),
    /** Seconds by which this node takes its own clock to be ahead, for trials: it sets itself by the clock of the database all the same. */
    CLOCK_OFFSET_SECONDS("wf.clock.offset.seconds", "0"),
    /** A file to which the log is written once more, a line of JSON for each record, with the id of the operation; {@code -} for standard output; by default none. */
    LOG_JSON("wf.log.json", ""),
    /** What this node is called among others, where it says who works on what; and under which it is remembered which of its services are stopped; by default host and process, which is another one after each start. */
    NODE("wf.node", ""),
    /**
     * Milliseconds between two looks for jobs and timers that another node has left; as long as there are none the pauses grow
     * fivefold. What is done on the node itself and when the next timer is due needs no look.
     */
    TICK("wf.tick", "1000"),
    /** Milliseconds for which an operation carries out the jobs that it set off, before it answers that they go on behind it. */
    SETTLE("wf.settle", "2000"),
    /** Jobs that one node works on at the same time. */
    JOB_WORKERS("wf.job.workers", "4"),
    /** Jobs that are claimed by one look at the table. */
    JOB_BATCH("wf.job.batch", "50"),
    /** How often a job is tried, with growing pauses, before it is given up. */
    JOB_ATTEMPTS("wf.job.attempts", "6"),
    /** Seconds after which another node takes over a job from a node that has died; a call to another system after its own timeout and a minute. */
    JOB_LEASE_SECONDS("wf.job.lease.seconds", "30"),
    /** The hash that new rows of journals are chained by: {@code SHA-256}, or {@code SM3} (GB/T 32905). Each row names its own. */
    JOURNAL_HASH("wf.journal.hash", "SHA-256"),
    /** The cipher that fields are sealed with from now on: {@code AES} with 256 bits, or {@code SM4} (GB/T 32907), both in GCM. */
    SEALING_CIPHER("wf.sealing.cipher", "AES"),
    /**
     * Which master key keys of instances are put under, by its name: the key itself is {@code wf.key.<name>}, 32 bytes in
     * base64. Without it no process with encrypted fields is released. Keys that were used before stay as they are set.
     */
    SEALING_KEY("wf.sealing.key", ""),
    /** Days after its end at which an instance goes into the archive, from where an administrator may fetch it back, not before its operation ids are forgotten; 0: never, as where these are remembered for ever. */
    ARCHIVE_DAYS("wf.archive.days", "0"),
    /** Days for which an operation id is remembered, so that the same again is done once; after them it may be used anew; 0: for ever, and then nothing is archived. */
    OPERATION_DAYS("wf.operation.days", "30"),
    /** Whether what happens is published on the topic {@code wf.event}; {@code off}, where there is no broker or nobody listens. */
    EVENTS("wf.events", "on"),
    /** People who listen for changes of their lists at one node at the same time ({@code GET /worklists/events}); 0: nobody may. */
    STREAM_MOST("wf.stream.most", "10000"),
    /** How often at the same time one person may listen at one node. */
    STREAM_PERSON("wf.stream.person", "10"),
    /** Minutes after which, more or less, whoever listens has to come again, and to sign on for it. */
    STREAM_MINUTES("wf.stream.minutes", "30"),
    /** Seconds after which, while nothing changes, a listener is sent a sign of life; after twice as many it is looked whether he may still listen. */
    STREAM_BEAT_SECONDS("wf.stream.beat.seconds", "15"),
    /** Seconds after which another node tells of what a node that has died left untold. */
    RELAY_LEASE_SECONDS("wf.relay.lease.seconds", "60"),
    /** Milliseconds for which what is to be told is gathered, to be told together. */
    RELAY_LINGER("wf.relay.linger", "50"),
    /** The channels over which people are told unless they wish it otherwise, with commas between them: {@code site}, {@code mail}, names of {@code wf.notify.webhooks} and of beans. */
    NOTIFY_CHANNELS("wf.notify.channels", "site,mail"),
    /**
     * Channels that are reached by a POST, with commas between them, such as a gateway for short messages or a to-do centre: the address of each
     * is {@code wf.endpoint.<name>}, what it is signed with {@code wf.secret.<name>}.
     */
    NOTIFY_WEBHOOKS("wf.notify.webhooks", ""),
    /** Seconds that a webhook may take, and a mail server for each of its answers; a whole mail takes at most three times as long. */
    NOTIFY_SECONDS("wf.notify.seconds", "15"),
    /** How often a message is tried, with growing pauses over a day, before it is left to an administrator. */
    NOTIFY_ATTEMPTS("wf.notify.attempts", "10"),
    /** Days for which it is kept what people were told; 0: for ever. */
    NOTIFY_DAYS("wf.notify.days", "90"),
    /** Messages that one person may send to others by himself in an hour, each receiver counted. */
    NOTIFY_SENDER_HOURLY("wf.notify.sender.hourly", "500"),
    /** The address under which people reach the product, for links in messages: {@code https://wf.example}; by default there are none. */
    LINK("wf.link", ""),
    /** The JNDI name of the server's mail session; by default the settings below count. */
    MAIL_SESSION("wf.mail.session", ""),
    /** The mail server; without it and without a session no mail is sent. */
    MAIL_HOST("wf.mail.host", ""),
    /** Its port. */
    MAIL_PORT("wf.mail.port", "25"),
    /** {@code off}: what goes to the mail server is not encrypted; {@code on}: it is, by STARTTLS; {@code tls}: from the first byte. */
    MAIL_SECURITY("wf.mail.security", "on"),
    /** As whom the product signs on there; by default it does not. */
    MAIL_USER("wf.mail.user", ""),
    /** The password for that. */
    MAIL_PASSWORD("wf.mail.password", ""),
    /** From whom mails come: {@code workflow@example.com}. */
    MAIL_FROM("wf.mail.from", "workflow@localhost"),
    /** Hours after which an answer over JMS that nobody has fetched expires; 0: never. */
    REPLY_HOURS("wf.reply.hours", "24"),
    /** Days for which the access log is kept, which tells of refused attempts and of who opened what; 0: for ever. */
    ACCESS_LOG_DAYS("wf.access.log.days", "180"),
    /** Days for which a message is kept that nobody waits for yet. */
    MESSAGE_KEEP("wf.message.keep", "7"),

    /**
     * Hosts that models may call by a whole address, with commas between them: {@code crm.example}, {@code crm.example:8443},
     * {@code *.example}. Without a port the usual one of the protocol is meant. Named endpoints need not stand here.
     */
    CALL_ALLOWED("wf.call.allowed", ""),
    /** The greatest answer of a called system that is read, in bytes. */
    CALL_MAXIMUM_BYTES("wf.call.maximum.bytes", "1048576"),
    /** The most rows that a query of a model may answer. */
    CALL_MAXIMUM_ROWS("wf.call.maximum.rows", "1000");

    private final String property;
    private final String standard;

    Setting(String property, String standard) {
        this.property = property;
        this.standard = standard;
    }

    /** The name of the system property. */
    public String property() {
        return property;
    }

    /** The name of the environment variable. */
    public String variable() {
        return property.toUpperCase(Locale.ROOT).replace('.', '_');
    }

    /** The value if nobody says otherwise. */
    public String standard() {
        return standard;
    }
}
