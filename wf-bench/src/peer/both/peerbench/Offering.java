package peerbench;

import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import wf.bench.Times;

/**
 * Work that is handed in at an even pace, whether the engine keeps up or not. Each is timed from when its turn came, so that
 * who waits in line is counted, too.
 */
final class Offering {

    private final Trial trial;
    private final List<String> items;
    private final double perSecond;
    private final Times times = new Times();
    private final AtomicInteger next = new AtomicInteger();
    private List<Future<Object>> clients;
    private volatile boolean over;
    private long begin;

    Offering(Trial trial, List<String> items, double perSecond) {
        this.trial = trial;
        this.items = items;
        this.perSecond = perSecond;
    }

    void begin() {
        begin = System.nanoTime();
        clients = trial.all(() -> {
            for (int i = next.getAndIncrement(); i < items.size() && !over; i = next.getAndIncrement()) {
                long turn = begin + (long) (i * 1e9 / perSecond);
                TimeUnit.NANOSECONDS.sleep(turn - System.nanoTime());
                if (!over) {
                    trial.engine.submit(items.get(i));
                    times.since(turn);
                }
            }
            return null;
        });
    }

    /** Nothing is left to be handed in. */
    boolean isUsedUp() {
        return next.get() >= items.size();
    }

    Times end() {
        over = true;
        clients.forEach(Trial::over);
        return times;
    }

    /** All of it, with nothing beside. */
    Times alone() {
        begin();
        clients.forEach(Trial::over);
        return times;
    }
}
