import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.logging.Level;
import java.util.logging.Logger;

/** What lies outside of the product, on loopback: a mail server, and a system that its processes call. Both take everything and remember it. */
final class Outside implements AutoCloseable {

    /** Held, since a logger that nobody holds forgets its level: connections that break are what a fault is about. */
    private static final Logger MAILS = Logger.getLogger("com.icegreen");
    private final GreenMail mails = new GreenMail(smtp());
    private final HttpServer system;
    private final ExecutorService answering = Executors.newFixedThreadPool(8);
    /** By the path that is called: under which keys, and how often under each. */
    private final Map<String, Map<String, Long>> calls = new ConcurrentHashMap<>();

    Outside() throws IOException {
        MAILS.setLevel(Level.OFF);
        mails.start();
        system = HttpServer.create(new InetSocketAddress("127.0.0.1", port("WF_CLUSTER_SYSTEM_PORT", "8191")), 0);
        system.createContext("/", this::record);
        system.setExecutor(answering);
        system.start();
    }

    private static ServerSetup smtp() {
        ServerSetup setup = new ServerSetup(port("WF_MAIL_PORT", "3125"), "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
        setup.setServerStartupTimeout(60_000);
        return setup;
    }

    private static int port(String variable, String standard) {
        return Integer.parseInt(System.getenv().getOrDefault(variable, standard));
    }

    private void record(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String key = String.valueOf(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
        calls.computeIfAbsent(path, p -> new ConcurrentHashMap<>()).merge(key, 1L, Long::sum);
        try {
            // Long enough for a fault to fall between the call and its answer.
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        exchange.getRequestBody().readAllBytes();
        exchange.sendResponseHeaders(204, -1);
        exchange.close();
    }

    /** Under how many keys each path has been called; the system would have had that many effects. */
    Map<String, Long> effects() {
        Map<String, Long> effects = new HashMap<>();
        calls.forEach((path, keys) -> effects.put(path, (long) keys.size()));
        return effects;
    }

    /** Calls that came again under their key. */
    long callsAgain() {
        return calls.values().stream().flatMap(keys -> keys.values().stream()).mapToLong(n -> n - 1).sum();
    }

    /** How often each Message-ID was caught. */
    Map<String, Long> mails() throws MessagingException {
        Map<String, Long> caught = new HashMap<>();
        for (MimeMessage mail : mails.getReceivedMessages()) {
            caught.merge(String.valueOf(mail.getMessageID()), 1L, Long::sum);
        }
        return caught;
    }

    @Override
    public void close() {
        system.stop(0);
        answering.shutdownNow();
        mails.stop();
    }
}
