package wf.access.filter;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import wf.setting.Setting;
import wf.setting.Settings;
import wf.spi.LoginCall;
import wf.spi.LoginClaim;
import wf.spi.LoginFilterAdapter;
import wf.spi.LoginRefused;

/**
 * Tickets of a CAS server (protocol 3.0), at the entry alone: whoever comes without one is sent there, and comes back with one
 * that the server is asked about. It lets a ticket count once, and only for this address. A server that hangs holds up few.
 */
final class CasAdapter implements LoginFilterAdapter {
    static final String NAME = "cas";
    private static final String NAMESPACE = "http://www.yale.edu/tp/cas";
    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final int SECONDS = 5;
    private static final int MOST_BYTES = 100_000;
    private static final int MOST_AT_ONCE = 16;

    private final String server;
    private final String service;
    private final Semaphore turns = new Semaphore(MOST_AT_ONCE);
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER).build();

    CasAdapter(Settings settings) {
        server = address(settings, Setting.LOGIN_CAS_URL).replaceFirst("/+$", "");
        service = address(settings, Setting.LOGIN_CAS_SERVICE);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<LoginClaim> identify(LoginCall call) throws LoginRefused {
        if (call.target() == null) {
            return Optional.empty();
        }
        String here = encoded(service + "?target=" + encoded(call.target()));
        String ticket = call.parameter("ticket");
        if (ticket == null) {
            return Optional.of(LoginClaim.elsewhere(server + "/login?service=" + here));
        } else if (!ticket.matches("[A-Za-z0-9_.-]{1,256}")) {
            throw new LoginRefused("a ticket that cannot be one");
        }
        return Optional.of(LoginClaim.shown(null, user(asked(server + "/p3/serviceValidate?service=" + here + "&ticket=" + encoded(ticket)))));
    }

    /** The whole answer has to be there in time: a limit for each read would let a slow one go on for ever. */
    private byte[] asked(String address) throws LoginRefused {
        if (!turns.tryAcquire()) {
            throw LoginRefused.down("too many wait for the CAS server");
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        CompletableFuture<HttpResponse<Void>> coming = client.sendAsync(HttpRequest.newBuilder(URI.create(address)).build(),
                BodyHandlers.ofByteArrayConsumer(part -> part.filter(bytes -> body.size() + bytes.length <= MOST_BYTES).ifPresent(body::writeBytes)));
        try {
            int status = coming.get(SECONDS, TimeUnit.SECONDS).statusCode();
            if (status != 200) {
                throw LoginRefused.down("the CAS server answers " + status);
            }
            return body.toByteArray();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw LoginRefused.down("interrupted");
        } catch (ExecutionException | TimeoutException e) {
            throw LoginRefused.down("the CAS server does not answer");
        } finally {
            coming.cancel(true);
            turns.release();
        }
    }

    private static String user(byte[] answer) throws LoginRefused {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(new ByteArrayInputStream(answer));
            boolean success = false;
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT && NAMESPACE.equals(xml.getNamespaceURI())) {
                    success |= xml.getLocalName().equals("authenticationSuccess");
                    if (success && xml.getLocalName().equals("user")) {
                        return xml.getElementText().strip();
                    }
                }
            }
            throw new LoginRefused("a ticket that the CAS server does not know");
        } catch (XMLStreamException e) {
            throw new LoginRefused("an answer of the CAS server that cannot be read");
        }
    }

    private static String address(Settings settings, Setting setting) {
        String address = JwtAdapter.needed(settings, setting);
        if (!address.startsWith("https://") && !address.startsWith("http://127.0.0.1:")) {
            throw new IllegalStateException("Setting " + setting.property() + " is '" + address + "' but must be an https address.");
        }
        return address;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
