package wf.org.ldap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.directory.api.ldap.model.entry.DefaultEntry;
import org.apache.directory.api.ldap.model.entry.DefaultModification;
import org.apache.directory.api.ldap.model.entry.ModificationOperation;
import org.apache.directory.api.ldap.model.exception.LdapException;
import org.apache.directory.api.ldap.model.ldif.LdifEntry;
import org.apache.directory.api.ldap.model.ldif.LdifReader;
import org.apache.directory.api.ldap.model.message.SearchScope;
import org.apache.directory.ldap.client.api.LdapNetworkConnection;
import wf.setting.Settings;

/**
 * The OpenLDAP that {@code .ci/directory.sh start} starts and whose variables it prints; tests on it carry the tag
 * {@code directory}. Every test class has a subtree of its own.
 */
public final class Slapd {
    private static final Path HOME = Path.of(variable("WF_TEST_LDAP_HOME"));
    private static final int PORT = Integer.parseInt(variable("WF_TEST_LDAP_PORT"));
    private static final String PASSWORD = variable("WF_TEST_LDAP_PASSWORD");
    private static final String SCRIPT = "../.ci/directory.sh";

    private Slapd() { }

    /** The settings of a product that reads the subtree of a tenant, over TLS. */
    public static Map<String, String> settings(String tenant) {
        Map<String, String> settings = new HashMap<>();
        settings.put("wf.tenant.default", tenant);
        settings.put("wf.org.source", "ldap");
        settings.put("wf.ldap.url", "ldaps://localhost:" + (PORT + 1));
        settings.put("wf.ldap.trust", certificate("ca.pem"));
        settings.put("wf.ldap.user", "cn=admin,dc=example,dc=org");
        settings.put("wf.ldap.password", PASSWORD);
        settings.put("wf.ldap.base", "ou={tenant},dc=example,dc=org");
        settings.put("wf.ldap.connect.seconds", "20");
        settings.put("wf.ldap.read.seconds", "20");
        settings.put("wf.password.iterations", "1000");
        return settings;
    }

    public static Settings of(Map<String, String> settings) {
        return new Settings(settings::get, name -> null);
    }

    public static String certificate(String name) {
        return HOME.resolve(name).toString();
    }

    public static String plainUrl() {
        return "ldap://localhost:" + PORT;
    }

    public static String password() {
        return PASSWORD;
    }

    /** Removes a subtree and makes it anew, with what stands in the LDIF. */
    public static void fresh(String suffix, String base, String ldif) {
        asAdministrator(suffix, connection -> {
            if (!connection.exists(suffix)) {
                connection.add(new DefaultEntry(suffix, "objectClass: domain", "dc", suffix.substring(3, suffix.indexOf(','))));
            }
            if (connection.exists(base)) {
                for (String dn : below(connection, base)) {
                    connection.delete(dn);
                }
            }
            add(connection, ldif);
        });
    }

    /** Adds what stands in the LDIF. */
    public static void add(String suffix, String ldif) {
        asAdministrator(suffix, connection -> add(connection, ldif));
    }

    public static void delete(String suffix, String dn) {
        asAdministrator(suffix, connection -> connection.delete(dn));
    }

    /** Gives an attribute these values; none removes it. */
    public static void replace(String suffix, String dn, String attribute, String... values) {
        asAdministrator(suffix, connection -> connection.modify(dn,
                new DefaultModification(ModificationOperation.REPLACE_ATTRIBUTE, attribute, values)));
    }

    private static void add(LdapNetworkConnection connection, String ldif) throws LdapException {
        try (LdifReader reader = new LdifReader()) {
            for (LdifEntry entry : reader.parseLdif(ldif)) {
                connection.add(entry.getEntry());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Leaves first. */
    private static List<String> below(LdapNetworkConnection connection, String base) {
        try (var cursor = connection.search(base, "(objectClass=*)", SearchScope.SUBTREE, "1.1")) {
            List<String> found = new java.util.ArrayList<>();
            while (cursor.next()) {
                found.add(0, cursor.get().getDn().getName());
            }
            found.sort(java.util.Comparator.comparingInt((String dn) -> -dn.split(",").length));
            return found;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private interface Work {
        void on(LdapNetworkConnection connection) throws LdapException;
    }

    private static void asAdministrator(String suffix, Work work) {
        try (LdapNetworkConnection connection = new LdapNetworkConnection("localhost", PORT)) {
            connection.setTimeOut(20_000);
            connection.bind("cn=admin," + suffix, PASSWORD);
            work.on(connection);
        } catch (LdapException e) {
            throw new IllegalStateException(e);
        }
    }

    public static void stop() {
        script("stop");
    }

    public static void start() {
        script("start");
    }

    private static void script(String command) {
        try {
            ProcessBuilder builder = new ProcessBuilder(SCRIPT, command, HOME.toString()).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD);
            Process process = builder.start();
            if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IllegalStateException(SCRIPT + " " + command + " failed");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String variable(String name) {
        String value = System.getenv(name);
        if (value == null) {
            throw new IllegalStateException(name + " is not set: run '.ci/directory.sh start' and export what it prints");
        }
        return value;
    }
}
