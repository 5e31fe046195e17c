package wf.rar;

import jakarta.resource.spi.BootstrapContext;
import jakarta.resource.spi.ResourceAdapterInternalException;
import java.io.File;
import org.apache.activemq.broker.BrokerService;
import org.apache.activemq.ra.ActiveMQResourceAdapter;

/**
 * The ActiveMQ resource adapter, told by the environment where its broker is: {@code WF_BROKER_URL} names an
 * external one, without it an embedded broker keeps its messages in {@code <wf.data>/broker}. That one is for this
 * server alone, unless {@code WF_BROKER_LISTEN} ({@code tcp://127.0.0.1:61616}) lets other programs in.
 */
public class BrokerAdapter extends ActiveMQResourceAdapter {
    private static final long serialVersionUID = 1L;
    private static final String EMBEDDED = "wf";
    private static final long MEGABYTE = 1024L * 1024;

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
                setUserName(System.getenv("WF_BROKER_USER"));
                setPassword(System.getenv("WF_BROKER_PASSWORD"));
            }
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
        // The defaults are sized for a machine of the broker's own.
        broker.getSystemUsage().getMemoryUsage().setLimit(64 * MEGABYTE);
        broker.getSystemUsage().getStoreUsage().setLimit(1024 * MEGABYTE);
        broker.getSystemUsage().getTempUsage().setLimit(256 * MEGABYTE);
        String listen = System.getenv("WF_BROKER_LISTEN");
        if (listen != null && !listen.isBlank()) {
            broker.addConnector(listen);
        }
        broker.start();
        broker.waitUntilStarted();
        return broker;
    }
}
