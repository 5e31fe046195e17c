package wf.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Nothing that a node does again and again falls asleep, whatever the executor of the server does with it. */
class RepeatingTest {

    private final List<Long> scheduled = new CopyOnWriteArrayList<>();
    private volatile boolean loses;
    /** As one of a container that now and then takes a task and never runs it. */
    private final ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(2) {
        @Override
        public ScheduledFuture<?> scheduleWithFixedDelay(Runnable task, long first, long pause, TimeUnit unit) {
            scheduled.add(pause);
            return loses ? super.schedule(() -> { }, 1, TimeUnit.DAYS) : super.scheduleWithFixedDelay(task, first, pause, unit);
        }
    };
    private final Repeating repeating = new Repeating(executor, Duration.ZERO);

    @AfterEach
    void theNodeStops() {
        executor.shutdownNow();
    }

    private static void happens(CountDownLatch times) throws InterruptedException {
        assertThat(times.await(60, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aTaskThatFailsIsDoneAgain() throws InterruptedException {
        CountDownLatch times = new CountDownLatch(3);
        repeating.add(() -> {
            times.countDown();
            throw new IllegalStateException("as ever");
        }, 1, "A task that fails");
        happens(times);
    }

    @Test
    void aTaskThatTheServerHasLostIsBroughtBackByAnyOther() throws InterruptedException {
        CountDownLatch lost = new CountDownLatch(3);
        loses = true;
        repeating.add(lost::countDown, 1, "A task that is lost");
        loses = false;
        repeating.add(() -> { }, 5, "Another one");
        happens(lost);
    }

    @Test
    void whatHasBeenStoppedStaysSo() {
        loses = true;
        repeating.add(() -> { }, 1, "A task");
        repeating.stop();
        repeating.revive();
        assertThat(scheduled).hasSize(1);
    }
}
