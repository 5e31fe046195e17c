package wf.job;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import wf.setting.Setting;
import wf.setting.Settings;
import wf.store.Counting;

/**
 * Looks every second whether something is due, and every few whether tables have grown. The times themselves are rows, so
 * nothing is lost with this timer, and the nodes of a cluster need not know each other. The work is done elsewhere: a tick
 * is over at once. It is the container's scheduled executor and no EJB timer, since Payara Micro keeps even timers that are
 * not persistent in a data grid, which this product does not start.
 */
@Startup
@Singleton
@DependsOn("Migrator")
@Lock(LockType.READ)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Tick {

    private static final Logger LOG = Logger.getLogger(Tick.class.getName());
    private static final int COUNTING_PAUSE = 5_000;
    private static final int SCHEDULING_PAUSE = 3_600_000;

    @Resource
    private ManagedScheduledExecutorService executor;
    @Inject
    private Shifts shifts;
    @Inject
    private Worker worker;
    @Inject
    private Archiving archiving;
    @Inject
    private Forgetting forgetting;
    @Inject
    private Counting counting;
    @Inject
    private Settings settings;
    private final List<ScheduledFuture<?>> running = new ArrayList<>();

    @PostConstruct
    void start() {
        worker.hurryKeptMessages();
        schedule();
        int pause = settings.number(Setting.TICK);
        if (pause > 0) {
            repeat(shifts::begin, pause, "A look for jobs that are due");
            repeat(counting::count, COUNTING_PAUSE, "Counting tables that have grown");
            repeat(this::schedule, SCHEDULING_PAUSE, "Scheduling the daily work of tenants");
        }
    }

    /** Where it is not yet: also of tenants that have come since. */
    private void schedule() {
        archiving.schedule();
        forgetting.schedule();
    }

    @PreDestroy
    void stop() {
        running.forEach(task -> task.cancel(false));
    }

    /** A task that fails is never run again by an executor, and these have to. */
    private void repeat(Runnable task, int pause, String what) {
        running.add(executor.scheduleWithFixedDelay(() -> {
            try {
                task.run();
            } catch (RuntimeException e) {
                LOG.log(Level.WARNING, what + " has failed; the next one follows", e);
            }
        }, pause, pause, TimeUnit.MILLISECONDS));
    }
}
