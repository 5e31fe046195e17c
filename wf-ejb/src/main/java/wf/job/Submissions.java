package wf.job;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import wf.command.Accepting;
import wf.command.Command;
import wf.command.CommandBus;
import wf.command.Outcome;
import wf.contract.ErrorCode;
import wf.contract.Problem;
import wf.contract.SubmitRequest;
import wf.contract.TicketState;
import wf.store.JobRow;
import wf.store.JobStore;
import wf.store.Json;
import wf.store.Outbox;
import wf.store.TicketRow;
import wf.store.TicketStore;
import wf.store.WorkItemRow;
import wf.store.WorkItemStore;

/**
 * Carries out what was handed in by and by (§1.7), as whoever handed it in, and in each instance in the order in which it came.
 * What is refused then is over: the item lies with its holder again and he is told. All of it in the caller's transaction.
 */
@Singleton
public class Submissions {

    /** Of one whose turn has not come. Those of one instance that are due are worked on together, so whoever is before it has been put off. */
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private final CommandBus bus;
    private final JobStore jobs;
    private final TicketStore tickets;
    private final WorkItemStore items;
    private final Outbox outbox;

    @Inject
    public Submissions(CommandBus bus, JobStore jobs, TicketStore tickets, WorkItemStore items, Outbox outbox) {
        this.bus = bus;
        this.jobs = jobs;
        this.tickets = tickets;
        this.items = items;
        this.outbox = outbox;
    }

    Ran carryOut(JobRow row, Instant now, Instant reserved) {
        Optional<TicketRow> ticket = tickets.find(row.tenant, row.id);
        if (ticket.isPresent() && tickets.isBehindOthers(ticket.get())) {
            jobs.postpone(row, now.plus(PAUSE), row.attempts - 1, null);
            return Ran.NOTHING;
        }
        Optional<String> request = ticket.flatMap(tickets::request);
        if (!jobs.take(row) || request.isEmpty()) {
            return Ran.NOTHING;
        }
        return Ran.of(carriedOut(ticket.get(), Json.read(request.get(), SubmitRequest.class), now, reserved));
    }

    private Outcome carriedOut(TicketRow ticket, SubmitRequest request, Instant now, Instant reserved) {
        request.async = false;
        request.opId = ticket.opId;
        items.takeUp(ticket.tenant, ticket.workItemId);
        Outcome outcome = bus.perform(Accepting.sender(ticket), Command.onItem(ticket.operation, ticket.workItemId, request), reserved);
        tickets.done(ticket, now, Json.write(outcome.reply()));
        return outcome;
    }

    /** Things have changed since it was handed in, so that it cannot be done. */
    Ran refused(JobRow row, Problem why, Instant now) {
        if (jobs.take(row)) {
            tickets.find(row.tenant, row.id).ifPresent(t -> failed(t, now, why.code, why.message, false));
        }
        return Ran.NOTHING;
    }

    /** Every attempt has failed: an administrator sees the job among those that were given up, and may have it tried once more. */
    void gaveUp(JobRow row, String why, Instant now) {
        tickets.find(row.tenant, row.id).filter(t -> t.state.equals(TicketState.WAITING.name()))
                .ifPresent(t -> failed(t, now, ErrorCode.UNAVAILABLE, why, true));
    }

    /**
     * An administrator has it tried once more: the ticket waits again, and its item counts as handed in. False where it cannot be, since something
     * else has become of the work, somebody else has it now, or its operation id has been used again.
     */
    boolean reopen(JobRow row, Instant now) {
        Optional<TicketRow> ticket = tickets.find(row.tenant, row.id).filter(t -> tickets.request(t).isPresent() && tickets.find(t.tenant, t.opId).isEmpty())
                .filter(t -> items.find(t.tenant, t.workItemId).filter(i -> isHis(t, i) && items.handIn(i, now)).isPresent());
        ticket.ifPresent(tickets::reopen);
        return ticket.isPresent();
    }

    /** It was put back and taken by another meanwhile, perhaps, who is at work on it. */
    private boolean isHis(TicketRow ticket, WorkItemRow item) {
        return Objects.equals(item.owner, ticket.person)
                || item.owner != null && tickets.request(ticket).map(r -> Json.read(r, SubmitRequest.class).onBehalfOf).filter(item.owner::equals).isPresent();
    }

    private void failed(TicketRow ticket, Instant now, ErrorCode code, String message, boolean again) {
        items.takeUp(ticket.tenant, ticket.workItemId);
        tickets.failed(ticket, now, code.name(), message, again);
        outbox.failed(ticket);
    }
}
