package wf.ws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Method;
import java.util.List;
import org.junit.jupiter.api.Test;
import wf.contract.Version;
import wf.contract.WhoAmI;
import wf.face.Call;
import wf.face.Catalogue;

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
