package wf.contract;

import java.util.ArrayList;
import java.util.List;

/**
 * F12: adds signers. Those whom a signer adds after or beside himself join his round and follow its rule.
 */
public class AddSignRequest extends OperationRequest {
    private static final long serialVersionUID = 1L;

    /** People who are asked; required. */
    public List<String> users = new ArrayList<>();

    /** When they sign; required. */
    public AddSignPosition position;

    /** Whether all are asked at once or one after another; null: at once. */
    public SigningOrder order;

    /** When the round passes; null: when all agree. */
    public SigningRuleKind rule;

    /** With QUORUM: agreeing votes that are needed, {@code 2}, or their share of all asked, {@code 60%}. */
    public String quorum;

    /** Whether one disagreement decides, whatever the others say (一票否决). */
    public boolean veto;

    /** Whether all votes are waited for, also when they can no longer change the outcome. */
    public boolean waitForAll;

    /** With AFTER, the vote of a signer who adds others; null: he agrees. */
    public Vote vote;
}
