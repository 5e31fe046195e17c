package wf.instance;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import wf.contract.WorkItemKind;
import wf.contract.WorkItemState;

/**
 * An open work item. Whether its holder has opened it is written to its own row without touching the instance (§0.5),
 * so READY here may be OPENED there.
 *
 * @param owner holder; null while it is offered
 * @param candidates to whom it is offered: {@code user:li}, {@code group:finance}, {@code dept:rd}, {@code post:clerk};
 *     kept after a claim, so that it can be put back; empty for an item that was assigned
 * @param terms until when it is to be handled, how urgent it is, with which form
 * @param askedBy the item of whoever asked for it (see {@link Consultation}); null for what the model asks for
 * @param pause while it is SUSPENDED; else null
 */
public record WorkItem(long id, long nodeInstanceId, long branchId, String nodeId, WorkItemKind kind,
        WorkItemState state, String owner, List<String> candidates, Instant createdAt, Terms terms, Long askedBy, Pause pause) {

    public WorkItem {
        candidates = List.copyOf(candidates);
        terms = terms == null ? Terms.NONE : terms;
    }

    public boolean isOffered() {
        return state == WorkItemState.OFFERED || isSuspended() && pause.before() == WorkItemState.OFFERED;
    }

    public boolean wasOffered() {
        return !candidates.isEmpty();
    }

    public boolean isWaiting() {
        return state == WorkItemState.WAITING;
    }

    /** The same work in the hands of another: new to him, on the same terms, and no longer offered to anybody. What stands still stays so. */
    public WorkItem passedTo(String person, long newId, Instant at) {
        Terms kept = pause == null ? terms : terms.later(Duration.between(pause.since(), at));
        Pause anew = pause == null ? null : new Pause(pause.before(), at, pause.withInstance(), pause.timersToo());
        return new WorkItem(newId, nodeInstanceId, branchId, nodeId, kind, unopened().state, person, List.of(), at, kept, askedBy, anew);
    }

    /** As the instance knows it, wherever it was read. */
    WorkItem unopened() {
        return state == WorkItemState.OPENED ? held(WorkItemState.READY, owner) : this;
    }

    WorkItem in(WorkItemState newState) {
        return held(next(newState), owner);
    }

    WorkItem claimedBy(String person) {
        return held(next(WorkItemState.READY), person);
    }

    WorkItem unclaimed() {
        return held(next(WorkItemState.OFFERED), null);
    }

    /** Nobody works on it for the time being; one that stands still already stays as it is. */
    WorkItem suspended(Pause newPause) {
        return isSuspended() ? this : new WorkItem(id, nodeInstanceId, branchId, nodeId, kind, next(WorkItemState.SUSPENDED), owner,
                candidates, createdAt, terms, askedBy, newPause);
    }

    /** Its own pause is over, and it goes on as soon as the instance does. */
    WorkItem pausedWithInstance() {
        return new WorkItem(id, nodeInstanceId, branchId, nodeId, kind, state, owner, candidates, createdAt, terms, askedBy,
                new Pause(pause.before(), pause.since(), true, pause.timersToo()));
    }

    WorkItem dueAt(Instant at) {
        return new WorkItem(id, nodeInstanceId, branchId, nodeId, kind, state, owner, candidates, createdAt, terms.due(at), askedBy, pause);
    }

    WorkItem resumed(Instant at) {
        return new WorkItem(id, nodeInstanceId, branchId, nodeId, kind, next(pause.before()), owner, candidates, createdAt,
                terms.later(Duration.between(pause.since(), at)), askedBy, null);
    }

    private WorkItem held(WorkItemState newState, String newOwner) {
        return new WorkItem(id, nodeInstanceId, branchId, nodeId, kind, newState, newOwner, candidates, createdAt, terms, askedBy, pause);
    }

    public boolean isSuspended() {
        return state == WorkItemState.SUSPENDED;
    }

    /** The pause that begins now; an item that a row says was opened is a ready one to the instance. */
    Pause pauseAt(Instant at, boolean withInstance, boolean timersToo) {
        return new Pause(unopened().state, at, withInstance, timersToo);
    }

    private WorkItemState next(WorkItemState newState) {
        return Lifecycle.WORK_ITEM.next(state, newState);
    }

    WorkItem at(String newNodeId) {
        return new WorkItem(id, nodeInstanceId, branchId, newNodeId, kind, state, owner, candidates, createdAt, terms, askedBy, pause);
    }
}
