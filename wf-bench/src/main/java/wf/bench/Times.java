package wf.bench;

import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.ConcurrentHistogram;

/** How long the calls of one kind took, from whichever thread; in microseconds to three digits, so that hours of them need no more room. */
public final class Times {

    private static final long LONGEST = TimeUnit.HOURS.toMicros(1);
    private final ConcurrentHistogram micros = new ConcurrentHistogram(LONGEST, 3);

    /** A call that began, or was to begin, at this {@code System.nanoTime()} is over. */
    public void since(long nanoTime) {
        micros.recordValue(Math.min(LONGEST, Math.max(0, (System.nanoTime() - nanoTime) / 1_000)));
    }

    public long count() {
        return micros.getTotalCount();
    }

    /** In milliseconds. */
    public double median() {
        return at(50);
    }

    public double at(double percentile) {
        return micros.getValueAtPercentile(percentile) / 1e3;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "p50/p95/p99=%.2f/%.2f/%.2f ms", median(), at(95), at(99));
    }
}
