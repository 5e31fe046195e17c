package peerbench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import wf.bench.Times;

/** One engine on a database of its own, with clients and a look at what the database was asked. */
final class Trial implements AutoCloseable {

    final String name;
    final Clockwork engine;
    final int threads;
    private final HikariDataSource pool;
    private final Connection watch;
    private final ExecutorService clients;

    /** @param options those of the harness and of the trial, {@code key=value}; given ones go before standard ones */
    Trial(String name, List<String> options, Map<String, String> standard) throws Exception {
        this.name = name;
        Bench.opt.putAll(Map.of("db", "pg", "port", "55432", "threads", "8"));
        Bench.opt.putAll(standard);
        options.forEach(o -> Bench.opt.put(o.substring(0, o.indexOf('=')), o.substring(o.indexOf('=') + 1)));
        threads = number("threads");
        clients = Executors.newFixedThreadPool(threads, Trial::client);
        Bench.freshDatabase(name);
        pool = pool();
        watch = Bench.pg("b_" + name);
        engine = (Clockwork) Class.forName("peerbench." + Character.toUpperCase(name.charAt(0)) + name.substring(1) + "Clockwork").getConstructor().newInstance();
        engine.open(pool, Bench.opt);
        say("# %s | %s | %s load=%s", name, engine.describe(), Runtime.version(), Bench.load());
    }

    private static Thread client(Runnable work) {
        Thread thread = new Thread(work, "client");
        thread.setDaemon(true);
        return thread;
    }

    private HikariDataSource pool() {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(Bench.jdbcUrl);
        config.setUsername("bench");
        config.setPassword("");
        config.setMaximumPoolSize(Integer.parseInt(Bench.opt.getOrDefault("pool", Integer.toString(threads * 3 + 4))));
        config.setConnectionTimeout(60_000);
        return new HikariDataSource(config);
    }

    int number(String option) {
        return Integer.parseInt(Bench.opt.get(option));
    }

    static void say(String line, Object... values) {
        System.out.printf(Locale.ROOT, line + "%n", values);
    }

    // ---- clients ----

    interface Act {
        void on(int index) throws Exception;
    }

    /**
     * What all clients did together, each beginning the next as soon as it had an answer.
     *
     * @param seconds from the first to the last
     */
    record Done(Times times, double seconds) {
        double perSecond() {
            return times.count() / seconds;
        }
    }

    Done each(int many, Act act) throws Exception {
        Times times = new Times();
        AtomicInteger next = new AtomicInteger();
        long begin = System.nanoTime();
        all(() -> {
            for (int i = next.getAndIncrement(); i < many; i = next.getAndIncrement()) {
                long at = System.nanoTime();
                act.on(i);
                times.since(at);
            }
            return null;
        }).forEach(Trial::over);
        return new Done(times, seconds(begin));
    }

    /** Every client does it. */
    List<Future<Object>> all(Callable<Object> work) {
        List<Future<Object>> answers = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            answers.add(clients.submit(work));
        }
        return answers;
    }

    static void over(Future<Object> answer) {
        try {
            answer.get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    /** Instances with work, begun by all clients. */
    List<String> desks(int many) throws Exception {
        String[] items = new String[many];
        each(many, i -> items[i] = engine.startDesk());
        return List.of(items);
    }

    // ---- the database ----

    long ask(String query) throws Exception {
        try (Statement statement = watch.createStatement(); ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** How often the server has executed such statements. */
    long statements(String which) throws Exception {
        return ask("select coalesce(sum(calls), 0) from pg_stat_statements where dbid = (select oid from pg_database where datname = current_database())"
                + " and query !~* 'pg_stat|^(begin|commit|rollback|set|show|vacuum|analyze)' and query ~* '" + which + "'");
    }

    /** What was written so far is on the disk and counted, so that it is none of what comes next. */
    void settle() throws Exception {
        try (Statement statement = watch.createStatement()) {
            statement.execute("vacuum analyze");
            statement.execute("checkpoint");
        }
    }

    @Override
    public void close() throws Exception {
        clients.shutdownNow();
        engine.close();
        watch.close();
        pool.close();
    }
}
