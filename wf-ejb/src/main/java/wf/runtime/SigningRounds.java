package wf.runtime;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import wf.contract.ErrorCode;
import wf.contract.Vote;
import wf.contract.WorkItemKind;
import wf.contract.WorkItemState;
import wf.definition.Loop.MultiInstance;
import wf.instance.Consultation;
import wf.instance.Consultation.Kind;
import wf.instance.ConsultationEvent.ConsultationEnded;
import wf.instance.ConsultationEvent.OthersAsked;
import wf.instance.ConsultationEvent.ConsultationsHandedOver;
import wf.instance.NodeInstance;
import wf.instance.SigningRound;
import wf.instance.TokenEvent.NextSignerAsked;
import wf.instance.TokenEvent.RoundDecided;
import wf.instance.TokenEvent.RoundOpened;
import wf.instance.TokenEvent.SignerRemoved;
import wf.instance.TokenEvent.SignersAdded;
import wf.instance.TokenEvent.VoteCast;
import wf.instance.TokenEvent.VoteTakenBack;
import wf.instance.WorkItem;
import wf.runtime.Voters.Voter;
import wf.rule.Evaluation;
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
        add(visit, signers, null, null);
    }

    /** A signer adds these to his own round: they are asked at once, or in a sequential round right after him. */
    public void add(WorkItem by, Kind kind, List<String> signers) {
        NodeInstance visit = flow.instance().nodeInstance(by.nodeInstanceId());
        Long in = visit.roundIdOf(by);
        if (in == null) {
            flow.emit(new OthersAsked(visit.id(), new Consultation(by.id(), by.id(), kind, null, by.owner())));
        }
        add(visit, signers, in, by.id());
    }

    private void add(NodeInstance visit, List<String> signers, Long in, Long byItem) {
        flow.emit(new SignersAdded(visit.id(), signers, in, byItem));
        if (!visit.roundCalled(in).rule().sequential()) {
            signers.forEach(s -> ask(visit, s, in, byItem));
        }
    }

    /** A signer of the model's round, one whom a signer has added to it, or one whom somebody has asked for a round of his own. */
    private void ask(NodeInstance visit, String signer, Long in, Long byItem) {
        if (in != null) {
            new WorkItems(flow).ask(visit, visit.consultationWithRound(in).orElseThrow().kind().asksFor(), signer, in);
        } else if (byItem != null) {
            new WorkItems(flow).ask(visit, WorkItemKind.ADDSIGN, signer, byItem);
        } else {
            new WorkItems(flow).assign(visit, WorkItemKind.SIGN, signer);
        }
    }

    /** Counts the vote; when it decides, the others' items are cancelled and the round is over. */
    public void vote(WorkItem item, Vote vote) {
        NodeInstance visit = flow.instance().nodeInstance(item.nodeInstanceId());
        Long in = visit.roundIdOf(item);
        flow.emit(new VoteCast(visit.id(), item.id(), vote, in));
        if (new WorkItems(flow).handled(item, WorkItemState.SUBMITTED, vote)) {
            goOn(item, in, true);
        }
    }

    /**
     * A signer who was added is asked no longer. The votes that are cast decide, if they do; where nobody has voted and
     * nobody is left, the round is over without a decision.
     */
    public void remove(WorkItem item) {
        remove(item, false);
    }

    /** @param withdrawn whether whoever sent the work takes it back, and not one who added the signer */
    void remove(WorkItem item, boolean withdrawn) {
        NodeInstance visit = flow.instance().nodeInstance(item.nodeInstanceId());
        Long in = visit.roundIdOf(item);
        flow.emit(new SignerRemoved(visit.id(), item.id(), in));
        if (withdrawn) {
            new WorkItems(flow).withdraw(item);
        } else {
            new WorkItems(flow).cancel(item);
        }
        goOn(item, in, false);
    }

    private void goOn(WorkItem item, Long in, boolean voted) {
        if (!flow.instance().isActive(item.nodeInstanceId())) {
            return;
        }
        new Consultations(flow).answered(item);
        NodeInstance visit = flow.instance().nodeInstance(item.nodeInstanceId());
        SigningRound round = visit.roundCalled(in);
        Optional<Boolean> outcome = round.asked() == 0 ? Optional.empty()
                : round.outcome().or(() -> in == null ? modelled(visit) : Optional.empty());
        if (!flow.instance().isActive(visit.id())) {
            return;
        } else if (in != null && (outcome.isPresent() || round.asked() == 0)) {
            new Consultations(flow).end(visit, visit.consultationWithRound(in).orElseThrow(), outcome.orElse(null));
        } else if (outcome.isPresent()) {
            decide(visit, outcome.get(), voted ? item.id() : null);
        } else {
            askNext(visit, in);
        }
    }

    // ---- taking back ----

    /**
     * A vote that was cast counts no longer while its round goes on, and whoever cast it has the work before him again; who
     * was asked after him in a sequence waits for his turn.
     *
     * @param in the consultation whose round it is; null for that of the model
     * @param nextAs how the item of the one who was asked after him ends
     */
    public void takeBack(NodeInstance visit, Voter voter, Long in, WorkItemState nextAs) {
        Map<String, Long> again = new LinkedHashMap<>();
        if (visit.roundCalled(in).rule().sequential()) {
            openIn(visit, in).forEach(next -> {
                leave(next, nextAs);
                again.put(next.owner(), in == null ? next.askedBy() : null);
            });
        }
        NodeInstance now = flow.now(visit);
        flow.emit(new VoteTakenBack(visit.id(), voter.item(), null, now.roundCalled(in).without(voter.vote(), again), in));
        ask(now, voter.person(), in, in == null ? voter.askedBy() : null);
        handOver(voter, visit);
    }

    /** Those whom he had added answer to his new item. */
    private void handOver(Voter voter, NodeInstance visit) {
        if (!flow.isRefused() && flow.instance().isActive(visit.id()) && !flow.now(visit).askedFrom(voter.item()).isEmpty()) {
            flow.instance().itemsOf(visit.id()).stream().filter(i -> voter.person().equals(i.owner())).mapToLong(WorkItem::id).max()
                    .ifPresent(next -> flow.emit(new ConsultationsHandedOver(visit.id(), voter.item(), next, voter.person())));
        }
    }

    private void leave(WorkItem next, WorkItemState as) {
        if (as == WorkItemState.RETURNED) {
            new WorkItems(flow).handled(next, as);
        } else {
            new WorkItems(flow).close(next, as);
        }
    }

    /** A signer whom another has added to the model's round sends that back to him, and is asked no longer. */
    public void giveBack(WorkItem item, Optional<Voter> adder) {
        NodeInstance visit = flow.instance().nodeInstance(item.nodeInstanceId());
        flow.emit(new SignerRemoved(visit.id(), item.id(), null));
        new WorkItems(flow).handled(item, WorkItemState.RETURNED);
        if (adder.isPresent()) {
            takeBack(flow.now(visit), adder.get(), null, WorkItemState.TAKEN_BACK);
            new Consultations(flow).answered(item);
        } else {
            goOn(item, null, false);
        }
    }

    /** Open items of the round: all of a parallel one, the one whose turn it is in a sequence. */
    private List<WorkItem> openIn(NodeInstance visit, Long in) {
        return flow.instance().itemsOf(visit.id()).stream().filter(i -> isVote(i) && Objects.equals(visit.roundIdOf(i), in)).toList();
    }

    private static boolean isVote(WorkItem item) {
        return item.kind() == WorkItemKind.SIGN || item.kind() == WorkItemKind.ADDSIGN;
    }

    /** The vote that decided was taken back: the round goes on with its caster, and with those who were needed no longer. */
    void resume(NodeInstance visit, List<String> voters) {
        voters.forEach(v -> ask(visit, v, null, null));
        if (!visit.round().rule().sequential()) {
            visit.round().toAsk().forEach(p -> {
                flow.emit(new NextSignerAsked(visit.id(), null));
                ask(visit, p, null, null);
            });
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

    /** In a sequential round one is asked at a time. */
    private void askNext(NodeInstance visit, Long in) {
        SigningRound round = visit.roundCalled(in);
        boolean nobodyIsAsked = round.asked() - round.voted() == round.toAsk().size();
        if (nobodyIsAsked && !round.toAsk().isEmpty()) {
            String next = round.toAsk().get(0);
            flow.emit(new NextSignerAsked(visit.id(), in));
            ask(visit, next, in, round.addedBy().get(next));
        }
    }

    private void decide(NodeInstance visit, boolean passed, Long lastVote) {
        List<String> open = openIn(visit, null).stream().map(WorkItem::owner).toList();
        new WorkItems(flow).cancelAll(visit);
        flow.now(visit).consultations().forEach(c -> flow.emit(new ConsultationEnded(visit.id(), c.id(), c.kind(), null)));
        flow.emit(new RoundDecided(visit.id(), passed, visit.round().closed(open), lastVote));
        if (new VariableWrites(flow).set(visit, visit.round().resultVariable(), Value.of(passed ? "AGREED" : "DISAGREED"))) {
            flow.complete(flow.instance().nodeInstance(visit.id()));
        }
    }
}
