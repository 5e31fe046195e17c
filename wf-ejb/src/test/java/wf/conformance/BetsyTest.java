package wf.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import wf.contract.InstanceState;
import wf.instance.ProcessInstance;
import wf.scenario.CoreEngine;

/** The processes of the corpus on the core in memory; time passes as far as each case waits. */
@Tag("conformance")
class BetsyTest {

    /** It wants two intervals of real time to overlap; the deployed run has it. */
    private static final String REAL_TIME = "ParallelGateway_TrueParallelism";

    @Test
    void everyProcessLeavesItsTrace() throws IOException {
        Corpora.needed();
        List<String> failed = new ArrayList<>();
        int cases = 0;
        int excepted = 0;
        for (JsonNode process : new ObjectMapper().readTree(Corpora.bytes(Corpora.file("betsy/tests.json")))) {
            for (JsonNode test : process.get("cases")) {
                String name = process.get("name").asText();
                if (!name.equals(REAL_TIME)) {
                    cases++;
                    excepted += BetsyModel.EXCEPTED.containsKey(name) ? 1 : 0;
                    check(process, test, BetsyModel.EXCEPTED.getOrDefault(name, words(test.get("expectedTrace"))), failed);
                }
            }
        }
        failed.forEach(System.out::println);
        System.out.println("betsy " + (cases - failed.size()) + "/" + cases + " (" + excepted + " excepted, held to a corrected trace: " + BetsyModel.EXCEPTED.keySet() + ")");
        assertThat(failed).isEmpty();
    }

    private static void check(JsonNode process, JsonNode test, List<String> expected, List<String> failed) {
        List<String> trace = run(process, test);
        boolean anyError = expected.equals(List.of("ERROR")) && trace.stream().anyMatch(w -> w.startsWith("ERROR"));
        if (!trace.equals(expected) && !anyError) {
            failed.add("betsy: " + process.get("name").asText() + " case " + test.get("number").asText() + ": expected " + expected + ", was " + trace);
        }
    }

    private static List<String> words(JsonNode trace) {
        List<String> words = new ArrayList<>();
        trace.forEach(w -> words.add(w.asText()));
        return words.stream().sorted().toList();
    }

    private static List<String> run(JsonNode process, JsonNode test) {
        CoreEngine engine = new CoreEngine();
        try {
            engine.deploy(BetsyModel.translated(new String(Corpora.bytes(Corpora.file("betsy/models/" + process.get("file").asText())), StandardCharsets.UTF_8)));
        } catch (AssertionError refused) {
            return List.of("ERROR_deployment " + refused.getMessage());
        }
        Map<String, Object> variables = new LinkedHashMap<>(BetsyModel.noTrace());
        test.get("variables").fields().forEachRemaining(v -> variables.put(v.getKey(), v.getValue().isInt() ? (Object) v.getValue().asInt() : v.getValue().asText()));
        if (test.get("startParallelProcess").asBoolean()) {
            engine.start("zhao", "ParallelProcess", variables);
        }
        engine.start("zhao", process.get("name").asText(), variables);
        engine.pass(Duration.ofMillis(test.get("delayMs").asLong() + 2_000));
        return trace(engine);
    }

    private static List<String> trace(CoreEngine engine) {
        List<String> trace = new ArrayList<>();
        boolean marked = false;
        for (ProcessInstance instance : engine.instances()) {
            Stream.of(String.valueOf(engine.variable(instance.id(), "trace")).split(" ")).filter(w -> !w.isBlank() && !w.equals("null")).forEach(trace::add);
            marked |= Boolean.TRUE.equals(engine.variable(instance.id(), "marker"));
            if (instance.state() == InstanceState.TERMINATED && String.valueOf(engine.reasonOfEnd(instance.id())).startsWith("error")) {
                trace.add("ERROR_thrownErrorEvent");
            }
            instance.incidents().stream().filter(i -> !i.code().equals("STUCK_JOIN")).forEach(i -> trace.add("ERROR_runtime " + i.code() + i.detail()));
        }
        if (marked) {
            trace.add("MARKER_exists");
        }
        return trace.stream().sorted().toList();
    }
}
