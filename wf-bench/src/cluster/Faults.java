import jakarta.jms.Connection;
import jakarta.jms.Destination;
import jakarta.jms.JMSException;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.activemq.ActiveMQConnectionFactory;

/**
 * One fault on the cluster of {@code cluster.sh}: instances are started whose timers are due meanwhile, their work is handed in
 * over both nodes, in the midst of it something breaks, and when all is over {@link Audit} counts. What a client was told is
 * accepted; what it was not told it sends again, under the same id. When the fault itself fails, or what is promised to be taken is refused, the
 * run ends without an audit, and fails.
 *
 * <p>With {@code broker} and {@code full} the work is handed in over JMS instead, and what the broker has taken is accepted. {@code full} is
 * about the embedded broker of a single node.
 *
 * <p>{@code Faults NAME submits=5000 timers=500 clients=16}; faults.sh calls it.
 */
public final class Faults {

    private static final Pattern TICKET = Pattern.compile("\"ticket\":(\\d+)");
    private static final Pattern INSTANCE = Pattern.compile("\"instanceId\":(\\d+)");
    private static final Duration PATIENCE = Duration.ofSeconds(8);
    private static final int MOST_ATTEMPTS = 600;
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(2)).build();
    private final Rows rows = new Rows();
    private final String[] nodes;
    private final String cluster;
    private final String name;
    private final String key;
    private final int submits;
    private final int timers;
    private final int timerSeconds;
    private final ExecutorService clients;
    private final boolean full;
    private final boolean overJms;
    private final String padding;
    /** Instances with work, by their ids, and the number that each of them calls by. */
    private final Map<Long, Long> instances = new ConcurrentHashMap<>();
    private final Set<Long> timed = ConcurrentHashMap.newKeySet();
    /** Instances whose work was taken. */
    private final Set<Long> handedIn = ConcurrentHashMap.newKeySet();
    private final Set<Long> tickets = ConcurrentHashMap.newKeySet();
    private final AtomicInteger repeated = new AtomicInteger();
    /** What the broker did not take. */
    private final AtomicInteger untaken = new AtomicInteger();

    private Faults(String name, List<String> options) {
        this.name = name;
        full = name.equals("full");
        overJms = full || name.equals("broker");
        int first = Integer.parseInt(System.getenv().getOrDefault("WF_CLUSTER_PORT", "8181"));
        String one = "http://127.0.0.1:" + first + "/api/v1";
        nodes = full ? new String[] {one} : new String[] {one, "http://127.0.0.1:" + (first + 1) + "/api/v1"};
        cluster = System.getProperty("cluster");
        key = "f" + name + Long.toString(System.currentTimeMillis(), 36);
        submits = number(options, "submits", 5_000);
        timers = number(options, "timers", 500);
        timerSeconds = 20 + (submits + timers) / 40;
        clients = Executors.newFixedThreadPool(number(options, "clients", 16));
        // Twice what the store holds, whatever the number of messages; between the parts of JSON blanks mean nothing.
        long megabytes = Long.parseLong(System.getenv().getOrDefault("WF_BROKER_STORE_MB", "4"));
        padding = full ? " ".repeat((int) (megabytes * 2 * 1024 * 1024 / submits)) : "";
    }

    private static int number(List<String> options, String name, int standard) {
        return options.stream().filter(o -> o.startsWith(name + "=")).map(o -> Integer.parseInt(o.substring(name.length() + 1))).findFirst().orElse(standard);
    }

    public static void main(String[] args) {
        int code = 1;
        try (Outside outside = new Outside()) {
            Faults faults = new Faults(args[0], List.of(args));
            try {
                code = faults.run(outside) ? 0 : 1;
            } finally {
                faults.leave();
            }
        } catch (Exception e) {
            e.printStackTrace();
            System.out.println("FAULT " + args[0] + " did not come to its end: " + e);
        }
        // Also where threads hang on something.
        System.exit(code);
    }

    // ---- for the audit ----

    String key() {
        return key;
    }

    Map<Long, Long> instances() {
        return instances;
    }

    Set<Long> timed() {
        return timed;
    }

    Set<Long> handedIn() {
        return handedIn;
    }

    Set<Long> tickets() {
        return tickets;
    }

    boolean isOverJms() {
        return overJms;
    }

    int timerSeconds() {
        return timerSeconds;
    }

    // ---- the course ----

    private boolean run(Outside outside) throws Exception {
        call(0, "admin", "POST", "/definitions", "application/xml", Model.of(key, timerSeconds));
        for (long definition : rows.numbers("select id from wf_definition where tenant = 'default' and def_key in ('" + key + "', '" + key + "t')")) {
            call(0, "admin", "POST", "/definitions/" + definition + "/release", "application/json", "{}");
        }
        long begin = System.nanoTime();
        all(timers, i -> timed.add(started(i, key + "t")));
        all(submits, i -> instances.put(started(i, key), (long) i));
        List<List<String>> items = rows.all("select w.id, w.instance_id from wf_work_item w join wf_instance i on i.tenant = w.tenant and i.id = w.instance_id"
                + " where i.def_key = '" + key + "' and w.node_id = 'review' order by w.id");
        System.out.printf("%d instances with work and %d with a timer in %d s%n", items.size(), timed.size(), seconds(begin));
        if (full) {
            listening("stop");
        }
        long handing = System.nanoTime();
        FutureTask<Object> breaking = new FutureTask<>(this::breakSomething);
        Thread breaker = new Thread(breaking, "the fault");
        breaker.setDaemon(true);
        breaker.start();
        all(items.size(), i -> handIn(i, Long.parseLong(items.get(i).get(0)), Long.parseLong(items.get(i).get(1))));
        System.out.printf("%d handed in within %d s, %d times sent again%n", handedIn.size(), seconds(handing), repeated.get());
        over.countDown();
        breaking.get();
        boolean settled = settled();
        System.out.printf("claimed %s%n", claiming());
        return new Audit(rows, outside, this).tell(name) && settled;
    }

    /** What is stopped is remembered: it must not stay so for the next run. */
    private void leave() {
        if (!full) {
            return;
        }
        try {
            listening("start");
        } catch (Exception e) {
            System.out.println("the node may still fetch no messages: " + e);
        }
    }

    private static long seconds(long since) {
        return Duration.ofNanos(System.nanoTime() - since).toSeconds();
    }

    private interface Act {
        Object on(int index) throws Exception;
    }

    /** All of them, or the first that fails. Where the fault itself has failed nobody goes on. */
    private void all(int many, Act act) throws Exception {
        List<Future<Object>> answers = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            int index = i;
            Callable<Object> call = () -> act.on(index);
            answers.add(clients.submit(call));
        }
        for (Future<Object> answer : answers) {
            try {
                answer.get();
            } catch (ExecutionException e) {
                throw failure == null ? e : failure;
            }
        }
    }

    private long started(int index, String process) throws Exception {
        String reply = again(index, "zhao", "/instances", "{\"definitionKey\":\"" + process + "\",\"opId\":\"" + process + "-s" + index
                + "\",\"variables\":[{\"name\":\"n\",\"type\":\"INTEGER\",\"value\":\"" + index + "\"}]}");
        Matcher instance = INSTANCE.matcher(reply);
        if (!instance.find()) {
            throw new IllegalStateException("no instance in " + reply);
        }
        return Long.parseLong(instance.group(1));
    }

    private Object handIn(int index, long item, long instance) throws Exception {
        if (overJms) {
            send(item);
        } else {
            Matcher ticket = TICKET.matcher(again(index, "li", "/workitems/" + item + "/submit", "{\"async\":true,\"opId\":\"" + key + "-h" + item + "\"}"));
            if (!ticket.find()) {
                throw new IllegalStateException("no ticket for item " + item);
            }
            tickets.add(Long.parseLong(ticket.group(1)));
        }
        return handedIn.add(instance);
    }

    /** What the broker has taken is accepted. It may be down for a while, or full. */
    private void send(long item) throws Exception {
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            goOn();
            try {
                queue.get().send(item, key + "-h" + item, padding);
                return;
            } catch (JMSException e) {
                queue.get().close();
                queue.remove();
                untaken.incrementAndGet();
                repeated.incrementAndGet();
                Thread.sleep(500);
            }
        }
        throw new IllegalStateException("the broker takes nothing");
    }

    /** A connection of a thread of its own to the queue of commands. */
    private final ThreadLocal<Sender> queue = ThreadLocal.withInitial(Sender::new);

    private static final class Sender {
        private Connection connection;
        private Session session;
        private MessageProducer producer;
        private Destination answers;

        void send(long item, String opId, String padding) throws JMSException {
            if (producer == null) {
                String port = System.getenv().getOrDefault("WF_CLUSTER_BROKER_PORT", "61617");
                connection = new ActiveMQConnectionFactory("tcp://127.0.0.1:" + port + "?jms.watchTopicAdvisories=false").createConnection();
                connection.start();
                session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
                // Nobody reads them; they go with the connection, and take no room in the store.
                answers = session.createTemporaryQueue();
                producer = session.createProducer(session.createQueue("wf.command"));
            }
            TextMessage message = session.createTextMessage("{\"operation\":\"submit\",\"workItemId\":" + item + ",\"request\":{\"opId\":\"" + opId + "\"}" + padding + "}");
            message.setStringProperty("Authorization", "Basic " + Base64.getEncoder().encodeToString("li:wf-demo-1".getBytes()));
            message.setJMSReplyTo(answers);
            producer.send(message);
        }

        void close() {
            try {
                if (connection != null) {
                    connection.close();
                }
            } catch (JMSException e) {
                // It was broken before.
            }
        }
    }

    /** Until somebody has answered, each time over the other node. */
    private String again(int index, String person, String path, String body) throws Exception {
        String last = "";
        for (int attempt = 0; attempt < 120; attempt++) {
            goOn();
            try {
                HttpResponse<String> answer = send((index + attempt) % nodes.length, person, "POST", path, "application/json", body);
                last = answer.statusCode() + " " + answer.body();
                if (answer.statusCode() < 300) {
                    return answer.body();
                } else if (answer.statusCode() < 500 && answer.statusCode() != 423 && answer.statusCode() != 429) {
                    throw new IllegalStateException("refused: " + path + " " + last);
                }
            } catch (IOException e) {
                // It is down, or silent: the other one.
                last = String.valueOf(e);
            }
            repeated.incrementAndGet();
            Thread.sleep(100L + attempt * 20L);
        }
        throw new IllegalStateException("nobody answers " + path + ", last " + last);
    }

    private void call(int node, String person, String method, String path, String type, String body) throws Exception {
        HttpResponse<String> answer = send(node, person, method, path, type, body);
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(path + ": " + answer.statusCode() + " " + answer.body());
        }
    }

    private HttpResponse<String> send(int node, String person, String method, String path, String type, String body) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(URI.create(nodes[node] + path)).timeout(PATIENCE).header("Content-Type", type)
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString((person + ":wf-demo-1").getBytes()))
                .method(method, BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
    }

    // ---- what breaks ----

    private final CountDownLatch over = new CountDownLatch(1);
    private volatile Exception failure;

    private void goOn() throws Exception {
        if (failure != null) {
            throw failure;
        }
    }

    /** When two fifths have been handed in. */
    private Object breakSomething() throws Exception {
        try {
            while (full ? untaken.get() < 20 : handedIn.size() < submits * 2 / 5) {
                if (over.await(50, TimeUnit.MILLISECONDS)) {
                    throw new IllegalStateException(full ? "the store of the broker was never full" : "all was over before anything broke");
                }
            }
            System.out.println("now: " + name);
            fault();
        } catch (Exception e) {
            failure = e;
            throw e;
        }
        return null;
    }

    private void fault() throws Exception {
        switch (name) {
            case "none", "clock" -> { } // A clock is off from the beginning.
            case "node" -> broken(5_000, List.of("node", "2", "kill"), List.of("node", "2", "start"));
            case "first" -> broken(5_000, List.of("node", "1", "kill"), List.of("node", "1", "start"));
            case "frozen" -> broken(20_000, List.of("node", "2", "freeze"), List.of("node", "2", "thaw"));
            case "database" -> broken(2_000, List.of("database", "crash"), List.of("database", "start"));
            case "broker" -> broken(5_000, List.of("broker", "kill"), List.of("broker", "start"));
            case "full" -> listening("start");
            default -> throw new IllegalArgumentException("there is no fault " + name);
        }
    }

    private void broken(long millis, List<String> breaking, List<String> mending) throws Exception {
        cluster(breaking);
        Thread.sleep(millis);
        cluster(mending);
    }

    /** The nodes leave messages in the broker, which then fills; or fetch them again. */
    private void listening(String what) throws Exception {
        for (int node = 0; node < nodes.length; node++) {
            call(node, "admin", "POST", "/services/MESSAGE_LISTENING/" + what, "application/json", "{}");
        }
    }

    private void cluster(List<String> command) throws Exception {
        List<String> line = new ArrayList<>(List.of(cluster));
        line.addAll(command);
        if (new ProcessBuilder(line).inheritIO().start().waitFor() != 0) {
            throw new IllegalStateException(line + " failed");
        }
    }

    // ---- until nothing is left to be done ----

    /** False when nobody believes any more that it will be. */
    private boolean settled() throws Exception {
        long begin = System.nanoTime();
        String left = "";
        while (seconds(begin) < timerSeconds + 300) {
            try {
                left = left();
                if (left.isEmpty()) {
                    System.out.printf("all done %d s later%n", seconds(begin));
                    return true;
                }
            } catch (SQLException e) {
                // It comes up again.
                left = String.valueOf(e);
            }
            Thread.sleep(1_000);
        }
        System.out.println("not all is over: " + left);
        return false;
    }

    private String left() throws SQLException {
        String ours = " join wf_instance i on i.tenant = x.tenant and i.id = x.instance_id where i.def_key in ('" + key + "', '" + key + "t')";
        StringBuilder left = new StringBuilder();
        left(left, "items of those who handed in", "wf_work_item x" + ours + " and x.node_id = 'review'");
        left(left, "jobs", "wf_job x" + ours + " and x.state = 'READY'");
        left(left, "rows to be told", "wf_outbox x" + ours);
        left(left, "messages to be sent", "wf_notice x" + ours + " and x.state = 'WAITING'");
        return left.toString();
    }

    private void left(StringBuilder left, String what, String from) throws SQLException {
        long number = rows.number("select count(*) from " + from);
        if (number > 0) {
            left.append(left.isEmpty() ? "" : ", ").append(number).append(' ').append(what);
        }
    }

    /** A look that finds something is two statements, one in vain two as well. */
    private String claiming() throws InterruptedException {
        List<String> told = new ArrayList<>();
        for (int node = 0; node < nodes.length; node++) {
            try {
                String text = send(node, "admin", "GET", "/metrics/prometheus", "application/json", "").body();
                double looks = measure(text, "wf_job_looks_total");
                double claimed = measure(text, "wf_jobs_claimed_total");
                told.add(String.format(Locale.ROOT, "on node %d since its start: %.0f jobs by %.0f looks, %.2f statements a job", node + 1, claimed, looks, 2 * looks / claimed));
            } catch (IOException e) {
                told.add("on node " + (node + 1) + ": no answer");
            }
        }
        return String.join("; ", told);
    }

    private static double measure(String text, String name) {
        return text.lines().filter(l -> l.startsWith(name + " ")).mapToDouble(l -> Double.parseDouble(l.substring(name.length() + 1))).sum();
    }
}
