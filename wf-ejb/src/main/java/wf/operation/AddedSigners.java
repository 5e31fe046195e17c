package wf.operation;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import wf.contract.ErrorCode;
import wf.contract.SigningOrder;
import wf.contract.SigningRuleKind;
import wf.contract.WorkItemKind;
import wf.instance.WorkItem;
import wf.runtime.Rejection;
import wf.runtime.SigningRule;

/** What countersigning and adding signers have in common: whom, by which rule, and not twice at a time. */
final class AddedSigners {

    private static final String QUORUM = "[1-9][0-9]{0,5}|([1-9][0-9]?|100)(\\.[0-9]{1,4})?%";

    private AddedSigners() { }

    /** Signers whom the holder has asked must be done, or removed, before he asks again. */
    static Optional<Rejection> areNotAskedYet(Subject on) {
        boolean asked = on.visit().askedFrom(on.item().id()).stream().anyMatch(c -> c.kind().asksFor() != WorkItemKind.ASSIST);
        return asked ? Optional.of(Rejection.of(ErrorCode.ILLEGAL_STATE, "ASKED_ALREADY")) : Optional.empty();
    }

    static Optional<Rejection> refuse(List<String> users, Subject on) {
        return Checks.first(Others.areGiven(users), Others.areKnown(on, users), Others.areNotTheHolder(on, users), Others.areNotTooMany(on, users));
    }

    /** Added signers add others only as deep as the node allows. */
    static Optional<Rejection> isNotTooDeep(Subject on) {
        int depth = depth(on, on.item()) + 1;
        return depth <= on.node().settings().handling().signDepth() ? Optional.empty()
                : Optional.of(Rejection.of(ErrorCode.NODE_POLICY, "SIGN_DEPTH", on.node().label()));
    }

    private static int depth(Subject on, WorkItem item) {
        return item.askedBy() == null ? 0 : 1 + on.instance().findItem(item.askedBy()).map(host -> depth(on, host)).orElse(0);
    }

    static Optional<Rejection> quorumFits(SigningRuleKind rule, String quorum, List<String> users) {
        return ruleFits(rule, quorum).or(() -> canBeReached(rule, quorum, users));
    }

    private static Optional<Rejection> ruleFits(SigningRuleKind rule, String quorum) {
        boolean fits = rule == SigningRuleKind.QUORUM ? quorum != null && quorum.matches(QUORUM) : quorum == null || quorum.isBlank();
        return fits ? Optional.empty() : Optional.of(Rejection.of(ErrorCode.INVALID_INPUT, "SIGNING_QUORUM"));
    }

    /** More votes than people could never come together. */
    private static Optional<Rejection> canBeReached(SigningRuleKind rule, String quorum, List<String> users) {
        boolean number = rule == SigningRuleKind.QUORUM && quorum != null && quorum.matches("[1-9][0-9]{0,5}");
        return !number || Integer.parseInt(quorum) <= Others.named(users).size() ? Optional.empty()
                : Optional.of(Rejection.of(ErrorCode.INVALID_INPUT, "SIGNING_OUT_OF_REACH", quorum, String.valueOf(Others.named(users).size())));
    }

    /** Where nothing is said, all are asked at once and all must agree. */
    static SigningRule rule(SigningOrder order, SigningRuleKind rule, String quorum, boolean veto, boolean waitForAll) {
        boolean percent = quorum != null && quorum.endsWith("%");
        BigDecimal number = rule != SigningRuleKind.QUORUM ? BigDecimal.ONE : new BigDecimal(quorum.replace("%", ""));
        SigningRule.Kind kind = rule == null ? SigningRule.Kind.ALL : SigningRule.Kind.valueOf(rule.name());
        return new SigningRule(order == SigningOrder.SEQUENTIAL, kind, number, percent, veto, !waitForAll);
    }
}
