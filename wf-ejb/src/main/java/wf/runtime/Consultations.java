package wf.runtime;

import java.util.List;
import wf.contract.WorkItemKind;
import wf.contract.WorkItemState;
import wf.instance.Consultation;
import wf.instance.Consultation.Kind;
import wf.instance.ConsultationEvent.ConsultationEnded;
import wf.instance.ConsultationEvent.OthersAsked;
import wf.instance.NodeInstance;
import wf.instance.SigningRound;
import wf.instance.WorkItem;
import wf.instance.WorkItemEvent.WorkItemHeld;
import wf.instance.WorkItemEvent.WorkItemReleased;
import wf.value.Value;

/**
 * Those whom somebody at work asks besides the model: assistants, countersigners, added signers. They never choose a way;
 * they hold their host, or the token, until they are done.
 */
public final class Consultations {

    private final Flow flow;

    public Consultations(Flow flow) {
        this.flow = flow;
    }

    // ---- asking ----

    /** A round of its own: all are asked at once, or the first of a sequential one. */
    public void sign(WorkItem host, Kind kind, List<String> signers, SigningRule rule) {
        NodeInstance visit = flow.instance().nodeInstance(host.nodeInstanceId());
        int now = rule.sequential() ? 1 : signers.size();
        SigningRound round = SigningRound.open(rule.kept(), signers.size(), rule.early(), rule.veto(),
                signers.subList(now, signers.size()), flow.nodeOf(visit).settings().resultVariable());
        ask(host, new Consultation(host.id(), host.id(), kind, round, host.owner()), signers.subList(0, now));
    }

    /** Assistants, beside those who help already. @param waits whether the host waits for all of them */
    public void assist(WorkItem host, List<String> people, boolean waits) {
        NodeInstance visit = flow.instance().nodeInstance(host.nodeInstanceId());
        long id = visit.askedFrom(host.id()).stream().filter(c -> c.kind().asksFor() == WorkItemKind.ASSIST).map(Consultation::id)
                .findFirst().orElse(host.id());
        ask(host, new Consultation(id, host.id(), waits ? Kind.ASSIST : Kind.ASSIST_BESIDE, null, host.owner()), people);
    }

    private void ask(WorkItem host, Consultation consultation, List<String> people) {
        NodeInstance visit = flow.instance().nodeInstance(host.nodeInstanceId());
        flow.emit(new OthersAsked(visit.id(), consultation));
        people.forEach(p -> new WorkItems(flow).ask(visit, consultation.kind().asksFor(), p, consultation.id()));
        if (consultation.holdsHost() && flow.instance().findItem(host.id()).isPresent()) {
            flow.emit(new WorkItemHeld(host.id()));
        }
    }

    /** The host waits for the instance that the job starts. */
    void await(WorkItem host, long jobId) {
        ask(host, new Consultation(jobId, host.id(), Kind.SUB_PROCESS, null, host.owner()), List.of());
    }

    // ---- answers ----

    /** One who was asked has answered. Assistants are done with the last of them; a round is decided by its votes. */
    public void answered(WorkItem item) {
        if (flow.instance().isActive(item.nodeInstanceId())) {
            NodeInstance visit = flow.instance().nodeInstance(item.nodeInstanceId());
            visit.consultation(item.askedBy(), item.kind()).filter(c -> c.round() == null && isOver(visit, c))
                    .ifPresent(c -> end(visit, c, null));
        }
    }

    private boolean isOver(NodeInstance visit, Consultation consultation) {
        boolean comesLater = visit.round() != null && visit.round().addedBy().containsValue(consultation.id());
        return !comesLater && open(visit, consultation).isEmpty();
    }

    private List<WorkItem> open(NodeInstance visit, Consultation consultation) {
        return flow.instance().itemsOf(visit.id()).stream().filter(i -> i.kind() == consultation.kind().asksFor()
                && i.askedBy() != null && i.askedBy() == consultation.id()).toList();
    }

    // ---- the end ----

    /**
     * Nothing more is expected of them: their items are needless, the outcome is known, and whoever waited goes on.
     *
     * @param passed null where there is no outcome
     */
    public void end(NodeInstance visit, Consultation consultation, Boolean passed) {
        flow.emit(new ConsultationEnded(visit.id(), consultation.id(), consultation.kind(), passed));
        open(visit, consultation).forEach(new WorkItems(flow)::cancel);
        if (passed != null && !new VariableWrites(flow).set(visit, consultation.round().resultVariable(), Value.of(passed ? "AGREED" : "DISAGREED"))) {
            return;
        }
        release(consultation.hostId());
        if (consultation.holdsToken()) {
            goOn(visit);
        }
    }

    /** One who was asked sends it back: nobody is asked any more, and whoever asked goes on with his work, or has it again. */
    public void giveBack(WorkItem item, Consultation consultation) {
        NodeInstance visit = flow.instance().nodeInstance(item.nodeInstanceId());
        new WorkItems(flow).handled(item, WorkItemState.RETURNED);
        flow.emit(new ConsultationEnded(visit.id(), consultation.id(), consultation.kind(), null));
        open(visit, consultation).forEach(new WorkItems(flow)::cancel);
        if (flow.instance().findItem(consultation.hostId()).isPresent()) {
            release(consultation.hostId());
        } else {
            new WorkItems(flow).assign(flow.now(visit), WorkItemKind.MAIN, consultation.by());
        }
    }

    private void release(long hostId) {
        flow.instance().findItem(hostId).filter(WorkItem::isWaiting)
                .filter(h -> flow.instance().nodeInstance(h.nodeInstanceId()).askedFrom(hostId).stream().noneMatch(Consultation::holdsHost))
                .ifPresent(h -> flow.emit(new WorkItemReleased(hostId)));
    }

    /** Assistants whom nobody waits for any more. */
    public void dismissAssistants(WorkItem host) {
        NodeInstance visit = flow.instance().nodeInstance(host.nodeInstanceId());
        visit.askedFrom(host.id()).stream().filter(c -> c.kind().asksFor() == WorkItemKind.ASSIST).forEach(c -> end(visit, c, null));
    }

    /** Nobody works at the visit any more, so that nobody is waited for. */
    void forgetAll(NodeInstance visit) {
        flow.now(visit).consultations().forEach(c -> flow.emit(new ConsultationEnded(visit.id(), c.id(), c.kind(), null)));
    }

    /** Whoever asked is gone, and with him what he asked for. */
    void forget(NodeInstance visit, long hostId) {
        flow.now(visit).askedFrom(hostId).forEach(c -> {
            flow.emit(new ConsultationEnded(visit.id(), c.id(), c.kind(), null));
            open(visit, c).forEach(new WorkItems(flow)::cancel);
            flow.instance().findJob(c.id()).ifPresent(new Jobs(flow)::giveUp);
        });
    }

    /** Whether all who work here are done, those included who were asked to sign beside or after them. */
    public boolean isDone(NodeInstance visit) {
        if (flow.isRefused() || !flow.instance().isActive(visit.id())) {
            return false;
        }
        NodeInstance now = flow.now(visit);
        boolean isHeld = now.round() != null || Delays.isHeld(now, flow.instance()) || now.consultations().stream().anyMatch(Consultation::holdsToken);
        return !isHeld && flow.instance().itemsOf(visit.id()).stream().allMatch(i -> i.kind() == WorkItemKind.ASSIST);
    }

    /** The token leaves when all are done. */
    public void goOn(NodeInstance visit) {
        if (isDone(visit)) {
            new WorkItems(flow).cancelAll(visit);
            flow.complete(flow.now(visit));
        }
    }
}
