package peerbench;

import java.sql.Connection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import wf.bench.Client;
import wf.bench.People;
import wf.bench.Rows;
import wf.bench.Todo;
import wf.scenario.Standalone;
import wf.setting.Settings;
import wf.store.migration.Migration;

/** Our engine in the harness of the peers: core and shell without a container, over the harness's connection pool. */
public final class WfPeer implements Peer {

    private Standalone shell;
    private Client client;
    private Todo todo;
    private Beside beside;
    private final ScheduledExecutorService tick = Executors.newSingleThreadScheduledExecutor();

    @Override
    public void open(DataSource ds, Map<String, String> opts) throws Exception {
        UnaryOperator<String> unset = name -> null;
        new Migration(ds, new Settings(unset, unset)).run();
        People people = new People(Seed::groupsOf);
        shell = new Standalone(ds, tenant -> people);
        client = new Client(shell.attempts, shell.transactions, shell.bus, shell.definitions, shell.instances);
        todo = new Todo(shell.lists);
        client.deploy(Bench.model("urn:wf:bpmn:1.0", ""));
        beside = new Beside(ds, "wf");
        work();
    }

    /** As wf.job.Tick has it, with the container's threads. */
    private void work() {
        shell.archiving.schedule();
        tick.scheduleWithFixedDelay(shell.shifts::begin, 1, 1, TimeUnit.SECONDS);
        tick.scheduleWithFixedDelay(shell.counting::count, 5, 5, TimeUnit.SECONDS);
    }

    @Override
    public String describe() {
        return "wf, Java SE, journal, idempotency by client's key and outbox on, ids from a sequence";
    }

    @Override
    public String start(String process, String businessKey, Map<String, Object> vars) {
        vars.computeIfPresent("assignees", (name, people) -> distinct((List<?>) people));
        return Long.toString(client.start(process, businessKey, vars));
    }

    /** A round asks everybody once, but the harness expects as many tasks as names: a repeated one becomes somebody else. */
    private static List<String> distinct(List<?> people) {
        Set<String> distinct = new LinkedHashSet<>();
        people.forEach(person -> distinct.add((String) person));
        for (int other = 0; distinct.size() < people.size(); other++) {
            distinct.add("u" + other);
        }
        return List.copyOf(distinct);
    }

    @Override
    public List<String> openTasks(String instance) {
        return client.openItems(Long.parseLong(instance));
    }

    @Override
    public void complete(String task, Map<String, Object> vars) {
        client.complete(task, vars);
    }

    @Override
    public int todoAssigned(String user, int max) {
        return todo.mine(user, max);
    }

    @Override
    public long countAssigned(String user) {
        return todo.countMine(user);
    }

    /** The groups are known to the directory. */
    @Override
    public int todoAll(String user, List<String> groups, int max) {
        return todo.mineAndClaimable(user, max);
    }

    @Override
    public long countAll(String user, List<String> groups) {
        return todo.countMineAndClaimable(user);
    }

    @Override
    public void seedTasks(Connection c, int n) throws Exception {
        long instance = client.start("w1", "seed", Bench.startVars("w1"));
        new Rows(c).openItems(instance, n);
    }

    @Override
    public void growHistory(Connection c, int n) throws Exception {
        new Rows(c).finished(n);
    }

    @Override
    public void close() throws Exception {
        beside.print();
        tick.shutdownNow();
        shell.close();
    }
}
