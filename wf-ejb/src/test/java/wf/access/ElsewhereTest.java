package wf.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import wf.spi.OrgUnavailable;
import wf.store.MutableClock;

/** A directory that hangs or fails costs those who ask no more than a moment. */
class ElsewhereTest {

    private final MutableClock clock = new MutableClock();

    @Test
    void whereAllWaitTheNextIsToldAtOnceAndComesInWhenTheyAreDone() throws Exception {
        Elsewhere elsewhere = new Elsewhere(1, clock);
        CountDownLatch asked = new CountDownLatch(1);
        CompletableFuture<Boolean> answered = new CompletableFuture<>();
        Thread first = new Thread(() -> {
            try {
                elsewhere.ask(() -> {
                    asked.countDown();
                    return answered.join();
                });
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        });
        first.start();
        asked.await();
        assertThatThrownBy(() -> elsewhere.ask(() -> true)).isInstanceOf(OrgUnavailable.class).hasMessageContaining("too many");
        answered.complete(true);
        first.join();
        assertThat(elsewhere.ask(() -> true)).isTrue();
    }

    @Test
    void onceItHasFailedItRestsForAMoment() throws OrgUnavailable {
        Elsewhere elsewhere = new Elsewhere(1, clock);
        assertThatThrownBy(() -> elsewhere.ask(() -> {
            throw new OrgUnavailable("no route");
        })).hasMessage("no route");
        assertThatThrownBy(() -> elsewhere.ask(() -> true)).isInstanceOf(OrgUnavailable.class).hasMessageContaining("just failed");
        clock.advance(Duration.ofSeconds(6));
        assertThat(elsewhere.ask(() -> false)).isFalse();
    }
}
