package wf.operation;

import java.util.Optional;
import java.util.Set;
import wf.contract.AddSignPosition;
import wf.contract.AddSignRequest;
import wf.contract.ErrorCode;
import wf.contract.Vote;
import wf.contract.WorkItemKind;
import wf.contract.WorkItemState;
import wf.instance.Consultation.Kind;
import wf.instance.WorkItem;
import wf.runtime.Consultations;
import wf.runtime.Flow;
import wf.runtime.Rejection;
import wf.runtime.SigningRounds;
import wf.runtime.SigningRule;
import wf.runtime.VariableWrites;
import wf.runtime.WorkItems;

/**
 * F12 加签: whoever works at a node lets others sign before him, after him or beside him. Whom a signer adds after or beside
 * himself votes in the round of which he is one; all others vote in a round of their own.
 */
public final class AddSign implements Operation<AddSignRequest> {

    @Override
    public String name() {
        return "addSign";
    }

    @Override
    public Class<AddSignRequest> requestType() {
        return AddSignRequest.class;
    }

    @Override
    public boolean suits(WorkItem item) {
        return item.kind() != WorkItemKind.ASSIST;
    }

    @Override
    public Set<Identity> who() {
        return Set.of(Identity.MAIN, Identity.SIGN, Identity.ADDSIGN);
    }

    @Override
    public Optional<Rejection> unavailable(Subject on) {
        return Checks.first(Checks.isRunning(on), Checks.isTaken(on), AddedSigners.areNotAskedYet(on), AddedSigners.isNotTooDeep(on));
    }

    @Override
    public Optional<Rejection> refuse(AddSignRequest request, Subject on) {
        Optional<Rejection> wrong = Checks.first(Checks.isGiven(request.position, "position"), AddedSigners.refuse(request.users, on));
        if (wrong.isPresent()) {
            return wrong;
        }
        Optional<Rejection> rule = joinsRound(request, on) ? Checks.first(ruleIsThatOfTheRound(request),
                Others.areNotThere(on, on.item().kind(), on.item().askedBy(), request.users)) : AddedSigners.quorumFits(request.rule, request.quorum, request.users);
        return rule.or(() -> request.position == AddSignPosition.AFTER ? canBeHandedIn(on) : Optional.empty());
    }

    /** With signers after him the holder hands in his own work. */
    private static Optional<Rejection> canBeHandedIn(Subject on) {
        return Checks.first(Checks.requiredFieldsGiven(on), Checks.fieldsFitTheirTypes(on), Checks.assistantsAreDone(on));
    }

    private static Optional<Rejection> ruleIsThatOfTheRound(AddSignRequest request) {
        boolean says = request.order != null || request.rule != null || request.quorum != null || request.veto || request.waitForAll;
        return says ? Optional.of(Rejection.of(ErrorCode.INVALID_INPUT, "RULE_OF_THE_ROUND")) : Optional.empty();
    }

    private static boolean joinsRound(AddSignRequest request, Subject on) {
        return request.position != AddSignPosition.BEFORE && on.item().kind() != WorkItemKind.MAIN;
    }

    @Override
    public void decide(AddSignRequest request, Subject on, Flow flow) {
        boolean after = request.position == AddSignPosition.AFTER;
        if (after && !new VariableWrites(flow).setAll(on.visit(), Fields.writable(on))) {
            return;
        }
        if (joinsRound(request, on)) {
            new SigningRounds(flow).add(on.item(), after ? Kind.AFTER : Kind.BESIDE, Others.named(request.users));
        } else {
            SigningRule rule = AddedSigners.rule(request.order, request.rule, request.quorum, request.veto, request.waitForAll);
            new Consultations(flow).sign(on.item(), kind(request.position), Others.named(request.users), rule);
        }
        if (after) {
            handIn(request, on, flow);
        }
    }

    private static void handIn(AddSignRequest request, Subject on, Flow flow) {
        new Consultations(flow).dismissAssistants(on.item());
        if (joinsRound(request, on)) {
            new SigningRounds(flow).vote(on.item(), request.vote == null ? Vote.AGREE : request.vote);
        } else {
            new WorkItems(flow).handled(on.item(), WorkItemState.SUBMITTED);
        }
    }

    private static Kind kind(AddSignPosition position) {
        return switch (position) {
            case BEFORE -> Kind.BEFORE;
            case AFTER -> Kind.AFTER;
            case PARALLEL -> Kind.BESIDE;
        };
    }
}
