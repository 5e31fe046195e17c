import java.io.File;
import org.apache.activemq.broker.BrokerService;
import org.apache.activemq.store.kahadb.KahaDBPersistenceAdapter;

/** An ActiveMQ broker of its own, as a cluster needs one: {@code Broker tcp://127.0.0.1:61617 FOLDER [megabytes of its store]}. */
public final class Broker {

    private static final long MEGABYTE = 1024L * 1024;

    private Broker() { }

    public static void main(String[] args) throws Exception {
        BrokerService broker = new BrokerService();
        broker.setBrokerName("wf-cluster");
        broker.setDataDirectoryFile(new File(args[1]));
        broker.setPersistent(true);
        broker.setUseJmx(false);
        broker.setAdvisorySupport(false);
        KahaDBPersistenceAdapter store = new KahaDBPersistenceAdapter();
        store.setDirectory(new File(args[1], "kahadb"));
        // A file is given up when nothing in it is needed any more: small ones, or a full store stays full for long.
        store.setJournalMaxFileLength(1 << 20);
        broker.setPersistenceAdapter(store);
        broker.getSystemUsage().getMemoryUsage().setLimit(128 * MEGABYTE);
        broker.getSystemUsage().getTempUsage().setLimit(128 * MEGABYTE);
        broker.getSystemUsage().getStoreUsage().setLimit((args.length > 2 ? Long.parseLong(args[2]) : 1024) * MEGABYTE);
        // Whoever sends into a full store is told so, and waits for no one.
        broker.getSystemUsage().setSendFailIfNoSpace(true);
        broker.addConnector(args[0]);
        broker.start();
        broker.waitUntilStarted();
        System.out.println("broker ready at " + args[0]);
        broker.waitUntilStopped();
    }
}
