package peerbench;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import wf.bench.Times;

/**
 * So many timers fall due in the same minute: how fast they are fired alone, with work that people hand in beside them, and by
 * two nodes; against how fast the same engine takes work that is handed in, before and after. Whatever is due has been waiting
 * when somebody begins to fire it.
 *
 * <p>{@code Drain NAME timers=100000 [submits=20000 beside=25000 two=25000 within=60 threads=8 secs=10]}; bench.sh calls it.
 */
public final class Drain {

    private static final Duration PATIENCE = Duration.ofHours(2);
    private final Trial trial;
    private final Clockwork engine;
    private double synchronous;

    private Drain(Trial trial) {
        this.trial = trial;
        this.engine = trial.engine;
    }

    public static void main(String[] args) throws Exception {
        List<String> options = Arrays.asList(args).subList(1, args.length);
        int timers = options.stream().filter(o -> o.startsWith("timers=")).map(o -> Integer.parseInt(o.substring(7))).findFirst().orElse(100_000);
        String part = Integer.toString(timers / 4);
        try (Trial trial = new Trial(args[0], options, Map.of("timers", Integer.toString(timers), "submits", Integer.toString(timers / 5),
                "beside", part, "two", part, "within", "60", "secs", "10"))) {
            new Drain(trial).run();
        }
    }

    private void run() throws Exception {
        warm();
        synchronous = handedIn("before");
        double alone = drained("alone", trial.number("timers"), 1, null);
        synchronous = Math.max(synchronous, handedIn("after"));
        Trial.say("DRAIN %s alone : synchronous = %.2f", trial.name, alone / synchronous);
        beside();
        if (engine.mostNodes() > 1) {
            drained("by two nodes", trial.number("two"), 2, null);
        }
    }

    /** The compiler has seen it all before anything counts. */
    private void warm() throws Exception {
        List<String> items = trial.desks(trial.number("submits"));
        trial.each(items.size(), i -> engine.submit(items.get(i)));
        drained("warm", Math.max(trial.number("timers") / 10, Math.min(2_000, trial.number("timers"))), 1, null);
    }

    private double handedIn(String when) throws Exception {
        List<String> items = trial.desks(trial.number("submits"));
        trial.settle();
        Trial.Done done = trial.each(items.size(), i -> engine.submit(items.get(i)));
        Trial.say("SYNC %s %s threads=%d submits=%d per second=%.0f %s load=%s", trial.name, when, trial.threads, items.size(), done.perSecond(), done.times(), Bench.load());
        return done.perSecond();
    }

    private void beside() throws Exception {
        double quarter = synchronous / 4;
        Times undisturbed = new Offering(trial, trial.desks((int) (quarter * trial.number("secs"))), quarter).alone();
        Trial.say("OFFERED %s alone per second=%.0f %s", trial.name, quarter, undisturbed);
        // As many as are offered while the drain goes at a quarter of the rate, which is less than is wanted.
        Offering offering = new Offering(trial, trial.desks(trial.number("beside")), quarter);
        double rate = drained("beside", trial.number("beside"), 1, offering);
        Times disturbed = offering.end();
        Trial.say("DRAIN %s beside : synchronous = %.2f; submits %s; their median : undisturbed = %.2f", trial.name, rate / synchronous, disturbed,
                disturbed.median() / undisturbed.median());
    }

    // ---- one drain ----

    /** @param beside what is handed in meanwhile, or null; once that is used up, no more is counted */
    private double drained(String how, int timers, int nodes, Offering beside) throws Exception {
        seed(timers);
        Clockwork.Fired before = engine.fired();
        long statements = trial.statements("");
        long claims = engine.claims() == null ? 0 : trial.statements(engine.claims());
        long begin = System.nanoTime();
        if (beside != null) {
            beside.begin();
        }
        engine.begin(nodes);
        long left = timers;
        while (left > 0 && (beside == null || !beside.isUsedUp())) {
            left = pausedLeft(timers, begin);
        }
        double rate = (timers - left) / Trial.seconds(begin);
        if (beside != null) {
            beside.end();
        }
        while (left > 0) {
            left = pausedLeft(timers, begin);
        }
        double each = (double) (trial.statements("") - statements) / timers;
        String claimed = engine.claims() == null ? "" : String.format(" claiming=%.3f", (double) (trial.statements(engine.claims()) - claims) / timers);
        engine.end();
        Clockwork.Fired after = engine.fired();
        long effects = after.effects() - before.effects();
        long instances = after.instances() - before.instances();
        Trial.say("DRAIN %s %s timers=%d per second=%.0f fired=%d lost=%d doubled=%d; statements a timer=%.2f%s%s load=%s", trial.name, how, timers, rate, effects,
                timers - instances, effects - instances, each, claimed, engine.more(), Bench.load());
        return rate;
    }

    private long pausedLeft(int timers, long begin) throws Exception {
        if (Trial.seconds(begin) > PATIENCE.toSeconds()) {
            throw new IllegalStateException(engine.left() + " timers have not fired");
        }
        // Counting is work for the database, too.
        Thread.sleep(Math.max(50, Math.min(1_000, timers / 100)));
        return engine.left();
    }

    /** All due within the same minute, which is over when this returns. */
    private void seed(int timers) throws Exception {
        int within = trial.number("within");
        Instant minute = Instant.now();
        AtomicInteger begun = new AtomicInteger();
        Trial.Done done = trial.each(timers, i -> {
            engine.startTimed(minute.plusMillis(ThreadLocalRandom.current().nextInt(within * 1_000)));
            begun.incrementAndGet();
        });
        Thread.sleep(Math.max(0, Duration.between(Instant.now(), minute.plusSeconds(within)).toMillis()));
        trial.settle();
        Trial.say("# %d timers were set, %.0f per second", begun.get(), done.perSecond());
    }
}
