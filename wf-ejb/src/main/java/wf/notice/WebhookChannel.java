package wf.notice;

import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import wf.call.CallFailed;
import wf.call.Http;
import wf.setting.Family;
import wf.setting.Setting;
import wf.setting.Settings;
import wf.spi.ChannelFailed;
import wf.spi.ChannelMessage;
import wf.spi.MessageChannel;
import wf.store.Json;

/**
 * A gateway that takes messages by POST: for short messages, for instant ones, or a to-do centre that keeps entries. The address
 * stands in the configuration and nowhere else. What is sent is signed, so that the gateway knows from whom it comes, and has a
 * key by which it knows a message that comes again.
 */
final class WebhookChannel implements MessageChannel {

    private final String name;
    private final Settings settings;
    private final Http http;
    private final Duration patience;

    WebhookChannel(String name, Settings settings, Http http) {
        this.name = name;
        this.settings = settings;
        this.http = http;
        this.patience = settings.time(Setting.NOTIFY_SECONDS, ChronoUnit.SECONDS);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean retracts() {
        return true;
    }

    @Override
    public boolean send(ChannelMessage message) throws ChannelFailed {
        URI address = settings.named(Family.ENDPOINT, name).map(URI::create)
                .orElseThrow(() -> new ChannelFailed("there is no address of " + name + ": an administrator sets " + Family.ENDPOINT.property(name), false));
        String body = Json.write(message);
        try {
            int status = http.send(address, at -> request(at, message.id, body), patience, name).status();
            if (status < 200 || status > 299) {
                throw new ChannelFailed(name + " answers " + status, status >= 400 && status < 500 && status != 408 && status != 425 && status != 429);
            }
            return true;
        } catch (CallFailed e) {
            throw new ChannelFailed(e.getMessage(), false);
        }
    }

    private HttpRequest.Builder request(URI address, String id, String body) {
        String moment = Long.toString(Instant.now().getEpochSecond());
        HttpRequest.Builder request = HttpRequest.newBuilder(address).header("Content-Type", "application/json; charset=utf-8")
                .header("Idempotency-Key", id).header("X-Wf-Timestamp", moment).POST(HttpRequest.BodyPublishers.ofString(body));
        settings.named(Family.SECRET, name).ifPresent(secret -> request.header("X-Wf-Signature", "sha256=" + signature(secret, moment + "." + body)));
        return request;
    }

    private static String signature(String secret, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
