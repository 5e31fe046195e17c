package wf.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import wf.contract.ErrorCode;
import wf.refusal.Refused;

/** The answer of another system is stored although the instance is busy, and no longer than the call is leased. */
class StoringTest {

    private final AtomicInteger tried = new AtomicInteger();

    private Ran refusedTimes(int times, ErrorCode code) {
        if (tried.incrementAndGet() <= times) {
            throw Refused.because(code, "test");
        }
        return Ran.posted(List.of());
    }

    private static long in(Duration time) {
        return System.nanoTime() + time.toNanos();
    }

    @Test
    void anAnswerWaitsUntilTheInstanceIsFree() {
        assertThat(Worker.stored(in(Duration.ofMinutes(1)), () -> refusedTimes(2, ErrorCode.LOCKED))).isNotNull();
        assertThat(tried).hasValue(3);
    }

    @Test
    void butNoLongerThanTheCallIsLeased() {
        assertThatThrownBy(() -> Worker.stored(in(Duration.ZERO), () -> refusedTimes(9, ErrorCode.LOCKED))).isInstanceOf(Refused.class);
        assertThat(tried).hasValue(1);
    }

    @Test
    void andNotWhenNobodyAsksForItAnyMore() {
        assertThatThrownBy(() -> Worker.stored(in(Duration.ofMinutes(1)), () -> refusedTimes(9, ErrorCode.ILLEGAL_STATE))).isInstanceOf(Refused.class);
        assertThat(tried).hasValue(1);
    }
}
