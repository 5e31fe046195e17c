package wf.access.filter;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
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
    private static final String PREFIX = "cas:";
    private static final String NAMESPACE = "http://www.yale.edu/tp/cas";

    private final String server;
    private final String service;
    private final Asking asking = new Asking("the CAS server");

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
        String ticket = call.parameter("ticket");
        if (ticket == null) {
            String word = Chance.word();
            return Optional.of(LoginClaim.elsewhere(server + "/login?service=" + here(call.target(), word), PREFIX + word));
        } else if (!ticket.matches("[A-Za-z0-9_.-]{1,256}")) {
            throw new LoginRefused("a ticket that cannot be one");
        }
        String word = call.parameter("state");
        if (!Chance.isSame(call.remembered(), PREFIX + word)) {
            throw new LoginRefused("a ticket that another browser asked for, or too long ago");
        }
        String address = server + "/p3/serviceValidate?service=" + here(call.target(), word) + "&ticket=" + encoded(ticket);
        return Optional.of(LoginClaim.shown(null, user(asked(address))));
    }

    /** The address to which a ticket is given: with a word that only this browser can bring back. */
    private String here(String target, String word) {
        return encoded(service + "?target=" + encoded(target) + "&state=" + encoded(word));
    }

    private byte[] asked(String address) throws LoginRefused {
        Asking.Answer answer = asking.ask(HttpRequest.newBuilder(URI.create(address)).build());
        if (answer.status() != 200) {
            throw LoginRefused.down("the CAS server answers " + answer.status());
        }
        return answer.body();
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
        return Asking.safe(setting, JwtAdapter.needed(settings, setting));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
