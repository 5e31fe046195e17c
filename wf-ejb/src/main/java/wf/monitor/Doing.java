package wf.monitor;

import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import wf.access.Caller;
import wf.contract.OperationReply;

/**
 * What this thread is doing for whom, for the lines that are written to the log meanwhile. The id of the operation is the
 * client's; one that the server makes is known when it is done.
 */
final class Doing implements AutoCloseable {

    static final Logger LOG = Logger.getLogger("wf.operation.log");
    private static final ThreadLocal<Doing> CURRENT = new ThreadLocal<>();
    private final Doing outer;
    final String tenant;
    final String person;
    final String channel;
    final String operation;
    private String opId;

    private Doing(Doing outer, Caller caller, String operation, String opId) {
        this.outer = outer;
        this.tenant = caller.tenant();
        this.person = caller.person();
        this.channel = caller.channel();
        this.operation = operation;
        this.opId = opId;
    }

    static Doing begin(Caller caller, String operation, Object[] arguments) {
        Doing doing = new Doing(CURRENT.get(), caller, operation, opId(arguments));
        CURRENT.set(doing);
        return doing;
    }

    /** Null where the thread does nothing for anybody. */
    static Doing current() {
        return CURRENT.get();
    }

    String opId() {
        return opId;
    }

    private static String opId(Object[] arguments) {
        for (int i = 1; i < arguments.length; i++) {
            if (arguments[i] != null && arguments[i].getClass().getName().startsWith("wf.contract.")) {
                try {
                    return (String) arguments[i].getClass().getField("opId").get(arguments[i]);
                } catch (NoSuchFieldException | IllegalAccessException e) {
                    // What only asks has none.
                }
            }
        }
        return null;
    }

    void done(Object answer, long begin) {
        if (answer instanceof OperationReply reply) {
            opId = reply.opId;
            LOG.log(Level.FINE, "{0} of instance {1} in {2} ms", new Object[] {operation, String.valueOf(reply.instanceId),
                    TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin)});
        }
    }

    @Override
    public void close() {
        if (outer == null) {
            CURRENT.remove();
        } else {
            CURRENT.set(outer);
        }
    }
}
