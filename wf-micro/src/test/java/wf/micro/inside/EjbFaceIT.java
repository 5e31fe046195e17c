package wf.micro.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.annotation.Resource;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import wf.client.AccessService;
import wf.client.CallContext;
import wf.client.DefinitionService;
import wf.client.InstanceService;
import wf.client.MonitorService;
import wf.client.NoticeService;
import wf.client.OrgService;
import wf.client.WfException;
import wf.client.WorkItemService;
import wf.contract.AccessReply;
import wf.contract.DefinitionRequest;
import wf.contract.DeployRequest;
import wf.contract.ErrorCode;
import wf.contract.HistoryEntry;
import wf.contract.InstanceState;
import wf.contract.IssueServiceKeyRequest;
import wf.contract.OperationReply;
import wf.contract.OperationRequest;
import wf.contract.Property;
import wf.contract.PutServiceAccountRequest;
import wf.contract.StartRequest;
import wf.contract.SubmitRequest;
import wf.contract.ValueType;
import wf.contract.WorkItemInfo;
import wf.micro.Neighbour;
import wf.micro.Rows;

/**
 * The product by the interfaces of the client jar, found by their portable names. On Payara Micro, which has no remote
 * beans, they are local ones; that they travel between applications is told on the full servers (wf-ear/servers).
 */
@ExtendWith(ArquillianExtension.class)
class EjbFaceIT {
    private static final List<Class<?>> GROUPS = List.of(DefinitionService.class, InstanceService.class, WorkItemService.class, AccessService.class,
            OrgService.class, MonitorService.class, NoticeService.class);

    @Resource(lookup = "jdbc/wf")
    private DataSource source;
    private DefinitionService definitions;
    private InstanceService instances;
    private WorkItemService workItems;
    private AccessService access;

    @Deployment
    static WebArchive product() throws IOException {
        return ProductArchive.plain(EjbFaceIT.class, Neighbour.class, Rows.class);
    }

    @BeforeEach
    void find() throws NamingException {
        definitions = found(DefinitionService.class);
        instances = found(InstanceService.class);
        workItems = found(WorkItemService.class);
        access = found(AccessService.class);
    }

    /** By the name that docs/ejb.md gives, for an application whose one module has its name. */
    private static <T> T found(Class<T> group) throws NamingException {
        InitialContext context = new InitialContext();
        String bean = group.getSimpleName().replace("Service", "Face");
        return group.cast(context.lookup("java:global/" + context.lookup("java:app/AppName") + "/" + bean + "!" + group.getName()));
    }

    private static CallContext by(String person) {
        return CallContext.ofPerson(person, "wf-demo-1");
    }

    private static ErrorCode refused(ThrowingCallable call) {
        return catchThrowableOfType(WfException.class, call).getCode();
    }

    /** Deploys the contract of the examples, under a key of its own. */
    private void deployed(String key) throws IOException, WfException {
        DeployRequest request = new DeployRequest();
        try (InputStream in = EjbFaceIT.class.getResourceAsStream("/wf/sample/contract.bpmn")) {
            request.source = new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("<process id=\"contract\"", "<process id=\"" + key + "\"")
                    .replace("bpmnElement=\"contract\"", "bpmnElement=\"" + key + "\"").getBytes(StandardCharsets.UTF_8);
        }
        definitions.release(by("admin"), definitions.deploy(by("admin"), request).definitions.get(0).id, new DefinitionRequest());
    }

    private OperationReply started(String key) throws WfException {
        StartRequest request = new StartRequest();
        request.definitionKey = key;
        return instances.start(by("zhao"), request);
    }

    private static SubmitRequest with(String... values) {
        SubmitRequest request = new SubmitRequest();
        for (int i = 0; i < values.length; i += 2) {
            Property property = new Property();
            property.name = values[i];
            property.type = values[i].equals("amount") ? ValueType.DECIMAL : ValueType.STRING;
            property.value = values[i + 1];
            request.variables.add(property);
        }
        return request;
    }

    private static long at(OperationReply reply, String node) {
        return reply.itemsCreated.stream().filter(i -> i.nodeId.equals(node)).map(i -> i.id).findFirst().orElseThrow();
    }

    @Test
    void aContractGoesFromItsDeploymentToItsSignature() throws Exception {
        deployed("signed");
        OperationReply started = started("signed");
        assertThat(refused(() -> workItems.submit(by("zhao"), at(started, "draft"), null))).isEqualTo(ErrorCode.INVALID_INPUT);
        OperationReply drafted = workItems.submit(by("zhao"), at(started, "draft"), with("party", "海达公司 & Co", "amount", "12.50"));
        assertThat(drafted.itemsCreated).extracting(i -> i.nodeId).containsExactlyInAnyOrder("legal", "finance", "technical");
        workItems.claim(by("sun"), at(drafted, "finance"), new OperationRequest());
        assertThat(refused(() -> workItems.claim(by("wang"), at(drafted, "finance"), new OperationRequest()))).isEqualTo(ErrorCode.ALREADY_CLAIMED);
        workItems.submit(by("sun"), at(drafted, "finance"), null);
        workItems.claim(by("li"), at(drafted, "legal"), null);
        workItems.submit(by("li"), at(drafted, "legal"), null);
        OperationReply reviewed = workItems.submit(by("qian"), at(drafted, "technical"), null);
        OperationReply signed = workItems.submit(by("wang"), at(reviewed, "sign"), null);
        assertThat(signed.state).isEqualTo(InstanceState.COMPLETED);
        assertThat(instances.verifyJournal(by("admin"), signed.instanceId).intact).isTrue();
        List<HistoryEntry> history = instances.getHistory(by("zhao"), signed.instanceId).entries;
        assertThat(history).isNotEmpty().extracting(e -> e.channel).containsOnly("EJB");
        assertThat(instances.openInstance(by("zhao"), signed.instanceId).fields).filteredOn(f -> f.name.equals("party"))
                .extracting(f -> f.value).containsExactly("海达公司 & Co");
    }

    @Test
    void nobodyGetsAnythingButAPing() throws Exception {
        assertThat(access.ping(null)).isNotNull();
        CallContext wrong = CallContext.ofPerson("zhao", "guessed");
        CallContext forged = CallContext.ofService("wfk.default.0123456789abcdef.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "zhao");
        List<String> open = new ArrayList<>();
        for (Class<?> group : GROUPS) {
            Object found = found(group);
            for (Method method : group.getMethods()) {
                Object[] arguments = new Object[method.getParameterCount()];
                for (int i = 0; i < arguments.length; i++) {
                    arguments[i] = nothing(method.getParameterTypes()[i]);
                }
                if (!isUnauthenticated(found, method, arguments)) {
                    open.add(method.getName());
                }
            }
        }
        assertThat(open).containsExactly("ping");
        assertThat(refused(() -> access.whoAmI(wrong))).isEqualTo(ErrorCode.UNAUTHENTICATED);
        assertThat(refused(() -> access.whoAmI(forged))).isEqualTo(ErrorCode.UNAUTHENTICATED);
        assertThat(refused(() -> access.whoAmI(CallContext.ofService("no key", "zhao")))).isEqualTo(ErrorCode.UNAUTHENTICATED);
    }

    private static Object nothing(Class<?> type) {
        return type == long.class ? (Object) 1L : type == int.class ? (Object) 1 : type == boolean.class ? (Object) false : null;
    }

    private static boolean isUnauthenticated(Object group, Method method, Object[] arguments) throws IllegalAccessException {
        try {
            method.invoke(group, arguments);
            return false;
        } catch (InvocationTargetException e) {
            return e.getCause() instanceof WfException refused && refused.getCode() == ErrorCode.UNAUTHENTICATED;
        }
    }

    @Test
    void aRefusalSpeaksTheLanguageOfTheCallerAndNamesNoClassOfTheServer() {
        WfException refused = catchThrowableOfType(WfException.class, () -> instances.getInstance(by("zhao").reading("zh"), 4711));
        assertThat(refused.getCode()).isEqualTo(ErrorCode.NOT_FOUND);
        assertThat(refused.isRetryable()).isFalse();
        assertThat(refused.getProblem().status).isEqualTo(404);
        assertThat(refused.getMessage()).matches("NOT_FOUND: .*\\p{IsHan}.*");
        assertThat(refused.getCause()).isNull();
    }

    @Test
    void whoMayNotIsRefused() throws Exception {
        deployed("guarded");
        OperationReply started = started("guarded");
        assertThat(refused(() -> instances.openInstance(by("sun"), started.instanceId))).isEqualTo(ErrorCode.NOT_FOUND);
        assertThat(refused(() -> workItems.submit(by("sun"), at(started, "draft"), with("party", "x", "amount", "1")))).isEqualTo(ErrorCode.NOT_FOUND);
        DeployRequest model = new DeployRequest();
        model.source = definitions.getDefinitionSource(by("admin"), instances.getInstance(by("admin"), started.instanceId).definitionId, null, null).source;
        assertThat(refused(() -> definitions.deploy(by("sun"), model))).isEqualTo(ErrorCode.FORBIDDEN);
        assertThat(refused(() -> access.listServiceAccounts(by("sun")))).isEqualTo(ErrorCode.FORBIDDEN);
        assertThat(instances.openInstance(by("zhao"), started.instanceId).openItems).extracting(i -> i.nodeId).containsExactly("draft");
    }

    @Test
    void aNeighbourSeesNothingOfOurs() throws Exception {
        moveIn();
        deployed("ours");
        OperationReply started = started("ours");
        CallContext neighbour = CallContext.ofPerson(Neighbour.TENANT + "/admin", "wf-demo-1");
        assertThat(access.whoAmI(neighbour).administrator).isTrue();
        assertThat(refused(() -> instances.openInstance(neighbour, started.instanceId))).isEqualTo(ErrorCode.NOT_FOUND);
        assertThat(refused(() -> workItems.submit(neighbour, at(started, "draft"), null))).isEqualTo(ErrorCode.NOT_FOUND);
        assertThat(refused(() -> instances.terminate(neighbour, started.instanceId, null))).isEqualTo(ErrorCode.NOT_FOUND);
        assertThat(definitions.listVersions(neighbour, "ours").definitions).isEmpty();
    }

    private void moveIn() throws SQLException, InterruptedException {
        try (Connection connection = source.getConnection(); Statement statement = connection.createStatement()) {
            for (String sql : Neighbour.rows()) {
                statement.executeUpdate(sql);
            }
        }
        for (int i = 0; i < 60; i++) {
            try {
                access.whoAmI(CallContext.ofPerson(Neighbour.TENANT + "/admin", "wf-demo-1"));
                return;
            } catch (WfException notYet) {
                Thread.sleep(500);
            }
        }
    }

    @Test
    void aProgramActsForWhomItMayWithWhatItMay() throws Exception {
        deployed("automated");
        String key = key("shop", "start", "openInstance", "user:zhao");
        StartRequest request = new StartRequest();
        request.definitionKey = "automated";
        OperationReply started = instances.start(CallContext.ofService(key, "zhao"), request);
        WorkItemInfo draft = instances.openInstance(CallContext.ofService(key, "zhao"), started.instanceId).openItems.get(0);
        assertThat(draft.owner.id).isEqualTo("zhao");
        assertThat(refused(() -> workItems.submit(CallContext.ofService(key, "zhao"), draft.id, null))).isEqualTo(ErrorCode.FORBIDDEN);
        assertThat(refused(() -> instances.start(CallContext.ofService(key, "li"), request))).isEqualTo(ErrorCode.FORBIDDEN);
        assertThat(refused(() -> instances.start(CallContext.ofService(key, null), request))).isEqualTo(ErrorCode.FORBIDDEN);
    }

    private String key(String account, String first, String second, String person) throws WfException {
        PutServiceAccountRequest put = new PutServiceAccountRequest();
        put.name = account;
        put.enabled = true;
        put.persons = List.of(person);
        put.operations = List.of(first, second);
        access.putServiceAccount(by("admin"), account, put);
        AccessReply reply = access.issueServiceKey(by("admin"), account, new IssueServiceKeyRequest());
        return reply.key;
    }
}
