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
import wf.audit.AccessLog;
import wf.setting.Setting;
import wf.setting.Settings;
import wf.store.Alarm;
import wf.store.Counting;
import wf.store.DatabaseClock;
import wf.stream.ListNews;

/**
 * Listens whether it is time to look for something that is due, and looks now and then whether tables have grown. The times themselves are rows, so
 * nothing is lost with this timer, and the nodes of a cluster need not know each other. The work is done elsewhere: a tick
 * is over at once. It is the container's scheduled executor and no EJB timer, since Payara Micro keeps even timers that are
 * not persistent in a data grid, which this product does not start. It begins when everything else has: a directory that is loaded
 * may have an administrator, too, and what was stopped on this node is to stay so.
 */
@Startup
@Singleton
@DependsOn({"FirstAdministrator", "Wakeup"})
@Lock(LockType.READ)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Tick {

    /** So late at most comes what is due at its time; between two beats nobody asks the database. */
    private static final int BEAT = 100;
    private static final int COUNTING_PAUSE = 15_000;
    private static final int LOOKING_PAUSE = 5_000;
    private static final int LISTENING_PAUSE = 1_000;
    private static final int COMPARING_PAUSE = 60_000;
    private static final int ACCESS_PAUSE = 1_000;
    private static final int SCHEDULING_PAUSE = 3_600_000;

    @Resource
    private ManagedScheduledExecutorService executor;
    @Inject
    private Shifts shifts;
    @Inject
    private Rhythm rhythm;
    @Inject
    private Alarm alarm;
    @Inject
    private Worker worker;
    @Inject
    private Archiving archiving;
    @Inject
    private OrgLoads orgLoads;
    @Inject
    private Forgetting forgetting;
    @Inject
    private OldNotices oldNotices;
    @Inject
    private Courier courier;
    @Inject
    private Crew crew;
    @Inject
    private ListNews news;
    @Inject
    private Counting counting;
    @Inject
    private DatabaseClock databaseClock;
    @Inject
    private AccessLog accessLog;
    @Inject
    private Settings settings;
    private Repeating repeating;

    @PostConstruct
    void start() {
        databaseClock.compare();
        worker.hurryKeptMessages();
        schedule();
        repeating = new Repeating(executor);
        int pause = settings.number(Setting.TICK);
        if (pause > 0) {
            alarm.rings(this::ring);
            repeating.add(this::beat, Math.min(pause, BEAT), "A look for jobs that are due");
            repeating.add(databaseClock::compare, COMPARING_PAUSE, "Comparing the clock with that of the database");
            courier.start();
            repeating.add(courier::look, LOOKING_PAUSE, "A look for what nobody has been told");
            news.speakOn(crew::execute);
            repeating.add(news::turn, LISTENING_PAUSE, "Telling those who listen that lists have changed");
            repeating.add(counting::count, COUNTING_PAUSE, "Counting tables that have grown");
            repeating.add(accessLog::write, ACCESS_PAUSE, "Writing the access log");
            repeating.add(this::forgetAccess, SCHEDULING_PAUSE, "Forgetting what the access log has kept long enough");
            repeating.add(this::schedule, SCHEDULING_PAUSE, "Scheduling the daily work of tenants");
        }
    }

    /** Work has come; a good moment to see that nothing has fallen asleep. */
    private void ring() {
        repeating.revive();
        shifts.begin();
    }

    private void beat() {
        if (rhythm.isTime()) {
            shifts.begin();
        }
    }

    /** Where it is not yet: also of tenants that have come since. */
    private void schedule() {
        archiving.schedule();
        forgetting.schedule();
        orgLoads.schedule();
        oldNotices.schedule();
    }

    private void forgetAccess() {
        boolean more = true;
        while (more) {
            more = accessLog.forget();
        }
    }

    @PreDestroy
    void stop() {
        courier.stop();
        repeating.stop();
        accessLog.write();
        news.stop();
    }
}
