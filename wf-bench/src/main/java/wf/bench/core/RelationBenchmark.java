package wf.bench.core;

import java.util.List;
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
import wf.definition.Relation;
import wf.definition.Relative;
import wf.definition.WhenHead;
import wf.runtime.Directory;
import wf.runtime.Relations;
import wf.runtime.Standpoint;

/** What a relation costs in a house of 50,000 people and 2,000 departments, for one person after the other; and what its snapshot weighs. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(value = 1, jvmArgsAppend = "-Xmx2g")
public class RelationBenchmark {

    @Param({"DIRECT_LEADER", "LEADER_UP", "DEPT_HEAD", "DEPT_DEPUTY", "SUPERIOR_LEADER", "PARENT_DEPT_HEAD", "SAME_DEPT", "DEPT_AND_SUB", "SAME_POST",
        "POST_IN_DEPT", "GROUP_IN_DEPT", "SUBORDINATES"})
    private Relation relation;

    private Relations relations;
    private Relative relative;
    private int next;

    @Setup
    public void house() {
        long before = used();
        Directory house = House.snapshot();
        System.out.println("snapshot: " + (used() - before) / 1_000_000 + " MB");
        relations = new Relations(house);
        relative = new Relative(relation, relation.hasLevels() ? 3 : 1, relation == Relation.POST_IN_DEPT ? "clerk" : "finance", WhenHead.CLIMB);
    }

    private static long used() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    @Benchmark
    public List<String> relation() {
        next = (next + 7919) % House.PEOPLE;
        return relations.of(relative, Standpoint.of(House.person(next)));
    }
}
