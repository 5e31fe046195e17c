package wf.face;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import wf.access.Caller;
import wf.audit.Attempt;
import wf.contract.ErrorCode;
import wf.contract.Problem;
import wf.refusal.Refused;
import wf.refusal.Required;

/**
 * One operation as a face sees it: a name, parameters with names and types, and how to perform it. The caller is the
 * first parameter of every service method and not among the parameters here: no face lets a client choose it.
 */
public final class Call {
    /** What changes no instance, and so leaves no row in a journal (§0.5). */
    private static final Set<String> BESIDE = Set.of("openInstance", "openWorkItem", "save", "circulate", "markRead", "urge",
            "retryJob", "runJob", "pauseJob", "resumeJob", "rescheduleJob", "startService", "stopService");

    private final Class<?> group;
    private final Method method;
    private final List<Parameter> parameters;
    private final Object bean;
    private final Consumer<Attempt> log;
    private final InstantSource clock;

    Call(Class<?> group, Method method, Object bean, Consumer<Attempt> log, InstantSource clock) {
        this.group = group;
        this.method = method;
        this.bean = bean;
        this.log = log;
        this.clock = clock;
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
        try {
            Object reply = allowed(caller, arguments);
            if (caller != null && BESIDE.contains(name()) && !asks(arguments)) {
                log.accept(attempt(caller, arguments));
            }
            return reply;
        } catch (Refused refused) {
            if (caller != null) {
                log.accept(attempt(caller, arguments).refused(refused.problem()));
            }
            throw refused;
        }
    }

    private Object allowed(Caller caller, Object[] arguments) throws Exception {
        if (caller != null && !caller.mayCall(name())) {
            throw Refusals.refused(ErrorCode.FORBIDDEN, caller.locale(), "access.service.operation", caller.via(), name());
        }
        refuseWithout(caller, arguments);
        Object[] all = new Object[arguments.length + 1];
        all[0] = caller;
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        try {
            return method.invoke(bean, all);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }

    private void refuseWithout(Caller caller, Object[] arguments) {
        for (int i = 0; i < arguments.length; i++) {
            Parameter parameter = parameters.get(i);
            if (arguments[i] == null && parameter.isAnnotationPresent(Required.class)) {
                throw Refusals.invalidInput(caller.locale(), "parameter.missing", parameter.getName(), JsonErrors.expected(parameter.getType(), caller.locale()));
            }
        }
    }

    // ---- for the access log ----

    private Attempt attempt(Caller caller, Object[] arguments) {
        return new Attempt(caller, clock.instant().truncatedTo(ChronoUnit.MICROS), name(), (String) sent("opId", arguments), Attempt.DONE, null,
                (Long) argument("instanceId", arguments), (Long) argument("workItemId", arguments));
    }

    /** Whether it is a preview, which does nothing. */
    private boolean asks(Object[] arguments) {
        return Boolean.TRUE.equals(sent("preview", arguments));
    }

    private Object argument(String name, Object[] arguments) {
        for (int i = 0; i < arguments.length; i++) {
            if (parameters.get(i).getName().equals(name)) {
                return arguments[i];
            }
        }
        return null;
    }

    /** What a field of the request holds; null where there is none. */
    private static Object sent(String field, Object[] arguments) {
        return Arrays.stream(arguments).filter(a -> a != null && isRequest(a.getClass())).filter(a -> RequestFields.find(a.getClass(), field) != null)
                .map(a -> RequestFields.get(RequestFields.find(a.getClass(), field), a)).filter(Objects::nonNull).findFirst().orElse(null);
    }
}
