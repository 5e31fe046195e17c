package peerbench;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import wf.bench.Client;
import wf.bench.Late;
import wf.bench.People;
import wf.call.Outcome;
import wf.scenario.Standalone;
import wf.setting.Settings;
import wf.store.migration.Migration;

/** Two nodes of our engine without a container, of which clients use the first. */
public final class WfClockwork implements Clockwork, Tickets {

    private final List<Standalone> nodes = new ArrayList<>();
    private final List<ScheduledFuture<?>> ticks = new ArrayList<>();
    private final ScheduledExecutorService tick = Executors.newScheduledThreadPool(2);
    private List<Long> before = List.of();
    private Promised promised;
    private Client client;
    private Late late;

    @Override
    public void open(DataSource source, Map<String, String> options) {
        promised = new Promised(source);
        UnaryOperator<String> unset = name -> null;
        new Migration(source, new Settings(unset, unset)).run();
        People people = new People(Seed::groupsOf);
        for (String name : List.of("node1", "node2")) {
            nodes.add(new Standalone(source, tenant -> people, InstantSource.system(), (definition, job) -> new Outcome.Failed("nothing is called", false),
                    new Settings(settings(name, options)::get, unset)));
        }
        Standalone first = nodes.get(0);
        client = new Client(first.attempts, first.transactions, first.bus, first.definitions, first.instances);
        late = new Late(first.attempts, first.accepting);
        client.deploy(Models.bpmn("urn:wf:bpmn:1.0", ""));
        tick.scheduleWithFixedDelay(first.counting::count, 5, 5, TimeUnit.SECONDS);
    }

    private static Map<String, String> settings(String node, Map<String, String> options) {
        return Map.of("wf.node", node, "wf.job.workers", options.getOrDefault("workers", ""), "wf.job.batch", options.getOrDefault("batch", ""));
    }

    @Override
    public String describe() {
        return "wf, Java SE, journal, idempotency by client's key and outbox on";
    }

    @Override
    public void startTimed(Instant due) {
        client.start("timed", Models.key(), Models.timed(due.toString()));
    }

    @Override
    public String startDesk() {
        return client.openItems(client.start("desk", Models.key(), Models.desk())).get(0);
    }

    @Override
    public void submit(String item) {
        client.complete(item, Bench.DECISION);
    }

    @Override
    public void accept(String item) {
        late.handIn(item, Bench.DECISION);
    }

    @Override
    public int mostNodes() {
        return nodes.size();
    }

    /** As wf.job.Tick has it: what a node leaves to itself rings, and it looks for what others have left. */
    @Override
    public void begin(int many) {
        before = claimed();
        for (Standalone node : nodes.subList(0, many)) {
            node.alarm.rings(node.shifts::begin);
            ticks.add(tick.scheduleWithFixedDelay(node.shifts::begin, 0, 1, TimeUnit.SECONDS));
        }
    }

    @Override
    public void end() {
        ticks.forEach(t -> t.cancel(false));
        ticks.clear();
        nodes.forEach(node -> node.alarm.rings(() -> { }));
    }

    @Override
    public long left() throws Exception {
        return promised.left();
    }

    @Override
    public Fired fired() throws Exception {
        return promised.fired();
    }

    @Override
    public String claims() {
        return Promised.CLAIMS;
    }

    private List<Long> claimed() {
        return nodes.stream().map(node -> node.meters.total("wf_jobs_claimed_total")).toList();
    }

    @Override
    public String more() {
        List<Long> now = claimed();
        return IntStream.range(0, now.size()).mapToObj(i -> Long.toString(now.get(i) - before.get(i)))
                .collect(Collectors.joining("+", " claimed by nodes=", ""));
    }

    @Override
    public void close() {
        tick.shutdownNow();
        nodes.forEach(Standalone::close);
    }
}
