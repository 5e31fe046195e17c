package wf.bench.load;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * So many people at work on one running node, for so many minutes, and what it took them, the node and the database.
 * {@code Users users=500 minutes=10 think=2000 url=… database=jdbc:… server=PID postgres=PID}; users.sh starts all that and calls it.
 */
public final class Users {

    private static final String MODEL = """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:wf="urn:wf:bpmn:1.0" targetNamespace="load">
              <process id="load" name="load" isExecutable="true"><startEvent id="s"/>
                <sequenceFlow id="f1" sourceRef="s" targetRef="review"/><userTask id="review" wf:assignee="${reviewer}"/>
                <sequenceFlow id="f2" sourceRef="review" targetRef="sign"/><userTask id="sign" wf:assignee="${signer}"/>
                <sequenceFlow id="f3" sourceRef="sign" targetRef="e"/><endEvent id="e"/></process>
            </definitions>""";
    /** So many sign on in a second: before anybody measures, a password costs more than all that follows. */
    private static final int COMING = 25;
    private final Map<String, String> options = new HashMap<>(Map.of("users", "500", "minutes", "10", "think", "2000"));
    private final Tally tally = new Tally();
    private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(2);

    public static void main(String[] args) throws Exception {
        Users users = new Users();
        for (String arg : args) {
            users.options.put(arg.substring(0, arg.indexOf('=')), arg.substring(arg.indexOf('=') + 1));
        }
        System.exit(users.run() ? 0 : 1);
    }

    private int number(String option) {
        return Integer.parseInt(options.get(option));
    }

    private boolean run() throws Exception {
        Rest rest = new Rest(options.get("url"), tally);
        Host host = new Host(number("server"), number("postgres"));
        invite(number("users"));
        long definition = rest.administer("/definitions", "application/xml", MODEL).findPath("id").asLong();
        rest.administer("/definitions/" + definition + "/release", "application/json", "{}");
        come(rest);
        Host.Cpu before = host.cpu();
        tally.begin();
        Duration length = Duration.ofMinutes(number("minutes"));
        Duration first = Duration.ofMinutes(2).compareTo(length) < 0 ? Duration.ofMinutes(2) : length.dividedBy(2);
        Thread.sleep(first.toMillis());
        long early = host.heap();
        Thread.sleep(length.minus(first).toMillis());
        tally.end();
        Host.Cpu cpu = host.cpu().since(before);
        long late = host.heap();
        clock.shutdownNow();
        return report(length, cpu, early, late);
    }

    /** All of them are there and at work. */
    private void come(Rest rest) throws InterruptedException {
        List<Visitor> visitors = IntStream.range(0, number("users")).mapToObj(i -> new Visitor(i, number("users"), rest, clock, number("think"))).toList();
        for (int i = 0; i < visitors.size(); i++) {
            clock.schedule(visitors.get(i)::come, i * 1_000L / COMING, TimeUnit.MILLISECONDS);
        }
        while (!visitors.stream().allMatch(Visitor::isHere)) {
            Thread.sleep(500);
        }
        Thread.sleep(10_000);
    }

    private boolean report(Duration length, Host.Cpu cpu, long early, long late) {
        double change = 100.0 * (late - early) / early;
        boolean good = tally.print();
        Tally.say("HEAP after a full collection: %.1f MB, at the end %.1f MB, %+.1f %%", early / 1e6, late / 1e6, change);
        double seconds = length.toSeconds();
        Tally.say("CPU users=%s minutes=%s client=%.2f server=%.2f database=%.2f of a core, load=%.1f", options.get("users"), options.get("minutes"), cpu.client() / seconds,
                cpu.server() / seconds, cpu.database() / seconds, java.lang.management.ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        return good && Math.abs(change) <= 5;
    }

    /** People with the password of the sample people, in one of their departments. */
    private void invite(int many) throws Exception {
        String all = " from generate_series(0, " + (many - 1) + ") k";
        try (Connection connection = DriverManager.getConnection(options.get("database")); Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("insert into wf_person (tenant, id, login_name, name, enabled, valid_from, valid_to, version)"
                    + " select 'default', 'load' || k, 'load' || k, 'Person ' || k, true, timestamptz '2020-01-01', null, 1" + all);
            statement.execute("insert into wf_credential (tenant, person_id, password_hash, changed_at, version)"
                    + " select 'default', 'load' || k, c.password_hash, c.changed_at, 1 from generate_series(0, " + (many - 1) + ") k, wf_credential c"
                    + " where c.tenant = 'default' and c.person_id = 'zhao'");
            statement.execute("insert into wf_department_member (tenant, owner_id, person_id, main, valid_from)"
                    + " select 'default', 'rd', 'load' || k, true, timestamptz '2020-01-01'" + all);
            statement.execute("update wf_org_version set version = version + 1 where tenant = 'default'");
            connection.commit();
        }
        // A node looks every three seconds whether its people have changed.
        Thread.sleep(5_000);
    }
}
