package wf.access.filter;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import wf.setting.Setting;
import wf.spi.LoginRefused;

/** Asks a server that signs people on, within bounds: one that hangs, or talks without end, holds up few and not for long. */
final class Asking {
    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final int SECONDS = 5;
    private static final int MOST_BYTES = 100_000;
    private static final int MOST_AT_ONCE = 16;

    private final String server;
    private final Semaphore turns = new Semaphore(MOST_AT_ONCE);
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER).build();

    /** @param server how the log calls it */
    Asking(String server) {
        this.server = server;
    }

    /** What it said, and how. */
    record Answer(int status, byte[] body) { }

    /** The whole answer has to be there in time: a limit for each read would let a slow one go on for ever. */
    Answer ask(HttpRequest request) throws LoginRefused {
        if (!turns.tryAcquire()) {
            throw LoginRefused.down("too many wait for " + server);
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        CompletableFuture<HttpResponse<Void>> coming = client.sendAsync(request,
                BodyHandlers.ofByteArrayConsumer(part -> part.filter(bytes -> body.size() + bytes.length <= MOST_BYTES).ifPresent(body::writeBytes)));
        try {
            return new Answer(coming.get(SECONDS, TimeUnit.SECONDS).statusCode(), body.toByteArray());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw LoginRefused.down("interrupted");
        } catch (ExecutionException | TimeoutException e) {
            throw LoginRefused.down(server + " does not answer");
        } finally {
            coming.cancel(true);
            turns.release();
        }
    }

    /** An address that nobody on the way can read or change. */
    static boolean isSafe(String address) {
        return address != null && (address.startsWith("https://") || address.startsWith("http://127.0.0.1:"));
    }

    static String safe(Setting setting, String address) {
        if (!isSafe(address)) {
            throw new IllegalStateException("Setting " + setting.property() + " is '" + address + "' but must be an https address.");
        }
        return address;
    }
}
