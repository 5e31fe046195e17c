package wf.job;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import wf.setting.Setting;
import wf.setting.Settings;
import wf.store.Alarm;

/**
 * When a node looks at the table of jobs. What it knows of itself it does at its time; what others have left there it finds by
 * looking, ever less often as long as there is nothing, so that a node without work hardly costs the database anything. A
 * look that finds nothing also says when the next row is due.
 */
@Singleton
public class Rhythm {

    private static final int LONGEST = 5;
    private final Alarm alarm;
    private final InstantSource clock;
    private final Duration tick;
    private volatile boolean stopped;
    private volatile Instant lookedAt;
    private Duration pause;
    private Instant next = Instant.EPOCH;

    @Inject
    public Rhythm(Alarm alarm, InstantSource clock, Settings settings) {
        this.alarm = alarm;
        this.clock = clock;
        this.tick = settings.time(Setting.TICK, ChronoUnit.MILLIS);
        this.pause = tick;
    }

    /** Whether it is time to look; asking costs nothing. */
    synchronized boolean isTime() {
        if (stopped || !alarm.isOver() && clock.instant().isBefore(next)) {
            return false;
        }
        next = clock.instant().plus(pause);
        return true;
    }

    /** An operator wants this node to leave jobs to others, until further notice. */
    public void stop(boolean stop) {
        stopped = stop;
    }

    boolean isStopped() {
        return stopped;
    }

    /** When this node looked last; null before the first time. */
    public Instant lookedAt() {
        return lookedAt;
    }

    /** Longer it never waits between two looks, as long as it runs. */
    public Duration longestPause() {
        return tick.multipliedBy(LONGEST);
    }

    synchronized void looked(Worker.Claimed claimed) {
        lookedAt = clock.instant();
        Duration doubled = pause.multipliedBy(2);
        Duration longest = longestPause();
        pause = !claimed.rows().isEmpty() ? tick : doubled.compareTo(longest) > 0 ? longest : doubled;
        Instant then = clock.instant().plus(pause);
        next = claimed.nextDue().filter(then::isAfter).orElse(then);
    }
}
