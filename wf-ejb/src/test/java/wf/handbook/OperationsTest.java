package wf.handbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;
import wf.contract.ErrorCode;
import wf.contract.OperationRequest;
import wf.operation.Identity;
import wf.operation.Operation;
import wf.operation.Operations;
import wf.operation.Policies;
import wf.operation.Subject;
import wf.runtime.Flow;
import wf.runtime.Rejection;
import wf.scenario.pattern.Golden;

/** The document of the operations tells what their classes do, all of it and nothing else. */
class OperationsTest {

    private static final Samples SAMPLES = new Samples();

    @Test
    void theDocumentTellsWhatTheClassesDo() throws IOException {
        Faces faces = new Faces();
        assertThat(Operations.builtIn().all().stream().flatMap(o -> Missing.of(o, SAMPLES, faces).stream())).as("what operations lack").isEmpty();
        Golden.check("operations.md", new Page(SAMPLES, faces).text());
    }

    @Test
    void whoWritesANewOperationIsToldWhatItLacks() {
        assertThat(Missing.of(new Unfinished(), SAMPLES, new Faces())).satisfiesExactly(
                missing -> assertThat(missing).startsWith("fly: ").contains("operation.fly"),
                missing -> assertThat(missing).contains("effect.fly"),
                missing -> assertThat(missing).contains("number in the specification"),
                missing -> assertThat(missing).contains("openapi.json"),
                missing -> assertThat(missing).contains("Samples"));
    }

    /** As far as somebody comes who writes the class alone. */
    private static final class Unfinished implements Operation<OperationRequest> {

        @Override
        public String name() {
            return "fly";
        }

        @Override
        public Class<OperationRequest> requestType() {
            return OperationRequest.class;
        }

        @Override
        public Set<Identity> who() {
            return Set.of(Identity.MAIN);
        }

        @Override
        public Optional<Rejection> unavailable(Subject on) {
            return Optional.of(Rejection.of(ErrorCode.FORBIDDEN, "FORBIDDEN"));
        }

        @Override
        public void decide(OperationRequest request, Subject on, Flow flow) { }
    }

    @Test
    void whateverHasANameHasAnEffect() {
        assertThat(named("effect.")).isEqualTo(named("operation."));
    }

    private static Set<String> named(String prefix) {
        return Keys.all().stream().filter(k -> k.startsWith(prefix)).map(k -> k.substring(prefix.length())).collect(Collectors.toSet());
    }

    @Test
    void noRefusalHidesItsKey() {
        for (ClassNode type : Bytecode.in(Operation.class, "wf/operation")) {
            for (MethodNode method : type.methods) {
                long made = Bytecode.instructions(method).stream().flatMap(Bytecode::targets)
                        .filter(t -> t.owner().equals("wf/runtime/Rejection") && t.name().equals("of")).count();
                boolean isTold = method.desc.contains("wf/contract/ErrorCode");
                assertThat(isTold ? made : Reached.in(type, method).size()).as("%s.%s: code and key stand as constants, one after the other", type.name, method.name)
                        .isGreaterThanOrEqualTo((int) made);
            }
        }
    }

    @Test
    void everyRefusalOfAnOperationIsTold() {
        Set<String> told = new HashSet<>();
        Operations.builtIn().all().stream().map(Told::new).forEach(t -> List.of(t.unavailable(), t.refused(), t.stopped())
                .forEach(refusals -> refusals.forEach(r -> told.add(r.key()))));
        Reached.from(Policies.class, m -> true).refusals().forEach(r -> told.add(r.key()));
        assertThat(Bytecode.in(Operation.class, "wf/operation").stream().flatMap(c -> c.methods.stream().flatMap(m -> Reached.in(c, m).stream()))
                .map(Refusal::key)).allMatch(told::contains);
    }

    @Test
    void theWayIsThatOfTheCommandBus() {
        List<String> steps = Way.STEPS.stream().map(Way.Step::taken).map(p -> p.type().getName().replace('.', '/') + "." + p.methods()[0]).collect(Collectors.toList());
        steps.addAll(List.of("wf/operation/Operation.unavailable", "wf/operation/Operation.refuse", "wf/operation/Operation.decide", "wf/command/Recorder.record"));
        assertThat(Way.taken().stream().map(t -> t.owner() + "." + t.name())).containsSubsequence(steps);
    }

    @Test
    void settingsAreCalledAsModelsAreRead() {
        assertThat(Settings.unread()).isEmpty();
    }
}
