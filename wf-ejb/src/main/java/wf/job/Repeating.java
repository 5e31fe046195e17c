package wf.job;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * What is done again and again, as long as the node lives. An executor drops a task for good that fails once; one of a
 * container may also lose it without a word, as GlassFish does where it cannot prepare the thread while an application is
 * being deployed. So no failure leaves a task, and whichever runs looks whether the others have run when they should.
 */
final class Repeating {

    private static final Logger LOG = Logger.getLogger(Repeating.class.getName());
    /** A busy machine comes later than its time; so late is only what has been lost. */
    private static final Duration LATE = Duration.ofSeconds(10);

    private final ScheduledExecutorService executor;
    private final long late;
    private final List<Task> tasks = new CopyOnWriteArrayList<>();
    private volatile boolean stopped;

    Repeating(ScheduledExecutorService executor) {
        this(executor, LATE);
    }

    Repeating(ScheduledExecutorService executor, Duration late) {
        this.executor = executor;
        this.late = late.toNanos();
    }

    /**
     * @param pause milliseconds before the first time, and between the end of one and the begin of the next
     * @param what for the log, as in "A look for jobs"
     */
    void add(Runnable work, int pause, String what) {
        Task task = new Task(work, pause, what);
        tasks.add(task);
        task.schedule();
    }

    /** Schedules again what has been lost. */
    void revive() {
        if (!stopped) {
            tasks.forEach(Task::revive);
        }
    }

    void stop() {
        stopped = true;
        tasks.forEach(Task::cancel);
    }

    private final class Task {
        private final Runnable work;
        private final int pause;
        private final String what;
        private Future<?> expected;
        private volatile boolean running;
        private volatile long last;

        Task(Runnable work, int pause, String what) {
            this.work = work;
            this.pause = pause;
            this.what = what;
        }

        synchronized void schedule() {
            last = System.nanoTime();
            expected = executor.scheduleWithFixedDelay(this::run, pause, pause, TimeUnit.MILLISECONDS);
        }

        synchronized void cancel() {
            expected.cancel(false);
        }

        synchronized void revive() {
            boolean lost = !running && System.nanoTime() - last > TimeUnit.MILLISECONDS.toNanos(2L * pause) + late;
            if (lost && !stopped) {
                LOG.log(Level.WARNING, "{0} was lost by the server, and is scheduled again", what);
                cancel();
                schedule();
            }
        }

        private void run() {
            running = true;
            try {
                Repeating.this.revive();
                work.run();
            } catch (RuntimeException e) {
                LOG.log(Level.WARNING, what + " has failed; the next one follows", e);
            } finally {
                last = System.nanoTime();
                running = false;
            }
        }
    }
}
