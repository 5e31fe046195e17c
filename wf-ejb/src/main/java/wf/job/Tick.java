package wf.job;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import wf.setting.Setting;
import wf.setting.Settings;

/**
 * Looks every second whether something is due. The times themselves are rows, so nothing is lost with this timer, and
 * the nodes of a cluster need not know each other. The work is done elsewhere: a tick is over at once.
 */
@Startup
@Singleton
@DependsOn("Migrator")
@Lock(LockType.READ)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Tick {

    @Resource
    private TimerService timers;
    @Inject
    private Shifts shifts;
    @Inject
    private Worker worker;
    @Inject
    private Settings settings;

    @PostConstruct
    void start() {
        worker.hurryKeptMessages();
        int pause = settings.number(Setting.TICK);
        if (pause > 0) {
            timers.createIntervalTimer(pause, pause, new TimerConfig(null, false));
        }
    }

    @Timeout
    void tick() {
        shifts.begin();
    }
}
