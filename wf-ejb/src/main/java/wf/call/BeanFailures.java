package wf.call;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Which calls of beans have failed in earlier attempts of the same operation. A failed bean may have written half of what
 * it wanted, so its transaction cannot be the one that stores the incident: the operation is decided again in a new one,
 * and there the failure is known and the bean is not called. Nothing of an attempt outlives its rollback but the thread,
 * to which this memory is bound as the transaction is.
 */
@Singleton
public class BeanFailures {

    private static final int MAX = 50;
    private final ThreadLocal<Memory> memory = new ThreadLocal<>();

    private static final class Memory {
        private final Map<Integer, BeanFailed> failures = new HashMap<>();
        private int calls;
        private int depth;
    }

    /** Runs attempts that remember; those inside of others remember with them. */
    public <T> T during(Supplier<T> attempts) {
        if (memory.get() == null) {
            memory.set(new Memory());
        }
        memory.get().depth++;
        try {
            return attempts.get();
        } finally {
            if (--memory.get().depth == 0) {
                memory.remove();
            }
        }
    }

    /** Whether others around these attempts can try again, and know more of what was done before. */
    public boolean isNested() {
        return memory.get().depth > 1;
    }

    /** An attempt begins, and counts its calls anew. */
    public void attempt() {
        memory.get().calls = 0;
    }

    /** Whether this attempt has called a bean, which may have written whatever it wanted. */
    public boolean hasCalled() {
        return memory.get().calls > 0;
    }

    /** Whether a further attempt makes sense, in which this is known. */
    public boolean remember(BeanFailed failure) {
        Map<Integer, BeanFailed> failures = memory.get().failures;
        return failures.size() < MAX && failures.put(failure.ordinal(), failure) == null;
    }

    /** The number of the call that is about to be made. */
    int next() {
        Memory now = memory.get();
        return now == null ? 0 : ++now.calls;
    }

    /** How this call failed before. A decision may take another way than the last time: then it is another call. */
    Optional<String> earlier(int ordinal, String call) {
        Memory now = memory.get();
        return now == null ? Optional.empty() : Optional.ofNullable(now.failures.get(ordinal)).filter(f -> f.call().equals(call))
                .map(BeanFailed::getMessage);
    }
}
