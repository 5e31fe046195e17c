package wf.micro.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import wf.conformance.BetsyModel;
import wf.conformance.Corpora;
import wf.contract.DefinitionInfo;
import wf.contract.DefinitionReply;
import wf.contract.DeployRequest;
import wf.contract.FormField;
import wf.contract.History;
import wf.contract.HistoryEntry;
import wf.contract.InstanceInfo;
import wf.contract.InstancePage;
import wf.contract.InstanceState;
import wf.contract.NodeVisit;
import wf.contract.OpenReply;
import wf.contract.OperationReply;
import wf.contract.StartRequest;
import wf.micro.face.Refusal;
import wf.micro.face.Rest;
import wf.scenario.World;

/** One case of the corpus: deploys its file under names of its own, starts it, waits as long as the case says, reads the trace. */
final class BetsyCase implements Callable<String> {

    /** It wants two intervals of real time to overlap, and says so by this word. */
    private static final String PARALLEL = "EXECUTION_parallel";
    private static final Pattern PROCESS = Pattern.compile("<bpmn2:process [^>]*?\\bid=\"([^\"]+)\"");
    private static final Pattern EVENT = Pattern.compile("(<bpmn2:(?:message|signal) [^>]*?\\bname=\"[^\"]+)\"");
    private static final long MARGIN_MILLIS = 15_000;

    private final Rest rest;
    private final JsonNode process;
    private final JsonNode test;
    private final String suffix;
    private List<DefinitionInfo> deployed = List.of();

    BetsyCase(Rest rest, JsonNode process, JsonNode test, String suffix) {
        this.rest = rest;
        this.process = process;
        this.test = test;
        this.suffix = suffix + "_" + Long.toString(System.nanoTime(), 36);
    }

    /** Null, or what is wrong. */
    @Override
    public String call() {
        List<String> expected = expected();
        List<String> trace;
        try {
            deploy();
            if (test.get("startParallelProcess").asBoolean()) {
                start("ParallelProcess");
            }
            start(process.get("name").asText());
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(test.get("delayMs").asLong() + 2_000));
            trace = settled(expected);
        } catch (Refusal refused) {
            trace = List.of("ERROR_" + refused.raw());
        }
        return fits(trace, expected) ? null : "betsy: " + process.get("name").asText() + " case " + test.get("number").asText()
                + ": expected " + expected + ", was " + trace;
    }

    private static boolean fits(List<String> trace, List<String> expected) {
        return trace.equals(expected) || expected.equals(List.of("ERROR")) && trace.stream().anyMatch(w -> w.startsWith("ERROR"));
    }

    private List<String> expected() {
        List<String> words = new ArrayList<>();
        test.get("expectedTrace").forEach(w -> words.add(w.asText()));
        return BetsyModel.EXCEPTED.getOrDefault(process.get("name").asText(), words.stream().sorted().toList());
    }

    private void deploy() {
        DeployRequest request = new DeployRequest();
        request.source = named(new String(Corpora.bytes(Corpora.file("betsy/models/" + process.get("file").asText())), StandardCharsets.UTF_8))
                .getBytes(StandardCharsets.UTF_8);
        deployed = rest.call("admin", DefinitionReply.class, "deploy", "request", request).definitions.stream().filter(d -> d.executable).toList();
        deployed.forEach(d -> rest.call("admin", DefinitionReply.class, "release", "definitionId", d.id));
    }

    /** Cases share one product, so that processes, messages and signals of one must not meet those of another. */
    private String named(String xml) {
        String named = EVENT.matcher(BetsyModel.translated(xml)).replaceAll(m -> Matcher.quoteReplacement(m.group(1) + suffix + "\""));
        for (String id : PROCESS.matcher(named).results().map(m -> m.group(1)).toList()) {
            named = named.replaceAll("(<bpmn2:process [^>]*?\\bid=\"|calledElement=\"|processRef=\")" + Pattern.quote(id) + "\"",
                    "$1" + Matcher.quoteReplacement(id + suffix) + "\"");
        }
        return named;
    }

    private void start(String key) {
        StartRequest request = new StartRequest();
        request.definitionKey = key + suffix;
        BetsyModel.noTrace().forEach((name, value) -> request.variables.add(World.property(name, value)));
        test.get("variables").fields().forEachRemaining(v -> request.variables
                .add(World.property(v.getKey(), v.getValue().isInt() ? (Object) v.getValue().asInt() : v.getValue().asText())));
        rest.call("zhao", OperationReply.class, "start", "request", request);
    }

    /** What is there when the case says so; on a busy machine a timer may be a little late. */
    private List<String> settled(List<String> expected) {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(MARGIN_MILLIS);
        List<String> trace = trace();
        while (!fits(trace, expected) && System.nanoTime() < end) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(500));
            trace = trace();
        }
        return trace;
    }

    private List<String> trace() {
        List<String> trace = new ArrayList<>();
        boolean marked = false;
        for (DefinitionInfo definition : deployed) {
            for (InstanceInfo instance : rest.call("admin", InstancePage.class, "findInstances", "definitionKey", definition.key, "limit", 100).instances) {
                OpenReply open = rest.call("admin", OpenReply.class, "openInstance", "instanceId", instance.id);
                Stream.of(variable(open, "trace").split(" ")).filter(w -> !w.isBlank()).forEach(trace::add);
                marked |= variable(open, "marker").equals("true");
                if (hasFailed(open)) {
                    trace.add("ERROR_thrownErrorEvent");
                }
                open.incidents.stream().filter(i -> !i.code.equals("STUCK_JOIN")).forEach(i -> trace.add("ERROR_runtime " + i.code + i.message));
                if (overlap(open.visits)) {
                    trace.add(PARALLEL);
                }
            }
        }
        if (marked) {
            trace.add("MARKER_exists");
        }
        // The words that stand for two moments each are told by the visits above.
        trace.removeIf(w -> w.startsWith("CREATE_TIMESTAMP_LOG"));
        return trace.stream().sorted().toList();
    }

    private static String variable(OpenReply open, String name) {
        return open.fields.stream().filter(f -> f.name.equals(name)).map((FormField f) -> f.value).findFirst().orElse("");
    }

    /** Ended early, and not because the instance that called it was. */
    private boolean hasFailed(OpenReply open) {
        if (open.instance.state != InstanceState.TERMINATED) {
            return false;
        }
        List<HistoryEntry> entries = rest.call("admin", History.class, "getHistory", "instanceId", open.instance.id).entries;
        return entries.stream().noneMatch(e -> e.operation.equals("terminate"));
    }

    /** Whether two tasks that wait ten seconds each did so at the same time. */
    private static boolean overlap(List<NodeVisit> visits) {
        List<NodeVisit> waiting = visits.stream().filter(v -> v.nodeId.matches("ScriptTask_[12]") && v.leftAt != null
                && v.leftAt.getTime() - v.enteredAt.getTime() > 8_000).toList();
        return waiting.size() == 2 && before(waiting.get(0).enteredAt, waiting.get(1).leftAt) && before(waiting.get(1).enteredAt, waiting.get(0).leftAt);
    }

    private static boolean before(Date one, Date other) {
        return one.before(other);
    }
}
