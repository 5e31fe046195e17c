package wf.stream;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import wf.access.Caller;
import wf.org.DeputyRow;

/**
 * Somebody who listens. What he has not been told yet is a set of lists: however slow he is, it does not grow, and a list that changes ten
 * times while he takes nothing is told once. After each news it rests for a moment, since whoever is told reads.
 */
public final class ListStream {

    private static final Duration REST = Duration.ofSeconds(1);
    private final Caller caller;
    private final List<DeputyRow> grants;
    private final Instant openedAt;
    private final Instant until;
    private final Duration beat;
    private final Set<ListName> changed = EnumSet.noneOf(ListName.class);
    private final AtomicBoolean queued = new AtomicBoolean();
    private volatile Line line;
    private Ears ears;
    private boolean all;
    private boolean ended;
    private Instant restsUntil;
    private Instant beatAt;
    /** Since when there is something to say that nobody takes; null where nothing waits. */
    private Instant waitsSince;

    ListStream(Caller caller, List<DeputyRow> grants, Ears ears, Instant now, Duration life, Duration beat) {
        this.caller = caller;
        this.grants = grants;
        this.ears = ears;
        this.openedAt = now;
        this.until = now.plus(life);
        this.beat = beat;
        this.restsUntil = now;
        this.beatAt = now.plus(beat);
    }

    /** From now on news go there; nowhere, if it has ended meanwhile. */
    public void over(Line wire) {
        boolean late;
        synchronized (this) {
            line = wire;
            late = ended;
        }
        if (late) {
            wire.end();
        }
    }

    Caller caller() {
        return caller;
    }

    List<DeputyRow> grants() {
        return grants;
    }

    Instant openedAt() {
        return openedAt;
    }

    synchronized Ears ears() {
        return ears;
    }

    synchronized void hearsBy(Ears others) {
        ears = others;
    }

    // ---- what is to be said ----

    synchronized void changed(Set<ListName> lists) {
        changed.addAll(lists);
    }

    synchronized void changed(ListName list) {
        changed.add(list);
    }

    synchronized void allChanged() {
        all = true;
    }

    /** What has changed is not told before: many who are told of the same would all read at the same moment. */
    synchronized void notBefore(Instant moment) {
        restsUntil = moment.isAfter(restsUntil) ? moment : restsUntil;
    }

    /** What is to be said now. Whoever takes it has to say it. */
    public synchronized Optional<News> take(Instant now) {
        if (ended) {
            return Optional.empty();
        }
        boolean news = all || !changed.isEmpty();
        if (now.isBefore(news ? restsUntil : beatAt)) {
            return Optional.empty();
        }
        News said = new News(all, all ? Set.of() : EnumSet.copyOf(news ? changed : EnumSet.noneOf(ListName.class)), now);
        restsUntil = news ? now.plus(REST) : restsUntil;
        beatAt = now.plus(beat);
        waitsSince = null;
        all = false;
        changed.clear();
        return Optional.of(said);
    }

    /** Whether there is something to say now. */
    synchronized boolean isDue(Instant now) {
        boolean due = !ended && !now.isBefore(all || !changed.isEmpty() ? restsUntil : beatAt);
        waitsSince = due && waitsSince == null ? now : waitsSince;
        return due;
    }

    /** Whether its time is over, or it takes nothing any more. */
    synchronized boolean isOver(Instant now) {
        return !now.isBefore(until) || waitsSince != null && now.isAfter(waitsSince.plus(beat.multipliedBy(3)));
    }

    // ---- the line ----

    /** Whether it is to be put into the queue of those that have something to say: it stands there once. */
    boolean queue() {
        return queued.compareAndSet(false, true);
    }

    void pump() {
        queued.set(false);
        Line wire = line;
        if (wire != null) {
            wire.pump();
        }
    }

    /** Tells whether it had not ended before. */
    synchronized boolean end() {
        boolean first = !ended;
        ended = true;
        return first;
    }

    void hangUp() {
        Line wire = line;
        if (wire != null) {
            wire.end();
        }
    }
}
