package wf.bench.load;

import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * What a face adds to a submit: the same work over REST, over SOAP, and by the bean in the server, in turns.
 * {@code Faces rounds=7 calls=300 connections=64 url=… server=PID postgres=PID}; faces.sh starts all that and calls it. Programs come
 * with a key, as legacy systems do; connections are kept; every write has an operation id.
 */
public final class Faces {
    private static final String MODEL = """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:wf="urn:wf:bpmn:1.0" targetNamespace="face">
              <process id="face" name="face" isExecutable="true"><startEvent id="s"/>
                <sequenceFlow id="f1" sourceRef="s" targetRef="draft"/><userTask id="draft" wf:assignee="zhao"/>
                <sequenceFlow id="f2" sourceRef="draft" targetRef="sign"/><userTask id="sign" wf:assignee="li"/>
                <sequenceFlow id="f3" sourceRef="sign" targetRef="e"/><endEvent id="e"/></process>
            </definitions>""";
    private static final String ENVELOPE = """
            <soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/" xmlns:wf="urn:wf:v1" xmlns:c="urn:wf:contract:v1"><soap:Body><wf:submit>\
            <workItemId>%d</workItemId><request><c:opId>%s</c:opId><c:opinion>agreed</c:opinion></request></wf:submit></soap:Body></soap:Envelope>""";
    private static final int ROUNDS = 3;
    private final Map<String, String> options = new HashMap<>(Map.of("rounds", "7", "calls", "300", "connections", "64", "warm", "3000"));
    private String key;

    private enum Way { WITHIN, REST, SOAP }

    /** Microseconds of each call, and of all together. */
    private record Taken(long[] calls, long all) {
        double median() {
            return calls[calls.length / 2] / 1e3;
        }
    }

    public static void main(String[] args) throws Exception {
        Faces faces = new Faces();
        for (String arg : args) {
            faces.options.put(arg.substring(0, arg.indexOf('=')), arg.substring(arg.indexOf('=') + 1));
        }
        System.setProperty("http.maxConnections", faces.options.get("connections"));
        System.exit(faces.run() ? 0 : 1);
    }

    private int number(String option) {
        return Integer.parseInt(options.get(option));
    }

    private boolean run() throws Exception {
        prepare(new Rest(options.get("url"), new Tally()));
        for (Way way : Way.values()) {
            taken(way, number("warm"), 4);
        }
        boolean near = alone();
        return together() && near;
    }

    private void prepare(Rest rest) throws Exception {
        long definition = rest.administer("/definitions", "application/xml", MODEL).findPath("id").asLong();
        rest.administer("/definitions/" + definition + "/release", "application/json", "{}");
        rest.administer("/service-accounts/bench", "application/json", "{\"name\": \"bench\", \"enabled\": true, \"persons\": [\"user:zhao\"], \"operations\": [\"*\"]}");
        key = rest.administer("/service-accounts/bench/keys", "application/json", "{}").path("key").asText();
    }

    /** One call after the other. */
    private boolean alone() throws Exception {
        Map<Way, List<Double>> medians = new HashMap<>();
        for (int round = 0; round < number("rounds"); round++) {
            for (Way way : Way.values()) {
                medians.computeIfAbsent(way, w -> new ArrayList<>()).add(taken(way, number("calls"), 1).median());
            }
        }
        medians.values().forEach(list -> list.sort(null));
        double within = middle(medians.get(Way.WITHIN));
        double rest = middle(medians.get(Way.REST)) - within;
        double soap = middle(medians.get(Way.SOAP)) - within;
        Tally.say("FACES one thread, medians of %d rounds of %d submits in ms (min to max): within %s, REST %s, SOAP %s; REST adds %.2f (at most 1.50), SOAP %.2f (at most 3.00)",
                number("rounds"), number("calls"), told(medians.get(Way.WITHIN)), told(medians.get(Way.REST)), told(medians.get(Way.SOAP)), rest, soap);
        return rest < 1.5 && soap < 3;
    }

    /** As many at once as there are connections, with the client on the same cores. */
    private boolean together() throws Exception {
        Map<Way, List<Double>> rates = new HashMap<>();
        Map<Way, Host.Cpu> spent = new HashMap<>();
        Host host = new Host(number("server"), number("postgres"));
        int many = number("calls") * 10;
        for (int round = 0; round < ROUNDS; round++) {
            for (Way way : Way.values()) {
                List<Long> ids = begun(many);
                Host.Cpu before = host.cpu();
                Taken taken = taken(way, ids, number("connections"));
                spent.merge(way, host.cpu().since(before), Host.Cpu::plus);
                rates.computeIfAbsent(way, w -> new ArrayList<>()).add(many / (taken.all() / 1e6));
            }
        }
        rates.values().forEach(list -> list.sort(null));
        double within = middle(rates.get(Way.WITHIN));
        int all = many * ROUNDS;
        for (Way way : Way.values()) {
            Host.Cpu cpu = spent.get(way);
            Tally.say("FACES %d at once, %s: %s submits/s (min to max of " + ROUNDS + " rounds of %d), %.2f of within; CPU a submit: client %.2f, server %.2f, database %.2f ms", number("connections"), way,
                    told(rates.get(way)), many, middle(rates.get(way)) / within, cpu.client() * 1e3 / all, cpu.server() * 1e3 / all, cpu.database() * 1e3 / all);
        }
        return middle(rates.get(Way.REST)) >= within / 2;
    }

    private static double middle(List<Double> sorted) {
        return sorted.get(sorted.size() / 2);
    }

    private static String told(List<Double> sorted) {
        return String.format(Locale.ROOT, "%.2f (%.2f to %.2f)", middle(sorted), sorted.get(0), sorted.get(sorted.size() - 1));
    }

    private Taken taken(Way way, int many, int together) throws Exception {
        return taken(way, begun(many), together);
    }

    private Taken taken(Way way, List<Long> ids, int together) throws Exception {
        Taken taken = measured(way, ids, together);
        if (taken.calls().length != ids.size()) {
            throw new IllegalStateException(way + " has done " + taken.calls().length + " of " + ids.size());
        }
        return taken;
    }

    private Taken measured(Way way, List<Long> ids, int together) throws Exception {
        if (way != Way.WITHIN) {
            return outside(way, ids, together);
        }
        List<Long> lines = lines(post("/within?threads=" + together, "text/plain", String.join(" ", ids.stream().map(String::valueOf).toList())));
        return new Taken(lines.stream().skip(1).mapToLong(Long::longValue).sorted().toArray(), lines.get(0));
    }

    private List<Long> begun(int many) throws IOException {
        return lines(post("/within?threads=4&start=" + many, "text/plain", ""));
    }

    private Taken outside(Way way, List<Long> ids, int together) throws InterruptedException {
        Queue<Long> left = new ConcurrentLinkedQueue<>(ids);
        Queue<Long> times = new ConcurrentLinkedQueue<>();
        Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
        List<Thread> running = new ArrayList<>();
        long begun = System.nanoTime();
        for (int i = 0; i < together; i++) {
            Thread thread = new Thread(() -> {
                for (Long id = left.poll(); id != null && failures.isEmpty(); id = left.poll()) {
                    times.add(submitted(way, id));
                }
            });
            thread.setUncaughtExceptionHandler((broken, failure) -> failures.add(failure));
            thread.start();
            running.add(thread);
        }
        for (Thread thread : running) {
            thread.join();
        }
        if (!failures.isEmpty()) {
            throw new IllegalStateException(failures.peek());
        }
        return new Taken(times.stream().mapToLong(Long::longValue).sorted().toArray(), (System.nanoTime() - begun) / 1_000);
    }

    private long submitted(Way way, long id) {
        String operation = UUID.randomUUID().toString();
        long before = System.nanoTime();
        try {
            if (way == Way.REST) {
                post("/api/v1/workitems/" + id + "/submit", "application/json", "{\"opId\": \"" + operation + "\", \"opinion\": \"agreed\"}");
            } else {
                post("/services/WorkItemPort", "text/xml;charset=UTF-8", ENVELOPE.formatted(id, operation));
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return (System.nanoTime() - before) / 1_000;
    }

    /** The JDK's oldest client, which adds least to what is measured. */
    private String post(String path, String type, String body) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) URI.create(options.get("url") + path).toURL().openConnection();
        connection.setDoOutput(true);
        connection.setRequestProperty("Content-Type", type);
        connection.setRequestProperty("Authorization", "Bearer " + key);
        connection.setRequestProperty("X-WF-Person", "zhao");
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        connection.setFixedLengthStreamingMode(bytes.length);
        try (OutputStream out = connection.getOutputStream()) {
            out.write(bytes);
        }
        if (connection.getResponseCode() >= 300) {
            throw new IOException(path + ": " + connection.getResponseCode() + " " + new String(connection.getErrorStream().readAllBytes(), StandardCharsets.UTF_8));
        }
        return new String(connection.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static List<Long> lines(String text) {
        return Arrays.stream(text.trim().split("\\s+")).map(Long::valueOf).toList();
    }
}
