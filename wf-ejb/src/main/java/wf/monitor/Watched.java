package wf.monitor;

import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.InvocationContext;
import java.util.Set;
import java.util.regex.Pattern;
import wf.access.Caller;
import wf.contract.EngineService;
import wf.meter.Meters;
import wf.refusal.Refused;

/**
 * Around each operation of each group, whatever face it came by: it is refused where its service is stopped, counted and
 * timed, and the log knows it while it runs. A refused read leaves the transaction to the caller.
 */
public class Watched {

    private static final Set<String> MESSAGES = Set.of("sendMessage", "sendSignal");
    /** The groups of operations that are about instances and work. */
    private static final Set<String> ENGINE = Set.of("InstanceService", "WorkItemService");
    /** What only reads, by its name. */
    private static final Pattern READ = Pattern.compile("(get|list|count|find|compare|explain|verify|check|format|evaluate)[A-Z].*|openInstance|isWorkday|addWorkTime|workTimeBetween|whoAmI");
    private static final String SCRIPT = "Script";
    private static final String JOB = "Job";
    @Inject
    private EngineServices services;
    @Inject
    private Meters meters;

    @AroundInvoke
    public Object around(InvocationContext context) throws Exception {
        Object[] arguments = context.getParameters();
        if (arguments == null || arguments.length == 0 || !(arguments[0] instanceof Caller caller)) {
            return context.proceed();
        }
        String operation = context.getMethod().getName();
        EngineService service = of(operation);
        if (isStopped(service, operation, context.getMethod().getDeclaringClass())) {
            services.mustRun(service, caller.locale());
        }
        long begin = System.nanoTime();
        try (Doing doing = Doing.begin(caller, operation, arguments)) {
            Object answer = context.proceed();
            meters.count("wf_service_done_total", 1, "service", service.name());
            doing.done(answer, begin);
            return answer;
        } catch (Refused e) {
            meters.count("wf_service_refused_total", 1, "service", service.name(), "code", e.problem().code.name());
            throw READ.matcher(operation).matches() ? e.harmless() : e;
        } catch (Exception e) {
            meters.count("wf_service_failed_total", 1, "service", service.name());
            throw e;
        } finally {
            meters.time("wf_operation_seconds", System.nanoTime() - begin, "operation", operation);
        }
    }

    /** Signing on, people and models are none of the process engine's, and administrators reach jobs whatever stands. */
    private boolean isStopped(EngineService service, String operation, Class<?> group) {
        boolean concerned = service != EngineService.PROCESS_ENGINE || ENGINE.contains(group.getSimpleName()) && !operation.contains(JOB);
        return concerned && !services.isRunning(service);
    }

    private static EngineService of(String operation) {
        return MESSAGES.contains(operation) ? EngineService.MESSAGE_LISTENING
                : operation.contains(SCRIPT) ? EngineService.RULE_ENGINE : EngineService.PROCESS_ENGINE;
    }
}
