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
    private final Map<String, String> told;
    private MicroServer server;

    private AnotherServer(Path data, int port, Map<String, String> told) {
        this.data = data;
        this.port = port;
        this.told = told;
    }

    public static AnotherServer start() throws StartFailure, IOException {
        return start(Map.of());
    }

    /** @param told settings that it has besides, as variables */
    public static AnotherServer start(Map<String, String> told) throws StartFailure, IOException {
        Path data = Path.of(System.getProperty("wf.data")).resolveSibling("it-data-2");
        Child.empty(data);
        AnotherServer another = new AnotherServer(data, Integer.getInteger("wf.port") + 2, told);
        another.startAgain();
        return another;
    }

    /** As it is run by everybody: nothing but the sample people and cheap passwords is special. */
    public void startAgain() throws StartFailure {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.putAll(RunningProduct.SAMPLE);
        environment.putAll(told);
        server = MicroServer.start(environment, port, data, System.out::println);
    }

    public URI url() {
        return server.url();
    }

    public void kill() {
        server.kill();
    }

    public void stop() {
        server.stop();
    }

    public Path log() {
        return server.log();
    }

    /** What lies in its database; on H2 only while it does not run, unless it was told to share the file. */
    public Rows rows() {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.putAll(told);
        if (environment.getOrDefault("WF_DB_URL", "").isBlank()) {
            environment.putAll(Map.of("WF_DB_URL", "jdbc:h2:file:" + data.toAbsolutePath().resolve("db").resolve("wf"), "WF_DB_USER", "wf",
                    "WF_DB_PASSWORD", "wf"));
        }
        return new Rows(environment);
    }

    @Override
    public void close() {
        if (server.isRunning()) {
            server.stop();
        }
    }
}
