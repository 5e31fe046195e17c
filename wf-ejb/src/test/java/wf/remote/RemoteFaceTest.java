package wf.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.ejb.Stateless;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import wf.access.Caller;
import wf.client.CallContext;
import wf.client.WfException;
import wf.client.WorkItemService;
import wf.contract.ErrorCode;
import wf.contract.OperationReply;
import wf.contract.OperationRequest;
import wf.contract.SubmitRequest;
import wf.contract.Version;
import wf.face.Call;
import wf.face.Catalogue;
import wf.refusal.Refused;
import wf.service.AccessService;
import wf.service.DefinitionService;
import wf.service.InstanceService;
import wf.service.MonitorService;
import wf.service.NoticeService;
import wf.service.OrgService;

/** Whatever the catalogue has can be called over EJB, and is told by the declared exception where it is refused. */
class RemoteFaceTest {
    private static final List<Class<?>> FACES = List.of(DefinitionFace.class, InstanceFace.class, WorkItemFace.class, AccessFace.class, OrgFace.class,
            MonitorFace.class, NoticeFace.class);
    private static final CallContext LI = CallContext.ofPerson("li", "secret");

    private final Items items = new Items();
    private final Catalogue catalogue = Catalogue.of(new DefinitionService(), new InstanceService(), items, new AccessService(), new OrgService(),
            new MonitorService(), new NoticeService());
    private final RemoteFace remote = new RemoteFace(catalogue, new Doors());

    /** Lacks nearly all of its group. */
    interface TooLittle {
        Version ping(CallContext context) throws WfException;
    }

    /** Lets the client choose who he is. */
    interface Different {
        Version ping() throws WfException;
    }

    private static class Doors extends RemoteCallers {
        @Override
        public Caller signedOn(CallContext context, Locale locale) {
            if (context.loginName == null) {
                throw Refused.because(ErrorCode.UNAUTHENTICATED, "who?");
            }
            return new Caller("default", context.loginName, "EJB", "ejb", locale);
        }
    }

    private static class Items extends wf.service.WorkItemService {
        private List<Object> last = new ArrayList<>();

        @Override
        public OperationReply submit(Caller caller, long workItemId, SubmitRequest request) {
            last = List.of(caller, workItemId, request);
            return new OperationReply();
        }

        @Override
        public OperationReply claim(Caller caller, long workItemId, OperationRequest request) {
            throw new IllegalStateException("a secret");
        }

        @Override
        public OperationReply unclaim(Caller caller, long workItemId, OperationRequest request) {
            throw Refused.because(ErrorCode.LOCKED, "again");
        }
    }

    static Stream<Class<?>> faces() {
        return FACES.stream();
    }

    @Test
    void everyOperationIsOnAnInterface() {
        List<String> offered = FACES.stream().flatMap(f -> Arrays.stream(offered(f).getMethods())).map(Method::getName).toList();
        assertThat(offered).containsExactlyInAnyOrderElementsOf(catalogue.calls().stream().map(Call::name).toList());
        faces().forEach(face -> assertThat(remote.of(offered(face))).isNotNull());
    }

    @Test
    void whatDoesNotFitIsNotDeployed() {
        assertThatThrownBy(() -> remote.of(TooLittle.class)).hasMessageContaining("TooLittle has no method for");
        assertThatThrownBy(() -> remote.of(Different.class)).hasMessageContaining("ping");
    }

    private static Class<?> offered(Class<?> face) {
        return face.getInterfaces()[0];
    }

    /** Where there are remote beans, the file beside the classes says so. */
    @ParameterizedTest
    @MethodSource("faces")
    void inAnEarEveryFacadeIsRemote(Class<?> face) throws IOException {
        try (InputStream in = RemoteFaceTest.class.getResourceAsStream("/META-INF/ejb-jar.xml")) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8).replaceAll("\\s+", "")).contains("<ejb-name>" + face.getSimpleName()
                    + "</ejb-name><business-remote>" + offered(face).getName() + "</business-remote><ejb-class>" + face.getName() + "</ejb-class>");
        }
    }

    @ParameterizedTest
    @MethodSource("faces")
    void everyMethodNamesItsCallerFirstAndDeclaresTheException(Class<?> face) {
        assertThat(face).hasAnnotation(Stateless.class);
        assertThat(face.getAnnotation(Stateless.class).name()).isEqualTo(face.getSimpleName());
        for (Method method : offered(face).getMethods()) {
            assertThat(method.getParameterTypes()[0]).as(method.toString()).isEqualTo(CallContext.class);
            assertThat(method.getExceptionTypes()).as(method.toString()).containsExactly(WfException.class);
        }
    }

    /** Each facade hands over each call as it is: the same name, the same arguments in the same order. */
    @ParameterizedTest
    @MethodSource("faces")
    void aFacadeHandsOverWhatItIsGiven(Class<?> face) throws Exception {
        List<Object> called = new ArrayList<>();
        Object bean = face.getConstructor().newInstance();
        Class<?> offered = offered(face);
        Object behind = java.lang.reflect.Proxy.newProxyInstance(offered.getClassLoader(), new Class<?>[] {offered}, (proxy, method, arguments) -> {
            called.add(method);
            called.addAll(Arrays.asList(arguments));
            return null;
        });
        var field = face.getDeclaredField("face");
        field.setAccessible(true);
        field.set(bean, behind);
        for (Method method : offered.getMethods()) {
            called.clear();
            Object[] arguments = new Object[method.getParameterCount()];
            for (int i = 0; i < arguments.length; i++) {
                arguments[i] = some(method.getParameters()[i], i);
            }
            method.invoke(bean, arguments);
            assertThat(called.get(0)).isEqualTo(method);
            assertThat(called.subList(1, called.size())).containsExactly(arguments);
        }
    }

    /** A value that differs from its neighbours of the same type, where there are such. */
    private static Object some(Parameter parameter, int at) {
        Class<?> type = parameter.getType();
        if (type == String.class) {
            return parameter.getName();
        } else if (type == long.class || type == Long.class) {
            return (long) at;
        } else if (type == int.class || type == Integer.class) {
            return at;
        }
        return type == boolean.class ? (Object) (at % 2 == 0) : null;
    }

    @Test
    void anOperationIsPerformedForWhoeverTheContextNames() throws WfException {
        assertThat(remote.of(WorkItemService.class).submit(LI, 7, null)).isInstanceOf(OperationReply.class);
        Caller caller = (Caller) items.last.get(0);
        assertThat(caller.person()).isEqualTo("li");
        assertThat(caller.channel()).isEqualTo("EJB");
        assertThat(items.last.get(1)).isEqualTo(7L);
        assertThat(items.last.get(2)).isInstanceOf(SubmitRequest.class);
    }

    @Test
    void nobodyGetsNoFurther() {
        for (CallContext nobody : new CallContext[] {null, CallContext.ofContainer()}) {
            WfException refused = catchThrowableOfType(WfException.class, () -> remote.of(WorkItemService.class).submit(nobody, 7, null));
            assertThat(refused.getCode()).isEqualTo(ErrorCode.UNAUTHENTICATED);
        }
        assertThat(items.last).isEmpty();
    }

    @Test
    void aRefusalIsToldWithoutAnythingOfTheServer() {
        WfException refused = catchThrowableOfType(WfException.class, () -> remote.of(WorkItemService.class).unclaim(LI, 7, null));
        assertThat(refused.getCode()).isEqualTo(ErrorCode.LOCKED);
        assertThat(refused.isRetryable()).isTrue();
        assertThat(refused).hasMessage("LOCKED: again").hasNoCause();
        assertThat(refused.getStackTrace()).isEmpty();
    }

    @Test
    void aFaultTellsTheNumberUnderWhichTheLogTellsMore() {
        WfException failed = catchThrowableOfType(WfException.class, () -> remote.of(WorkItemService.class).claim(LI, 7, null));
        assertThat(failed.getCode()).isNull();
        assertThat(failed.getProblem().status).isEqualTo(500);
        assertThat(failed).hasMessageContaining(failed.getProblem().opId).hasMessageNotContaining("secret").hasNoCause();
    }
}
