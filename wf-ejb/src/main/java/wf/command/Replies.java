package wf.command;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import wf.contract.BranchInfo;
import wf.contract.IncidentInfo;
import wf.contract.OperationReply;
import wf.contract.SkippedNode;
import wf.contract.StartedProcess;
import wf.contract.WorkItemInfo;
import wf.contract.WorkItemKind;
import wf.contract.WorkItemState;
import wf.instance.Branch;
import wf.instance.BranchTree;
import wf.instance.Event;
import wf.instance.Incident;
import wf.instance.Job;
import wf.instance.JobKind;
import wf.instance.TokenEvent.BranchEnded;
import wf.instance.TokenEvent.BranchOpened;
import wf.instance.TokenEvent.IncidentRaised;
import wf.instance.TokenEvent.NodeSkipped;
import wf.instance.TokenEvent.RuleApplied;
import wf.instance.TokenEvent.WorkDelayed;
import wf.instance.WaitEvent.JobPosted;
import wf.instance.WorkItem;
import wf.instance.WorkItemEvent.WorkItemClosed;
import wf.instance.WorkItemEvent.WorkItemCreated;
import wf.refusal.Messages;
import wf.runtime.Decision;
import wf.runtime.Facts;

/** Tells what a decision did in the words of the contract; a preview is the same without the ids of what does not exist. */
@Singleton
public class Replies {

    private static final int MAX_TOLD = 50;
    private final Views views;

    @Inject
    public Replies(Views views) {
        this.views = views;
    }

    OperationReply done(String opId, Situation on, Decision decision, Locale locale) {
        return reply(opId, on, decision, locale);
    }

    OperationReply preview(String opId, Situation on, Decision decision, Locale locale) {
        OperationReply reply = reply(opId, on, decision, locale);
        reply.preview = true;
        reply.instanceId = on.isNew() ? null : reply.instanceId;
        reply.itemsCreated.forEach(i -> i.id = null);
        reply.itemsClosed.stream().filter(i -> on.stored().image().findItem(i.id).isEmpty()).forEach(i -> i.id = null);
        reply.incidents.forEach(i -> i.id = null);
        return reply;
    }

    private OperationReply reply(String opId, Situation on, Decision decision, Locale locale) {
        OperationReply reply = new OperationReply();
        reply.opId = opId;
        reply.instanceId = decision.after().id();
        reply.state = decision.after().state();
        reply.version = on.stored().image().version() + 1;
        new Teller(on, decision, reply, locale).tell();
        return reply;
    }

    /** Goes through the events once and sorts them into the reply. */
    private final class Teller {
        private final Situation on;
        private final Decision decision;
        private final OperationReply reply;
        private final Locale locale;
        private final Facts facts;
        private final Map<Long, WorkItem> items = new HashMap<>();
        private final Map<Long, Branch> branches = new HashMap<>();

        Teller(Situation on, Decision decision, OperationReply reply, Locale locale) {
            this.locale = locale;
            this.on = on;
            this.decision = decision;
            this.reply = reply;
            this.facts = on.subject().facts();
            on.stored().image().items().forEach(i -> items.put(i.id(), i));
            on.stored().image().branches().forEach(b -> branches.put(b.id(), b));
        }

        void tell() {
            decision.events().forEach(this::note);
            decision.after().items().stream().filter(i -> on.stored().image().findItem(i.id()).isEmpty())
                    .forEach(i -> reply.itemsCreated.add(info(i, null, null)));
            decision.after().items().stream().filter(i -> on.stored().image().findItem(i.id()).filter(b -> b.isSuspended() != i.isSuspended() || b.isWaiting() != i.isWaiting()).isPresent())
                    .forEach(i -> reply.itemsChanged.add(info(i, null, null)));
            told().stream().limit(MAX_TOLD).forEach(p -> reply.told.add(views.person(facts.directory(), p)));
        }

        private void note(Event event) {
            if (event instanceof WorkItemCreated e) {
                items.put(e.item().id(), e.item());
            } else if (event instanceof WorkItemClosed e) {
                reply.itemsClosed.add(info(items.get(e.workItemId()), e.state(), e.at()));
            } else if (event instanceof BranchOpened e) {
                branches.put(e.branch().id(), e.branch());
                reply.branchesOpened.add(branch(e.branch(), "OPEN"));
            } else if (event instanceof BranchEnded e) {
                reply.branchesEnded.add(branch(branches.get(e.branchId()), e.how().name()));
            } else if (event instanceof NodeSkipped e) {
                reply.skipped.add(skipped(e));
            } else if (event instanceof RuleApplied e) {
                reply.rules.add(views.rule(e));
            } else if (event instanceof WorkDelayed e) {
                reply.delayedUntil = views.date(e.until());
            } else if (event instanceof IncidentRaised e) {
                reply.incidents.add(incident(e.incident()));
            } else if (event instanceof JobPosted e && e.job().isStarted()) {
                reply.started.add(started(e.job()));
            }
        }

        /** It begins after the commit, so that its id comes with what follows. */
        private StartedProcess started(Job job) {
            StartedProcess started = new StartedProcess();
            started.definitionKey = job.target();
            started.waits = job.kind() == JobKind.CHILD;
            started.workItemId = on.subject().item() != null ? on.subject().item().id() : itemAt(job.nodeInstanceId());
            return started;
        }

        /** When the answer is told again, nobody says any more which item was meant: its visit does. */
        private long itemAt(long visitId) {
            return on.stored().image().itemsOf(visitId).stream().filter(i -> i.kind() == WorkItemKind.MAIN).map(WorkItem::id).findFirst().orElse(0L);
        }

        private SkippedNode skipped(NodeSkipped event) {
            SkippedNode skipped = new SkippedNode();
            skipped.nodeId = event.nodeId();
            skipped.reason = Messages.text(locale, "skipped." + event.reason(), on.definition().process().label(event.nodeId()));
            return skipped;
        }

        private WorkItemInfo info(WorkItem item, WorkItemState closedAs, Instant closedAt) {
            WorkItemInfo info = views.item(item, decision.after(), on.definition(), facts.directory());
            info.state = closedAs == null ? info.state : closedAs;
            info.closedAt = views.date(closedAt);
            return info;
        }

        private BranchInfo branch(Branch branch, String state) {
            BranchInfo info = new BranchInfo();
            info.id = branch.id();
            info.parentId = branch.parentId();
            info.state = state;
            info.nodeId = decision.after().hasBranch(branch.id())
                    ? new BranchTree(decision.after()).tokenOf(branch.id()).map(v -> v.nodeId()).orElse(null) : null;
            return info;
        }

        private IncidentInfo incident(Incident incident) {
            return views.incident(incident, decision.after(), on.definition().process(), locale, on.sight());
        }

        /** New holders and candidates, and those who lost work; nobody is told of his own act (X4). */
        private Set<String> told() {
            Set<String> told = new LinkedHashSet<>();
            for (WorkItemInfo item : reply.itemsCreated) {
                if (item.owner != null) {
                    told.add(item.owner.id);
                }
                item.candidates.forEach(c -> told.addAll(facts.directory().membersOf(c)));
            }
            reply.itemsClosed.stream().filter(i -> i.owner != null && isLost(i.state)).forEach(i -> told.add(i.owner.id));
            reply.itemsChanged.stream().filter(i -> i.owner != null).forEach(i -> told.add(i.owner.id));
            told.remove(facts.performer().id());
            return told;
        }

        private boolean isLost(WorkItemState state) {
            return state == WorkItemState.CANCELLED || state == WorkItemState.TRANSFERRED || state == WorkItemState.REPLACED;
        }
    }
}
