package wf.stream;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.logging.Level;
import java.util.logging.Logger;
import wf.store.OutboxKey;
import wf.store.OutboxRow;
import wf.store.Telling;

/**
 * Carries what operations have changed from their commit to those who listen. Each row of the outbox is told once, by whichever node takes it
 * out, and what this tells goes out with it, in one transaction: so nothing is told that did not happen, and nothing is lost with a node
 * but what it alone remembered. Of such a row it is told that everything may have changed.
 */
@Singleton
public class ListNews {

    private static final Logger LOG = Logger.getLogger(ListNews.class.getName());
    /** As many as the outbox remembers; of what is more it is told that everything may have changed. */
    private static final int MOST = 20_000;
    private final ListStreams streams;
    private final OtherNodes others;
    private final Map<OutboxKey, Set<ListChange>> noted = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<OutboxKey, Set<ListChange>> eldest) {
            return size() > MOST;
        }
    };

    @Inject
    public ListNews(ListStreams streams, OtherNodes others) {
        this.streams = streams;
        this.others = others;
    }

    /** This is what the row of the outbox is about; once it is committed. */
    public void note(OutboxKey row, Set<ListChange> changes) {
        synchronized (noted) {
            noted.put(row, changes);
        }
    }

    /**
     * These rows of one tenant are told; in the transaction in which that is settled.
     *
     * @return what is to be done once it is committed
     */
    public Runnable tell(String tenant, List<OutboxRow> rows) {
        Set<ListChange> changes = new LinkedHashSet<>();
        rows.forEach(row -> changes.addAll(changes(row)));
        if (changes.contains(ListChange.EVERYTHING)) {
            changes.retainAll(Set.of(ListChange.EVERYTHING));
        }
        if (!changes.isEmpty()) {
            others.tell(tenant, changes);
        }
        return () -> told(tenant, rows, changes);
    }

    private Collection<ListChange> changes(OutboxRow row) {
        if (row.body != null) {
            return ListChanges.of(Telling.of(row.body));
        }
        synchronized (noted) {
            return noted.getOrDefault(row.key(), Set.of(ListChange.EVERYTHING));
        }
    }

    private void told(String tenant, List<OutboxRow> rows, Set<ListChange> changes) {
        synchronized (noted) {
            rows.forEach(row -> noted.remove(row.key()));
        }
        streams.heard(tenant, changes);
    }

    /** On whose threads it is sent. */
    public void speakOn(Executor threads) {
        streams.speakOn(threads);
    }

    /** Once a second, by one thread. */
    public void turn() {
        others.turn();
        streams.turn();
    }

    /** This node stops. */
    public void stop() {
        streams.closeAll();
        try {
            others.leave();
        } catch (RuntimeException e) {
            LOG.log(Level.FINE, "that this node listens is forgotten when its lease is over", e);
        }
    }
}
