package wf.call;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Locale;
import wf.instance.Job;
import wf.node.call.CallInputs;
import wf.node.call.RemoteCall;
import wf.setting.Family;
import wf.setting.Setting;
import wf.setting.Settings;

/** Where calls may go: to the endpoints of the configuration, and to the hosts on its list. */
@Singleton
public class Places {

    private final Settings settings;

    @Inject
    public Places(Settings settings) {
        this.settings = settings;
    }

    URI of(RemoteCall.Place place, Job job) throws CallFailed {
        String address = Calls.input(job, CallInputs.ADDRESS);
        URI uri = uri(place.endpoint() == null ? address : base(place.endpoint()) + address);
        if (place.endpoint() == null && !isAllowed(uri)) {
            throw CallFailed.forGood("calls to " + uri.getAuthority() + " are not allowed: an administrator adds the host to "
                    + Setting.CALL_ALLOWED.property() + ", or gives it a name as an endpoint");
        }
        return uri;
    }

    private String base(String endpoint) throws CallFailed {
        return settings.named(Family.ENDPOINT, endpoint).map(b -> b.replaceFirst("/+$", "")).orElseThrow(() -> CallFailed.forGood(
                "there is no endpoint " + endpoint + ": an administrator sets " + Family.ENDPOINT.property(endpoint)));
    }

    private static URI uri(String address) throws CallFailed {
        try {
            URI uri = new URI(address);
            boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            if (http && uri.getHost() != null && uri.getUserInfo() == null) {
                return uri;
            }
        } catch (URISyntaxException e) {
            // Told below, with the others.
        }
        throw CallFailed.forGood("this is no address that can be called: " + Calls.excerpt(address));
    }

    private boolean isAllowed(URI uri) {
        return Arrays.stream(settings.text(Setting.CALL_ALLOWED).split(",")).map(String::strip).filter(p -> !p.isEmpty())
                .anyMatch(p -> fits(p.toLowerCase(Locale.ROOT), uri));
    }

    private static boolean fits(String pattern, URI uri) {
        int colon = pattern.lastIndexOf(':');
        boolean hasPort = colon > 0 && pattern.substring(colon + 1).matches("[0-9]{1,5}");
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        String wanted = hasPort ? pattern.substring(0, colon) : pattern;
        int port = hasPort ? Integer.parseInt(pattern.substring(colon + 1)) : usualPort(uri);
        boolean sameHost = wanted.startsWith("*.") ? host.endsWith(wanted.substring(1)) : host.equals(wanted);
        return sameHost && port == portOf(uri);
    }

    static boolean isSame(URI one, URI other) {
        return one.getScheme().equals(other.getScheme()) && one.getHost().equalsIgnoreCase(other.getHost()) && portOf(one) == portOf(other);
    }

    private static int portOf(URI uri) {
        return uri.getPort() < 0 ? usualPort(uri) : uri.getPort();
    }

    private static int usualPort(URI uri) {
        return uri.getScheme().equals("https") ? 443 : 80;
    }
}
