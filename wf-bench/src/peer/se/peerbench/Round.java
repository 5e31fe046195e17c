package peerbench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import wf.bench.Client;
import wf.bench.People;
import wf.scenario.Standalone;
import wf.setting.Settings;
import wf.store.migration.Migration;

/**
 * What a vote costs the database in a small round and in a large one of which many vote at the same moment: statements
 * that the server executed, the retries among them, per vote. {@code bench.sh round [port=55432]}
 */
public final class Round {

    private static final String SERVER = "jdbc:postgresql://127.0.0.1:%s/%s";
    private final Client client;
    private final Connection watch;

    private Round(Client client, Connection watch) {
        this.client = client;
        this.watch = watch;
    }

    public static void main(String[] args) throws Exception {
        String port = args.length > 0 && args[0].startsWith("port=") ? args[0].substring(5) : "55432";
        try (Connection admin = DriverManager.getConnection(SERVER.formatted(port, "postgres"), "bench", "bench")) {
            admin.createStatement().execute("drop database if exists b_round");
            admin.createStatement().execute("create database b_round");
        }
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(SERVER.formatted(port, "b_round"));
        config.setUsername("bench");
        config.setPassword("bench");
        config.setMaximumPoolSize(40);
        try (HikariDataSource pool = new HikariDataSource(config);
                Connection watch = DriverManager.getConnection(SERVER.formatted(port, "postgres"), "bench", "bench")) {
            UnaryOperator<String> unset = name -> null;
            new Migration(pool, new Settings(unset, unset)).run();
            People people = new People(u -> List.of());
            Standalone shell = new Standalone(pool, tenant -> people);
            new Round(new Client(shell.attempts, shell.transactions, shell.bus, shell.definitions, shell.instances), watch).run();
            shell.close();
        }
    }

    private void run() throws Exception {
        client.deploy(MODEL.getBytes(StandardCharsets.UTF_8));
        measured(5, 1, 3);
        double[] small = new double[5];
        double[] large = new double[5];
        for (int i = 0; i < 5; i++) {
            small[i] = measured(5, 1, 3);
            large[i] = measured(500, 32, 32);
            System.out.printf("ROUND small %.2f large %.2f statements per vote, ratio %.2f%n", small[i], large[i], large[i] / small[i]);
        }
        Arrays.sort(small);
        Arrays.sort(large);
        System.out.printf("ROUND median small %.2f (%.2f to %.2f) large %.2f (%.2f to %.2f) ratio %.2f%n", small[2], small[0], small[4],
                large[2], large[0], large[4], large[2] / small[2]);
    }

    /** Statements per vote of a round with so many signers, of whom the first few vote, so many at once; none decides it. */
    private double measured(int signers, int atOnce, int votes) throws Exception {
        List<String> people = new ArrayList<>();
        for (int i = 0; i < signers; i++) {
            people.add("u" + i);
        }
        long instance = client.start("round", "k", Map.of("people", people));
        List<String> items = client.openItems(instance).subList(0, votes);
        long before = statements();
        ExecutorService threads = Executors.newFixedThreadPool(atOnce);
        CountDownLatch go = new CountDownLatch(1);
        List<Future<?>> all = new ArrayList<>();
        for (String item : items) {
            all.add(threads.submit(() -> {
                go.await();
                client.complete(item, Map.of());
                return null;
            }));
        }
        go.countDown();
        for (Future<?> one : all) {
            one.get();
        }
        threads.shutdown();
        return (statements() - before) / (double) votes;
    }

    private long statements() throws Exception {
        try (Statement statement = watch.createStatement();
                ResultSet row = statement.executeQuery("select coalesce(sum(calls), 0) from pg_stat_statements s join pg_database d on d.oid = s.dbid"
                        + " where d.datname = 'b_round' and query !~* '^(begin|commit|rollback|set|show)'")) {
            row.next();
            return row.getLong(1);
        }
    }

    private static final String MODEL = "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" xmlns:wf=\"urn:wf:bpmn:1.0\" targetNamespace=\"bench\">"
            + "<process id=\"round\" isExecutable=\"true\"><startEvent id=\"s\"/><userTask id=\"sign\" wf:candidateUsers=\"${people}\">"
            + "<extensionElements><wf:signing order=\"PARALLEL\" rule=\"ALL\"/></extensionElements></userTask><endEvent id=\"e\"/>"
            + "<sequenceFlow id=\"f1\" sourceRef=\"s\" targetRef=\"sign\"/><sequenceFlow id=\"f2\" sourceRef=\"sign\" targetRef=\"e\"/></process></definitions>";
}
