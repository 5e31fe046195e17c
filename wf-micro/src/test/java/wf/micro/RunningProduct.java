package wf.micro;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import wf.micro.face.Bridge;
import wf.micro.face.Broker;
import wf.micro.face.Ejb;

/**
 * Gives tests a running {@link Product}, or its root address as a {@link URI}: the one named by {@code wf.url} (a full
 * server, see wf-ear/servers; {@code wf.jms.url} names the bridge to its broker, {@code wf.ejb.url} that to its session beans), else one Payara Micro with the sample
 * people that is started for the whole run. The database is that of the environment, else H2 in a file.
 */
public final class RunningProduct implements BeforeAllCallback, ParameterResolver {
    /** Sample people, whose sign-on costs little. */
    static final Map<String, String> SAMPLE = Map.of("WF_SAMPLE", "true", "WF_PASSWORD_ITERATIONS", "1000");

    @Override
    public void beforeAll(ExtensionContext context) {
        product(context);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == URI.class || type == Product.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Product product = product(context);
        return parameter.getParameter().getType() == URI.class ? product.url() : product;
    }

    private static Product product(ExtensionContext context) {
        return context.getRoot().getStore(Namespace.GLOBAL)
                .computeIfAbsent(Product.class, key -> start(), Product.class);
    }

    private static Product start() {
        String given = System.getProperty("wf.url", "");
        if (!given.isBlank()) {
            String bridge = System.getProperty("wf.jms.url", "");
            String beans = System.getProperty("wf.ejb.url", "");
            return new Product(URI.create(given), null, bridge.isBlank() ? null : new Bridge(URI.create(bridge)),
                    beans.isBlank() ? null : new Ejb(URI.create(beans)), tablesBeside());
        }
        try {
            int port = Integer.getInteger("wf.port");
            Path data = emptied("wf.data");
            Map<String, String> environment = environment(data);
            environment.put("WF_BROKER_LISTEN", broker());
            environment.put("WF_BROKER_USER", Broker.USER);
            environment.put("WF_BROKER_PASSWORD", Broker.PASSWORD);
            MicroServer server = MicroServer.start(environment, port, data, System.out::println);
            return new Product(server.url(), server, new Broker(broker()), null, new Rows(environment));
        } catch (StartFailure | IOException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    /** Of a full server on a database that lets others in beside it; H2 in a file does not. */
    private static Rows tablesBeside() {
        String url = System.getenv().getOrDefault("WF_DB_URL", "");
        return url.isBlank() || url.startsWith("jdbc:h2:") ? null : new Rows(System.getenv());
    }

    /** The folder that this system property names, without what an earlier run left there. */
    public static Path emptied(String property) throws IOException {
        Path folder = Path.of(System.getProperty(property));
        Child.empty(folder);
        return folder;
    }

    /** Where the embedded broker listens for tests: on the port after that of the product. */
    static String broker() {
        return "tcp://127.0.0.1:" + (Integer.getInteger("wf.port") + 1);
    }

    private static Map<String, String> environment(Path data) {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.putAll(SAMPLE);
        // Whoever asks is told the end of what follows, however busy the machine is.
        environment.put("WF_SETTLE", "30000");
        environment.put("WF_SEALING_KEY", "tests");
        environment.put("WF_KEY_TESTS", "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=");
        // Whoever listens no more is noticed within seconds.
        environment.put("WF_STREAM_BEAT_SECONDS", "3");
        if (environment.getOrDefault("WF_DB_URL", "").isBlank()) {
            // The product's own default, and the test may look into the file while the product has it open.
            environment.put("WF_DB_URL", "jdbc:h2:file:" + data.toAbsolutePath().resolve("db").resolve("wf")
                    + ";WRITE_DELAY=0;AUTO_SERVER=TRUE");
            environment.put("WF_DB_USER", "wf");
            environment.put("WF_DB_PASSWORD", "wf");
            environment.merge("WF_JAVA_OPTS", "-Dh2.bindAddress=127.0.0.1", (ours, h2) -> ours + " " + h2);
        }
        return environment;
    }
}
