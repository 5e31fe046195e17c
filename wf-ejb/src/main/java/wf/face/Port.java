package wf.face;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Performs an interface of a face: each method is the operation of the same name. So there is no class of delegations
 * that could leave something out, and what all operations have in common on a face is written once. The table of methods
 * is built when the port is; an operation without a method, a method without an operation, or different types stop the
 * deployment.
 */
public final class Port implements InvocationHandler {
    private final Map<Method, Call> calls = new HashMap<>();
    private final Performer performer;

    /** What is done for each operation. */
    public interface Performer {
        /** @param arguments as the method was given them */
        Object perform(Call call, Object[] arguments) throws Exception;
    }

    private Port(Class<?> port, Catalogue catalogue, List<Class<?>> first, Performer performer) {
        this.performer = performer;
        for (Method method : port.getMethods()) {
            calls.put(method, operation(method, catalogue, first));
        }
        checkComplete(port, catalogue);
    }

    /**
     * The interface, performed.
     *
     * @param first what the methods of this face take before the arguments of the operation
     */
    public static <P> P of(Class<P> port, Catalogue catalogue, List<Class<?>> first, Performer performer) {
        return port.cast(Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, new Port(port, catalogue, first, performer)));
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        Call call = calls.get(method);
        return call == null ? ofObject(proxy, method, arguments) : performer.perform(call, arguments == null ? new Object[0] : arguments);
    }

    private static Call operation(Method method, Catalogue catalogue, List<Class<?>> first) {
        Call call = catalogue.find(method.getName())
                .orElseThrow(() -> new IllegalStateException("no service has the operation of " + method));
        List<Class<?>> types = new ArrayList<>(first);
        call.parameters().stream().map(Parameter::getType).forEach(types::add);
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
