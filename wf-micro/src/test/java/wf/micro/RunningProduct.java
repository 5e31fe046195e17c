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

/**
 * Gives tests the root address of a running product as a {@link URI} parameter: the one named by {@code wf.url} (a
 * full server, see wf-ear/servers), else one Payara Micro that is started for the whole run. The database is that of
 * the environment.
 */
public final class RunningProduct implements BeforeAllCallback, ParameterResolver {
    private record Product(URI url, MicroServer server) implements AutoCloseable {
        @Override
        public void close() {
            if (server != null) {
                server.stop();
            }
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        product(context);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == URI.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return product(context).url();
    }

    private static Product product(ExtensionContext context) {
        return context.getRoot().getStore(Namespace.GLOBAL)
                .computeIfAbsent(Product.class, key -> start(), Product.class);
    }

    private static Product start() {
        String given = System.getProperty("wf.url", "");
        if (!given.isBlank()) {
            return new Product(URI.create(given), null);
        }
        try {
            Path data = Path.of(System.getProperty("wf.data"));
            Child.empty(data);
            MicroServer server = MicroServer.start(environment(), Integer.getInteger("wf.port"), data, System.out::println);
            return new Product(server.url(), server);
        } catch (StartFailure | IOException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    /** That of this process, with the sample people and a door to the broker unless it says otherwise. */
    private static Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.putIfAbsent("WF_SAMPLE", "true");
        environment.putIfAbsent("WF_BROKER_LISTEN", broker());
        return environment;
    }

    /** Where the broker listens: on the port below that of the product. */
    static String broker() {
        return System.getenv().getOrDefault("WF_BROKER_LISTEN", "tcp://127.0.0.1:" + (Integer.getInteger("wf.port") - 1));
    }
}
