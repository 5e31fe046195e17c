package wf.runtime;

import java.util.List;
import java.util.Optional;
import wf.contract.Vote;
import wf.contract.WorkItemKind;
import wf.contract.WorkItemState;
import wf.instance.NodeInstance;
import wf.instance.SigningRound;
import wf.instance.TokenEvent.NextSignerAsked;
import wf.instance.TokenEvent.RoundDecided;
import wf.instance.TokenEvent.RoundOpened;
import wf.instance.TokenEvent.VoteCast;
import wf.instance.WorkItem;
import wf.value.Value;

/** Signing rounds 会签 (§4.2): opening one, taking a vote, and what follows from the decision. */
public final class SigningRounds {

    private final Flow flow;

    public SigningRounds(Flow flow) {
        this.flow = flow;
    }

    /** Asks all at once, or only the first of a sequential round. */
    public void open(NodeInstance visit, List<String> signers, SigningRule rule, String resultVariable) {
        int now = rule.sequential() ? 1 : signers.size();
        flow.emit(new RoundOpened(visit.id(), SigningRound.open(rule.need(signers.size()), signers.size(), rule.early(),
                signers.subList(now, signers.size()), resultVariable)));
        signers.subList(0, now).forEach(s -> new WorkItems(flow).assign(visit, WorkItemKind.SIGN, s));
    }

    /** Counts the vote; when it decides, the others' items are cancelled and the node is done. */
    public void vote(WorkItem item, Vote vote) {
        flow.emit(new VoteCast(item.nodeInstanceId(), item.id(), vote));
        new WorkItems(flow).handled(item, WorkItemState.SUBMITTED);
        NodeInstance visit = flow.instance().nodeInstance(item.nodeInstanceId());
        Optional<Boolean> outcome = visit.round().outcome();
        if (outcome.isPresent()) {
            decide(visit, outcome.get());
        } else {
            askNext(visit);
        }
    }

    private void askNext(NodeInstance visit) {
        List<String> toAsk = visit.round().toAsk();
        if (!toAsk.isEmpty()) {
            flow.emit(new NextSignerAsked(visit.id()));
            new WorkItems(flow).assign(visit, WorkItemKind.SIGN, toAsk.get(0));
        }
    }

    private void decide(NodeInstance visit, boolean passed) {
        new WorkItems(flow).cancelAll(visit);
        flow.emit(new RoundDecided(visit.id(), passed));
        new VariableWrites(flow).set(visit.round().resultVariable(), Value.of(passed ? "AGREED" : "DISAGREED"));
        flow.complete(flow.instance().nodeInstance(visit.id()));
    }
}
