package wf.access;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The place an address stands for: one subscriber has a whole /64 of IPv6 and could use another of it for every guess.
 */
final class Address {

    private Address() {
    }

    static String place(String clientIp) {
        if (clientIp == null || !clientIp.matches("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*")) {
            return String.valueOf(clientIp);
        }
        try {
            InetAddress address = InetAddress.getByName(clientIp);
            return address instanceof Inet6Address
                    ? HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), 8))
                    : address.getHostAddress();
        } catch (UnknownHostException e) {
            return clientIp;
        }
    }
}
