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
import wf.contract.AnswerDeputyRequest;
import wf.contract.AnswerHandoverRequest;
import wf.contract.ArrangementRequest;
import wf.contract.DeputyGrant;
import wf.contract.DeputyList;
import wf.contract.DeputyReply;
import wf.contract.DeputyScope;
import wf.contract.DeputySide;
import wf.contract.DeputyState;
import wf.contract.GrantDeputyRequest;
import wf.contract.Handover;
import wf.contract.HandoverItemState;
import wf.contract.HandoverList;
import wf.contract.HandoverReply;
import wf.contract.HandoverRequest;
import wf.contract.HandoverSide;
import wf.contract.ItemsReply;
import wf.contract.MessageTitle;
import wf.contract.OrgUnitKind;
import wf.contract.OrgUnitPage;
import wf.contract.PersonPage;
import wf.contract.ReplaceHandlersRequest;
import wf.contract.UrgeablePage;
import wf.contract.VanishedHandlerList;
import wf.contract.WorkItemPage;
import wf.contract.WorkListKind;
import wf.micro.Product;
import wf.micro.RunningProduct;

/** Deputies, handover and replacement, over every face. */
@Tag("deployed")
@ExtendWith(RunningProduct.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StandingArrangementsIT {
    private Product product;

    @BeforeAll
    void prepare(Product running) {
        product = running;
    }

    Stream<Named<Face>> faces() {
        return product.faces();
    }

    @ParameterizedTest(name = "over {0}")
    @MethodSource("faces")
    void aDeputyIsNamedAcceptsSeesTheWorkAndIsNoneAnyMore(Face face) {
        Ground ground = new Ground(face);
        GrantDeputyRequest request = new GrantDeputyRequest();
        request.deputy = "qian";
        request.acceptance = true;
        DeputyScope scope = new DeputyScope();
        scope.definitionKey = ground.key;
        request.scopes.add(scope);
        DeputyGrant grant = face.call("li", DeputyReply.class, "grantDeputy", "request", request).grants.get(0);
        assertThat(todo(face, ground)).isEmpty();
        AnswerDeputyRequest answer = new AnswerDeputyRequest();
        answer.accept = true;
        face.call("qian", DeputyReply.class, "answerDeputy", "grantId", grant.id, "request", answer);
        assertThat(todo(face, ground)).containsExactly("review for li");
        assertThat(face.call("qian", DeputyList.class, "listDeputies", "side", DeputySide.DEPUTY).grants).extracting(g -> g.id).contains(grant.id);
        assertThat(face.call("li", DeputyReply.class, "revokeDeputy", "grantId", grant.id, "request", new ArrangementRequest()).grants.get(0).state)
                .isEqualTo(DeputyState.REVOKED);
        assertThat(todo(face, ground)).isEmpty();
    }

    private static List<String> todo(Face face, Ground ground) {
        return face.call("qian", WorkItemPage.class, "listWorkItems", "kind", WorkListKind.TODO, "definitionKey", ground.key).items.stream()
                .map(i -> i.nodeId + " for " + i.onBehalfOf.id).toList();
    }

    @ParameterizedTest(name = "over {0}")
    @MethodSource("faces")
    void workIsHandedOverAndReplacedAsAWhole(Face face) {
        Ground ground = new Ground(face);
        HandoverRequest request = new HandoverRequest();
        request.to = "wang";
        request.definitionKey = ground.key;
        Handover handover = face.call("li", HandoverReply.class, "handover", "request", request).handover;
        assertThat(face.call("wang", HandoverList.class, "listHandovers", "side", HandoverSide.RECEIVER).handovers).extracting(h -> h.id).contains(handover.id);
        assertThat(catchThrowableOfType(Refusal.class, () -> face.call("qian", Handover.class, "getHandover", "handoverId", handover.id)).code()).isEqualTo("NOT_FOUND");
        AnswerHandoverRequest answer = new AnswerHandoverRequest();
        answer.others = true;
        assertThat(face.call("wang", HandoverReply.class, "answerHandover", "handoverId", handover.id, "request", answer).handover.items)
                .extracting(i -> i.state).containsExactly(HandoverItemState.MOVED);
        ReplaceHandlersRequest replace = new ReplaceHandlersRequest();
        replace.from = "wang";
        replace.to = "sun";
        replace.definitionKey = ground.key;
        assertThat(face.call("admin", ItemsReply.class, "replaceHandlers", "request", replace).done).isEqualTo(1);
        assertThat(face.call("zhao", UrgeablePage.class, "listUrgeable", "definitionKey", ground.key).items).extracting(i -> i.item.owner.id).containsExactly("sun");
    }

    @ParameterizedTest(name = "over {0}")
    @MethodSource("faces")
    void whomOneCanNameIsRead(Face face) {
        Ground ground = new Ground(face);
        assertThat(face.call("zhao", PersonPage.class, "listPeople", "text", "zhao").people).extracting(p -> p.id).contains("zhao");
        assertThat(face.call("zhao", OrgUnitPage.class, "listOrgUnits", "kind", OrgUnitKind.DEPT).units).isNotEmpty();
        assertThat(face.call("admin", VanishedHandlerList.class, "listVanishedHandlers").handlers).isEmpty();
        assertThat(face.call("li", MessageTitle.class, "getMessageTitle", "workItemId", ground.review).title).contains("review");
    }
}
