package wf.org.ldap;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import org.apache.directory.api.ldap.model.entry.DefaultEntry;
import org.apache.directory.api.ldap.model.entry.DefaultModification;
import org.apache.directory.api.ldap.model.entry.ModificationOperation;
import org.apache.directory.api.ldap.model.ldif.LdifEntry;
import org.apache.directory.api.ldap.model.ldif.LdifReader;
import org.apache.directory.api.ldap.model.name.Dn;
import org.apache.directory.server.core.api.DirectoryService;
import org.apache.directory.server.core.api.InstanceLayout;
import org.apache.directory.server.core.api.partition.Partition;
import org.apache.directory.server.core.factory.DefaultDirectoryServiceFactory;
import org.apache.directory.server.core.factory.DirectoryServiceFactory;
import org.apache.directory.server.ldap.LdapServer;
import org.apache.directory.server.protocol.shared.transport.TcpTransport;
import wf.setting.Settings;

/** An ApacheDS in this very JVM, on a free port of loopback, with our schema and the sample people as they are shipped. */
final class ApacheDs implements AutoCloseable {
    private static final Path FOLDER = Path.of("../ldap-schema");
    private static final String SUFFIX = "dc=example,dc=org";

    private final DirectoryService service;
    private final LdapServer server = new LdapServer();
    private final int port;
    private final Ranges ranges = new Ranges();

    ApacheDs(Path folder) throws Exception {
        System.setProperty("workingDirectory", folder.toString());
        DirectoryServiceFactory factory = new DefaultDirectoryServiceFactory();
        factory.init("wf");
        service = factory.getDirectoryService();
        service.getChangeLog().setEnabled(false);
        Partition partition = factory.getPartitionFactory().createPartition(service.getSchemaManager(), service.getDnFactory(), "example", SUFFIX, 100,
                new InstanceLayout(folder.toFile()).getPartitionsDirectory());
        service.addPartition(partition);
        load(FOLDER.resolve("apacheds/wf.ldif"));
        load(FOLDER.resolve("sample.ldif"));
        service.addFirst(ranges);
        port = free();
        server.setTransports(new TcpTransport("127.0.0.1", port));
        server.setDirectoryService(service);
        server.start();
    }

    private static int free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** As an administrator would load the file. */
    private void load(Path file) throws Exception {
        try (LdifReader reader = new LdifReader(file.toFile())) {
            for (LdifEntry entry : reader) {
                service.getAdminSession().add(new DefaultEntry(service.getSchemaManager(), entry.getEntry()));
            }
        }
    }

    void password(String person, String password) throws Exception {
        Dn dn = service.getDnFactory().create("uid=" + person + ",ou=people,ou=default," + SUFFIX);
        service.getAdminSession().modify(dn, new DefaultModification(ModificationOperation.REPLACE_ATTRIBUTE, "userPassword", password));
    }

    /** How its members come. */
    Ranges ranges() {
        return ranges;
    }

    void set(String person, String attribute, String value) throws Exception {
        Dn dn = service.getDnFactory().create("uid=" + person + ",ou=people,ou=default," + SUFFIX);
        service.getAdminSession().modify(dn, new DefaultModification(ModificationOperation.REPLACE_ATTRIBUTE, attribute, value));
    }

    Settings settings() {
        return new Settings(Map.of("wf.tenant.default", "default", "wf.org.source", "ldap", "wf.ldap.schema", "APACHEDS", "wf.ldap.url", "ldap://127.0.0.1:" + port,
                "wf.ldap.starttls", "off", "wf.ldap.user", "uid=admin,ou=system", "wf.ldap.password", "secret", "wf.ldap.base", "ou={tenant}," + SUFFIX)::get, name -> null);
    }

    @Override
    public void close() throws Exception {
        server.stop();
        service.shutdown();
    }
}
