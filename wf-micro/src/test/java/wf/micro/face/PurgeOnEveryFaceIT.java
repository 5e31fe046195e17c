package wf.micro.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static wf.scenario.Sketch.process;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import wf.contract.DeleteInstanceRequest;
import wf.contract.ErrorCode;
import wf.contract.InstanceInfo;
import wf.contract.InstanceState;
import wf.contract.OperationReply;
import wf.contract.RemovedKind;
import wf.contract.Verification;
import wf.micro.Product;
import wf.micro.RunningProduct;

/** I10 with purge on the deployed product: what goes, who may, and what is refused without a trace. */
@Tag("deployed")
@ExtendWith(RunningProduct.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PurgeOnEveryFaceIT {
    private Product product;
    private Face face;
    private FaceEngine engine;

    @BeforeAll
    void connect(Product running) {
        product = running;
    }

    Stream<Named<Face>> faces() {
        return product.faces();
    }

    private long started() {
        engine.deploy(process("purged").start("s").user("work", "li").end("e").path("s", "work", "e").xml());
        return engine.start("zhao", "purged", Map.of("note", "a secret")).instanceId();
    }

    private OperationReply purge(String person, long instance, String opId, boolean preview) {
        DeleteInstanceRequest request = new DeleteInstanceRequest();
        request.purge = true;
        request.opId = opId;
        request.preview = preview;
        return face.call(person, OperationReply.class, "deleteInstance", "instanceId", instance, "request", request);
    }

    private ErrorCode refusal(Runnable attempt) {
        return ErrorCode.valueOf(catchThrowableOfType(Refusal.class, attempt::run).code());
    }

    @ParameterizedTest(name = "over {0}")
    @MethodSource("faces")
    void whatIsPurgedIsGoneAndItsJournalIsStillWhole(Face one) {
        face = one;
        engine = new FaceEngine(one);
        long instance = started();
        OperationReply preview = purge("admin", instance, null, true);
        assertThat(preview.preview).isTrue();
        assertThat(preview.removed).extracting(r -> r.kind).containsExactlyInAnyOrder(RemovedKind.WORK_ITEM, RemovedKind.JOURNAL_TEXT);
        assertThat(engine.openItems(instance)).hasSize(1);
        String opId = "purge-" + UUID.randomUUID();
        OperationReply reply = purge("admin", instance, opId, false);
        assertThat(reply.removed).usingRecursiveComparison().isEqualTo(preview.removed);
        assertThat(reply.state).isEqualTo(InstanceState.DELETED);
        assertThat(engine.isThere(instance)).isFalse();
        assertThat(purge("admin", instance, opId, false).version).isEqualTo(reply.version);
        assertThat(refusal(() -> purge("admin", instance, null, false))).isEqualTo(ErrorCode.NOT_FOUND);
        Verification kept = face.call("admin", Verification.class, "verifyJournal", "instanceId", instance);
        assertThat(kept.intact).isTrue();
        assertThat(kept.rows).isEqualTo(2);
        assertThat(kept.purgedBy).isEqualTo("admin");
        assertThat(kept.headHash).hasSize(64);
        assertThat(refusal(() -> face.call("zhao", Verification.class, "verifyJournal", "instanceId", instance))).isEqualTo(ErrorCode.NOT_FOUND);
    }

    @Test
    void badRequestsPurgeNothing() {
        face = product.rest();
        engine = new FaceEngine(face);
        long instance = started();
        engine.deploy(process("purgeCaller").start("s").call("call", "purged" + instanceSuffix(instance)).end("e").path("s", "call", "e").xml());
        long parent = engine.start("zhao", "purgeCaller", Map.of()).instanceId();
        long child = engine.children(parent).get(0);
        Map<String, Long> rows = product.rows().counts();
        assertThat(refusal(() -> purge("zhao", instance, null, false))).as("the starter").isEqualTo(ErrorCode.FORBIDDEN);
        assertThat(refusal(() -> purge("li", instance, null, true))).as("a preview of the holder").isEqualTo(ErrorCode.FORBIDDEN);
        assertThat(refusal(() -> purge("qian", instance, null, false))).as("a stranger").isEqualTo(ErrorCode.NOT_FOUND);
        assertThat(refusal(() -> purge("admin", 1, null, false))).as("no such instance").isEqualTo(ErrorCode.NOT_FOUND);
        assertThat(refusal(() -> purge("admin", child, null, false))).as("one that is waited for").isEqualTo(ErrorCode.ILLEGAL_STATE);
        assertThat(refusal(() -> purge("admin", parent, null, false))).as("one that waits").isEqualTo(ErrorCode.ILLEGAL_STATE);
        assertThat(refusal(() -> purge("admin", instance, "two words", false))).as("an impossible operation id").isEqualTo(ErrorCode.INVALID_INPUT);
        assertThat(product.rows().counts()).isEqualTo(rows);
        assertThat(engine.openItems(instance)).hasSize(1);
        assertThat(engine.openItems(child)).hasSize(1);
    }

    /** The key under which the engine has deployed the process. */
    private String instanceSuffix(long instance) {
        String key = face.call("admin", InstanceInfo.class, "getInstance", "instanceId", instance).definitionKey;
        return key.substring("purged".length());
    }
}
