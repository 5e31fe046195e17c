package wf.org.ldap;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.commons.pool2.impl.GenericObjectPoolConfig;
import org.apache.directory.api.ldap.codec.api.DefaultConfigurableBinaryAttributeDetector;
import org.apache.directory.api.ldap.model.cursor.CursorException;
import org.apache.directory.api.ldap.model.cursor.SearchCursor;
import org.apache.directory.api.ldap.model.entry.Attribute;
import org.apache.directory.api.ldap.model.entry.Entry;
import org.apache.directory.api.ldap.model.entry.Value;
import org.apache.directory.api.ldap.model.exception.LdapAuthenticationException;
import org.apache.directory.api.ldap.model.exception.LdapException;
import org.apache.directory.api.ldap.model.exception.LdapTlsHandshakeException;
import org.apache.directory.api.ldap.model.filter.FilterEncoder;
import org.apache.directory.api.ldap.model.message.AliasDerefMode;
import org.apache.directory.api.ldap.model.message.BindRequest;
import org.apache.directory.api.ldap.model.message.BindRequestImpl;
import org.apache.directory.api.ldap.model.message.LdapResult;
import org.apache.directory.api.ldap.model.message.ResultCodeEnum;
import org.apache.directory.api.ldap.model.message.SearchRequest;
import org.apache.directory.api.ldap.model.message.SearchRequestImpl;
import org.apache.directory.api.ldap.model.message.SearchScope;
import org.apache.directory.api.ldap.model.message.controls.PagedResults;
import org.apache.directory.api.ldap.model.message.controls.PagedResultsImpl;
import org.apache.directory.api.ldap.model.name.Dn;
import org.apache.directory.ldap.client.api.DefaultPoolableLdapConnectionFactory;
import org.apache.directory.ldap.client.api.LdapConnection;
import org.apache.directory.ldap.client.api.LdapConnectionConfig;
import org.apache.directory.ldap.client.api.LdapConnectionPool;
import org.apache.directory.ldap.client.api.LdapNetworkConnection;
import wf.org.source.Validity;
import wf.setting.Setting;
import wf.setting.Settings;
import wf.spi.OrgUnavailable;
import wf.store.Transactions;

/**
 * The directory of the settings. Searches go over a pool of connections that are bound as the product's own user; whoever
 * signs on gets a connection of his own, which never goes into the pool. Every wait has an end, referrals are not followed,
 * and nothing is asked inside a transaction.
 */
@Singleton
public class LdapDirectory {
    /** For all pages of one question; a load has several, and its lease is longer than they take together. */
    private static final Duration LONGEST = Duration.ofMinutes(2);
    private final Settings settings;
    private final Transactions transactions;
    private LdapConnectionPool pool;
    private Semaphore binding;

    @Inject
    public LdapDirectory(Settings settings, Transactions transactions) {
        this.settings = settings;
        this.transactions = transactions;
    }

    AttributeMap map() throws OrgUnavailable {
        return AttributeMap.of(settings);
    }

    int nesting() {
        return settings.number(Setting.LDAP_NESTING);
    }

    Validity validity() {
        return new Validity(settings.zone());
    }

    Entries of(String tenant) throws OrgUnavailable {
        LdapSettings where = new LdapSettings(settings);
        return new Subtree(where, where.base(tenant));
    }

    /** Connections end with the server. */
    @PreDestroy
    public synchronized void close() {
        if (pool != null) {
            pool.close();
            pool = null;
        }
    }

    private final class Subtree implements Entries {
        private final LdapSettings where;
        private final Dn base;

        Subtree(LdapSettings where, Dn base) {
            this.where = where;
            this.base = base;
        }

        @Override
        public List<LdapEntry> find(String filter, Collection<String> attributes) throws OrgUnavailable {
            return onPooled(connection -> pages(connection, filter, attributes)).stream()
                    .filter(entry -> !entry.getDn().equals(base)).map(LdapDirectory::read).toList();
        }

        @Override
        public List<Found> findBy(String filter, List<String> names, String value, Collection<String> attributes)
                throws OrgUnavailable {
            String either = names.stream().map(name -> "(" + name + "=" + FilterEncoder.encodeFilterValue(value) + ")")
                    .collect(Collectors.joining());
            return onPooled(connection -> pages(connection, "(&" + filter + "(|" + either + "))", attributes)).stream()
                    .map(entry -> new Found(entry.getDn().getName(), read(entry))).toList();
        }

        private List<Entry> pages(LdapConnection connection, String filter, Collection<String> attributes)
                throws LdapException, CursorException, IOException, OrgUnavailable {
            List<Entry> found = new ArrayList<>();
            byte[] cookie = null;
            long end = System.nanoTime() + LONGEST.toNanos();
            do {
                if (System.nanoTime() > end) {
                    throw new OrgUnavailable("The directory " + where + " has not come to an end of its answer within " + LONGEST.toMinutes() + " minutes.");
                }
                PagedResults page = new PagedResultsImpl();
                page.setSize(where.page);
                page.setCookie(cookie);
                page.setCritical(true);
                SearchRequest request = new SearchRequestImpl();
                request.setBase(base).setScope(SearchScope.SUBTREE).setFilter(filter)
                        .setDerefAliases(AliasDerefMode.NEVER_DEREF_ALIASES).setTimeLimit((int) where.read.toSeconds())
                        .addAttributes(attributes.toArray(String[]::new)).addControl(page);
                cookie = page(connection, request, found);
                if (found.size() > where.maximum) {
                    throw new OrgUnavailable("The directory has more than " + where.maximum + " entries " + filter + " below "
                            + base + "; the setting " + Setting.LDAP_MAXIMUM.property() + " allows no more.");
                }
            } while (cookie != null && cookie.length > 0);
            for (Entry entry : found) {
                new Portions(connection, where, end).complete(entry);
            }
            return found;
        }

        /** Referrals among the answers are passed over: they lead to other servers, which nobody here has trusted. */
        private byte[] page(LdapConnection connection, SearchRequest request, List<Entry> found)
                throws LdapException, CursorException, IOException, OrgUnavailable {
            try (SearchCursor cursor = connection.search(request)) {
                while (cursor.next()) {
                    if (cursor.isEntry()) {
                        found.add(cursor.getEntry());
                    }
                }
                LdapResult result = cursor.getSearchResultDone().getLdapResult();
                if (result.getResultCode() != ResultCodeEnum.SUCCESS) {
                    throw new OrgUnavailable("The directory " + where + " answered " + result.getResultCode() + " below " + base
                            + (result.getDiagnosticMessage() == null ? "" : ": " + result.getDiagnosticMessage()));
                }
                return cursor.getSearchResultDone().getControl(PagedResults.OID) instanceof PagedResults next ? next.getCookie() : null;
            }
        }

        @Override
        public boolean bind(String dn, String password) throws OrgUnavailable {
            outsideTransactions();
            Semaphore turns = turns(where);
            boolean mine = false;
            try {
                mine = turns.tryAcquire(where.read.toMillis(), TimeUnit.MILLISECONDS);
                if (!mine) {
                    throw new OrgUnavailable("Too many people are signing on at the directory at once.");
                }
                return bound(dn, password);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new OrgUnavailable("Interrupted while waiting for the directory.", e);
            } finally {
                if (mine) {
                    turns.release();
                }
            }
        }

        private boolean bound(String dn, String password) throws OrgUnavailable {
            try (LdapNetworkConnection connection = new LdapNetworkConnection(config(where))) {
                connect(connection, where);
                BindRequest request = new BindRequestImpl().setDn(new Dn(dn)).setSimple(true).setCredentials(password);
                LdapResult result = connection.bind(request).getLdapResult();
                return switch (result.getResultCode()) {
                    case SUCCESS -> true;
                    case BUSY, UNAVAILABLE, OPERATIONS_ERROR, PROTOCOL_ERROR, TIME_LIMIT_EXCEEDED, CONFIDENTIALITY_REQUIRED, OTHER ->
                            throw new OrgUnavailable("The directory " + where + " could not check a password: " + result.getResultCode());
                    default -> false;
                };
            } catch (LdapException | RuntimeException e) {
                throw failure(where, e);
            }
        }

        private <T> T onPooled(Use<T> use) throws OrgUnavailable {
            outsideTransactions();
            LdapConnectionPool connections = pool(where);
            LdapConnection connection = null;
            boolean sound = false;
            try {
                connection = connections.borrowObject();
                T answer = use.of(connection);
                sound = true;
                return answer;
            } catch (OrgUnavailable e) {
                throw e;
            } catch (Exception e) {
                throw failure(where, e);
            } finally {
                if (connection != null) {
                    giveBack(connections, connection, sound);
                }
            }
        }
    }

    private interface Use<T> {
        T of(LdapConnection connection) throws LdapException, CursorException, IOException, OrgUnavailable;
    }

    /** A connection on which something went wrong may have half an answer waiting: it is not used again. */
    private static void giveBack(LdapConnectionPool connections, LdapConnection connection, boolean sound) {
        try {
            if (sound) {
                connections.returnObject(connection);
            } else {
                connections.invalidateObject(connection);
            }
        } catch (Exception e) {
            System.getLogger(LdapDirectory.class.getName()).log(System.Logger.Level.DEBUG, "A connection could not be closed", e);
        }
    }

    private void outsideTransactions() {
        if (transactions.isActive()) {
            throw new IllegalStateException("the directory is never asked inside a transaction");
        }
    }

    private synchronized Semaphore turns(LdapSettings where) {
        if (binding == null) {
            binding = new Semaphore(where.connections);
        }
        return binding;
    }

    private synchronized LdapConnectionPool pool(LdapSettings where) throws OrgUnavailable {
        if (pool == null) {
            GenericObjectPoolConfig<LdapConnection> limits = new GenericObjectPoolConfig<>();
            limits.setMaxTotal(where.connections);
            limits.setMaxIdle(2);
            limits.setMaxWait(where.connect.plus(where.read));
            limits.setTestOnBorrow(true);
            limits.setJmxEnabled(false);
            pool = new LdapConnectionPool(new BoundConnections(where), limits);
        }
        return pool;
    }

    /** Makes connections bound as the product's own user. */
    private final class BoundConnections extends DefaultPoolableLdapConnectionFactory {
        private final LdapSettings where;

        BoundConnections(LdapSettings where) throws OrgUnavailable {
            super(config(where));
            this.where = where;
        }

        @Override
        public org.apache.commons.pool2.PooledObject<LdapConnection> makeObject() throws LdapException {
            LdapNetworkConnection connection = null;
            boolean made = false;
            try {
                connection = new LdapNetworkConnection(config(where));
                connect(connection, where);
                connection.bind(where.user(), where.password());
                made = true;
                return new org.apache.commons.pool2.impl.DefaultPooledObject<>(connection);
            } catch (OrgUnavailable e) {
                throw new LdapException(e.getMessage(), e);
            } finally {
                if (!made && connection != null) {
                    connection.close();
                }
            }
        }

        @Override
        public void activateObject(org.apache.commons.pool2.PooledObject<LdapConnection> connection) {
            // It is bound already, and checked when it is borrowed.
        }

        @Override
        public void passivateObject(org.apache.commons.pool2.PooledObject<LdapConnection> connection) {
            // Nobody else binds on it.
        }
    }

    /** A handshake that fails is told only when its time is over, so that is the shorter one. */
    private static void connect(LdapNetworkConnection connection, LdapSettings where) throws LdapException {
        if (!connection.connect()) {
            throw new LdapException("no connection");
        }
        if (connection.getConfig().isUseTls() && !connection.isSecured()) {
            connection.startTls();
        }
        connection.setTimeOut(where.read.toMillis());
    }

    private LdapConnectionConfig config(LdapSettings where) throws OrgUnavailable {
        LdapConnectionConfig config = new LdapConnectionConfig();
        config.setLdapHost(where.host);
        config.setLdapPort(where.port);
        config.setUseSsl(where.ldaps);
        config.setUseTls(where.startTls);
        config.setTrustManagers(Trust.manager(settings, where.host));
        config.setEnabledProtocols("TLSv1.3", "TLSv1.2");
        config.setConnectTimeout(where.connect.toMillis());
        config.setTimeout(where.connect.toMillis());
        config.setReadOperationTimeout(where.read.toMillis());
        config.setWriteOperationTimeout(where.read.toMillis());
        config.setSendTimeout(where.read.toMillis());
        config.setCloseTimeout(Duration.ofSeconds(2).toMillis());
        DefaultConfigurableBinaryAttributeDetector binary = new DefaultConfigurableBinaryAttributeDetector();
        binary.addBinaryAttribute("objectGUID", "objectSid");
        config.setBinaryAttributeDetector(binary);
        return config;
    }

    private static LdapEntry read(Entry entry) {
        Map<String, List<String>> attributes = new HashMap<>();
        for (Attribute attribute : entry) {
            String name = attribute.getUpId().toLowerCase(Locale.ROOT);
            int option = name.indexOf(';');
            List<String> values = attributes.computeIfAbsent(option < 0 ? name : name.substring(0, option), key -> new ArrayList<>());
            for (Value value : attribute) {
                values.add(value.isHumanReadable() ? value.getString() : HexFormat.of().formatHex(value.getBytes()));
            }
        }
        return new LdapEntry(DnKey.of(entry.getDn()), attributes);
    }

    /** In the words of whoever has to do something about it. */
    private static OrgUnavailable failure(LdapSettings where, Exception e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof OrgUnavailable known) {
                return known;
            } else if (cause instanceof LdapAuthenticationException) {
                return new OrgUnavailable("The directory " + where + " does not take the user and password of the settings "
                        + Setting.LDAP_USER.property() + " and " + Setting.LDAP_PASSWORD.property() + ".", e);
            } else if (cause instanceof LdapTlsHandshakeException || cause instanceof javax.net.ssl.SSLException
                    || cause instanceof java.security.cert.CertificateException) {
                return new OrgUnavailable("The certificate of the directory " + where + " is not trusted, or is another host's: "
                        + root(cause), e);
            }
        }
        return new OrgUnavailable("The directory " + where + " does not answer: " + root(e), e);
    }

    private static String root(Throwable e) {
        Throwable at = e;
        while (at.getCause() != null) {
            at = at.getCause();
        }
        return at.getMessage() == null ? at.getClass().getSimpleName() : at.getMessage();
    }
}
