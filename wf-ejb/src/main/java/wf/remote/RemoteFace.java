package wf.remote;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import wf.client.CallContext;
import wf.client.WfException;
import wf.face.Call;
import wf.face.Catalogue;
import wf.face.Languages;
import wf.face.Port;
import wf.face.Refusals;
import wf.refusal.Refused;

/**
 * Performs an interface of the client jar: each method signs the caller on and calls the operation of the same name. What
 * the facades themselves do is to be beans that a server can offer.
 */
@Singleton
public class RemoteFace {
    private static final Logger LOG = Logger.getLogger(RemoteFace.class.getName());

    /** The one operation that needs nobody signed on. */
    private static final String OPEN = "ping";

    private final Catalogue catalogue;
    private final Map<Class<?>, Object> ports = new ConcurrentHashMap<>();
    @EJB
    private RemoteCallers callers;

    @Inject
    public RemoteFace(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    RemoteFace(Catalogue catalogue, RemoteCallers callers) {
        this.catalogue = catalogue;
        this.callers = callers;
    }

    /** One that performs all operations of this interface; where one is missing or differs, there is none. */
    <P> P of(Class<P> port) {
        return port.cast(ports.computeIfAbsent(port, p -> Port.of(p, catalogue, List.of(CallContext.class), this::perform)));
    }

    private Object perform(Call call, Object[] given) throws WfException {
        CallContext context = given[0] == null ? CallContext.ofContainer() : (CallContext) given[0];
        Locale locale = Languages.accepted(context.language);
        try {
            Object[] arguments = call.withEmptyRequests(Arrays.copyOfRange(given, 1, given.length));
            return call.perform(call.name().equals(OPEN) ? null : callers.signedOn(context, locale), arguments);
        } catch (Refused refused) {
            throw new WfException(refused.problem());
        } catch (Exception e) {
            String id = UUID.randomUUID().toString();
            LOG.log(Level.SEVERE, e, () -> "internal error " + id + " at " + call.name());
            throw new WfException(Refusals.internalError(locale, id));
        }
    }
}
