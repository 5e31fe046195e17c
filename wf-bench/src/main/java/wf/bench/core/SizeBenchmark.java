package wf.bench.core;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import wf.bpmn.BpmnModel;
import wf.definition.ProcessDefinition;
import wf.instance.ProcessInstance;

/**
 * What grows with the size of a model: one whole instance, in microseconds. Divide by the size to get the cost of a step
 * or a branch, which should stay the same.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class SizeBenchmark {

    private final Core core = new Core();

    @Param({"10", "50", "200", "1000"})
    private int size;

    private ProcessDefinition people;
    private ProcessDefinition virtual;
    private ProcessDefinition block;
    private ProcessDefinition several;
    private byte[] large;

    @Setup
    public void models() {
        people = core.definition(Xml.sequence(size, "<userTask id=\"%s\" wf:assignee=\"li\"/>"));
        virtual = core.definition(Xml.sequence(size, "<task id=\"%s\" wf:virtual=\"true\"/>"));
        block = core.definition(Xml.block(size));
        several = core.definition(Xml.sequence(1, "<scriptTask id=\"%s\"><multiInstanceLoopCharacteristics><loopCardinality>" + size
                + "</loopCardinality></multiInstanceLoopCharacteristics><script>x = 1;</script></scriptTask>"));
        large = Xml.sequence(size, "<userTask id=\"%s\" wf:assignee=\"li\"/>").getBytes(StandardCharsets.UTF_8);
    }

    /** Each step a decision of its own. */
    @Benchmark
    public ProcessInstance sequenceOfPeople() {
        return workedOff(people);
    }

    /** All steps in one decision. */
    @Benchmark
    public ProcessInstance sequenceInOneDecision() {
        return core.start(virtual, Map.of());
    }

    @Benchmark
    public ProcessInstance parallelBlock() {
        return workedOff(block);
    }

    @Benchmark
    public ProcessInstance multiInstance() {
        return core.start(several, Map.of());
    }

    @Benchmark
    public BpmnModel parse() {
        return core.read(large);
    }

    private ProcessInstance workedOff(ProcessDefinition definition) {
        ProcessInstance instance = core.start(definition, Map.of());
        while (!instance.isClosed()) {
            instance = core.submit(definition, instance, instance.items().iterator().next());
        }
        return instance;
    }
}
