package wf.access;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import wf.setting.Setting;
import wf.setting.Settings;

/**
 * The proxies whose word counts: where a request comes from, whether it was encrypted, who signed on there. What others put
 * into such headers is nobody's word.
 */
@Singleton
public class Proxies {
    private static final int MOST_HOPS = 20;
    private static final Pattern ADDRESS = Pattern.compile("((25[0-5]|2[0-4]\\d|1?\\d?\\d)(\\.(?!$)|$)){4}|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

    private final List<Network> listed;

    /** Addresses that begin with the same bits. */
    private record Network(byte[] address, int bits) {

        static Network parse(String text) {
            int slash = text.indexOf('/');
            byte[] address = bytes(slash < 0 ? text : text.substring(0, slash));
            try {
                int bits = slash < 0 ? Integer.MAX_VALUE : Integer.parseInt(text.substring(slash + 1));
                if (address != null && bits >= 0 && (slash < 0 || bits <= address.length * 8)) {
                    return new Network(address, Math.min(bits, address.length * 8));
                }
            } catch (NumberFormatException e) {
                throw wrong(text, e);
            }
            throw wrong(text, null);
        }

        private static IllegalStateException wrong(String text, Exception cause) {
            return new IllegalStateException("Setting " + Setting.PROXIES.property() + " (" + Setting.PROXIES.variable() + ") has '" + text
                    + "', which is no address or network such as 10.1.2.3 or 10.1.0.0/16.", cause);
        }

        boolean holds(byte[] other) {
            if (other == null || other.length != address.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> bit % 8;
                if ((address[bit / 8] & mask) != (other[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }

    @Inject
    public Proxies(Settings settings) {
        listed = Arrays.stream(settings.text(Setting.PROXIES).split(",")).map(String::strip).filter(text -> !text.isEmpty())
                .map(Network::parse).toList();
    }

    /** Whether this is one of them. */
    public boolean isListed(String address) {
        byte[] bytes = bytes(address);
        return listed.stream().anyMatch(network -> network.holds(bytes));
    }

    /**
     * Where a request comes from: the last address that a listed proxy was called from by somebody who is none.
     *
     * @param remote    who sends it
     * @param forwarded the addresses that proxies say they were called from, the nearest last; or null
     */
    public String client(String remote, String forwarded) {
        String client = remote;
        String[] hops = forwarded == null ? new String[0] : forwarded.split(",");
        for (int i = hops.length - 1; i >= 0 && hops.length - i <= MOST_HOPS && isListed(client); i--) {
            String hop = hops[i].strip();
            if (bytes(hop) == null) {
                break;
            }
            client = hop;
        }
        return client;
    }

    /** Null for what is no address; no name is ever looked up. */
    private static byte[] bytes(String address) {
        if (address == null || !ADDRESS.matcher(address).matches()) {
            return null;
        }
        try {
            return InetAddress.getByName(address).getAddress();
        } catch (UnknownHostException e) {
            return null;
        }
    }
}
