package wf.call;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wf.setting.Setting;
import wf.setting.Settings;

/**
 * Requests by HTTP, with a limit of size and of time for the whole of it. Where an answer leads to another host nobody
 * follows, since what was sent is meant for this one.
 */
@Singleton
public class Http {

    private static final int MAX_REDIRECTS = 3;
    private static final Pattern CHARSET = Pattern.compile("charset=\"?([A-Za-z0-9._-]+)", Pattern.CASE_INSENSITIVE);

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER).connectTimeout(Duration.ofSeconds(10)).build();
    private final int maximum;

    @Inject
    public Http(Settings settings) {
        maximum = settings.number(Setting.CALL_MAXIMUM_BYTES);
    }

    /** An answer: its status, its type without parameters, its text. */
    public record Received(int status, String type, String text) { }

    /** @param request makes the request for an address, with everything but its timeout */
    public Received send(URI address, Function<URI, HttpRequest.Builder> request, Duration timeout, String target)
            throws CallFailed {
        long end = System.nanoTime() + timeout.toNanos();
        URI at = address;
        for (int hops = 0; ; hops++) {
            HttpRequest one = request.apply(at).build();
            HttpResponse<byte[]> response = once(one, end, target);
            Optional<URI> next = redirect(one, response, target);
            if (next.isEmpty()) {
                return received(response, target);
            } else if (hops == MAX_REDIRECTS || !Places.isSame(address, next.get())) {
                throw CallFailed.forGood(target + " leads to " + next.get().getHost() + ", where nobody follows");
            }
            at = next.get();
        }
    }

    private HttpResponse<byte[]> once(HttpRequest request, long end, String target) throws CallFailed {
        CompletableFuture<HttpResponse<byte[]>> answer = client.sendAsync(request, r -> new Limited(maximum));
        try {
            return answer.get(Math.max(1, end - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw CallFailed.forNow(target + " did not answer in time");
        } catch (ExecutionException e) {
            throw failed(e.getCause(), target);
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw CallFailed.forNow("the server stops");
        }
    }

    private CallFailed failed(Throwable cause, String target) {
        for (Throwable at = cause; at != null; at = at.getCause()) {
            if (at instanceof Limited.TooLarge) {
                return CallFailed.forGood(target + " answers more than " + maximum + " bytes");
            }
        }
        return CallFailed.forNow(target + " cannot be reached: " + Calls.excerpt(cause.getClass().getSimpleName() + " "
                + (cause.getMessage() == null ? "" : cause.getMessage())));
    }

    /** Where the answer leads to, when that is meant for requests of this kind. */
    private static Optional<URI> redirect(HttpRequest request, HttpResponse<?> response, String target) throws CallFailed {
        boolean follows = switch (response.statusCode()) {
            case 307, 308 -> true;
            case 301, 302, 303 -> request.method().equals("GET") || request.method().equals("HEAD");
            default -> false;
        };
        Optional<String> location = response.headers().firstValue("Location").filter(l -> follows);
        if (location.isEmpty()) {
            return Optional.empty();
        }
        try {
            URI next = response.uri().resolve(location.get());
            boolean http = ("http".equals(next.getScheme()) || "https".equals(next.getScheme())) && next.getHost() != null;
            return Optional.of(http ? next : URI.create("http://elsewhere.invalid/"));
        } catch (IllegalArgumentException e) {
            throw CallFailed.forGood(target + " leads to no address");
        }
    }

    private static Received received(HttpResponse<byte[]> response, String target) throws CallFailed {
        String type = response.headers().firstValue("Content-Type").orElse("");
        if (response.headers().firstValue("Content-Encoding").filter(e -> !e.equalsIgnoreCase("identity")).isPresent()) {
            throw CallFailed.forGood(target + " answers in a compressed form that nobody asked for");
        }
        Matcher named = CHARSET.matcher(type);
        return new Received(response.statusCode(), type.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT),
                new String(response.body(), named.find() ? charset(named.group(1)) : StandardCharsets.UTF_8));
    }

    private static Charset charset(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalArgumentException e) {
            return StandardCharsets.UTF_8;
        }
    }
}
