package wf.ws;

import java.util.List;
import wf.access.Caller;
import wf.face.Call;
import wf.face.Catalogue;
import wf.face.Port;
import wf.refusal.Refused;

/** Performs the ports of SOAP and REST: each method calls the operation of the same name with the caller before the arguments. */
final class Binding implements Port.Performer {
    /** The one operation that needs nobody signed on. */
    private static final String OPEN = "ping";

    private final Face face;

    /** What differs between the faces. */
    interface Face {
        /** Completes the arguments from what else the request carries. */
        void complete(Exchange exchange, Call call, Object[] arguments);

        /** The refusal as this face throws it. */
        Exception refusal(Refused refused);
    }

    private Binding(Face face) {
        this.face = face;
    }

    static <P> P of(Class<P> port, Catalogue catalogue, Face face) {
        return Port.of(port, catalogue, List.of(), new Binding(face));
    }

    @Override
    public Object perform(Call call, Object[] given) throws Exception {
        Exchange exchange = Exchange.current();
        exchange.begin();
        Object[] arguments = call.withEmptyRequests(given);
        try {
            Caller caller = call.name().equals(OPEN) ? exchange.caller().orElse(null) : exchange.signedOn();
            face.complete(exchange, call, arguments);
            return call.perform(caller, arguments);
        } catch (Refused refused) {
            throw face.refusal(refused);
        }
    }
}
