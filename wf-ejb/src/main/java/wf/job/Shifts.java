package wf.job;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import wf.meter.Meters;
import wf.setting.Setting;
import wf.setting.Settings;
import wf.store.JobRow;
import wf.store.JobType;

/**
 * Work on whatever is due. Rows are claimed many at a time and dealt out as lots, of which each shift takes one after the
 * other: the jobs of one instance are one lot and done in their order, calls to other systems are lots by themselves. As
 * long as there is more to do others join, up to as many as one node may have.
 */
@Singleton
public class Shifts {

    private static final Logger LOG = Logger.getLogger(Shifts.class.getName());
    private static final Duration LENGTH = Duration.ofSeconds(10);
    private final Worker worker;
    private final Settling settling;
    private final Crew crew;
    private final Rhythm rhythm;
    private final Meters meters;
    private final int most;
    private final AtomicInteger working = new AtomicInteger();
    /** Somebody was called while all were at work, and may have been called to what none of them saw. */
    private final AtomicBoolean calledAgain = new AtomicBoolean();
    private final Queue<List<JobRow>> lots = new ConcurrentLinkedQueue<>();
    private long lastInVain;

    @Inject
    public Shifts(Worker worker, Settling settling, Crew crew, Rhythm rhythm, Meters meters, Settings settings) {
        this.worker = worker;
        this.settling = settling;
        this.crew = crew;
        this.rhythm = rhythm;
        this.meters = meters;
        this.most = settings.number(Setting.JOB_WORKERS);
    }

    /** One shift more, unless there are enough. */
    public void begin() {
        if (rhythm.isStopped()) {
            return;
        }
        if (working.incrementAndGet() > most) {
            working.decrementAndGet();
            calledAgain.set(true);
            return;
        }
        try {
            crew.execute(this::shift);
        } catch (RejectedExecutionException e) {
            working.decrementAndGet();
        }
    }

    private void shift() {
        try {
            work(true);
        } finally {
            working.decrementAndGet();
            if (calledAgain.getAndSet(false) || !lots.isEmpty()) {
                begin();
            }
        }
    }

    /** How many are at work on this node. */
    public int atWork() {
        return working.get();
    }

    /** Everything that is due, by the calling thread alone; answers how many rows it worked on. */
    public int work() {
        return work(false);
    }

    private int work(boolean calls) {
        long end = System.nanoTime() + LENGTH.toNanos();
        int worked = 0;
        try {
            for (List<JobRow> lot = next(); lot != null; lot = System.nanoTime() < end ? next() : null) {
                if (calls && !lots.isEmpty()) {
                    begin();
                }
                worked += work(lot);
            }
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "no job can be claimed; the next look tries again", e);
        }
        return worked;
    }

    /** The next lot of those that are dealt out, else of what is due by now; null when nothing is. */
    private List<JobRow> next() {
        List<JobRow> lot = lots.poll();
        return lot == null ? claimed(System.nanoTime()) : lot;
    }

    /** One asks the table for all; who waited for his answer need not ask again when there was nothing. */
    private synchronized List<JobRow> claimed(long asked) {
        List<JobRow> lot = lots.poll();
        if (rhythm.isStopped() || lot != null || lastInVain != 0 && lastInVain - asked > 0) {
            return lot;
        }
        Worker.Claimed claimed = worker.claim();
        rhythm.looked(claimed);
        meters.count("wf_job_looks_total", 1);
        meters.count("wf_jobs_claimed_total", claimed.rows().size());
        if (claimed.rows().isEmpty()) {
            lastInVain = System.nanoTime();
            return null;
        }
        lots.addAll(dealt(claimed.rows()));
        return lots.poll();
    }

    private static List<List<JobRow>> dealt(List<JobRow> rows) {
        Map<Object, List<JobRow>> lots = new LinkedHashMap<>();
        rows.forEach(r -> lots.computeIfAbsent(together(r), k -> new ArrayList<>()).add(r));
        return new ArrayList<>(lots.values());
    }

    private static Object together(JobRow row) {
        return row.instanceId == null || row.type() == JobType.CALL ? row : row.tenant + '/' + row.instanceId;
    }

    /** In their order; those whose time is almost over before they are begun go back. */
    private int work(List<JobRow> lot) {
        int worked = 0;
        while (worked < lot.size() && !worker.isTooLate(lot.get(worked))) {
            settling.settle(List.of(lot.get(worked++)), new ArrayList<>(), false);
        }
        worker.giveBack(lot.subList(worked, lot.size()));
        return worked;
    }
}
