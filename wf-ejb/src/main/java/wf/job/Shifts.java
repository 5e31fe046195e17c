package wf.job;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import wf.setting.Setting;
import wf.setting.Settings;
import wf.store.JobRow;

/**
 * Work on whatever is due. Each shift claims one row after the other until none is left or it has worked long enough; as
 * long as there is more to do others join, up to as many as one node may have.
 */
@Singleton
public class Shifts {

    private static final Logger LOG = Logger.getLogger(Shifts.class.getName());
    private static final Duration LENGTH = Duration.ofSeconds(10);
    private final Worker worker;
    private final Settling settling;
    private final Crew crew;
    private final int most;
    private final AtomicInteger working = new AtomicInteger();

    @Inject
    public Shifts(Worker worker, Settling settling, Crew crew, Settings settings) {
        this.worker = worker;
        this.settling = settling;
        this.crew = crew;
        this.most = settings.number(Setting.JOB_WORKERS);
    }

    /** One shift more, unless there are enough. */
    public void begin() {
        if (working.incrementAndGet() > most) {
            working.decrementAndGet();
            return;
        }
        try {
            crew.execute(() -> {
                try {
                    work(true);
                } finally {
                    working.decrementAndGet();
                }
            });
        } catch (RejectedExecutionException e) {
            working.decrementAndGet();
        }
    }

    /** Everything that is due, by the calling thread alone; answers how many rows it claimed. */
    public int work() {
        return work(false);
    }

    private int work(boolean calls) {
        long end = System.nanoTime() + LENGTH.toNanos();
        int claimed = 0;
        try {
            for (Optional<JobRow> row = worker.claim(); row.isPresent(); row = System.nanoTime() < end ? worker.claim() : Optional.empty()) {
                claimed++;
                if (calls) {
                    begin();
                }
                settling.settle(List.of(row.get()), new ArrayList<>(), false);
            }
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "no job can be claimed; the next tick tries again", e);
        }
        return claimed;
    }
}
