package wf.stream;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Level;
import java.util.logging.Logger;
import wf.access.Caller;
import wf.access.StillIn;
import wf.contract.ErrorCode;
import wf.meter.Meters;
import wf.org.DeputyRow;
import wf.refusal.Messages;
import wf.refusal.Refused;
import wf.setting.Setting;
import wf.setting.Settings;

/**
 * Everybody who listens at this node. No thread waits for any of them: one goes round once a second, and one more while there is something to
 * say. Whether they may still listen is asked for all of them together.
 */
@Singleton
public class ListStreams {

    /** Whoever may read lists may listen. */
    private static final String OPERATION = "listWorkItems";
    /** By so much clocks, looks at the table and what is just under way may differ: rather too much is told than too little. */
    private static final Duration UNSURE = Duration.ofSeconds(15);
    private static final Duration LONGEST_ID = Duration.ofDays(1);
    /** How often, at most, everybody of a tenant is told to read everything since something was lost. */
    private static final Duration LOST = Duration.ofMinutes(1);
    /** Of so many who are told of the same thing at most one more begins to read in a millisecond times this. */
    private static final int APART = 20;
    private static final int FURTHEST_APART = 30_000;
    private static final int FEW = 10;
    /** After so long whoever was to go round is taken for lost: there are servers that forget a task. */
    private static final Duration LONGEST_ROUND = Duration.ofSeconds(10);

    private static final Logger LOG = Logger.getLogger(ListStreams.class.getName());

    private final Hearing hearing;
    private final StillIn stillIn;
    private final Meters meters;
    private final InstantSource clock;
    private final int most;
    private final int mostOfPerson;
    private final Duration life;
    private final Duration beat;
    private final LastChanges lastChanges = new LastChanges();
    private final Set<ListStream> streams = ConcurrentHashMap.newKeySet();
    private final Audiences audiences = new Audiences();
    private final Map<String, Integer> ofPerson = new HashMap<>();
    /** Tenants of whose changes some were lost, and when they were last told of such. */
    private final Set<String> lost = ConcurrentHashMap.newKeySet();
    private final Map<String, Instant> toldLost = new HashMap<>();
    private final Queue<ListStream> due = new ConcurrentLinkedQueue<>();
    /** Since when one of the crew goes round; null: nobody does. */
    private final AtomicReference<Instant> speaking = new AtomicReference<>();
    private volatile Executor crew = Runnable::run;
    /** From when on everything is heard, and whether those who came before that have been told. */
    private volatile Instant hearsFrom = Instant.MAX;
    private volatile boolean greeted = true;
    private Instant checkAt = Instant.MIN;
    private boolean closed;

    @Inject
    public ListStreams(Hearing hearing, StillIn stillIn, Meters meters, InstantSource clock, Settings settings) {
        this.hearing = hearing;
        this.stillIn = stillIn;
        this.meters = meters;
        this.clock = clock;
        this.most = settings.number(Setting.STREAM_MOST);
        this.mostOfPerson = settings.number(Setting.STREAM_PERSON);
        this.life = settings.time(Setting.STREAM_MINUTES, ChronoUnit.MINUTES);
        this.beat = settings.time(Setting.STREAM_BEAT_SECONDS, ChronoUnit.SECONDS);
    }

    /** On whose threads news are sent, so that whoever has changed a list need not wait for that. */
    public void speakOn(Executor threads) {
        crew = threads;
    }

    /** How many listen. */
    public int open() {
        return streams.size();
    }

    // ---- coming and going ----

    /**
     * Somebody wants to listen.
     *
     * @param lastId what he heard last, as {@link #id} named it; null where he comes for the first time
     * @throws Refused where he may not, or too many do
     */
    public ListStream open(Caller caller, String lastId) {
        if (!caller.mayCall(OPERATION)) {
            throw refused(caller, ErrorCode.FORBIDDEN, "access.service.operation", caller.via(), OPERATION);
        }
        List<DeputyRow> grants = hearing.grants(caller);
        Ears ears = hearing.ears(caller, grants).orElseThrow(() -> refused(caller, ErrorCode.UNAUTHENTICATED, "reject.UNKNOWN_PERSON", caller.person()));
        // Not all at the same moment, or they would all come again at the same moment.
        Duration lasts = life.plus(life.multipliedBy(ThreadLocalRandom.current().nextInt(21)).dividedBy(100)).minus(life.dividedBy(10));
        ListStream stream = new ListStream(caller, grants, ears, clock.instant(), lasts, beat);
        admit(stream);
        missed(caller, ears, lastId).ifPresentOrElse(stream::changed, stream::allChanged);
        return stream;
    }

    private synchronized void admit(ListStream stream) {
        Caller caller = stream.caller();
        if (closed || streams.size() >= most) {
            throw counted(refused(caller, ErrorCode.UNAVAILABLE, "stream.node"));
        } else if (ofPerson.getOrDefault(person(caller), 0) >= mostOfPerson) {
            throw counted(refused(caller, ErrorCode.TOO_MANY, "stream.person", mostOfPerson));
        }
        ofPerson.merge(person(caller), 1, Integer::sum);
        streams.add(stream);
        audiences.enter(stream, stream.ears());
    }

    private Refused counted(Refused refused) {
        meters.count("wf_list_streams_refused_total", 1, "code", refused.problem().code.name());
        return refused;
    }

    private Optional<Set<ListName>> missed(Caller caller, Ears ears, String lastId) {
        Instant now = clock.instant();
        return position(lastId, now).flatMap(then -> lastChanges.since(caller.tenant(), ears, then.minus(UNSURE)));
    }

    /** What stands there comes from outside: anything else than a moment not long ago counts as nothing. */
    private static Optional<Instant> position(String lastId, Instant now) {
        if (lastId == null || !lastId.matches("\\d{13}")) {
            return Optional.empty();
        }
        Instant then = Instant.ofEpochMilli(Long.parseLong(lastId));
        return Optional.of(then).filter(t -> t.isAfter(now.minus(LONGEST_ID)) && !t.isAfter(now.plus(UNSURE)));
    }

    /** By which somebody says how far he has heard. */
    public static String id(News news) {
        return Long.toString(news.at().toEpochMilli());
    }

    /** He is gone, or has to go. */
    public void close(ListStream stream) {
        if (stream.end()) {
            synchronized (this) {
                streams.remove(stream);
                audiences.leave(stream, stream.ears());
                ofPerson.computeIfPresent(person(stream.caller()), (p, n) -> n == 1 ? null : n - 1);
            }
            stream.hangUp();
        }
    }

    /** The application stops; nobody else comes in. */
    @PreDestroy
    public void closeAll() {
        synchronized (this) {
            closed = true;
        }
        for (ListStream stream : streams) {
            try {
                close(stream);
            } catch (RuntimeException e) {
                LOG.log(Level.FINE, "A stream did not end in order", e);
            }
        }
    }

    private static String person(Caller caller) {
        return caller.tenant() + "\n" + caller.person();
    }

    // ---- news ----

    /** Lists have changed, by this node or another; those who listen are told at once. */
    public void heard(String tenant, Collection<ListChange> changes) {
        if (hearsFrom.equals(Instant.MAX) && streams.isEmpty()) {
            return;
        }
        lastChanges.put(tenant, changes, clock.instant());
        for (ListChange change : changes) {
            if (change.isEverything()) {
                lost.add(tenant);
            } else {
                List<ListStream> concerned = audiences.of(tenant, change).toList();
                concerned.forEach(s -> {
                    apart(s, concerned.size());
                    s.changed(change.list());
                    enqueue(s);
                });
            }
        }
        speak();
    }

    /** This node hears everything from then on; MAX: it does not listen any more. Whoever has come before reads his lists anew then. */
    void hearsFrom(Instant from) {
        hearsFrom = from;
        greeted = false;
        lastChanges.beginAt(from);
    }

    /** Of many who are told of the same, each a little later than the one before him. */
    private void apart(ListStream stream, int many) {
        if (many > FEW) {
            stream.notBefore(clock.instant().plusMillis(ThreadLocalRandom.current().nextInt(Math.min(many * APART, FURTHEST_APART))));
        }
    }

    private void enqueue(ListStream stream) {
        if (stream.queue()) {
            due.add(stream);
        }
    }

    private void speak() {
        Instant now = clock.instant();
        if (due.isEmpty() || !speaking.compareAndSet(null, now)) {
            return;
        }
        try {
            crew.execute(() -> sayAll(now));
        } catch (RejectedExecutionException | IllegalStateException e) {
            // The server stops, or the next round comes to it.
            speaking.compareAndSet(now, null);
        }
    }

    private void sayAll(Instant since) {
        try {
            for (ListStream stream = due.poll(); stream != null; stream = due.poll()) {
                stream.pump();
            }
        } finally {
            speaking.compareAndSet(since, null);
        }
        speak();
    }

    // ---- the round ----

    /** Once a second, by one thread: what was put off is said, signs of life are given, and who may not listen any more is let go. */
    void turn() {
        Instant now = clock.instant();
        greet(now);
        lost.removeIf(tenant -> tellLost(tenant, now));
        streams.stream().filter(s -> s.isOver(now)).forEach(this::close);
        if (!now.isBefore(checkAt)) {
            checkAt = now.plus(beat.multipliedBy(2));
            check();
        }
        streams.stream().filter(s -> s.isDue(now)).forEach(this::enqueue);
        speaking.updateAndGet(since -> since != null && now.isAfter(since.plus(LONGEST_ROUND)) ? null : since);
        speak();
    }

    private void greet(Instant now) {
        if (!greeted && !now.isBefore(hearsFrom)) {
            greeted = true;
            streams.stream().filter(s -> s.openedAt().isBefore(hearsFrom)).forEach(this::readAll);
        }
    }

    private boolean tellLost(String tenant, Instant now) {
        if (now.isBefore(toldLost.getOrDefault(tenant, Instant.MIN))) {
            return false;
        }
        toldLost.put(tenant, now.plus(LOST));
        streams.stream().filter(s -> s.caller().tenant().equals(tenant)).forEach(this::readAll);
        return true;
    }

    private void readAll(ListStream stream) {
        apart(stream, streams.size());
        stream.allChanged();
    }

    /** Whoever has left, or belongs to something else now: what is offered to him is another list then. */
    private void check() {
        if (streams.isEmpty()) {
            return;
        }
        Set<Caller> gone = stillIn.gone(streams.stream().map(ListStream::caller).distinct().toList(), OPERATION);
        for (ListStream stream : streams) {
            Optional<Ears> ears = gone.contains(stream.caller()) ? Optional.empty() : hearing.ears(stream.caller(), stream.grants());
            if (ears.isEmpty()) {
                close(stream);
            } else if (!ears.get().equals(stream.ears())) {
                belongs(stream, ears.get());
            }
        }
    }

    private synchronized void belongs(ListStream stream, Ears ears) {
        if (streams.contains(stream)) {
            audiences.leave(stream, stream.ears());
            stream.hearsBy(ears);
            audiences.enter(stream, ears);
            stream.changed(Set.of(ListName.TODO, ListName.CLAIMABLE, ListName.OVERDUE));
        }
    }

    private static Refused refused(Caller caller, ErrorCode code, String key, Object... arguments) {
        return Refused.because(code, Messages.text(caller.locale(), key, arguments));
    }
}
