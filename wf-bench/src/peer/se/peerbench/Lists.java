package peerbench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import wf.bench.Client;
import wf.bench.Ministry;
import wf.bench.Todo;
import wf.contract.WorkItemPage;
import wf.contract.WorkListKind;
import wf.scenario.Standalone;
import wf.setting.Settings;
import wf.store.migration.Migration;

/**
 * The work lists of a house: {@code bench.sh todo people=50000 open=1000000 finished=10000000 [departments=2000 port=55432 secs=5 heat=20 database=b_lists keep=true]}.
 * One client, through the product's own read path; with {@code keep} the house of the last run is measured again.
 */
public final class Lists {

    private static final String SERVER = "jdbc:postgresql://127.0.0.1:%s/%s";
    private final Map<String, String> options = new HashMap<>(Map.of("database", "b_lists", "people", "50000", "departments", "2000", "open", "1000000", "finished", "10000000",
            "port", "55432", "secs", "5", "warm", "3", "heat", "20", "keep", "false"));
    private Client client;
    private Todo todo;

    public static void main(String[] args) throws Exception {
        Lists lists = new Lists();
        for (String arg : args) {
            lists.options.put(arg.substring(0, arg.indexOf('=')), arg.substring(arg.indexOf('=') + 1));
        }
        lists.run();
    }

    private long number(String option) {
        return Long.parseLong(options.get(option));
    }

    private boolean is(String option) {
        return options.get(option).equals("true");
    }

    private void run() throws Exception {
        if (number("open") < Ministry.LEAST_OPEN) {
            throw new IllegalArgumentException("open must be at least " + Ministry.LEAST_OPEN);
        }
        if (!is("keep")) {
            try (Connection admin = connect("postgres"); Statement statement = admin.createStatement()) {
                statement.execute("drop database if exists " + options.get("database"));
                statement.execute("create database " + options.get("database"));
            }
        }
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(SERVER.formatted(options.get("port"), options.get("database")));
        config.setUsername("bench");
        config.setPassword("bench");
        config.setMaximumPoolSize(5);
        try (HikariDataSource pool = new HikariDataSource(config)) {
            UnaryOperator<String> unset = name -> null;
            new Migration(pool, new Settings(unset, unset)).run();
            Listened listened = new Listened(pool);
            if (!is("keep")) {
                seed(pool);
            }
            try (Standalone shell = new Standalone(listened.source(), null)) {
                use(shell);
                measure();
                plans(listened);
            }
        }
    }

    private Connection connect(String database) throws Exception {
        return DriverManager.getConnection(SERVER.formatted(options.get("port"), database), "bench", "bench");
    }

    private void use(Standalone shell) {
        client = new Client(shell.attempts, shell.transactions, shell.bus, shell.definitions, shell.instances);
        todo = new Todo(shell.lists);
    }

    private void seed(HikariDataSource pool) throws Exception {
        long start = System.nanoTime();
        try (Connection connection = pool.getConnection(); Standalone shell = new Standalone(pool, null)) {
            Ministry ministry = new Ministry(connection, (int) number("people"));
            ministry.people((int) number("departments"));
            use(shell);
            client.deploy(MODEL.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            long open = client.start("p1", "matter", "B-0", Map.of());
            long over = client.start("p1", "matter", "F-0", Map.of());
            for (int i = 0; i < 5; i++) {
                String item = client.openItems(over).get(0);
                if (item.endsWith(":null")) {
                    client.claim(item, "p1");
                    item = client.openItems(over).get(0);
                }
                client.complete(item, Map.of());
            }
            ministry.work(open, over, number("open"), number("finished"));
            try (Statement statement = connection.createStatement(); ResultSet size = statement.executeQuery("select pg_database_size(current_database()) / 1000000")) {
                size.next();
                System.out.printf("# seeded people=%s open=%s finished=%s in %.0f s, %d MB%n", options.get("people"), options.get("open"), options.get("finished"),
                        (System.nanoTime() - start) / 1e9, size.getLong(1));
            }
        }
    }

    private void measure() {
        Map<String, LongSupplier> queries = queries();
        heat(queries.values());
        queries.forEach(this::line);
        walk("walkTodo", Ministry.HEAVY, WorkListKind.TODO);
        walk("walkDone", Ministry.OLD_HAND, WorkListKind.DONE);
        claim();
    }

    private Map<String, LongSupplier> queries() {
        Map<String, LongSupplier> queries = new LinkedHashMap<>();
        queries.put("pageTodo", () -> todo.page(busy(), WorkListKind.TODO, null, 20).items.size());
        queries.put("pageClaimable", () -> todo.page(busy(), WorkListKind.CLAIMABLE, null, 20).items.size());
        queries.put("pageToRead", () -> todo.page(busy(), WorkListKind.TOREAD, null, 20).items.size());
        queries.put("pageAll", () -> todo.mineAndClaimable(busy(), 20));
        queries.put("countTodo", () -> todo.exactCount(busy(), WorkListKind.TODO));
        queries.put("countClaimable", () -> todo.exactCount(busy(), WorkListKind.CLAIMABLE));
        queries.put("countToRead", () -> todo.exactCount(busy(), WorkListKind.TOREAD));
        queries.put("countAll", () -> todo.exactCount(busy(), WorkListKind.TODO) + todo.exactCount(busy(), WorkListKind.CLAIMABLE));
        queries.put("pageAllOfAnybody", () -> todo.mineAndClaimable(anybody(), 20));
        queries.put("countAllOfAnybody", () -> todo.countMineAndClaimable(anybody()));
        queries.put("pageClaimable60Groups", () -> todo.page(Ministry.MANY, WorkListKind.CLAIMABLE, null, 20).items.size());
        queries.put("countClaimable60Groups", () -> todo.count(Ministry.MANY, WorkListKind.CLAIMABLE));
        queries.put("pageDoneOldHand", () -> todo.page(Ministry.OLD_HAND, WorkListKind.DONE, null, 20).items.size());
        queries.put("countDoneOldHand", () -> todo.count(Ministry.OLD_HAND, WorkListKind.DONE));
        return queries;
    }

    /** All in turns and unmeasured, so that a house that has just been seeded and one that was kept are measured by code compiled alike. */
    private void heat(Collection<LongSupplier> queries) {
        long end = System.nanoTime() + number("heat") * 1_000_000_000L;
        while (System.nanoTime() < end) {
            queries.forEach(LongSupplier::getAsLong);
        }
    }

    private static String busy() {
        return "p" + (1 + ThreadLocalRandom.current().nextInt(Ministry.BUSY));
    }

    private String anybody() {
        return "p" + (2000 + ThreadLocalRandom.current().nextInt((int) number("people") - 2000));
    }

    private void line(String what, LongSupplier query) {
        long warm = System.nanoTime() + number("warm") * 1_000_000_000L;
        long end = warm + number("secs") * 1_000_000_000L;
        List<Long> times = new ArrayList<>();
        long rows = 0;
        for (long at = System.nanoTime(); at < end; at = System.nanoTime()) {
            long found = query.getAsLong();
            if (at > warm) {
                times.add(System.nanoTime() - at);
                rows += found;
            }
        }
        print(what, times, rows, "");
    }

    private void print(String what, List<Long> times, long rows, String more) {
        if (times.isEmpty()) {
            return;
        }
        long[] sorted = times.stream().mapToLong(Long::longValue).sorted().toArray();
        double seconds = Arrays.stream(sorted).sum() / 1e9;
        System.out.printf(Locale.ROOT, "TODO wf people=%s open=%s finished=%s %s threads=1 queries/s=%.0f p50/p95/p99=%.2f/%.2f/%.2f ms result/query=%.1f%s load=%s%n",
                options.get("people"), options.get("open"), options.get("finished"), what, sorted.length / seconds, at(sorted, .5), at(sorted, .95), at(sorted, .99),
                (double) rows / sorted.length, more, java.lang.management.ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    private static double at(long[] sorted, double part) {
        return sorted[(int) Math.min(sorted.length - 1L, Math.round(part * sorted.length))] / 1e6;
    }

    /** A thousand pages by the cursor, again and again: what the first and the last ten of them cost. */
    private void walk(String what, String person, WorkListKind kind) {
        List<Long> all = new ArrayList<>();
        List<Long> first = new ArrayList<>();
        List<Long> last = new ArrayList<>();
        long rows = 0;
        for (int walk = 0; walk < 5; walk++) {
            String cursor = null;
            for (int page = 0; page < 1000; page++) {
                long at = System.nanoTime();
                WorkItemPage found = todo.page(person, kind, cursor, 20);
                long took = System.nanoTime() - at;
                if (walk > 0) {
                    all.add(took);
                    rows += found.items.size();
                    if (page < 50) {
                        first.add(took);
                    } else if (page >= 950) {
                        last.add(took);
                    }
                }
                cursor = found.next;
                if (cursor == null) {
                    break;
                }
            }
        }
        print(what, all, rows, "");
        if (!last.isEmpty()) {
            double begin = at(first.stream().mapToLong(Long::longValue).sorted().toArray(), .5);
            double end = at(last.stream().mapToLong(Long::longValue).sorted().toArray(), .5);
            System.out.printf(Locale.ROOT, "WALK wf %s first 50 steps %.3f ms, last 50 of 1000 %.3f ms, ratio %.2f%n", what, begin, end, end / begin);
        }
    }

    private void claim() {
        List<Long> times = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            String person = anybody();
            WorkItemPage page = todo.page(person, WorkListKind.CLAIMABLE, null, 1);
            if (!page.items.isEmpty()) {
                long at = System.nanoTime();
                client.claim(page.items.get(0).id + ":null", person);
                if (i >= 100) {
                    times.add(System.nanoTime() - at);
                }
            }
        }
        print("claim", times, times.size(), "");
    }

    private void plans(Listened listened) {
        Map<String, Runnable> asked = new LinkedHashMap<>();
        asked.put("pageTodo", () -> todo.page("p7", WorkListKind.TODO, null, 20));
        asked.put("countTodo", () -> todo.exactCount("p7", WorkListKind.TODO));
        asked.put("pageClaimable", () -> todo.page("p7", WorkListKind.CLAIMABLE, null, 20));
        asked.put("countClaimable", () -> todo.exactCount("p7", WorkListKind.CLAIMABLE));
        asked.put("pageToRead", () -> todo.page("p7", WorkListKind.TOREAD, null, 20));
        asked.put("countToRead", () -> todo.exactCount("p7", WorkListKind.TOREAD));
        asked.put("pageDoneOldHand", () -> todo.page(Ministry.OLD_HAND, WorkListKind.DONE, null, 20));
        asked.put("secondPageTodo", () -> todo.page(Ministry.HEAVY, WorkListKind.TODO, todo.page(Ministry.HEAVY, WorkListKind.TODO, null, 20).next, 20));
        asked.forEach((what, work) -> listened.plansOf(work).forEach(plan -> System.out.println("PLAN " + what + " " + plan)));
    }

    private static final String MODEL = model();

    private static String model() {
        StringBuilder nodes = new StringBuilder("<startEvent id=\"s\"/>");
        String before = "s";
        for (int i = 1; i <= 5; i++) {
            String who = i == 1 ? "wf:candidateUsers=\"p1\"" : "wf:assignee=\"p" + i + "\"";
            nodes.append("<userTask id=\"n").append(i).append("\" name=\"Step ").append(i).append("\" ").append(who).append("/><sequenceFlow id=\"f").append(i)
                    .append("\" sourceRef=\"").append(before).append("\" targetRef=\"n").append(i).append("\"/>");
            before = "n" + i;
        }
        return "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" xmlns:wf=\"urn:wf:bpmn:1.0\" targetNamespace=\"bench\">"
                + "<process id=\"matter\" name=\"Matter\" isExecutable=\"true\">" + nodes + "<endEvent id=\"e\"/><sequenceFlow id=\"f6\" sourceRef=\"n5\" targetRef=\"e\"/></process></definitions>";
    }
}
