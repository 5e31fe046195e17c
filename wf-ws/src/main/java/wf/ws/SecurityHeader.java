package wf.ws;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.namespace.QName;
import org.apache.cxf.binding.soap.SoapMessage;
import org.apache.cxf.binding.soap.interceptor.AbstractSoapInterceptor;
import org.apache.cxf.headers.Header;
import org.apache.cxf.helpers.DOMUtils;
import org.apache.cxf.phase.Phase;
import org.apache.wss4j.common.bsp.BSPEnforcer;
import org.apache.wss4j.common.ext.WSSecurityException;
import org.apache.wss4j.dom.WSConstants;
import org.w3c.dom.Element;
import wf.access.Caller;
import wf.access.FreshSignOn;
import wf.access.UsernameToken;
import wf.contract.ErrorCode;
import wf.face.Refusals;
import wf.refusal.Refused;

/**
 * Signs on by the UsernameToken of WS-Security whoever has said nothing in the lines of HTTP. It stands behind the header and
 * before the body, of which nothing is read for somebody who is nobody. WSS4J reads the token; the rest of it, which would bring caches,
 * a SAAJ and signatures, is not in the product.
 */
final class SecurityHeader extends AbstractSoapInterceptor {
    private static final QName NAME = new QName(WSConstants.WSSE_NS, WSConstants.WSSE_LN);
    private static final QName TOKEN = new QName(WSConstants.WSSE_NS, WSConstants.USERNAME_TOKEN_LN);
    private static final QName TIMESTAMP = new QName(WSConstants.WSU_NS, WSConstants.TIMESTAMP_TOKEN_LN);

    private final FreshSignOn signOn;

    SecurityHeader(FreshSignOn signOn) {
        super(Phase.PRE_PROTOCOL);
        this.signOn = signOn;
    }

    @Override
    public Set<QName> getUnderstoodHeaders() {
        return Set.of(NAME);
    }

    @Override
    public void handleMessage(SoapMessage message) {
        Exchange exchange = Exchange.current();
        List<Element> tokens = tokens(message, exchange);
        if (tokens.size() + (exchange.caller().isPresent() ? 1 : 0) > 1) {
            throw Refusals.invalidInput(exchange.locale(), "soap.twice");
        } else if (exchange.caller().isEmpty()) {
            tokens.stream().map(token -> caller(read(token, exchange), exchange)).forEach(exchange::signOn);
            exchange.signedOn();
        }
    }

    /** What breaks here is no fault of the request, though it comes before any operation. */
    private Caller caller(UsernameToken token, Exchange exchange) {
        try {
            return signOn.byToken(token, exchange.channel(), exchange.clientIp(), exchange.locale());
        } catch (RuntimeException | LinkageError | StackOverflowError failed) {
            throw new Refused(Problems.of(failed, exchange));
        }
    }

    /** What else may stand in such a header would have to be obeyed, or not be said to be understood. */
    private static List<Element> tokens(SoapMessage message, Exchange exchange) {
        List<Element> tokens = new ArrayList<>();
        for (Header header : message.getHeaders()) {
            if (header.getName().equals(NAME) && header.getObject() instanceof Element security) {
                for (Element child = DOMUtils.getFirstElement(security); child != null; child = DOMUtils.getNextElement(child)) {
                    QName name = DOMUtils.getElementQName(child);
                    if (name.equals(TOKEN)) {
                        tokens.add(child);
                    } else if (!name.equals(TIMESTAMP)) {
                        throw Refusals.invalidInput(exchange.locale(), "soap.other", name.getLocalPart());
                    }
                }
            }
        }
        return tokens;
    }

    /** Without the rules on how a token should be written: many a client leaves out what they ask for and means the same. */
    private static UsernameToken read(Element element, Exchange exchange) {
        try {
            var token = new org.apache.wss4j.dom.message.token.UsernameToken(element, true, new BSPEnforcer(true));
            return new UsernameToken(token.getName(), token.getPassword(), token.isHashed(), token.getNonce(), token.getCreatedDate(), token.getCreated());
        } catch (WSSecurityException unreadable) {
            throw Refusals.refused(ErrorCode.UNAUTHENTICATED, exchange.locale(), "access.fresh.bare");
        }
    }
}
