package wf.monitor;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;
import wf.access.Caller;
import wf.command.Attempts;
import wf.command.Views;
import wf.contract.EngineService;
import wf.contract.HealthCheck;
import wf.contract.HealthInfo;
import wf.contract.Measure;
import wf.contract.MetricsText;
import wf.contract.ServiceInfo;
import wf.contract.ServiceList;
import wf.contract.ServiceReply;
import wf.contract.ServiceRequest;
import wf.job.Rhythm;
import wf.job.Shifts;
import wf.meter.Meters;
import wf.refusal.Messages;
import wf.relay.Relay;
import wf.store.InstanceCache;
import wf.store.ServiceStore;
import wf.stream.ListStreams;

/** What a node tells operators of itself: its services with their measures, whether it is well, and everything for a collector. */
@Singleton
public class Monitoring {

    private static final Logger LOG = Logger.getLogger(Monitoring.class.getName());
    /** So much longer than its longest pause a node may have been busy before it counts as stuck. */
    private static final int PATIENCE = 12;
    private static final String FORMAT = "text/plain; version=0.0.4";
    private final EngineServices services;
    private final Meters meters;
    private final ServiceStore store;
    private final InstanceCache cache;
    private final Shifts shifts;
    private final Rhythm rhythm;
    private final Relay relay;
    private final ListStreams streams;
    private final Attempts attempts;
    private final Views views;
    private final InstantSource clock;

    @Inject
    public Monitoring(EngineServices services, Meters meters, ServiceStore store, InstanceCache cache, Shifts shifts, Rhythm rhythm, Relay relay,
            ListStreams streams, Attempts attempts, Views views, InstantSource clock) {
        this.services = services;
        this.meters = meters;
        this.store = store;
        this.cache = cache;
        this.shifts = shifts;
        this.rhythm = rhythm;
        this.relay = relay;
        this.streams = streams;
        this.attempts = attempts;
        this.views = views;
        this.clock = clock;
    }

    public ServiceList services(Caller caller) {
        services.mustOperate(caller);
        ServiceList list = new ServiceList();
        list.node = services.node();
        Arrays.stream(EngineService.values()).forEach(s -> list.services.add(info(s, caller.locale())));
        return list;
    }

    public ServiceReply set(Caller caller, EngineService service, boolean running, ServiceRequest request) {
        ServiceReply reply = services.set(caller, service, running, request);
        reply.service = info(service, caller.locale());
        return reply;
    }

    private ServiceInfo info(EngineService service, Locale locale) {
        ServiceInfo info = new ServiceInfo();
        info.service = service;
        info.label = Messages.text(locale, "service." + service.name());
        info.running = services.isRunning(service);
        services.decision(service).ifPresent(d -> {
            info.changedBy = d.changedBy;
            info.changedAt = views.date(d.changedAt);
        });
        switch (service) {
            case PROCESS_ENGINE, RULE_ENGINE, MESSAGE_LISTENING -> {
                measure(info, "done", meters.total("wf_service_done_total", "service", service.name()));
                measure(info, "refused", meters.total("wf_service_refused_total", "service", service.name()));
                measure(info, "failed", meters.total("wf_service_failed_total", "service", service.name()));
            }
            case ENGINE_MONITOR -> {
                measure(info, "instancesInMemory", cache.size());
                measure(info, "operations", meters.total("wf_service_done_total"));
                measure(info, "heapUsedBytes", heap());
            }
            case AUTOMATIC_TASKS -> {
                measure(info, "looks", meters.total("wf_job_looks_total"));
                measure(info, "claimed", meters.total("wf_jobs_claimed_total"));
                measure(info, "failed", meters.total("wf_job_failures_total"));
                measure(info, "givenUp", meters.total("wf_jobs_given_up_total"));
                measure(info, "atWork", shifts.atWork());
                measure(info, "due", attempts.of(locale, () -> store.due(now())));
            }
        }
        return info;
    }

    private static void measure(ServiceInfo info, String name, double value) {
        Measure measure = new Measure();
        measure.name = name;
        measure.value = value;
        info.measures.add(measure);
    }

    public HealthInfo health(Caller caller) {
        services.mustOperate(caller);
        services.mustRun(EngineService.ENGINE_MONITOR, caller.locale());
        HealthInfo health = new HealthInfo();
        health.node = services.node();
        check(health, "database", databaseAnswers(), null);
        check(health, "jobs", looksForJobs(), rhythm.lookedAt() == null ? null : rhythm.lookedAt().toString());
        check(health, "events", relay.away() == null, relay.away());
        Arrays.stream(EngineService.values()).forEach(s -> check(health, s.name(), services.isRunning(s), null));
        health.healthy = health.checks.stream().allMatch(c -> c.healthy);
        return health;
    }

    private boolean databaseAnswers() {
        try {
            return attempts.of(Locale.ENGLISH, store::answers);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "the database does not answer", e);
            return false;
        }
    }

    /** A node whose tick has died looks for nothing any more, and nobody would notice but by this. */
    private boolean looksForJobs() {
        Instant last = rhythm.lookedAt();
        return rhythm.longestPause().isZero() || last != null && last.plus(rhythm.longestPause().multipliedBy(PATIENCE)).isAfter(clock.instant());
    }

    private static void check(HealthInfo health, String name, boolean healthy, String detail) {
        HealthCheck check = new HealthCheck();
        check.name = name;
        check.healthy = healthy;
        check.detail = detail;
        health.checks.add(check);
    }

    public MetricsText metrics(Caller caller) {
        services.mustOperate(caller);
        services.mustRun(EngineService.ENGINE_MONITOR, caller.locale());
        StringBuilder out = new StringBuilder();
        meters.write(out);
        for (EngineService service : EngineService.values()) {
            Meters.gauge(out, "wf_service_running_" + service.name().toLowerCase(Locale.ROOT), services.isRunning(service) ? 1 : 0);
        }
        Meters.gauge(out, "wf_jobs_due", attempts.of(caller.locale(), () -> store.due(now())));
        Meters.gauge(out, "wf_jobs_dead", attempts.of(caller.locale(), store::dead));
        Meters.gauge(out, "wf_job_workers", shifts.atWork());
        Meters.gauge(out, "wf_instances_in_memory", cache.size());
        Meters.gauge(out, "wf_list_streams", streams.open());
        Meters.gauge(out, "wf_heap_used_bytes", heap());
        Meters.gauge(out, "wf_heap_max_bytes", Runtime.getRuntime().maxMemory());
        Meters.gauge(out, "wf_threads", ManagementFactory.getThreadMXBean().getThreadCount());
        Meters.gauge(out, "wf_uptime_seconds", ManagementFactory.getRuntimeMXBean().getUptime() / 1_000.0);
        MetricsText text = new MetricsText();
        text.mediaType = FORMAT;
        text.content = out.toString();
        return text;
    }

    private static long heap() {
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
