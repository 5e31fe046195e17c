package wf.micro.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import wf.contract.ErrorCode;
import wf.contract.InstanceInfo;
import wf.contract.JobPage;
import wf.contract.JobReply;
import wf.contract.MessageOutcome;
import wf.contract.MessageReply;
import wf.contract.MessageRequest;
import wf.contract.SignalReply;
import wf.contract.SignalRequest;
import wf.contract.SubscriptionList;
import wf.contract.TerminateRequest;
import wf.micro.Eventually;
import wf.micro.Product;
import wf.micro.RunningProduct;

/** What goes on without the hands of people, seen and set off over each face. */
@Tag("deployed")
@ExtendWith(RunningProduct.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KernelOnEveryFaceIT {
    private Product product;
    private FaceEngine engine;
    private Face face;
    private String mine;

    @BeforeAll
    void connect(Product running) {
        product = running;
    }

    Stream<Named<Face>> faces() {
        return product.faces();
    }

    private void over(Face one) {
        face = one;
        engine = new FaceEngine(one);
        mine = "f" + UUID.randomUUID().toString().substring(0, 8);
    }

    private void deployed(String id, String elements, String body) {
        engine.deploy("<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" xmlns:wf=\"urn:wf:bpmn:1.0\" targetNamespace=\"t\">"
                + elements.replace("~", mine) + "<process id=\"" + id + "\" isExecutable=\"true\"><startEvent id=\"s\"/>"
                + flow("s", "wait") + body + flow("wait", "work") + "<userTask id=\"work\" wf:assignee=\"li\"/>" + flow("work", "e")
                + "<endEvent id=\"e\"/></process></definitions>");
    }

    private static String flow(String from, String to) {
        return "<sequenceFlow id=\"" + from + to + "\" sourceRef=\"" + from + "\" targetRef=\"" + to + "\"/>";
    }

    private static String caught(String definition) {
        return "<intermediateCatchEvent id=\"wait\">" + definition + "</intermediateCatchEvent>";
    }

    private MessageReply sent(String person, String key, boolean preview) {
        MessageRequest request = new MessageRequest();
        request.name = mine + "paid";
        request.key = key;
        request.preview = preview;
        return face.call(person, MessageReply.class, "sendMessage", "request", request);
    }

    @ParameterizedTest(name = "over {0}")
    @MethodSource("faces")
    void aMessageFindsTheOneThatWaits(Face one) {
        over(one);
        deployed("order", "<message id=\"m\" name=\"~paid\"/>",
                caught("<messageEventDefinition messageRef=\"m\" wf:correlationKey=\"${number}\"/>"));
        long first = engine.start("zhao", "order", Map.of("number", "A-1")).instanceId();
        long second = engine.start("zhao", "order", Map.of("number", "A-2")).instanceId();
        SubscriptionList waits = face.call("zhao", SubscriptionList.class, "listSubscriptions", "instanceId", first);
        assertThat(waits.subscriptions).singleElement().satisfies(s -> {
            assertThat(s.name).isEqualTo(mine + "paid");
            assertThat(s.key).as("not for everybody").isNull();
        });
        assertThat(face.call("admin", SubscriptionList.class, "listSubscriptions", "instanceId", first).subscriptions.get(0).key).isEqualTo("A-1");

        assertThat(sent("admin", "A-2", true).instanceId).isEqualTo(second);
        assertThat(engine.openItems(second)).isEmpty();
        MessageReply reply = sent("admin", "A-2", false);
        assertThat(reply.outcome).isEqualTo(MessageOutcome.RECEIVED);
        assertThat(reply.instanceId).isEqualTo(second);
        assertThat(reply.nodeId).isEqualTo("wait");
        assertThat(engine.openItems(second)).hasSize(1);
        assertThat(engine.openItems(first)).isEmpty();

        MessageReply kept = sent("admin", "A-3", false);
        assertThat(kept.outcome).isEqualTo(MessageOutcome.KEPT);
        assertThat(kept.keptUntil).isNotNull();
        assertThat(engine.openItems(engine.start("zhao", "order", Map.of("number", "A-3")).instanceId())).hasSize(1);
    }

    @ParameterizedTest(name = "over {0}")
    @MethodSource("faces")
    void aMessageThatSeveralWaitForIsRefusedAndLeavesNothing(Face one) {
        over(one);
        deployed("order", "<message id=\"m\" name=\"~paid\"/>", caught("<messageEventDefinition messageRef=\"m\"/>"));
        long first = engine.start("zhao", "order", Map.of()).instanceId();
        long second = engine.start("zhao", "order", Map.of()).instanceId();
        Map<String, Long> rows = product.rows() == null ? Map.of() : product.rows().counts();
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> sent("admin", null, false));
        assertThat(refusal.code()).isEqualTo(ErrorCode.TARGET_INVALID.name());
        assertThat(refusal.status()).isEqualTo(409);
        assertThat(refusal.sentence()).contains(first + " (wait)", second + " (wait)");
        assertThat(product.rows() == null ? Map.of() : product.rows().counts()).isEqualTo(rows);
        assertThat(catchThrowableOfType(Refusal.class, () -> sent("zhao", null, false)).code()).isEqualTo(ErrorCode.FORBIDDEN.name());
    }

    @ParameterizedTest(name = "over {0}")
    @MethodSource("faces")
    void aSignalReachesAllWhoWait(Face one) {
        over(one);
        deployed("alarm", "<signal id=\"g\" name=\"~go\"/>", caught("<signalEventDefinition signalRef=\"g\"/>"));
        long first = engine.start("zhao", "alarm", Map.of()).instanceId();
        long second = engine.start("zhao", "alarm", Map.of()).instanceId();
        SignalRequest request = new SignalRequest();
        request.name = mine + "go";
        request.opId = mine;
        SignalReply reply = face.call("admin", SignalReply.class, "sendSignal", "request", request);
        assertThat(reply.receivers).isEqualTo(2);
        assertThat(engine.openItems(first)).hasSize(1);
        assertThat(engine.openItems(second)).hasSize(1);
        long third = engine.start("zhao", "alarm", Map.of()).instanceId();
        assertThat(face.call("admin", SignalReply.class, "sendSignal", "request", request).receivers).as("the same signal again").isEqualTo(2);
        assertThat(engine.openItems(third)).isEmpty();
    }

    @ParameterizedTest(name = "over {0}")
    @MethodSource("faces")
    void aTimerIsAJobThatFiresByItself(Face one) {
        over(one);
        deployed("later", "", caught("<timerEventDefinition><timeDuration>${delay}</timeDuration></timerEventDefinition>"));
        long late = engine.start("zhao", "later", Map.of("delay", "PT1H")).instanceId();
        long job = face.call("admin", JobPage.class, "listJobs", "instanceId", late, "limit", 200).jobs.stream()
                .filter(j -> Long.valueOf(late).equals(j.instanceId)).findFirst().orElseThrow().id;
        assertThat(catchThrowableOfType(Refusal.class, () -> face.call("admin", JobReply.class, "retryJob", "jobId", job)).code())
                .isEqualTo(ErrorCode.ILLEGAL_STATE.name());
        assertThat(catchThrowableOfType(Refusal.class, () -> face.call("zhao", JobPage.class, "listJobs")).code())
                .isEqualTo(ErrorCode.FORBIDDEN.name());
        long soon = engine.start("zhao", "later", Map.of("delay", "PT2S")).instanceId();
        engine.pass(Duration.ofSeconds(2));
        Eventually.holds("the timer has fired", () -> !engine.openItems(soon).isEmpty());
        assertThat(engine.openItems(late)).isEmpty();
        TerminateRequest over = new TerminateRequest();
        over.reason = "test";
        assertThat(engine.perform("admin", "terminate", late, late, over).refused()).isNull();
    }

    @ParameterizedTest(name = "over {0}")
    @MethodSource("faces")
    void aCalledInstanceIsKnownByTheOneThatCalledIt(Face one) {
        over(one);
        String child = engine.deploy("<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" xmlns:wf=\"urn:wf:bpmn:1.0\" targetNamespace=\"t\">"
                + "<process id=\"inner\" isExecutable=\"true\"><startEvent id=\"s\"/>" + flow("s", "t") + "<userTask id=\"t\" wf:assignee=\"li\"/>"
                + flow("t", "e") + "<endEvent id=\"e\"/></process></definitions>");
        deployed("outer", "", "<callActivity id=\"wait\" calledElement=\"" + child + "\"/>");
        long parent = engine.start("zhao", "outer", Map.of()).instanceId();
        InstanceInfo info = face.call("zhao", InstanceInfo.class, "getInstance", "instanceId", parent);
        assertThat(info.children).hasSize(1);
        assertThat(face.call("zhao", InstanceInfo.class, "getInstance", "instanceId", info.children.get(0)).parentId).isEqualTo(parent);
        assertThat(engine.openItems(info.children.get(0))).hasSize(1);
    }
}
