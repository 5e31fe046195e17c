package peerbench;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * So much work handed in at once, first so that everybody waits for what comes of it, then for tickets: how long the two take
 * to answer, and how long until the last ticket is over. {@code Burst NAME n=2000 [threads=8 rounds=3]}; bench.sh calls it.
 */
public final class Burst {

    private final Trial trial;
    private final Tickets tickets;
    private final int many;

    private Burst(Trial trial) {
        this.trial = trial;
        this.tickets = (Tickets) trial.engine;
        this.many = trial.number("n");
    }

    public static void main(String[] args) throws Exception {
        try (Trial trial = new Trial(args[0], Arrays.asList(args).subList(1, args.length), Map.of("n", "2000", "rounds", "3"))) {
            Burst burst = new Burst(trial);
            burst.synchronous();
            burst.acceptedAlone();
            trial.engine.begin(1);
            burst.tickets();
            for (int round = 0; round < trial.number("rounds"); round++) {
                burst.compare();
            }
            trial.engine.end();
        }
    }

    private Trial.Done synchronous() throws Exception {
        List<String> items = trial.desks(many);
        return trial.each(items.size(), i -> trial.engine.submit(items.get(i)));
    }

    /** With nobody who carries it out meanwhile; that comes first. */
    private void acceptedAlone() throws Exception {
        List<String> items = trial.desks(many);
        long before = trial.statements("");
        Trial.Done accepted = trial.each(items.size(), i -> tickets.accept(items.get(i)));
        Trial.say("ACCEPTED %s n=%d nobody at work %s statements each=%.2f", trial.name, many, accepted.times(), (double) (trial.statements("") - before) / many);
    }

    /**
     * @param accepted all of them
     * @param seconds until the last was over
     */
    private record Settled(Trial.Done accepted, double seconds, long failed) { }

    private Settled tickets() throws Exception {
        List<String> items = trial.desks(many);
        long begin = System.nanoTime();
        Trial.Done accepted = trial.each(items.size(), i -> tickets.accept(items.get(i)));
        while (trial.ask("select count(*) from wf_ticket where state = 'WAITING'") > 0) {
            Thread.sleep(20);
        }
        return new Settled(accepted, Trial.seconds(begin), trial.ask("select count(*) from wf_ticket where state <> 'DONE'"));
    }

    private void compare() throws Exception {
        Trial.Done waited = synchronous();
        Settled settled = tickets();
        Trial.say("BURST %s n=%d threads=%d synchronous %s in %.2f s; accepted %s in %.2f s, all over after %.2f s, failed=%d; median : synchronous = %.2f, time : synchronous = %.2f load=%s",
                trial.name, many, trial.threads, waited.times(), waited.seconds(), settled.accepted().times(), settled.accepted().seconds(), settled.seconds(), settled.failed(),
                settled.accepted().times().median() / waited.times().median(), settled.seconds() / waited.seconds(), Bench.load());
    }
}
