package wf.micro.fuzz;

import java.io.ByteArrayOutputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * One request as it goes over the wire.
 *
 * @param number by which it is told from others of the same run
 * @param target path and query, as they stand in the first line
 * @param headers name, value, name, value…
 * @param spoiled what was done to it; empty where it is as it should be
 */
record Shot(int number, Door door, String person, String method, String target, List<String> headers, byte[] body, String spoiled) {

    byte[] bytes(String host) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        StringBuilder head = new StringBuilder(method + " " + target + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n");
        for (int i = 0; i < headers.size(); i += 2) {
            head.append(headers.get(i)).append(": ").append(headers.get(i + 1)).append("\r\n");
        }
        if (body != null && headers.stream().noneMatch(h -> h.matches("(?i)Content-Length|Transfer-Encoding"))) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        out.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
        out.writeBytes(body == null ? new byte[0] : body);
        return out.toByteArray();
    }

    /** All that it says, as text, to be searched. */
    String text() {
        return target + " " + String.join(" ", headers) + " " + (body == null ? "" : new String(body, 0, Math.min(body.length, 200_000), StandardCharsets.UTF_8));
    }

    /**
     * Whether it breaks a rule of HTTP itself, so that the server under the product refuses it and shows it to nobody: signs in headers that
     * may not be there, an address that is no UTF-8 or hides its slashes, a trace, an expectation that nobody knows, or a
     * body where none belongs.
     */
    boolean isNoHttp() {
        return method.equals("TRACE") || body != null && method.matches("GET|HEAD|DELETE") || headers.contains("Expect") || headers.stream().anyMatch(h -> !h.matches("[\\x20-\\x7e\\t]*")) || !isAddress(target.split("\\?")[0]);
    }

    private static boolean isAddress(String path) {
        try {
            String decoded = URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
            return decoded.chars().noneMatch(c -> c == 0xfffd || c < 32 || c == '\\') && !path.matches("(?i).*(%2f|%5c|%2e|/\\.\\./|/\\.\\.$).*");
        } catch (IllegalArgumentException brokenEscape) {
            return false;
        }
    }

    @Override
    public String toString() {
        String sent = body == null ? "" : new String(body, 0, Math.min(body.length, 400), StandardCharsets.UTF_8).replaceAll("\\p{Cntrl}", "·");
        return "#" + number + " " + door + (spoiled.isEmpty() ? "" : " [" + spoiled + "]") + " as " + person + ": " + method + " "
                + (target.length() > 300 ? target.substring(0, 300) + "…" : target) + " " + sent;
    }
}
