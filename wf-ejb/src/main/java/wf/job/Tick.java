package wf.job;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import wf.setting.Setting;
import wf.setting.Settings;

/**
 * Looks every second whether something is due. The times themselves are rows, so nothing is lost with this timer, and
 * the nodes of a cluster need not know each other. The work is done elsewhere: a tick is over at once. It is no EJB timer,
 * since Payara Micro has those only together with its data grid.
 */
@Startup
@Singleton
@DependsOn("Migrator")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Tick {

    @Resource(lookup = "java:comp/DefaultManagedScheduledExecutorService")
    private ManagedScheduledExecutorService timers;
    @Inject
    private Shifts shifts;
    @Inject
    private Worker worker;
    @Inject
    private Settings settings;
    private ScheduledFuture<?> ticking;

    @PostConstruct
    void start() {
        worker.hurryKeptMessages();
        int pause = settings.number(Setting.TICK);
        if (pause > 0) {
            ticking = timers.scheduleWithFixedDelay(shifts::begin, pause, pause, TimeUnit.MILLISECONDS);
        }
    }

    @PreDestroy
    void stop() {
        if (ticking != null) {
            ticking.cancel(false);
        }
    }
}
