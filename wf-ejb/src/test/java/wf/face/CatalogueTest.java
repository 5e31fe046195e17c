package wf.face;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import wf.access.Caller;
import wf.contract.OperationReply;
import wf.operation.Operation;
import wf.operation.Operations;
import wf.operation.Scope;

/** Whoever adds an operation is told here what he forgot; that every method is on every face is told in wf-ws. */
class CatalogueTest {

    @Test
    void everyOperationIsAMethodOfAGroupThatTakesItsRequest() {
        for (Operation<?> operation : offered()) {
            String name = operation.name().equals("return") ? "returnItem" : operation.name();
            Method method = methods().filter(m -> m.getName().equals(name)).findFirst()
                    .orElseThrow(() -> new AssertionError("no group offers " + operation.name()));
            assertThat(method.getReturnType()).isEqualTo(OperationReply.class);
            assertThat(method.getParameterTypes()).contains(Caller.class, operation.requestType());
            assertThat(method.getParameterCount()).as(name).isEqualTo(operation.scope() == Scope.NEW ? 2 : 3);
        }
    }

    @Test
    void everyOperationSaysWhoMayPerformIt() {
        offered().forEach(o -> assertThat(o.who()).as(o.name()).isNotEmpty());
    }

    /** All but what the engine does by itself. */
    private static List<Operation<?>> offered() {
        List<Operation<?>> offered = new ArrayList<>(Operations.builtIn().all());
        offered.removeIf(o -> o.scope() == Scope.ENGINE);
        return offered;
    }

    private static Stream<Method> methods() {
        return Catalogue.GROUPS.stream().flatMap(g -> Arrays.stream(g.getDeclaredMethods()));
    }
}
