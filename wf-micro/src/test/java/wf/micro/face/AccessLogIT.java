package wf.micro.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import wf.contract.AccessLogEntry;
import wf.contract.AccessLogPage;
import wf.contract.AccessLogVerification;
import wf.contract.ErrorCode;
import wf.contract.OpenReply;
import wf.contract.OperationReply;
import wf.contract.OperationRequest;
import wf.micro.Eventually;
import wf.micro.Product;
import wf.micro.RunningProduct;

/** Whoever is refused, and whoever opens, is found in the access log, whichever way he came; only administrators read it. */
@Tag("deployed")
@ExtendWith(RunningProduct.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessLogIT {
    private Product product;

    @BeforeAll
    void connect(Product running) {
        product = running;
    }

    Stream<Named<Face>> faces() {
        return product.faces();
    }

    @ParameterizedTest(name = "over {0}")
    @MethodSource("faces")
    void tellsWhoOpenedAndWhoWasRefused(Face face) {
        Ground ground = new Ground(face);
        face.call("zhao", OpenReply.class, "openWorkItem", "workItemId", ground.draft);
        OperationRequest request = new OperationRequest();
        request.opId = "refused-" + ground.key;
        assertThat(catchThrowableOfType(Refusal.class,
                () -> face.call("li", OperationReply.class, "claim", "workItemId", ground.draft, "request", request))).isNotNull();

        Eventually.holds("both stand in the log", () -> entries(face, "li").stream().anyMatch(e -> request.opId.equals(e.opId))
                && entries(face, "zhao").stream().anyMatch(e -> isOpened(e, ground)));
        assertThat(entries(face, "li").stream().filter(e -> request.opId.equals(e.opId))).singleElement().satisfies(e -> {
            assertThat(e.operation).isEqualTo("claim");
            assertThat(e.outcome).isIn(ErrorCode.NOT_FOUND.name(), ErrorCode.FORBIDDEN.name());
            assertThat(e.note).isNotBlank();
            assertThat(e.workItemId).isEqualTo(ground.draft);
        });
        assertThat(face.call("admin", AccessLogVerification.class, "verifyAccessLog").intact).isTrue();
        assertThat(catchThrowableOfType(Refusal.class, () -> face.call("zhao", AccessLogPage.class, "listAccessLog")).code()).isEqualTo(ErrorCode.FORBIDDEN.name());
        assertThat(catchThrowableOfType(Refusal.class, () -> face.call("zhao", AccessLogVerification.class, "verifyAccessLog")).code())
                .isEqualTo(ErrorCode.FORBIDDEN.name());
    }

    private static boolean isOpened(AccessLogEntry entry, Ground ground) {
        return entry.operation.equals("openWorkItem") && entry.outcome.equals("DONE") && Long.valueOf(ground.draft).equals(entry.workItemId);
    }

    private static List<AccessLogEntry> entries(Face face, String person) {
        return face.call("admin", AccessLogPage.class, "listAccessLog", "personId", person, "limit", 200).entries;
    }
}
