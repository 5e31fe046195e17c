package wf.rar;

import jakarta.resource.spi.BootstrapContext;
import jakarta.resource.spi.ResourceAdapterInternalException;
import java.io.File;
import org.apache.activemq.broker.BrokerService;
import org.apache.activemq.ra.ActiveMQResourceAdapter;
import org.apache.activemq.store.kahadb.KahaDBPersistenceAdapter;

/**
 * The ActiveMQ resource adapter, told by the environment where its broker is: {@code WF_BROKER_URL} names an
 * external one, without it an embedded broker keeps its messages in {@code <wf.data>/broker}. That one is for this
 * server alone, unless {@code WF_BROKER_LISTEN} ({@code tcp://127.0.0.1:61616}) lets other programs in ({@link Listening}), and has at most
 * {@code WF_BROKER_STORE_MB} (1024) on its disk: whoever sends more is told so at once, and waits for no one.
 */
public class BrokerAdapter extends ActiveMQResourceAdapter {
    private static final long serialVersionUID = 1L;
    private static final String EMBEDDED = "wf";
    private static final long MEGABYTE = 1024L * 1024;
    private static final long STANDARD_STORE = 1024;
    private static final long SMALLEST_STORE = 4;
    private static final long LARGEST_FILE = 32 * MEGABYTE;

    private transient BrokerService broker;

    @Override
    public void start(BootstrapContext context) throws ResourceAdapterInternalException {
        String external = System.getenv("WF_BROKER_URL");
        try {
            if (external == null || external.isBlank()) {
                broker = embedded(new File(System.getProperty("wf.data", "data"), "broker"));
                // Without advisories a client believes that every temporary queue, where answers go, has been deleted.
                setServerUrl("vm://" + EMBEDDED + "?create=false&jms.watchTopicAdvisories=false");
            } else {
                setServerUrl(external);
            }
            setUserName(System.getenv("WF_BROKER_USER"));
            setPassword(System.getenv("WF_BROKER_PASSWORD"));
        } catch (Exception e) {
            throw new ResourceAdapterInternalException("The message broker did not start: " + e.getMessage(), e);
        }
        super.start(context);
    }

    @Override
    public void stop() {
        super.stop();
        if (broker != null) {
            try {
                broker.stop();
                broker.waitUntilStopped();
            } catch (Exception e) {
                throw new IllegalStateException("The message broker did not stop in order", e);
            }
        }
    }

    private static BrokerService embedded(File directory) throws Exception {
        BrokerService broker = new BrokerService();
        broker.setBrokerName(EMBEDDED);
        broker.setDataDirectoryFile(directory);
        broker.setPersistent(true);
        broker.setUseJmx(false);
        broker.setAdvisorySupport(false);
        // The server ends the broker in its own order; a second hook would race with it.
        broker.setUseShutdownHook(false);
        long limit = storeLimit(System.getenv("WF_BROKER_STORE_MB"));
        KahaDBPersistenceAdapter store = new KahaDBPersistenceAdapter();
        // Where the broker itself would keep it.
        store.setDirectory(new File(new File(directory, EMBEDDED), "KahaDB"));
        // A file is given up when nothing in it is needed any more: were one as large as the limit, a full store would stay full.
        store.setJournalMaxFileLength((int) Math.min(LARGEST_FILE, limit / 4));
        // Before anybody asks for the limits: they watch the store that is there then.
        broker.setPersistenceAdapter(store);
        // The defaults are sized for a machine of the broker's own.
        broker.getSystemUsage().getMemoryUsage().setLimit(64 * MEGABYTE);
        broker.getSystemUsage().getStoreUsage().setLimit(limit);
        // Else a listener would wait for room for its answer, which comes when the next listener has taken a message, which waits too.
        broker.getSystemUsage().setSendFailIfNoSpace(true);
        broker.getSystemUsage().getTempUsage().setLimit(256 * MEGABYTE);
        String listen = System.getenv("WF_BROKER_LISTEN");
        if (Listening.isGiven(listen)) {
            Listening.open(broker, listen, System.getenv("WF_BROKER_USER"), System.getenv("WF_BROKER_PASSWORD"));
        }
        broker.start();
        broker.waitUntilStarted();
        return broker;
    }

    private static long storeLimit(String megabytes) {
        return MEGABYTE * (megabytes == null || megabytes.isBlank() ? STANDARD_STORE : Math.max(SMALLEST_STORE, Long.parseLong(megabytes.strip())));
    }
}
