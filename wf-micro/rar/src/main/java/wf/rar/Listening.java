package wf.rar;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import org.apache.activemq.broker.BrokerPlugin;
import org.apache.activemq.broker.BrokerService;
import org.apache.activemq.security.AuthenticationUser;
import org.apache.activemq.security.SimpleAuthenticationPlugin;

/**
 * How the embedded broker lets other programs in. Their messages carry the credentials with which they sign on, and answers carry data: so
 * whoever comes from another machine has to show a name and password, and so has whoever comes at all where these are set.
 */
final class Listening {
    /** Bytes: a message may have 15 million signs, of three bytes each. */
    private static final int LARGEST_FRAME = 64 * 1024 * 1024;
    private static final String FRAME = "wireFormat.maxFrameSize=";

    private Listening() { }

    /** @throws IllegalArgumentException where nobody would be asked who he is */
    static void open(BrokerService broker, String address, String user, String password) throws Exception {
        if (isGiven(user) && isGiven(password)) {
            SimpleAuthenticationPlugin asking = new SimpleAuthenticationPlugin(List.of(new AuthenticationUser(user, password, "programs")));
            asking.setAnonymousAccessAllowed(false);
            broker.setPlugins(new BrokerPlugin[] {asking});
        } else if (!isLoopback(address)) {
            throw new IllegalArgumentException("WF_BROKER_LISTEN=" + address + " lets in programs from other machines: set WF_BROKER_USER and WF_BROKER_PASSWORD,"
                    + " which they then have to show, or listen at tcp://127.0.0.1:61616");
        }
        broker.addConnector(address.contains(FRAME) ? address : address + (address.contains("?") ? "&" : "?") + FRAME + LARGEST_FRAME);
    }

    static boolean isGiven(String setting) {
        return setting != null && !setting.isBlank();
    }

    private static boolean isLoopback(String address) throws IOException {
        String host = URI.create(address).getHost();
        return host != null && InetAddress.getByName(host).isLoopbackAddress();
    }
}
