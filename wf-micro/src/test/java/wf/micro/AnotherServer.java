package wf.micro;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** A server beside the one of the whole run, to be killed. On H2 it has a database of its own, else it is a second node. */
public final class AnotherServer implements AutoCloseable {
    private final Path data;
    private final int port;
    private MicroServer server;

    private AnotherServer(Path data, int port) {
        this.data = data;
        this.port = port;
    }

    public static AnotherServer start() throws StartFailure, IOException {
        Path data = Path.of(System.getProperty("wf.data")).resolveSibling("it-data-2");
        Child.empty(data);
        AnotherServer another = new AnotherServer(data, Integer.getInteger("wf.port") + 2);
        another.startAgain();
        return another;
    }

    /** As it is run by everybody: nothing but the sample people and cheap passwords is special. */
    public void startAgain() throws StartFailure {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.putAll(RunningProduct.SAMPLE);
        server = MicroServer.start(environment, port, data, System.out::println);
    }

    public URI url() {
        return server.url();
    }

    public void kill() {
        server.kill();
    }

    @Override
    public void close() {
        if (server.isRunning()) {
            server.stop();
        }
    }
}
