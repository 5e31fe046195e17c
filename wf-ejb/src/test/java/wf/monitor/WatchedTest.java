package wf.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ejb.Stateless;
import jakarta.interceptor.Interceptors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import wf.face.Catalogue;
import wf.service.MonitorService;

/** No group of operations is forgotten, but the one by which operators start again what they have stopped. */
class WatchedTest {

    static Stream<Class<?>> groups() {
        return Catalogue.GROUPS.stream();
    }

    @ParameterizedTest
    @MethodSource("groups")
    void eachGroupIsCountedAndCanBeStopped(Class<?> group) {
        assertThat(group).hasAnnotation(Stateless.class);
        Interceptors around = group.getAnnotation(Interceptors.class);
        if (group == MonitorService.class) {
            assertThat(around).isNull();
        } else {
            assertThat(around.value()).containsExactly(Watched.class);
        }
    }
}
