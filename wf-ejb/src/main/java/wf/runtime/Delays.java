package wf.runtime;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wf.contract.ErrorCode;
import wf.contract.WorkItemKind;
import wf.instance.Delay;
import wf.instance.NodeInstance;
import wf.instance.ProcessInstance;
import wf.instance.Subscription;
import wf.instance.SubscriptionKind;
import wf.instance.Ticket;
import wf.instance.TokenEvent.DelayedWorkTakenBack;
import wf.instance.TokenEvent.WorkDelayed;
import wf.instance.WaitEvent.SubscriptionOpened;

/**
 * Work that was handed in and goes on later (§8.4). The token is held by a timer of its own visit, so that whatever stops
 * timers or takes tokens away needs to know nothing of it.
 */
public final class Delays {

    private final Flow flow;

    public Delays(Flow flow) {
        this.flow = flow;
    }

    /** Whether work that was handed in at the visit waits for its moment. */
    public static boolean isHeld(NodeInstance visit, ProcessInstance instance) {
        return visit.delay() != null && timer(visit, instance).isPresent();
    }

    private static Optional<Subscription> timer(NodeInstance visit, ProcessInstance instance) {
        return instance.subscriptions().stream().filter(s -> s.kind() == SubscriptionKind.TIMER
                && Long.valueOf(visit.id()).equals(s.nodeInstanceId()) && s.nodeId().equals(visit.nodeId())).findFirst();
    }

    /**
     * The work goes on then at the earliest; where others have handed in theirs for a later moment, with it.
     *
     * @param until null for whoever hands in his work beside others who let it wait
     */
    public void hold(NodeInstance visit, Instant until, Delay chosen) {
        Optional<Subscription> timer = timer(visit, flow.instance());
        Instant due = timer.map(Subscription::dueAt).filter(at -> until == null || !until.isAfter(at)).orElse(until);
        if (timer.filter(t -> !t.dueAt().equals(due)).isPresent()) {
            new Subscriptions(flow).close(timer.get(), false);
        }
        if (timer.filter(t -> t.dueAt().equals(due)).isEmpty()) {
            flow.emit(new SubscriptionOpened(new Subscription(flow.facts().newId(), visit.id(), visit.nodeId(), 0, SubscriptionKind.TIMER,
                    null, null, due, 0)));
        }
        flow.emit(new WorkDelayed(visit.id(), chosen.after(visit.delay()), due));
    }

    /**
     * Its moment has come: the token leaves, unless somebody else still works there. A ticket that has become void meanwhile
     * hinders nobody: the work walks along the model.
     */
    public void over(NodeInstance visit) {
        Ticket ticket = visit.rework() == null || visit.delay() == null || visit.delay().stepwise() ? null : visit.rework().ticket();
        boolean straight = ticket != null && new Consultations(flow).isDone(visit)
                && Tickets.isValid(ticket, flow.instance(), flow.definition(), Map.of());
        if (straight) {
            new Tickets(flow).use(visit, ticket);
        } else {
            new Consultations(flow).goOn(visit);
        }
    }

    /**
     * The token leaves at last: what was chosen counts now, unless whoever hands in the last work has chosen otherwise.
     *
     * @return false when one of the people is gone meanwhile
     */
    boolean recall(NodeInstance visit) {
        if (visit.delay() == null) {
            return true;
        }
        List<String> gone = visit.delay().people().values().stream().flatMap(List::stream).distinct()
                .filter(p -> flow.facts().directory().member(p).isEmpty()).toList();
        if (!gone.isEmpty()) {
            flow.stop(visit, Rejection.of(ErrorCode.NO_PARTICIPANT, "UNKNOWN_PEOPLE", String.join(", ", gone)));
            return false;
        }
        flow.chooseElse(visit.delay().people(), visit.delay().routes());
        return true;
    }

    /** Whoever handed it in works on it again; with the last who does so nothing waits any more. */
    public void takeBack(NodeInstance visit, long workItemId, String handler) {
        flow.emit(new DelayedWorkTakenBack(visit.id(), workItemId));
        if (flow.now(visit).delay() == null) {
            timer(visit, flow.instance()).ifPresent(t -> new Subscriptions(flow).close(t, false));
        }
        new WorkItems(flow).assign(flow.now(visit), WorkItemKind.MAIN, handler);
    }
}
