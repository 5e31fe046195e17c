package wf.runtime;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wf.contract.ErrorCode;
import wf.contract.Vote;
import wf.contract.WorkItemKind;
import wf.contract.WorkItemState;
import wf.definition.Loop.MultiInstance;
import wf.instance.NodeInstance;
import wf.instance.SigningRound;
import wf.rule.Evaluation;
import wf.instance.SigningRound;
import wf.instance.TokenEvent.NextSignerAsked;
import wf.instance.TokenEvent.RoundDecided;
import wf.instance.TokenEvent.RoundOpened;
import wf.instance.TokenEvent.SignersAdded;
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
        flow.emit(new RoundOpened(visit.id(), SigningRound.open(rule.kept(), signers.size(), rule.early(),
                rule.veto(), signers.subList(now, signers.size()), resultVariable)));
        signers.subList(0, now).forEach(s -> new WorkItems(flow).assign(visit, WorkItemKind.SIGN, s));
    }

    /** These are asked too: at once, or in a sequential round after all others. To ask more never decides a round. */
    public void add(NodeInstance visit, List<String> signers) {
        flow.emit(new SignersAdded(visit.id(), signers));
        if (!visit.round().rule().sequential()) {
            signers.forEach(s -> new WorkItems(flow).assign(visit, WorkItemKind.SIGN, s));
        }
    }

    /** Counts the vote; when it decides, the others' items are cancelled and the node is done. */
    public void vote(WorkItem item, Vote vote) {
        flow.emit(new VoteCast(item.nodeInstanceId(), item.id(), vote));
        if (!new WorkItems(flow).handled(item, WorkItemState.SUBMITTED)) {
            return;
        }
        lookAgain(flow.instance().nodeInstance(item.nodeInstanceId()));
    }

    /** The counts are others now: the round is decided, or goes on. */
    void lookAgain(NodeInstance visit) {
        Optional<Boolean> outcome = visit.round().outcome().or(() -> modelled(visit));
        if (!flow.instance().isActive(visit.id())) {
            return;
        } else if (outcome.isPresent()) {
            decide(visit, outcome.get());
        } else if (hasNobodyAtWork(visit)) {
            askNext(visit);
        }
    }

    /** BPMN's own completion condition ends the round too; then the majority of the votes cast is its outcome. */
    private Optional<Boolean> modelled(NodeInstance visit) {
        SigningRound round = visit.round();
        if (!(flow.nodeOf(visit).activity().loop() instanceof MultiInstance multi) || multi.completion() == null) {
            return Optional.empty();
        }
        Map<String, Value> counted = Map.of("nrOfInstances", count(round.asked()), "nrOfCompletedInstances", count(round.voted()),
                "nrOfActiveInstances", count(round.asked() - round.voted() - round.toAsk().size()),
                "nrOfAgreed", count(round.agreed()), "nrOfDisagreed", count(round.disagreed()));
        Evaluation<Boolean> complete = flow.facts().expressions().condition(multi.completion(),
                new LayeredVariables(counted, new Variables(flow).at(visit)));
        if (complete.isError()) {
            flow.stop(visit, Rejection.of(ErrorCode.RULE_ERROR, "CONDITION_FAILED", flow.nodeOf(visit).label(),
                    multi.completion().text(), complete.error()));
        }
        return complete.isError() || !complete.value() ? Optional.empty() : Optional.of(round.agreed() > round.disagreed());
    }

    private static Value count(int number) {
        return Value.of(BigDecimal.valueOf(number));
    }

    /** In a sequential round the next is asked when the one before has signed; another one may have been let go meanwhile. */
    private boolean hasNobodyAtWork(NodeInstance visit) {
        return flow.instance().itemsOf(visit.id()).stream().noneMatch(i -> i.kind() == WorkItemKind.SIGN && i.askedBy() == null);
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
        flow.emit(new RoundDecided(visit.id(), passed, visit.round().closed()));
        if (new VariableWrites(flow).set(visit, visit.round().resultVariable(), Value.of(passed ? "AGREED" : "DISAGREED"))) {
            flow.complete(flow.instance().nodeInstance(visit.id()));
        }
    }
}
