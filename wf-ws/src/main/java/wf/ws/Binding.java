package wf.ws;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import wf.access.Caller;
import wf.face.Call;
import wf.face.Catalogue;
import wf.refusal.Refused;

/**
 * Performs a port: each method calls the operation of the same name with the caller before the arguments. So there is
 * no class of one-line delegations that could leave something out, and what all operations have in common on a face is
 * written once. The table of methods is built when the port is published; an operation without a method, a method
 * without an operation, or different types stop the deployment.
 */
final class Binding implements InvocationHandler {
    /** The one operation that needs nobody signed on. */
    private static final String OPEN = "ping";

    private final Map<Method, Call> calls = new HashMap<>();
    private final Face face;

    /** What differs between the faces. */
    interface Face {
        /** Completes the arguments from what else the request carries. */
        void complete(Exchange exchange, Call call, Object[] arguments);

        /** The refusal as this face throws it. */
        Exception refusal(Refused refused);
    }

    private Binding(Class<?> port, Catalogue catalogue, Face face) {
        this.face = face;
        for (Method method : port.getMethods()) {
            calls.put(method, operation(method, catalogue));
        }
        checkComplete(port, catalogue);
    }

    static <P> P of(Class<P> port, Catalogue catalogue, Face face) {
        Binding binding = new Binding(port, catalogue, face);
        return port.cast(Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, binding));
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        Call call = calls.get(method);
        return call == null ? ofObject(proxy, method, arguments) : perform(call, arguments);
    }

    private Object perform(Call call, Object[] given) throws Exception {
        Exchange exchange = Exchange.current();
        exchange.begin();
        Object[] arguments = given == null ? new Object[0] : call.withEmptyRequests(given);
        try {
            Caller caller = call.name().equals(OPEN) ? exchange.caller().orElse(null) : exchange.signedOn();
            face.complete(exchange, call, arguments);
            return call.perform(caller, arguments);
        } catch (Refused refused) {
            throw face.refusal(refused);
        }
    }

    private static Call operation(Method method, Catalogue catalogue) {
        Call call = catalogue.find(method.getName())
                .orElseThrow(() -> new IllegalStateException("no service has the operation of " + method));
        List<Class<?>> types = call.parameters().stream().<Class<?>>map(Parameter::getType).toList();
        if (!types.equals(Arrays.asList(method.getParameterTypes())) || call.replyType() != method.getReturnType()) {
            throw new IllegalStateException(method + " does not fit " + call);
        }
        return call;
    }

    /** A port that binds one operation of a group has to bind all of them. */
    private void checkComplete(Class<?> port, Catalogue catalogue) {
        Set<Class<?>> groups = new HashSet<>();
        calls.values().forEach(call -> groups.add(call.group()));
        for (Call call : catalogue.calls()) {
            if (groups.contains(call.group()) && !calls.containsValue(call)) {
                throw new IllegalStateException(port.getName() + " has no method for " + call);
            }
        }
    }

    private Object ofObject(Object proxy, Method method, Object[] arguments) {
        return switch (method.getName()) {
            case "equals" -> proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            default -> "binding of " + calls.size() + " operations";
        };
    }
}
