package wf.relay;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import wf.meter.Meters;
import wf.setting.Setting;
import wf.setting.Settings;
import wf.store.Column;
import wf.store.DefinitionStore;
import wf.store.Journal;
import wf.store.JournalRow;
import wf.store.Outbox;
import wf.store.OutboxKey;
import wf.store.OutboxRow;
import wf.store.Telling;
import wf.store.Transactions;
import wf.stream.ListNews;

/**
 * Takes rows out of the outbox, many at a time: events go to the topic first, and then one transaction notes whom they concern
 * and deletes the rows. So the topic gets each event at least once, in the order of its instance, and people are told once. While
 * the broker is away people are told all the same, and the rows wait for it.
 */
@Singleton
public class Relay {

    private static final Logger LOG = Logger.getLogger(Relay.class.getName());
    private static final int BATCH = 200;
    /** Rows of the instances of one batch that are looked at; what is behind them has its turn later. */
    private static final int MOST_WAITING = 1_000;
    private static final int TRIES = 3;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);
    private static final Comparator<OutboxKey> ORDER = Comparator.<OutboxKey>comparingLong(k -> k.instanceId).thenComparingLong(k -> k.seq);
    private final Outbox outbox;
    private final Journal journal;
    private final DefinitionStore definitions;
    private final EventTopic topic;
    private final Teller teller;
    private final ListNews news;
    private final Transactions transactions;
    private final Meters meters;
    private final InstantSource clock;
    private final int most;
    private final AtomicLong sent = new AtomicLong();
    private final List<OutboxKey> behind = new ArrayList<>();
    private volatile Instant awaySince;
    private volatile Instant awayUntil = Instant.MIN;
    private volatile String error;
    private int failures;

    @Inject
    public Relay(Outbox outbox, Journal journal, DefinitionStore definitions, EventTopic topic, Teller teller, ListNews news, Transactions transactions,
            Meters meters, InstantSource clock, Settings settings) {
        this.outbox = outbox;
        this.journal = journal;
        this.definitions = definitions;
        this.topic = topic;
        this.teller = teller;
        this.news = news;
        this.transactions = transactions;
        this.meters = meters;
        this.clock = clock;
        this.most = Math.max(1, settings.number(Setting.JOB_ATTEMPTS));
    }

    /** Everything that this node has written; one thread at a time. Answers how many rows went out. */
    public synchronized int run() {
        int out = 0;
        for (Set<OutboxKey> keys = outbox.fresh(BATCH); !keys.isEmpty(); keys = outbox.fresh(BATCH)) {
            out += tell(keys);
        }
        return out;
    }

    /** What other nodes, or this one, have left lying. Answers how many rows went out. */
    public synchronized int leftovers() {
        outbox.again(behind);
        behind.clear();
        int out = run();
        if (isAway()) {
            return out;
        }
        for (Set<OutboxKey> keys = claimed(); !keys.isEmpty() && !isAway(); keys = keys.size() < BATCH ? Set.of() : claimed()) {
            out += tell(keys);
        }
        return out;
    }

    private Set<OutboxKey> claimed() {
        return transactions.required(() -> outbox.claim(now(), BATCH));
    }

    /** What the broker said last, while it takes nothing from this node; null while it does. */
    public String away() {
        return awaySince == null ? null : String.valueOf(error);
    }

    /** For whoever looks after it. */
    public RelayState state(String tenant) {
        Outbox.Backlog backlog = transactions.required(() -> outbox.backlog(tenant));
        return new RelayState(topic.isOn(), backlog.rows(), backlog.oldest().orElse(null), awaySince, error, sent.get());
    }

    private int tell(Collection<OutboxKey> keys) {
        int out = 0;
        for (Map.Entry<String, List<OutboxKey>> some : keys.stream().collect(Collectors.groupingBy(k -> k.tenant)).entrySet()) {
            out += tell(some.getKey(), new HashSet<>(some.getValue()));
        }
        return out;
    }

    /** Where others were faster the whole is looked at anew, but nothing is published a second time. */
    private int tell(String tenant, Set<OutboxKey> keys) {
        Set<OutboxKey> published = new HashSet<>();
        for (int attempt = 1; attempt <= TRIES; attempt++) {
            try {
                return once(tenant, keys, published);
            } catch (RuntimeException e) {
                LOG.log(Level.FINE, "what is to be told in " + tenant + " is tried again", e);
            }
        }
        return keys.stream().sorted(ORDER).mapToInt(k -> singly(tenant, k, published)).sum();
    }

    /** One row that nobody can tell must not keep the others back; those of its own instance until it is given up. */
    private int singly(String tenant, OutboxKey key, Set<OutboxKey> published) {
        try {
            return once(tenant, Set.of(key), published);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "row " + key.seq + " of instance " + key.instanceId + " in " + tenant + " cannot be told", e);
            return left(key, e);
        }
    }

    private int left(OutboxKey key, RuntimeException why) {
        try {
            String said = Column.clean(String.valueOf(why.getMessage()));
            if (transactions.required(() -> outbox.failed(key, said, most, now(), now().plus(LONGEST_PAUSE)))) {
                LOG.log(Level.WARNING, "row {0} of instance {1} in {2} is given up after {3} attempts: its job of kind TELL can be tried again",
                        new Object[] {String.valueOf(key.seq), String.valueOf(key.instanceId), key.tenant, most});
                meters.count("wf_jobs_given_up_total", 1);
            }
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "row " + key.seq + " of instance " + key.instanceId + " in " + key.tenant + " waits for its lease to end", e);
        }
        return 0;
    }

    private int once(String tenant, Set<OutboxKey> keys, Set<OutboxKey> published) {
        boolean away = isAway();
        List<Told> told = transactions.required(() -> mine(tenant, keys, away));
        if (told.isEmpty()) {
            return 0;
        }
        boolean out = !away && publish(tenant, told, published);
        Runnable then = transactions.required(() -> settle(tenant, told, out));
        then.run();
        sent.addAndGet(out ? told.size() : 0);
        meters.count("wf_outbox_rows_told_total", out ? told.size() : 0);
        return out ? told.size() : 0;
    }

    /**
     * Each instance up to the first row that is another node's: what comes behind it waits for it. While nothing is published
     * anyway, rows that wait for the topic alone keep nobody from telling people of what came later.
     */
    private List<Told> mine(String tenant, Set<OutboxKey> keys, boolean away) {
        List<OutboxRow> rows = new ArrayList<>();
        Set<Long> stopped = new HashSet<>();
        for (OutboxRow row : outbox.waiting(tenant, keys, MOST_WAITING)) {
            if (!keys.contains(row.key())) {
                if (!away || row.told == 0) {
                    stopped.add(row.instanceId);
                }
            } else if (!stopped.contains(row.instanceId)) {
                rows.add(row);
            } else {
                behind.add(row.key());
            }
        }
        Map<OutboxKey, JournalRow> found = outbox.journal(rows).stream()
                .collect(Collectors.toMap(r -> new OutboxKey(r.tenant, r.instanceId, r.seq), Function.identity()));
        return rows.stream().map(r -> told(r, found.get(r.key()))).toList();
    }

    private Told told(OutboxRow row, JournalRow of) {
        return new Told(row, of, of == null ? List.of() : journal.events(of), row.body == null ? null : Telling.of(row.body));
    }

    // ---- the topic ----

    private boolean publish(String tenant, List<Told> told, Set<OutboxKey> published) {
        if (!topic.isOn()) {
            return true;
        }
        List<Told> open = told.stream().filter(t -> !published.contains(t.row().key())).toList();
        List<Published> events = transactions.required(() -> events(tenant, open));
        try {
            if (!events.isEmpty()) {
                topic.publish(events);
                meters.count("wf_events_published_total", events.size());
            }
            open.forEach(t -> published.add(t.row().key()));
            back();
            return true;
        } catch (TopicAway e) {
            away(e);
            return false;
        }
    }

    private List<Published> events(String tenant, List<Told> told) {
        Map<Long, String> keys = new HashMap<>();
        return told.stream().flatMap(t -> EventTexts.of(t, t.journal() == null ? null : keys.computeIfAbsent(t.journal().definitionId,
                id -> definitions.find(tenant, id).map(d -> d.defKey).orElse(null))).stream()).toList();
    }

    private boolean isAway() {
        return topic.isOn() && now().isBefore(awayUntil);
    }

    private void away(TopicAway e) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failures++, 10));
        pause = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
        awaySince = awaySince == null ? now() : awaySince;
        awayUntil = now().plus(pause);
        error = e.getMessage();
        LOG.log(Level.WARNING, "The topic of events takes nothing; what is to be told waits in the outbox, the next attempt is in {0} s: {1}",
                new Object[] {pause.toSeconds(), e.getMessage()});
    }

    private void back() {
        if (awaySince != null) {
            LOG.log(Level.INFO, "The topic of events takes again what it did not take since {0}", awaySince);
        }
        failures = 0;
        awaySince = null;
        awayUntil = Instant.MIN;
        error = null;
    }

    // ---- people ----

    private Runnable settle(String tenant, List<Told> told, boolean out) {
        List<Told> untold = told.stream().filter(t -> t.row().told == 0).toList();
        List<OutboxKey> waited = told.stream().filter(t -> t.row().told != 0).map(t -> t.row().key()).toList();
        if (out) {
            outbox.delete(told.stream().map(t -> t.row().key()).toList());
        } else {
            if (!untold.isEmpty()) {
                outbox.told(untold.stream().map(t -> t.row().key()).toList(), awayUntil);
            }
            if (!waited.isEmpty()) {
                outbox.postpone(waited, awayUntil, 0);
            }
        }
        if (untold.isEmpty()) {
            return () -> { };
        }
        Runnable people = teller.tell(tenant, untold);
        Runnable lists = news.tell(tenant, untold.stream().map(Told::row).toList());
        return () -> {
            people.run();
            lists.run();
        };
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
