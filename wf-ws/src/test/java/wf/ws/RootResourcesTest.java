package wf.ws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.cxf.jaxrs.impl.MetadataMap;
import org.apache.cxf.jaxrs.model.ClassResourceInfo;
import org.apache.cxf.jaxrs.model.OperationResourceInfo;
import org.junit.jupiter.api.Test;

class RootResourcesTest {
    private static final Class<?>[] PORTS = {DefinitionPort.class, InstancePort.class, WorkItemPort.class, AccessPort.class, OrgPort.class, NoticePort.class,
            MonitorPort.class, MetricsResource.class, FileResource.class, SessionResource.class};

    /** Of 150 operations, a request meets those below the first word of its path. */
    @Test
    void eachOperationStandsBelowTheFirstWordOfItsPathAndNowhereElse() {
        List<Method> found = new ArrayList<>();
        for (ClassResourceInfo resource : resources(PORTS)) {
            for (OperationResourceInfo operation : resource.getMethodDispatcher().getOperationResourceInfos()) {
                found.add(operation.getAnnotatedMethod());
                String base = resource.getURITemplate().getValue();
                String rest = operation.getURITemplate().getValue();
                assertThat(base + (rest.equals("/") ? "" : rest)).isEqualTo(declared(operation.getAnnotatedMethod()));
                assertThat(operation.getClassResourceInfo()).isSameAs(resource);
            }
            assertThat(resource.getMethodDispatcher().getOperationResourceInfos()).hasSizeBetween(1, 40);
        }
        assertThat(found).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(
                Stream.of(PORTS).flatMap(port -> Stream.of(port.getMethods())).filter(method -> Stream.of(method.getAnnotations())
                        .anyMatch(a -> a.annotationType().isAnnotationPresent(jakarta.ws.rs.HttpMethod.class))).toList());
    }

    @Test
    void aWordIsMatchedWhole() {
        List<String> fitting = resources(PORTS).stream().filter(resource -> resource.getURITemplate().match("/workitems/7/submit", new MetadataMap<>()))
                .map(resource -> resource.getURITemplate().getValue()).distinct().toList();

        assertThat(fitting).containsExactly("/workitems");
    }

    @Test
    void aPathThatBeginsWithAVariableIsAMistakeOfOurs() {
        assertThatThrownBy(() -> resources(Vague.class)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("begin with a word");
    }

    private static List<ClassResourceInfo> resources(Class<?>... ports) {
        RootResources resources = new RootResources();
        resources.setResourceClasses(ports);
        return resources.getClassResourceInfo();
    }

    private static String declared(Method method) {
        String port = method.getDeclaringClass().getAnnotation(Path.class).value();
        Path own = method.getAnnotation(Path.class);
        String path = own == null ? "" : own.value().startsWith("/") ? own.value() : "/" + own.value();
        return port.equals("/") ? path : port + path;
    }

    /** As nobody should write one. */
    @Path("/")
    public interface Vague {
        @GET
        @Path("/{anything}")
        String read();
    }
}
