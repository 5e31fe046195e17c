package wf.ws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ws.rs.PathParam;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.List;
import org.junit.jupiter.api.Test;
import wf.contract.Version;
import wf.contract.WhoAmI;
import wf.face.Call;
import wf.face.Catalogue;
import wf.refusal.Required;

class BindingTest {
    private static final List<Class<?>> PORTS =
            List.of(DefinitionPort.class, InstancePort.class, WorkItemPort.class, AccessPort.class, OrgPort.class, MonitorPort.class, NoticePort.class);
    private final Catalogue catalogue = new FakeEngine().catalogue();

    /** Has a method that no service has. */
    interface TooMuch {
        Version ping();

        WhoAmI whoAmI();

        Version pong();
    }

    /** Lacks an operation of its group. */
    interface TooLittle {
        Version ping();
    }

    /** Answers with something else than the service. */
    interface Different {
        WhoAmI ping();

        WhoAmI whoAmI();
    }

    @Test
    void everyPortIsBoundAndEveryOperationIsInAPort() {
        long methods = PORTS.stream().mapToLong(port -> port.getMethods().length).sum();
        assertThat(catalogue.calls()).hasSize((int) methods);
        PORTS.forEach(port -> assertThat(bind(port)).isInstanceOf(port));
    }

    @Test
    void everyMethodOfAPortDeclaresTheFault() {
        for (Class<?> port : PORTS) {
            for (Method method : port.getMethods()) {
                assertThat(method.getExceptionTypes()).as(method.toString()).containsExactly(WfFault.class);
            }
        }
    }

    /** What stands in the path on REST cannot be left out there; on the other faces it may not be, either. */
    @Test
    void whatAnOperationIsAboutIsRequiredOnEveryFace() {
        for (Class<?> port : PORTS) {
            for (Method method : port.getMethods()) {
                List<Parameter> parameters = catalogue.find(method.getName()).orElseThrow().parameters();
                for (int i = 0; i < parameters.size(); i++) {
                    if (method.getParameters()[i].isAnnotationPresent(PathParam.class) && !parameters.get(i).getType().isPrimitive()) {
                        assertThat(parameters.get(i).isAnnotationPresent(Required.class)).as("%s of %s", parameters.get(i), method).isTrue();
                    }
                }
            }
        }
    }

    @Test
    void whatDoesNotFitIsNotDeployed() {
        assertThatThrownBy(() -> bind(TooMuch.class)).hasMessageContaining("pong");
        assertThatThrownBy(() -> bind(TooLittle.class)).hasMessageContaining("TooLittle has no method for");
        assertThatThrownBy(() -> bind(Different.class)).hasMessageContaining("ping");
    }

    @Test
    void operationsAreFoundByTheNameOfTheHistoryToo() {
        assertThat(catalogue.find("return").map(Call::name)).contains("returnItem");
        assertThat(catalogue.find("fly")).isEmpty();
    }

    private Object bind(Class<?> port) {
        return Binding.of(port, catalogue, new SoapFace());
    }
}
