package wf.operation;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import wf.calendar.Span;
import wf.contract.ErrorCode;
import wf.contract.InstanceState;
import wf.contract.ResubmitMode;
import wf.contract.SubmitRequest;
import wf.contract.Vote;
import wf.contract.WorkItemKind;
import wf.contract.WorkItemState;
import wf.instance.Delay;
import wf.instance.InstanceEvent.DraftReleased;
import wf.instance.NodeInstance;
import wf.instance.Ticket;
import wf.instance.WorkItem;
import wf.runtime.Consultations;
import wf.runtime.Delays;
import wf.runtime.Flow;
import wf.runtime.Rejection;
import wf.runtime.SigningRounds;
import wf.runtime.Tickets;
import wf.runtime.VariableWrites;
import wf.runtime.WorkItems;

/** F1 提交: the work is done and goes on along the model; in a signing round it is a vote of agreement. */
public final class Submit implements Operation<SubmitRequest> {

    @Override
    public String name() {
        return "submit";
    }

    @Override
    public Class<SubmitRequest> requestType() {
        return SubmitRequest.class;
    }

    /** A signer votes; that his submit counts as agreement need not be offered twice. */
    @Override
    public boolean suits(WorkItem item) {
        return item.kind() == WorkItemKind.MAIN;
    }

    @Override
    public Set<Identity> who() {
        return Set.of(Identity.MAIN, Identity.SIGN, Identity.ADDSIGN);
    }

    @Override
    public Optional<Rejection> unavailable(Subject on) {
        return Checks.first(Checks.isRunningOrDraft(on), isWorkOrVote(on), Checks.isTaken(on), Checks.assistantsAreDone(on));
    }

    /** Assistants answer, and hand in nothing. */
    private static Optional<Rejection> isWorkOrVote(Subject on) {
        return on.item().kind() != WorkItemKind.ASSIST ? Optional.empty()
                : Optional.of(Rejection.of(ErrorCode.ILLEGAL_STATE, "WRONG_KIND", on.item().kind().name()));
    }

    @Override
    public Optional<Rejection> refuse(SubmitRequest request, Subject on) {
        return Checks.first(Checks.requiredFieldsGiven(on), Checks.fieldsFitTheirTypes(on), mayWait(request, on), Checks.isHisDepartment(on, request.department), ticketIsValid(request, on))
                .or(() -> Choices.refuse(request, on));
    }

    /** What waits is the work; a vote is counted when it is cast. */
    private static Optional<Rejection> mayWait(SubmitRequest request, Subject on) {
        if (request.delayUntil == null && request.delay == null) {
            return Optional.empty();
        } else if (on.item().kind() != WorkItemKind.MAIN) {
            return Optional.of(Rejection.of(ErrorCode.INVALID_INPUT, "DELAYED_VOTE"));
        } else if (request.delay == null) {
            return Checks.isToCome(on, request.delayUntil, "delayUntil");
        }
        return request.delayUntil != null ? Optional.of(Rejection.of(ErrorCode.INVALID_INPUT, "DELAYED_TWICE"))
                : until(request, on).filter(at -> at.isAfter(on.facts().now())).isPresent() ? Optional.empty()
                : Optional.of(Rejection.of(ErrorCode.INVALID_INPUT, "SPAN", request.delay));
    }

    /** When the work is to go on; empty where it goes on at once, or where the delay is none. */
    private static Optional<Instant> until(SubmitRequest request, Subject on) {
        if (request.delay == null) {
            return Optional.ofNullable(request.delayUntil).map(Date::toInstant);
        }
        try {
            return Span.parse(request.delay).after(on.facts().now(), on.facts().calendars().of(on.facts().actor().id()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Work that came back goes straight to where it was, unless what routing reads has changed or he wants it to walk. */
    private static Optional<Rejection> ticketIsValid(SubmitRequest request, Subject on) {
        Ticket ticket = ticket(request, on.visit());
        if (ticket != null && Tickets.callsAgain(ticket)) {
            return Optional.of(Rejection.of(ErrorCode.TICKET_VOID, "TICKET_OF_CALLED"));
        }
        return ticket == null || Tickets.isValid(ticket, on.instance(), on.definition(), Fields.writable(on)) ? Optional.empty()
                : Optional.of(Rejection.of(ErrorCode.TICKET_VOID, "TICKET_VOID"));
    }

    private static Ticket ticket(SubmitRequest request, NodeInstance visit) {
        return request.resubmitMode == ResubmitMode.STEPWISE || visit.rework() == null ? null : visit.rework().ticket();
    }

    @Override
    public void decide(SubmitRequest request, Subject on, Flow flow) {
        if (on.instance().state() == InstanceState.DRAFT) {
            flow.emit(new DraftReleased(request.department));
        }
        flow.actIn(request.department);
        new VariableWrites(flow).setAll(on.visit(), Fields.writable(on));
        Choices.tell(request, flow);
        if (on.item().kind() != WorkItemKind.MAIN) {
            new SigningRounds(flow).vote(on.item(), Vote.AGREE);
        } else {
            handIn(request, on, flow);
        }
    }

    private static void handIn(SubmitRequest request, Subject on, Flow flow) {
        new Consultations(flow).dismissAssistants(on.item());
        if (!new WorkItems(flow).handled(on.item(), WorkItemState.SUBMITTED)) {
            return;
        }
        Optional<Instant> until = until(request, on);
        if (until.isPresent() || Delays.isHeld(on.visit(), on.instance())) {
            new Delays(flow).hold(on.visit(), until.orElse(null), chosen(request, on));
            return;
        }
        Ticket ticket = ticket(request, on.visit());
        if (ticket == null || !new Consultations(flow).isDone(on.visit())) {
            new Consultations(flow).goOn(on.visit());
        } else {
            new Tickets(flow).use(on.visit(), ticket);
        }
    }

    private static Delay chosen(SubmitRequest request, Subject on) {
        return new Delay(on.facts().actor().id(), request.department, List.of(on.item().id()), Choices.routes(request), Choices.people(request), request.resubmitMode == ResubmitMode.STEPWISE);
    }
}
