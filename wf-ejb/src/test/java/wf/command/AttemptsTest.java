package wf.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Locale;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import wf.call.BeanFailures;
import wf.contract.ErrorCode;
import wf.refusal.Refused;
import wf.store.Conflict;
import wf.store.Transactions;

/** What becomes of a transaction of the caller's when an operation in it does not succeed. */
class AttemptsTest {
    private int tries;

    private Refused refused(boolean joined, Supplier<RuntimeException> outcome) {
        Attempts attempts = new Attempts(new Transactions() {
            @Override
            public <T> T required(Supplier<T> work) {
                return work.get();
            }

            @Override
            public boolean isActive() {
                return joined;
            }

            @Override
            public void afterCommit(Runnable action) { }

            @Override
            public void afterEnd(Object key, Runnable action) { }

            @Override
            public boolean isHeld(Object key) {
                return false;
            }
        }, new BeanFailures());
        return catchThrowableOfType(Refused.class, () -> attempts.of(Locale.ENGLISH, () -> {
            tries++;
            throw outcome.get();
        }));
    }

    private static Refused because() {
        return Refused.because(ErrorCode.ILLEGAL_STATE, "no");
    }

    @Test
    void whoHasWrittenNothingLeavesTheTransactionToTheCaller() {
        Refused refused = refused(true, () -> because().beforeWriting());
        assertThat(refused).isInstanceOf(Refused.Harmless.class);
        assertThat(refused.problem().code).isEqualTo(ErrorCode.ILLEGAL_STATE);
    }

    @Test
    void whoMayHaveWrittenTakesItBack() {
        assertThat(refused(true, AttemptsTest::because)).isNotInstanceOf(Refused.Harmless.class);
        assertThat(refused(true, () -> because().afterWriting().beforeWriting())).isNotInstanceOf(Refused.Harmless.class);
    }

    @Test
    void aTransactionOfOurOwnIsAlwaysTakenBack() {
        assertThat(refused(false, () -> because().beforeWriting())).isNotInstanceOf(Refused.Harmless.class);
    }

    @Test
    void nothingIsTriedAgainInsideOfTheCallersTransaction() {
        Refused locked = refused(true, () -> new Conflict("somebody was faster"));
        assertThat(tries).isEqualTo(1);
        assertThat(locked).isNotInstanceOf(Refused.Harmless.class);
        assertThat(locked.problem().code).isEqualTo(ErrorCode.LOCKED);
        assertThat(locked.problem().retryable).isTrue();
    }
}
