package wf.call;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import wf.instance.Job;
import wf.node.call.CallInputs;
import wf.node.call.NamedText;
import wf.node.call.RemoteCall;
import wf.node.call.Secret;
import wf.setting.Family;
import wf.setting.Settings;

/** The headers of a request with their secrets in them. The secrets live as long as the call and are written nowhere. */
@Singleton
public class Headers {

    private final Settings settings;

    @Inject
    public Headers(Settings settings) {
        this.settings = settings;
    }

    /** Headers ready to be sent, and the secrets in them. */
    static final class Filled {
        private final List<NamedText> headers = new ArrayList<>();
        private final List<String> secrets = new ArrayList<>();

        void addTo(HttpRequest.Builder request) {
            headers.forEach(h -> request.setHeader(h.name(), h.template()));
        }

        boolean has(String name) {
            return headers.stream().anyMatch(h -> h.name().equalsIgnoreCase(name));
        }

        /** What comes back with a secret in it is kept without. */
        String masked(String text) {
            String masked = text;
            for (String secret : secrets) {
                masked = masked.replace(secret, "***");
            }
            return masked;
        }
    }

    Filled of(RemoteCall.Place place, List<NamedText> modelled, Job job) throws CallFailed {
        Filled filled = new Filled();
        for (NamedText header : modelled) {
            String text = Calls.input(job, CallInputs.HEADER + header.name());
            for (String name : Secret.in(text)) {
                filled.secrets.add(secret(name, place));
            }
            filled.headers.add(new NamedText(header.name(), Secret.filled(text, n -> settings.named(Family.SECRET, n).orElse(""))));
        }
        return filled;
    }

    private String secret(String name, RemoteCall.Place place) throws CallFailed {
        if (!Secret.belongs(name, place.endpoint())) {
            throw CallFailed.forGood("the secret " + name + " does not belong to this endpoint");
        }
        String secret = settings.named(Family.SECRET, name).orElseThrow(() -> CallFailed.forGood(
                "there is no secret " + name + ": an administrator sets " + Family.SECRET.property(name)));
        if (!secret.matches("[\\x20-\\x7e]*")) {
            throw CallFailed.forGood("the secret " + name + " has characters that cannot stand in a header");
        }
        return secret;
    }
}
