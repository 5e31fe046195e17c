package wf.face;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import wf.access.Caller;
import wf.contract.ErrorCode;
import wf.contract.Problem;

/**
 * One operation as a face sees it: a name, parameters with names and types, and how to perform it. The caller is the
 * first parameter of every service method and not among the parameters here: no face lets a client choose it.
 */
public final class Call {
    private final Class<?> group;
    private final Method method;
    private final List<Parameter> parameters;
    private final Object bean;

    Call(Class<?> group, Method method, Object bean) {
        this.group = group;
        this.method = method;
        this.bean = bean;
        this.parameters = Arrays.asList(method.getParameters()).subList(1, method.getParameterCount());
        if (!method.getParameters()[0].isNamePresent()) {
            throw new IllegalStateException(group.getName() + " was compiled without the names of parameters");
        }
    }

    /** Whether this service method is an operation: it takes the caller first. */
    static boolean isOperation(Method method) {
        return Modifier.isPublic(method.getModifiers()) && !method.isSynthetic()
                && method.getParameterCount() > 0 && method.getParameterTypes()[0] == Caller.class;
    }

    public String name() {
        return method.getName();
    }

    /** The service that the operation belongs to. */
    public Class<?> group() {
        return group;
    }

    public List<Parameter> parameters() {
        return parameters;
    }

    public Class<?> replyType() {
        return method.getReturnType();
    }

    /** The arguments, with an empty request in place of one that was not sent. */
    public Object[] withEmptyRequests(Object[] arguments) {
        Object[] all = arguments.clone();
        for (int i = 0; i < all.length; i++) {
            Class<?> type = parameters.get(i).getType();
            if (all[i] == null && isRequest(type)) {
                all[i] = newRequest(type);
            }
        }
        return all;
    }

    private static boolean isRequest(Class<?> type) {
        return type.getPackage() == Problem.class.getPackage() && !type.isEnum();
    }

    private static Object newRequest(Class<?> type) {
        try {
            return type.getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return method.toString();
    }

    /** Performs the operation, where the way that the caller came by leaves it to him; throws what the service throws. */
    public Object perform(Caller caller, Object... arguments) throws Exception {
        if (caller != null && !caller.mayCall(name())) {
            throw Refusals.refused(ErrorCode.FORBIDDEN, caller.locale(), "access.service.operation", caller.via(), name());
        }
        Object[] all = new Object[arguments.length + 1];
        all[0] = caller;
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        try {
            return method.invoke(bean, all);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }
}
