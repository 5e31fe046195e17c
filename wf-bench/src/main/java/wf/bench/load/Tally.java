package wf.bench.load;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import wf.bench.Times;

/**
 * What came of the requests while it is measured: how long the answers took, and all that were none. A refusal is quick and does nothing,
 * so it counts in no time and for no rate.
 */
final class Tally {

    private static final int RATE = 200;
    private final Map<Kind, Times> times = new EnumMap<>(Kind.class);
    private final Map<String, LongAdder> refused = new ConcurrentHashMap<>();
    private final LongAdder broken = new LongAdder();
    private volatile boolean measuring;
    private long since;
    private double seconds;

    Tally() {
        for (Kind kind : Kind.values()) {
            times.put(kind, new Times());
        }
    }

    void begin() {
        since = System.nanoTime();
        measuring = true;
    }

    void end() {
        measuring = false;
        seconds = (System.nanoTime() - since) / 1e9;
    }

    void answered(Kind kind, long begun, int status) {
        if (!measuring) {
            return;
        }
        if (status < 300) {
            times.get(kind).since(begun);
        }
        if (status >= 500) {
            broken.increment();
        }
        if (status >= 300) {
            refused.computeIfAbsent(kind.words + " " + status, k -> new LongAdder()).increment();
        }
    }

    /** No answer at all. */
    void lost(Kind kind, Throwable why) {
        if (measuring) {
            refused.computeIfAbsent(kind.words + " " + why.getClass().getSimpleName(), k -> new LongAdder()).increment();
        }
    }

    /** Whether all went as is wanted, of as many requests as are wanted, and none was refused or lost. */
    boolean print() {
        boolean good = refused.isEmpty();
        for (Kind kind : Kind.values()) {
            good &= print(kind, times.get(kind));
        }
        long all = times.values().stream().mapToLong(Times::count).sum();
        say("USERS requests=%d seconds=%.0f per second=%.0f wanted %d 5xx=%d refused or lost=%s", all, seconds, all / seconds, RATE, broken.sum(), refused);
        return good && all / seconds >= RATE;
    }

    private static boolean print(Kind kind, Times taken) {
        if (taken.count() == 0) {
            boolean wanted = kind.median > 0;
            if (wanted) {
                say("USERS %s n=0, NOT met", kind.words);
            }
            return !wanted;
        }
        boolean good = kind.median == 0 || taken.median() <= kind.median && taken.at(99) <= 10 * kind.median;
        say("USERS %s n=%d median=%.1f p95=%.1f p99=%.1f max=%.0f ms%s", kind.words, taken.count(), taken.median(), taken.at(95), taken.at(99), taken.at(100),
                kind.median == 0 ? "" : " wanted " + kind.median + " and " + 10 * kind.median + (good ? ", met" : ", NOT met"));
        return good;
    }

    static void say(String line, Object... values) {
        System.out.printf(Locale.ROOT, line + "%n", values);
    }
}
