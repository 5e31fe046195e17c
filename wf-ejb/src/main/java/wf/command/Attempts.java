package wf.command;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.PersistenceException;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import wf.call.BeanFailed;
import wf.call.BeanFailures;
import wf.contract.ErrorCode;
import wf.refusal.Messages;
import wf.refusal.Refused;
import wf.store.Conflict;
import wf.store.Transactions;

/**
 * Runs a write in a transaction of its own and, when another one was faster, again on the new state: a few times, with
 * a growing random pause, before the caller is told LOCKED (§1.5). Inside a transaction of the caller's there is one
 * attempt, since what he did before cannot be repeated here; what is refused there before anything was written leaves
 * it to him whether he goes on.
 */
@Singleton
public class Attempts {

    private static final int MAX = 12;
    private static final long FIRST_PAUSE_NANOS = 2_000_000;
    private static final long LONGEST_PAUSE_NANOS = 200_000_000;
    private final Transactions transactions;
    private final BeanFailures failures;

    @Inject
    public Attempts(Transactions transactions, BeanFailures failures) {
        this.transactions = transactions;
        this.failures = failures;
    }

    public <T> T of(Locale locale, Supplier<T> write) {
        return failures.during(() -> untilDone(locale, write));
    }

    private <T> T untilDone(Locale locale, Supplier<T> write) {
        for (int attempt = 1; ; ) {
            if (!transactions.isActive()) {
                failures.attempt();
            }
            try {
                return committed(write);
            } catch (Conflict e) {
                if (attempt == MAX || transactions.isActive()) {
                    throw Refused.because(ErrorCode.LOCKED, Messages.text(locale, "reject.LOCKED"));
                }
                pause(attempt++);
            } catch (Refused e) {
                throw transactions.isActive() && e.isBeforeWriting() && !failures.hasCalled() ? e.harmless() : e;
            } catch (BeanFailed e) {
                if (failures.isNested()) {
                    throw e;
                } else if (transactions.isActive() || !failures.remember(e)) {
                    throw Refused.because(ErrorCode.RULE_ERROR, Messages.text(locale, "reject.BEAN_FAILED", e.getMessage()));
                }
            }
        }
    }

    /** What is sent with the commit alone may clash there; then nothing is stored either. A bean's clash is its own affair. */
    private <T> T committed(Supplier<T> write) {
        try {
            return transactions.required(() -> once(write));
        } catch (BeanFailed e) {
            throw e;
        } catch (RuntimeException e) {
            throw Conflict.behind(e).map(RuntimeException.class::cast).orElse(e);
        }
    }

    /** Not every clash is foreseen where it happens: any statement may find a row held. */
    private static <T> T once(Supplier<T> write) {
        try {
            return write.get();
        } catch (PersistenceException e) {
            throw Conflict.behind(e).map(RuntimeException.class::cast).orElse(e);
        }
    }

    private static void pause(int attempt) {
        long longest = Math.min(FIRST_PAUSE_NANOS << attempt, LONGEST_PAUSE_NANOS);
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(longest / 2, longest));
    }
}
