package wf.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wf.definition.Node;
import wf.definition.SequenceFlow;
import wf.instance.Branch;
import wf.instance.BranchEnd;
import wf.instance.BranchTree;
import wf.instance.Compensable;
import wf.instance.NodeInstance;
import wf.instance.ProcessInstance;
import wf.instance.Rework;
import wf.instance.SigningRound;
import wf.instance.Ticket;
import wf.instance.TokenEvent.BranchOpened;
import wf.instance.TokenEvent.Returned;
import wf.instance.TokenEvent.VoteTakenBack;
import wf.instance.TokenEvent.WorkCameBack;
import wf.instance.WorkItem;
import wf.runtime.ReturnWay.Kind;
import wf.value.Value;

/**
 * Moves tokens against the flow (§1.3, §1.4): what stood between is given up, what can be undone is compensated, what the
 * joins had counts as come, and whoever did the work before gets it again.
 */
public final class Returning {

    /**
     * How it is done.
     *
     * @param allOfSplit whether all parts of a merged split go on again, not only the one of the target (case D)
     * @param direct whether a ticket is kept for handing the work straight back
     * @param restored variables to be set, as they were when the target was entered; empty leaves them
     * @param vote the vote that is taken back, so that the round goes on with all others; null: the work begins anew
     */
    public record Manner(boolean allOfSplit, boolean direct, Map<String, Optional<Value>> restored, LastVote vote) {

        public static final Manner PLAIN = new Manner(false, false, Map.of(), null);
    }

    /** The vote that decided a round. @param round as it stands without it */
    public record LastVote(long item, String voter, SigningRound round) {
    }

    /** What comes along with the work: the ticket straight back, or the round that goes on. Either may be null. */
    private record Carried(Ticket ticket, LastVote vote) { }

    private final Flow flow;
    private final ProcessInstance instance;
    private final BranchTree tree;
    private final ReturnWays ways;

    public Returning(Flow flow) {
        this.flow = flow;
        this.instance = flow.instance();
        this.tree = new BranchTree(instance);
        this.ways = new ReturnWays(flow.definition(), instance, flow.trail());
    }

    /**
     * The work of the visit goes back.
     *
     * @param own items that were closed because of it already; with a ticket they are there again
     */
    public void goBack(NodeInstance from, List<WorkItem> own, ReturnWay way, Manner manner) {
        boolean all = manner.allOfSplit() && way.kind() == Kind.MERGED;
        List<TrailEntry> undone = ways.undone(way, all);
        List<Compensable> compensables = compensables(undone);
        Ticket ticket = manner.direct() && way.kind() != Kind.BESIDE && !all && !isUndone(way.anchorId()) ? new Tickets(flow).save(way.anchorId(), own) : null;
        List<TrailEntry> targets = all ? ways.firstOfEach(way) : List.of(way.target());
        NodeInstance token = ways.inScopeOf(way.anchorId(), from);
        List<SequenceFlow> satisfied = way.kind() != Kind.MERGED ? List.of()
                : ways.satisfied(all ? targets.stream().map(TrailEntry::nodeId).toList() : List.of(way.entrance()), token == null ? from : token);
        if (token != null) {
            new ComplexJoins(flow).goesBack(token, flow.definition().node(way.entrance()));
        }
        leave(from, way);
        flow.emit(new Returned(from.id(), way.target().nodeInstanceId(), undone.stream().map(TrailEntry::nodeInstanceId).toList(),
                undone.stream().map(TrailEntry::nodeId).distinct().toList()));
        if (new VariableWrites(flow).setAll(null, manner.restored())) {
            beginAnew(way, targets, satisfied, compensables, new Carried(ticket, manner.vote()));
        }
    }

    /** Whether something is being undone there, which no ticket could take up again half done. */
    private boolean isUndone(long anchorId) {
        return tree.below(anchorId).stream().flatMap(b -> tree.tokenOf(b.id()).stream())
                .anyMatch(t -> flow.nodeOf(t).activity().forCompensation());
    }

    private List<Compensable> compensables(List<TrailEntry> undone) {
        return instance.compensables().stream()
                .filter(c -> undone.stream().anyMatch(e -> e.nodeInstanceId() == c.nodeInstanceId())).toList();
    }

    // ---- leaving ----

    private void leave(NodeInstance from, ReturnWay way) {
        if (way.kind() == Kind.BESIDE) {
            SequenceFlow to = ways.meeting(way, from).orElseThrow();
            waitAt(to, ways.inScopeOf(way.anchorId(), from));
            giveUp(way.anchorId(), besides(way), -1);
        } else {
            giveUp(way.anchorId(), tree.below(way.anchorId()), from.branchId());
        }
    }

    /** The token waits at the join for the branch that goes on again. */
    private void waitAt(SequenceFlow to, NodeInstance token) {
        long branchId = token.branchId();
        new SettledJoins(flow).taken(token);
        flow.cancel(token, BranchEnd.RETURNED);
        flow.sentAs(token);
        new Joins(flow).await(flow.put(branchId, flow.definition().node(to.target()), to.id()));
    }

    /** Where the branch of the target is gone, all its parts beside stay; else what it was split into goes. */
    private List<Branch> besides(ReturnWay way) {
        return way.child().isPresent() && ways.isSplitStill(way) ? List.of() : tree.below(way.anchorId());
    }

    /**
     * Ends these branches and takes the token of the one that goes on; deepest first, so that none is left without its
     * parent. A sub-process out of which the work goes back is given up with all that is inside.
     */
    void giveUp(long goesOn, List<Branch> related, long fromBranch) {
        List<NodeInstance> tokens = new ArrayList<>();
        tree.tokenOf(goesOn).ifPresent(tokens::add);
        related.forEach(b -> tree.tokenOf(b.id()).ifPresent(tokens::add));
        tokens.forEach(t -> takeAway(t, t.branchId() == fromBranch ? BranchEnd.RETURNED : BranchEnd.CANCELLED));
        tree.deepestFirst(related.stream().filter(b -> instance.hasBranch(b.id())).toList())
                .forEach(b -> flow.endAlone(b.id(), b.id() == fromBranch ? BranchEnd.RETURNED : BranchEnd.CANCELLED));
    }

    private void takeAway(NodeInstance token, BranchEnd how) {
        if (instance.isActive(token.id())) {
            new SettledJoins(flow).taken(token);
            flow.cancel(token, how);
        }
    }

    // ---- beginning anew ----

    private void beginAnew(ReturnWay way, List<TrailEntry> targets, List<SequenceFlow> satisfied, List<Compensable> compensables, Carried carried) {
        boolean onAnchor = targets.size() == 1 && satisfied.isEmpty() && tree.tokenOf(way.anchorId()).isEmpty()
                && tree.below(way.anchorId()).isEmpty();
        long first = onAnchor ? way.anchorId() : part(way).id();
        List<Long> branches = new ArrayList<>(List.of(first));
        targets.stream().skip(1).forEach(t -> branches.add(part(way).id()));
        for (SequenceFlow come : satisfied) {
            flow.sentAs(null);
            new Joins(flow).await(flow.put(part(way).id(), flow.definition().node(come.target()), come.id()));
        }
        for (int i = 0; i < targets.size(); i++) {
            begin(branches.get(i), targets.get(i), i == 0 ? way.chain() : List.of(), i == 0 ? compensables : List.of(), carried);
        }
    }

    /** A further part of the anchor's branch, of the target's split where that is known. */
    private Branch part(ReturnWay way) {
        Branch anchor = instance.branch(way.anchorId());
        Long split = way.child().map(TrailEntry.Place::split).orElse(null);
        String splitNode = split == null ? null : ways.splitNode(way).orElse(null);
        Branch part = new Branch(flow.facts().newId(), anchor.id(), split, tree.nextOrdinal(anchor.id()), anchor.scopeId(), splitNode, false);
        flow.emit(new BranchOpened(part));
        return part;
    }

    private void begin(long branchId, TrailEntry target, List<String> chain, List<Compensable> compensables, Carried carried) {
        if (!chain.isEmpty()) {
            inside(branchId, target, chain, compensables, carried);
            return;
        }
        Node node = flow.definition().node(target.nodeId());
        new SettledJoins(flow).placed(branchId, node);
        flow.sentBy(target.sender(), flow.trail());
        NodeInstance visit = flow.put(branchId, node, null);
        comeBack(visit, target, carried);
        undoAndReopen(visit, compensables);
    }

    private void undoAndReopen(NodeInstance visit, List<Compensable> compensables) {
        if (compensables.isEmpty()) {
            reopen(flow.now(visit));
        } else {
            new Compensations(flow).beginFor(flow.now(visit), compensables);
        }
    }

    private void comeBack(NodeInstance visit, TrailEntry target, Carried carried) {
        LastVote vote = carried.vote();
        flow.emit(new WorkCameBack(visit.id(), flow.nodeOf(visit).settings().awaitsCalled() ? Rework.calling(target.nodeInstanceId())
                : Rework.to(vote == null ? target.handlers() : List.of(vote.voter()), carried.ticket())));
        if (vote != null) {
            flow.emit(new VoteTakenBack(visit.id(), vote.item(), target.nodeInstanceId(), vote.round(), null));
        }
    }

    /**
     * A finished sub-process begins anew, with its first values, at the target. Where others are in its critical section it
     * waits for them, and then begins as modelled. An event of it whose condition holds from the beginning goes on in its place.
     */
    private void inside(long branchId, TrailEntry target, List<String> chain, List<Compensable> compensables, Carried carried) {
        Node node = flow.definition().node(chain.get(0));
        new SettledJoins(flow).placed(branchId, node);
        flow.sentBy(target.sender(), flow.trail());
        NodeInstance holder = flow.put(branchId, node, null);
        if (!new CriticalSections(flow).isFree(holder)) {
            flow.emit(new WorkCameBack(holder.id(), Rework.to(List.of(), null)));
            undoAndReopen(holder, compensables);
            return;
        }
        new Subscriptions(flow).openBoundaries(node, holder);
        if (!flow.isStopped(holder) && new Mappings(flow).inputs(node, flow.now(holder)) && !flow.isStopped(holder) && isOpen(node, holder)) {
            begin(new Scopes(flow).open(holder.id()).id(), target, chain.subList(1, chain.size()), compensables, carried);
        }
    }

    private boolean isOpen(Node node, NodeInstance holder) {
        new Subscriptions(flow).openScope(holder.id(), node.id());
        return !flow.isStopped(holder) && !new Scopes(flow).isTakenOver(holder.id());
    }

    /** Whoever did the work gets it again. */
    void reopen(NodeInstance visit) {
        new Activities(flow).reopen(flow.nodeOf(visit), visit, visit.rework().handlers());
    }
}
