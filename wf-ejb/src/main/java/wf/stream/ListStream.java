package wf.stream;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

    /** From now on news go there. */
    public void over(Line wire) {
        line = wire;
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

    void pump() {
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
