package wf.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import wf.call.Called;
import wf.call.RemoteSystem;
import wf.contract.WorkItemInfo;
import wf.contract.WorkListKind;
import wf.query.WorkListFilter;

/** Automatic nodes on the whole shell: a job after the commit, a real request, its answer as a command, and what is stored of it all. */
class CallTest extends StoreTest {

    private static String model(String key, String call) {
        return "<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL' xmlns:wf='urn:wf:bpmn:1.0' targetNamespace='t'><error id='er' errorCode='GONE'/>"
                + "<process id='" + key + "' isExecutable='true'><startEvent id='s'/><serviceTask id='call' wf:retries='R4/PT1M'><extensionElements>" + call
                + "</extensionElements></serviceTask><boundaryEvent id='b' attachedToRef='call'><errorEventDefinition errorRef='er' wf:errorMessageVariable='why'/></boundaryEvent>"
                + "<userTask id='after' wf:assignee='li'/><userTask id='mend' wf:assignee='li'/><endEvent id='e'/><sequenceFlow id='f1' sourceRef='s' targetRef='call'/>"
                + "<sequenceFlow id='f2' sourceRef='call' targetRef='after'/><sequenceFlow id='f3' sourceRef='b' targetRef='mend'/>"
                + "<sequenceFlow id='f4' sourceRef='after' targetRef='e'/><sequenceFlow id='f5' sourceRef='mend' targetRef='e'/></process></definitions>";
    }

    private static final String POST = "<wf:rest method='POST' endpoint='crm' url='/orders/${id}'><wf:header name='Authorization' value='Bearer {secret:crm}'/>"
            + "<wf:body>{\"n\": ${n}}</wf:body><wf:result name='no' path='/no'/><wf:result name='double' value='${response.body.n * 2}'/>"
            + "<wf:error status='410' code='GONE'/></wf:rest>";

    private StoreEngine node(RemoteSystem system) {
        return nodeThatCalls(new Called().configured("wf.endpoint.crm", system.address()).configured("wf.secret.crm", "s3cret-of-crm").calls()).amongOthers();
    }

    @Test
    void whatIsAnsweredIsStoredAndTheSecretIsNot() throws Exception {
        try (RemoteSystem system = RemoteSystem.answering(200, "application/json", "{\"no\":\"A-1\",\"n\":21,\"echo\":\"s3cret-of-crm\"}"); StoreEngine node = node(system)) {
            node.deploy(model("remote", POST));
            long instance = node.start("zhao", "remote", Map.of("id", "x/y", "n", 21)).instanceId();
            assertThat(node.openItems(instance)).extracting(Engine.Item::node).containsExactly("after");
            assertThat(node.variable(instance, "no")).isEqualTo("A-1");
            assertThat(node.variable(instance, "double")).isEqualTo(42L);
            assertThat(system.requests).hasSize(1).first().satisfies(r -> {
                assertThat(r.uri()).isEqualTo("/orders/x%2Fy");
                assertThat(r.headers().getFirst("Authorization")).isEqualTo("Bearer s3cret-of-crm");
            });
            assertThat(packed("packed", "wf_journal")).noneMatch(text -> text.contains("s3cret")).anyMatch(text -> text.contains("{secret:crm}"));
            node.checkStored(instance);
        }
    }

    @Test
    void anErrorOfTheModelLeavesByItsBoundary() throws Exception {
        try (RemoteSystem system = RemoteSystem.answering(410, "text/plain", "sold"); StoreEngine node = node(system)) {
            node.deploy(model("gone", POST));
            long instance = node.start("zhao", "gone", Map.of("id", "1", "n", 1)).instanceId();
            assertThat(node.openItems(instance)).extracting(Engine.Item::node).containsExactly("mend");
            assertThat(node.variable(instance, "why")).isEqualTo("POST rest:crm answers 410: sold");
        }
    }

    @Test
    void aSystemThatIsBusyIsAskedAgainUntilItAnswers() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        try (RemoteSystem system = new RemoteSystem(exchange -> RemoteSystem.answer(exchange, asked.incrementAndGet() < 3 ? 503 : 200, "application/json", "{\"n\":1}"));
                StoreEngine node = node(system)) {
            node.deploy(model("busy", POST));
            long instance = node.start("zhao", "busy", Map.of("id", "1", "n", 1)).instanceId();
            assertThat(node.openItems(instance)).isEmpty();
            node.pass(Duration.ofMinutes(3));
            assertThat(asked).hasValue(3);
            assertThat(node.openItems(instance)).extracting(Engine.Item::node).containsExactly("after");
            assertThat(system.requests).extracting(r -> r.headers().getFirst("Idempotency-Key")).hasSize(3).containsOnly(
                    system.requests.get(0).headers().getFirst("Idempotency-Key"));
        }
    }

    @Test
    void listsShowTheTermsOfWorkAndSoDoesWhatIsDone() {
        engine.deploy("<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL' xmlns:wf='urn:wf:bpmn:1.0' targetNamespace='t'><process id='terms' isExecutable='true'>"
                + "<startEvent id='s'/><userTask id='work' wf:assignee='zhou' wf:dueDate='2030-01-31T08:30:00Z' wf:priority='7' wf:formKey='app:f'/><endEvent id='e'/>"
                + "<sequenceFlow id='f1' sourceRef='s' targetRef='work'/><sequenceFlow id='f2' sourceRef='work' targetRef='e'/></process></definitions>");
        World world = new World(engine);
        world.started("a", "terms", "zhao");
        WorkItemInfo todo = only(WorkListKind.TODO);
        assertThat(todo.dueAt).isEqualTo(Date.from(Instant.parse("2030-01-31T08:30:00Z")));
        assertThat(todo.priority).isEqualTo(7);
        assertThat(todo.formKey).isEqualTo("app:f");
        world.actor("zhou").submits("work");
        assertThat(only(WorkListKind.DONE).dueAt).isEqualTo(todo.dueAt);
    }

    private WorkItemInfo only(WorkListKind kind) {
        List<WorkItemInfo> items = engine.shell.lists.page(engine.caller("zhou"), kind, new WorkListFilter("terms", null, null), null, null).items;
        assertThat(items).hasSize(1);
        return items.get(0);
    }
}
