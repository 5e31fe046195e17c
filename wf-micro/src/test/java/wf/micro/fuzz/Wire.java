package wf.micro.fuzz;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/** Sends what no HTTP library would, each request on a connection of its own, and reads what comes back. */
final class Wire {
    /** After this nobody believes in an answer any more. */
    private static final int PATIENCE = 60_000;

    private final URI product;

    Wire(URI product) {
        this.product = product;
    }

    Answer send(Shot shot) {
        long begun = System.currentTimeMillis();
        long start = System.nanoTime();
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(product.getHost(), product.getPort()), PATIENCE);
            socket.setSoTimeout(PATIENCE);
            String refused = written(socket, shot.bytes(product.getAuthority()));
            byte[] all = socket.getInputStream().readAllBytes();
            return parsed(all, shot.method().equals("HEAD"), refused, begun, millis(start));
        } catch (IOException e) {
            return new Answer(0, Map.of(), e.toString(), begun, millis(start));
        }
    }

    /** A server may answer and hang up before it has everything; what it answered is still to be read. */
    private static String written(Socket socket, byte[] bytes) {
        try {
            OutputStream out = socket.getOutputStream();
            out.write(bytes);
            out.flush();
            return "";
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static long millis(long start) {
        return (System.nanoTime() - start) / 1_000_000;
    }

    private static Answer parsed(byte[] all, boolean headAlone, String refused, long begun, long millis) throws IOException {
        String text = new String(all, StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        if (end < 0) {
            return new Answer(0, Map.of(), "no answer " + refused + text, begun, millis);
        }
        String[] lines = text.substring(0, end).split("\r\n");
        Map<String, String> headers = new TreeMap<>();
        for (int i = 1; i < lines.length; i++) {
            int colon = lines[i].indexOf(':');
            headers.put(lines[i].substring(0, colon).toLowerCase(Locale.ROOT), lines[i].substring(colon + 1).strip());
        }
        byte[] body = java.util.Arrays.copyOfRange(all, end + 4, all.length);
        if (!headAlone && headers.getOrDefault("transfer-encoding", "").equals("chunked")) {
            body = joined(body);
        }
        if (headers.getOrDefault("content-encoding", "").equals("gzip") && body.length > 0) {
            body = new GZIPInputStream(new ByteArrayInputStream(body)).readAllBytes();
        }
        return new Answer(Integer.parseInt(lines[0].split(" ")[1]), headers, new String(body, charset(headers.getOrDefault("content-type", ""))), begun, millis);
    }

    /** Whoever sends UTF-16 over SOAP is answered in it. */
    private static Charset charset(String type) {
        return type.toUpperCase(Locale.ROOT).contains("CHARSET=UTF-16") ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
    }

    private static byte[] joined(byte[] chunks) throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        InputStream in = new ByteArrayInputStream(chunks);
        while (true) {
            StringBuilder size = new StringBuilder();
            for (int c = in.read(); c != '\n'; c = in.read()) {
                if (c < 0) {
                    throw new IOException("the answer breaks off");
                }
                size.append((char) c);
            }
            int length = Integer.parseInt(size.toString().strip(), 16);
            if (length == 0) {
                return whole.toByteArray();
            }
            whole.writeBytes(in.readNBytes(length));
            in.readNBytes(2);
        }
    }
}
