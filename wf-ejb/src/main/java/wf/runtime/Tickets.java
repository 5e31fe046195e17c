package wf.runtime;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import wf.contract.WorkItemState;
import wf.definition.ProcessDefinition;
import wf.instance.Branch;
import wf.instance.BranchTree;
import wf.instance.Consultation;
import wf.instance.Job;
import wf.instance.JobKind;
import wf.instance.NodeInstance;
import wf.instance.NodeInstanceState;
import wf.instance.ProcessInstance;
import wf.instance.SigningRound;
import wf.instance.Subscription;
import wf.instance.Ticket;
import wf.instance.TokenEvent.BranchOpened;
import wf.instance.TokenEvent.NodeEntered;
import wf.instance.WaitEvent.JobPosted;
import wf.instance.WaitEvent.SubscriptionOpened;
import wf.instance.WorkItem;
import wf.instance.WorkItemEvent.WorkItemCreated;
import wf.value.Value;

/** Return tickets (§1.3): saving what stands at and below a branch, and putting it there again under new ids. */
public final class Tickets {

    private final Flow flow;
    private final ProcessInstance instance;
    private final BranchTree tree;

    public Tickets(Flow flow) {
        this.flow = flow;
        this.instance = flow.instance();
        this.tree = new BranchTree(instance);
    }

    // ---- saving ----

    /** @param own items that were just closed and belong to it */
    Ticket save(long anchorId, List<WorkItem> own) {
        List<Branch> below = new ArrayList<>(tree.deepestFirst(tree.below(anchorId)));
        Collections.reverse(below);
        Set<Long> branches = new HashSet<>(Set.of(anchorId));
        below.forEach(b -> branches.add(b.id()));
        List<NodeInstance> visits = instance.nodeInstances().stream().filter(v -> branches.contains(v.branchId())).toList();
        Set<Long> ids = new HashSet<>();
        visits.forEach(v -> ids.add(v.id()));
        return new Ticket(anchorId, below, visits,
                Stream.concat(own.stream(), instance.items().stream().filter(i -> ids.contains(i.nodeInstanceId()))).toList(),
                instance.subscriptions().stream().filter(s -> ids.contains(s.nodeInstanceId())).toList(),
                instance.jobs().stream().filter(j -> ids.contains(j.nodeInstanceId())).toList(), read());
    }

    /** What routing may read, as it is. */
    private Map<String, Value> read() {
        Map<String, Value> read = new LinkedHashMap<>();
        instance.variables().forEach((name, value) -> {
            if (flow.definition().routesBy(name)) {
                read.put(name, value);
            }
        });
        return read;
    }

    // ---- using ----

    /** Whether what is routed by is as it was, with what is written now, the branch is still there, and nobody is in a section that it would enter. */
    public static boolean isValid(Ticket ticket, ProcessInstance instance, ProcessDefinition definition,
            Map<String, Optional<Value>> written) {
        Map<String, Value> now = new HashMap<>(instance.variables());
        written.forEach((name, value) -> value.ifPresentOrElse(v -> now.put(name, v), () -> now.remove(name)));
        now.keySet().removeIf(name -> !definition.routesBy(name));
        return !callsAgain(ticket) && instance.hasBranch(ticket.anchorId()) && now.equals(ticket.read())
                && ticket.visits().stream().allMatch(v -> definition.has(v.nodeId())) && !CriticalSections.isTaken(ticket, instance, definition);
    }

    /** Whether a called instance that has ended by the return would have to live again, which none does. */
    public static boolean callsAgain(Ticket ticket) {
        return ticket.jobs().stream().anyMatch(j -> j.kind() == JobKind.CHILD && !j.isStarted());
    }

    /** The work at the visit is done, and goes straight back to where it was. */
    public void use(NodeInstance visit, Ticket ticket) {
        if (!new NodeRuling(flow).left(visit)) {
            return;
        }
        flow.finishAlone(visit);
        new Returning(flow).giveUp(ticket.anchorId(), tree.below(ticket.anchorId()), -1);
        new Putting(ticket).put();
        // What is waited for may have come true while nobody waited.
        flow.variablesChanged();
    }

    /** Puts what a ticket holds into the instance again. */
    private final class Putting {
        private final Ticket ticket;
        private final Map<Long, Long> newIds = new HashMap<>();

        Putting(Ticket ticket) {
            this.ticket = ticket;
            ticket.branches().forEach(b -> newIds.put(b.id(), flow.facts().newId()));
            ticket.visits().forEach(v -> newIds.put(v.id(), flow.facts().newId()));
            ticket.items().forEach(i -> newIds.put(i.id(), flow.facts().newId()));
        }

        private Long now(Long id) {
            return id == null ? null : newIds.getOrDefault(id, id);
        }

        void put() {
            Map<Long, List<NodeInstance>> standing = new HashMap<>();
            ticket.visits().forEach(v -> standing.computeIfAbsent(v.branchId(), b -> new ArrayList<>()).add(v));
            standing.getOrDefault(ticket.anchorId(), List.of()).forEach(this::put);
            for (Branch branch : ticket.branches()) {
                flow.emit(new BranchOpened(new Branch(now(branch.id()), now(branch.parentId()), now(branch.splitNodeInstanceId()),
                        branch.ordinal(), now(branch.scopeId()), branch.splitNodeId(), branch.supplement())));
                standing.getOrDefault(branch.id(), List.of()).forEach(this::put);
            }
            ticket.items().forEach(this::put);
            ticket.subscriptions().forEach(this::put);
            ticket.jobs().stream().filter(j -> !j.isStarted()).forEach(this::put);
            ticket.visits().stream().filter(v -> waitsForASection(v)).forEach(v -> flow.again(instance.nodeInstance(now(v.id()))));
        }

        /** It may have become free meanwhile, and whoever was in it looks for it no more. */
        private boolean waitsForASection(NodeInstance visit) {
            return visit.state() == NodeInstanceState.WAITING && flow.nodeOf(visit).activity().mutex() != null;
        }

        /** A process that somebody started was ended when its work was given up; whether to start another one is up to him. */
        private static boolean isAskedAgain(Consultation asked) {
            return asked.kind() != Consultation.Kind.SUB_PROCESS;
        }

        private boolean waits(WorkItem item) {
            return item.state() == WorkItemState.WAITING && ticket.visits().stream().filter(v -> v.id() == item.nodeInstanceId())
                    .flatMap(v -> v.askedFrom(item.id()).stream()).anyMatch(c -> c.holdsHost() && isAskedAgain(c));
        }

        private void put(NodeInstance visit) {
            boolean stands = visit.state() == NodeInstanceState.ACTIVE || visit.state() == NodeInstanceState.WAITING;
            List<Consultation> asked = visit.consultations().stream().filter(Putting::isAskedAgain).map(c -> new Consultation(now(c.id()), now(c.hostId()), c.kind(), round(c.round()), c.by())).toList();
            NodeInstance again = new NodeInstance(now(visit.id()), visit.nodeId(), now(visit.branchId()),
                    stands ? visit.state() : NodeInstanceState.ACTIVE, visit.viaFlow(), visit.sender(), visit.sentBy(), visit.sentIn(), flow.facts().now(),
                    round(visit.round()), visit.progress(), visit.variables(), asked, stands ? visit.rework() : null, stands ? visit.delay() : null);
            flow.emit(new NodeEntered(again));
            if (!stands || !canMove(visit)) {
                flow.again(again);
            }
        }

        private SigningRound round(SigningRound round) {
            return round == null ? null : round.among(this::now);
        }

        /** Whether something that is put again will move it; a visit that stood at an incident begins anew. */
        private boolean canMove(NodeInstance visit) {
            return visit.state() == NodeInstanceState.WAITING
                    || ticket.items().stream().anyMatch(i -> i.nodeInstanceId() == visit.id())
                    || ticket.jobs().stream().anyMatch(j -> j.nodeInstanceId() == visit.id())
                    || ticket.branches().stream().anyMatch(b -> Objects.equals(b.scopeId(), visit.id()))
                    || ticket.subscriptions().stream().anyMatch(s -> Objects.equals(s.nodeInstanceId(), visit.id()));
        }

        private void put(WorkItem item) {
            WorkItemState state = item.state() == WorkItemState.OFFERED || waits(item) ? item.state() : WorkItemState.READY;
            flow.emit(new WorkItemCreated(new WorkItem(now(item.id()), now(item.nodeInstanceId()), now(item.branchId()), item.nodeId(),
                    item.kind(), state, item.owner(), item.candidates(), flow.facts().now(), item.terms(), now(item.askedBy()), null)));
        }

        private void put(Subscription held) {
            flow.emit(new SubscriptionOpened(new Subscription(flow.facts().newId(), now(held.nodeInstanceId()), held.nodeId(), held.ordinal(),
                    held.kind(), held.name(), held.key(), held.dueAt(), held.fired())));
        }

        private void put(Job job) {
            flow.emit(new JobPosted(new Job(flow.facts().newId(), now(job.nodeInstanceId()), job.nodeId(), job.kind(), job.target(),
                    job.key(), job.inputs(), flow.facts().now())));
        }
    }
}
