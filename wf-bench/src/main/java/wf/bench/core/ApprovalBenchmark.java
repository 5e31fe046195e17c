package wf.bench.core;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import wf.definition.ProcessDefinition;
import wf.instance.ProcessInstance;
import wf.value.Value;

/** W1: start, two submits, one condition between them; three decisions, each on a fresh copy. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 10, time = 2)
@Fork(2)
public class ApprovalBenchmark {

    private static final Map<String, Optional<Value>> VARIABLES = Map.of("days", Optional.of(Value.of(5L)));
    private final Core core = new Core();
    private final ProcessDefinition approval = core.definition(Xml.process().element("<startEvent id=\"start\"/>").person("draft")
            .element("<exclusiveGateway id=\"choice\" default=\"f3\"/>").person("director").person("head").element("<endEvent id=\"end\"/>")
            .flow("start", "draft").flow("draft", "choice").flow("choice", "director", "days &gt; 3").flow("choice", "head")
            .flow("director", "end").flow("head", "end").text());

    @Benchmark
    public ProcessInstance instance() {
        ProcessInstance instance = core.start(approval, VARIABLES);
        instance = core.submit(approval, instance, instance.items().iterator().next());
        return core.submit(approval, instance, instance.items().iterator().next());
    }
}
