package wf.ws;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import wf.access.EntryLimit;
import wf.access.FreshSignOn;
import wf.access.Proxies;
import wf.access.filter.LoginFilter;
import wf.face.Catalogue;
import wf.setting.Settings;
import wf.stream.ListStreams;

/** The faces over the fake engine in a small server on a free loopback port, mounted just as in the product. */
final class FaceServer implements AutoCloseable {
    final FakeEngine engine = new FakeEngine();
    final FakeEngine.Doors doors = new FakeEngine.Doors();
    /** A proxy that is listed; requests come from it when they are sent by {@link #fromProxy}. */
    static final String PROXY = "127.0.0.7";

    private static final Settings SETTINGS = new Settings(Map.of("wf.proxies", PROXY, "wf.login.filter", "header,cas",
            "wf.login.cas.url", "https://cas.example/cas", "wf.login.cas.service", "https://wf.example/api/v1/enter",
            "wf.stream.person", "2")::get, name -> null);

    final ListStreams streams = FakeEngine.streams(SETTINGS);

    final String url;

    private final Server server = new Server();
    private final HttpClient client = HttpClient.newHttpClient();

    FaceServer() throws Exception {
        ServerConnector connector = new ServerConnector(server);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        Catalogue catalogue = engine.catalogue();
        ServletContextHandler context = new ServletContextHandler();
        context.addEventListener(new Faces(catalogue, doors, new FreshSignOn(doors, new FakeEngine.Nonces(), InstantSource.system()), new Proxies(SETTINGS), new LoginFilter(SETTINGS, List.of()),
                new EntryLimit(SETTINGS, InstantSource.system()), streams, InstantSource.system()));
        server.setHandler(context);
        server.start();
        url = "http://127.0.0.1:" + connector.getLocalPort();
    }

    HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        return send(request(path, headers));
    }

    HttpResponse<String> post(String path, String type, String body, String... headers)
            throws IOException, InterruptedException {
        return send(request(path, headers).header("Content-Type", type).POST(BodyPublishers.ofString(body)));
    }

    HttpResponse<String> json(String path, String body, String... headers) throws IOException, InterruptedException {
        return post(path, "application/json", body, headers);
    }

    HttpResponse<String> soap(String port, String body) throws IOException, InterruptedException {
        String envelope = "<soap:Envelope xmlns:soap='http://schemas.xmlsoap.org/soap/envelope/' xmlns:wf='urn:wf:v1'"
                + " xmlns:c='urn:wf:contract:v1'><soap:Body>" + body + "</soap:Body></soap:Envelope>";
        return post("/services/" + port, "text/xml;charset=UTF-8", envelope);
    }

    HttpResponse<String> soap12(String port, String body) throws IOException, InterruptedException {
        String envelope = "<soap:Envelope xmlns:soap='http://www.w3.org/2003/05/soap-envelope' xmlns:wf='urn:wf:v1'"
                + " xmlns:c='urn:wf:contract:v1'><soap:Body>" + body + "</soap:Body></soap:Envelope>";
        return post("/services/soap12/" + port, "application/soap+xml;charset=UTF-8", envelope);
    }

    /** A request by somebody signed on, unless a header says otherwise. */
    HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path));
        boolean anonymous = false;
        for (int i = 0; i < headers.length; i += 2) {
            anonymous |= headers[i].equals("Cookie") || headers[i].equals("Anonymous") || headers[i].equals("Authorization");
            request.header(headers[i], headers[i + 1]);
        }
        return anonymous ? request : request.header("Authorization", basic("zhao", "secret"));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.timeout(Duration.ofSeconds(20)).build(), BodyHandlers.ofString());
    }

    /** What a listed proxy passes on; over a socket of its own, since only that can come from there. */
    String fromProxy(String request) throws IOException {
        try (Socket socket = new Socket()) {
            socket.bind(new InetSocketAddress(PROXY, 0));
            socket.connect(new InetSocketAddress("127.0.0.1", URI.create(url).getPort()), 5_000);
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    static String basic(String loginName, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((loginName + ":" + password).getBytes());
    }

    @Override
    public void close() throws Exception {
        server.stop();
    }
}
