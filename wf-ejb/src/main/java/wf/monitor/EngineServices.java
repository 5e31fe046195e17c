package wf.monitor;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import wf.access.Caller;
import wf.command.Attempts;
import wf.command.Idempotency;
import wf.command.Inputs;
import wf.contract.EngineService;
import wf.contract.ErrorCode;
import wf.contract.ServiceReply;
import wf.contract.ServiceRequest;
import wf.job.Rhythm;
import wf.refusal.Messages;
import wf.refusal.Refused;
import wf.runtime.Directories;
import wf.runtime.Right;
import wf.setting.NodeName;
import wf.setting.Setting;
import wf.setting.Settings;
import wf.store.ServiceRow;
import wf.store.ServiceStore;
import wf.store.Transactions;

/**
 * The five services of this node, each running unless an operator has stopped it. What he decided is remembered under the name
 * of the node, and counts again after its next start.
 */
@Singleton
public class EngineServices {

    private final ServiceStore store;
    private final Rhythm rhythm;
    private final Attempts attempts;
    private final Transactions transactions;
    private final Idempotency idempotency;
    private final Directories directories;
    private final InstantSource clock;
    private final String operators;
    private final String node;
    private volatile Map<EngineService, ServiceRow> decided = Map.of();

    @Inject
    public EngineServices(ServiceStore store, Rhythm rhythm, Attempts attempts, Transactions transactions, Idempotency idempotency,
            Directories directories, InstantSource clock, Settings settings) {
        this.store = store;
        this.rhythm = rhythm;
        this.attempts = attempts;
        this.transactions = transactions;
        this.idempotency = idempotency;
        this.directories = directories;
        this.clock = clock;
        this.operators = settings.text(Setting.TENANT_DEFAULT);
        this.node = NodeName.of(settings);
    }

    String node() {
        return node;
    }

    /** At the start of a node, once there are tables. */
    public void recall() {
        Map<EngineService, ServiceRow> known = new EnumMap<>(EngineService.class);
        attempts.of(Locale.ENGLISH, () -> store.of(operators, node)).forEach(row -> known.put(EngineService.valueOf(row.service), row));
        decide(known);
    }

    private void decide(Map<EngineService, ServiceRow> known) {
        decided = known;
        rhythm.stop(!isRunning(EngineService.AUTOMATIC_TASKS));
    }

    public boolean isRunning(EngineService service) {
        ServiceRow row = decided.get(service);
        return row == null || row.running == 1;
    }

    Optional<ServiceRow> decision(EngineService service) {
        return Optional.ofNullable(decided.get(service));
    }

    /** What comes meanwhile is left where it is. */
    public void await(EngineService service) {
        while (!isRunning(service)) {
            try {
                Thread.sleep(500);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("the node stops", e);
            }
        }
    }

    /** @throws Refused UNAVAILABLE where an operator has stopped it on this node */
    void mustRun(EngineService service, Locale locale) {
        if (!isRunning(service)) {
            throw Refused.because(ErrorCode.UNAVAILABLE, Messages.text(locale, "reject.SERVICE_STOPPED", Messages.text(locale, "service." + service.name())));
        }
    }

    /** Measures and services are those of all tenants together: who keeps the installation may see them, and nobody else. */
    void mustOperate(Caller caller) {
        boolean operates = caller.tenant().equals(operators)
                && directories.of(caller.tenant()).member(caller.person()).map(m -> m.rights().everywhere(Right.SYSTEM_SETUP)).orElse(false);
        if (!operates) {
            throw Refused.because(ErrorCode.FORBIDDEN, Messages.text(caller.locale(), "reject.OPERATORS_ONLY"));
        }
    }

    /** What was so already stays so, and is remembered as wanted anew. */
    ServiceReply set(Caller caller, EngineService service, boolean running, ServiceRequest request) {
        mustOperate(caller);
        Inputs.opId(request.opId, caller.locale());
        String fingerprint = Idempotency.fingerprint(running ? "startService" : "stopService", node + ' ' + service, request);
        return attempts.of(caller.locale(), () -> idempotency.earlier(caller, request.opId, fingerprint, ServiceReply.class)
                .orElseGet(() -> stored(caller, service, running, request, fingerprint)));
    }

    private ServiceReply stored(Caller caller, EngineService service, boolean running, ServiceRequest request, String fingerprint) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        ServiceRow row = new ServiceRow();
        row.tenant = operators;
        row.node = node;
        row.service = service.name();
        row.running = running ? 1 : 0;
        row.changedBy = caller.person();
        row.changedAt = now;
        store.put(row);
        ServiceReply reply = new ServiceReply();
        reply.opId = idempotency.opId(request.opId);
        reply.node = node;
        idempotency.remember(caller, reply.opId, fingerprint, now, reply);
        transactions.afterCommit(() -> {
            Map<EngineService, ServiceRow> known = new EnumMap<>(EngineService.class);
            known.putAll(decided);
            known.put(service, row);
            decide(known);
        });
        return reply;
    }
}
