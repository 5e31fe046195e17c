package wf.stream;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import wf.store.Transactions;

/**
 * What other nodes do. A node that has streams says so in a row, and the others write down for it what they change; while nobody listens
 * nothing is written. Listening costs a statement a second at most, and one in three seconds while nothing is heard, whatever the number of
 * streams; a node without any pays nothing.
 *
 * <p>Others know of a new listener after {@link #LOOK} at the latest, and what they are just writing takes a moment more; so a node hears
 * everything only some time after it has begun to listen, and its streams are told so then.
 */
@Singleton
public class OtherNodes {

    /** For so long a node counts as listening that has said so, and so often it says it. */
    private static final Duration LEASE = Duration.ofSeconds(90);
    private static final Duration RENEWAL = Duration.ofSeconds(30);
    /** For so long a node believes what it has seen of who listens. */
    private static final Duration LOOK = Duration.ofSeconds(5);
    /** After so long everybody knows of a listener, and what was written without knowing has been committed. */
    static final Duration UNHEARD = Duration.ofSeconds(10);
    /** What was told by another clock, and committed late, is found by looking so far back. */
    private static final Duration OVERLAP = Duration.ofSeconds(10);
    private static final Duration KEPT = Duration.ofMinutes(2);
    /** A node goes on listening for so long when its last stream has ended: it may come again. */
    private static final Duration LINGERING = Duration.ofMinutes(5);
    /** Between two looks: so long after something was heard, and a second more each time that nothing was. */
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(3);
    /** After a failure of the database. */
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final ListNewsStore store;
    private final ListStreams streams;
    private final Transactions transactions;
    private final InstantSource clock;
    private final String me = UUID.randomUUID().toString();
    private volatile Instant othersUntil = Instant.MIN;
    private volatile boolean others;
    /** Until when this node is known as a listener; MIN when it is none. */
    private Instant listensUntil = Instant.MIN;
    private Instant renewAt = Instant.MIN;
    private Instant wantedAt = Instant.MIN;
    private Instant next = Instant.MIN;
    private Instant heardUntil = Instant.MIN;
    private Duration quiet = SHORTEST;
    private final Map<Long, Instant> heard = new HashMap<>();

    @Inject
    public OtherNodes(ListNewsStore store, ListStreams streams, Transactions transactions, InstantSource clock) {
        this.store = store;
        this.streams = streams;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Writes it down for the others, in the caller's transaction, if any of them listens. */
    void tell(String tenant, Collection<ListChange> changes) {
        Instant now = now();
        if (!now.isBefore(othersUntil)) {
            others = store.hasOthers(me, now);
            othersUntil = now.plus(LOOK);
        }
        if (others) {
            store.tell(tenant, me, changes, now);
        }
    }

    /** Hears what others have told, as long as this node has streams; one thread at a time. */
    synchronized void turn() {
        Instant now = now();
        wantedAt = streams.open() > 0 ? now : wantedAt;
        if (now.isBefore(next)) {
            return;
        }
        next = now.plus(PAUSE);
        if (now.isBefore(wantedAt.plus(LINGERING))) {
            listen(now);
            quiet = hear(now) ? SHORTEST : longer(quiet);
            next = now.plus(quiet);
        } else {
            leave();
            next = now;
        }
    }

    private static Duration longer(Duration pause) {
        return pause.compareTo(LONGEST) < 0 ? pause.plus(SHORTEST) : LONGEST;
    }

    private void listen(Instant now) {
        if (now.isBefore(renewAt)) {
            return;
        }
        transactions.required(() -> {
            store.listen(me, now.plus(LEASE));
            return null;
        });
        if (!now.isBefore(listensUntil)) {
            heard.clear();
            heardUntil = now;
            streams.hearsFrom(now.plus(UNHEARD));
        }
        listensUntil = now.plus(LEASE);
        renewAt = now.plus(RENEWAL);
        transactions.required(() -> {
            store.forget(now.minus(KEPT));
            return null;
        });
    }

    /** Outside of any transaction, which would be two statements more. Tells whether there was anything new. */
    private boolean hear(Instant now) {
        Instant since = heardUntil.minus(OVERLAP);
        boolean any = false;
        for (ListNewsRow row : store.since(me, since)) {
            if (heard.put(row.id, row.toldAt) == null) {
                any = true;
                streams.heard(row.tenant, ListNewsStore.changes(row));
            }
        }
        heard.values().removeIf(at -> at.isBefore(since));
        heardUntil = now;
        return any;
    }

    /** The others need not write for this node any more. */
    synchronized void leave() {
        if (listensUntil != Instant.MIN) {
            listensUntil = Instant.MIN;
            renewAt = Instant.MIN;
            streams.hearsFrom(Instant.MAX);
            transactions.required(() -> {
                store.leave(me);
                return null;
            });
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
