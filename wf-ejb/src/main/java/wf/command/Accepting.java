package wf.command;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import wf.access.Caller;
import wf.access.Service;
import wf.contract.ErrorCode;
import wf.contract.OperationReply;
import wf.contract.SubmitRequest;
import wf.contract.TicketInfo;
import wf.contract.TicketState;
import wf.refusal.Messages;
import wf.refusal.Refused;
import wf.runtime.Directories;
import wf.runtime.Member;
import wf.store.Ids;
import wf.store.Json;
import wf.store.TicketRow;
import wf.store.TicketStore;

/**
 * §1.7: work is handed in without waiting for what comes of it. Who may and what is missing is told at once; the item then
 * counts as handed in, the request lies in the table of tickets, and a job of the same transaction carries it out. None of it
 * locks the instance or makes a version of it.
 */
@Singleton
public class Accepting {

    private static final String SUBMIT = "submit";
    private final CommandBus bus;
    private final TicketStore tickets;
    private final Situations situations;
    private final Idempotency idempotency;
    private final Directories directories;
    private final Views views;
    private final Ids ids;

    @Inject
    public Accepting(CommandBus bus, TicketStore tickets, Situations situations, Idempotency idempotency, Directories directories, Views views, Ids ids) {
        this.bus = bus;
        this.tickets = tickets;
        this.situations = situations;
        this.idempotency = idempotency;
        this.directories = directories;
        this.views = views;
        this.ids = ids;
    }

    /** In the caller's transaction. The same request again answers with the same ticket. */
    public OperationReply accept(Caller caller, long workItemId, SubmitRequest request) {
        String fingerprint = Idempotency.fingerprint(SUBMIT, workItemId, request);
        Inputs.opId(request.opId, caller.locale());
        Command command = Command.onItem(SUBMIT, workItemId, request);
        Target target = request.opId == null ? Target.UNREAD : situations.target(caller, command);
        Optional<OperationReply> earlier = earlier(caller, request.opId, fingerprint, target.known());
        if (earlier.isPresent()) {
            return earlier.get();
        }
        Situation on = bus.accepted(caller, command, target);
        TicketRow row = row(caller, on, idempotency.opId(request.opId), fingerprint);
        tickets.keep(row, on.row(), on.stored().image().identity().definitionId(), Json.write(request));
        OperationReply reply = Beside.reply(on, row.opId, false);
        reply.ticket = row.id;
        reply.settled = false;
        return reply;
    }

    /** @param known whether something has been done under the id without a ticket, or once the ticket was over */
    private Optional<OperationReply> earlier(Caller caller, String opId, String fingerprint, boolean known) {
        Optional<TicketRow> first = opId == null ? Optional.empty() : tickets.find(caller.tenant(), opId);
        boolean other = first.isPresent() ? !first.get().person.equals(caller.person()) || !first.get().fingerprint.equals(fingerprint)
                : known;
        if (other) {
            throw Refused.because(ErrorCode.DUPLICATE_OP, Messages.text(caller.locale(), "reject.DUPLICATE_OP"));
        }
        return first.map(Accepting::again);
    }

    private static OperationReply again(TicketRow row) {
        OperationReply reply = new OperationReply();
        reply.opId = row.opId;
        reply.ticket = row.id;
        reply.instanceId = row.instanceId;
        reply.settled = !row.state.equals(TicketState.WAITING.name());
        return reply;
    }

    private TicketRow row(Caller caller, Situation on, String opId, String fingerprint) {
        TicketRow row = new TicketRow();
        row.tenant = caller.tenant();
        row.id = ids.next();
        row.operation = SUBMIT;
        row.opId = opId;
        row.fingerprint = fingerprint;
        row.person = caller.person();
        row.service = caller.via();
        row.language = caller.locale().toLanguageTag();
        row.channel = caller.channel();
        row.address = caller.clientIp();
        row.instanceId = on.stored().image().id();
        row.workItemId = on.row().id;
        row.acceptedAt = on.subject().facts().now();
        return row;
    }

    /** Who handed it in, as he was then: the way that he came by was looked at when he did. */
    public static Caller sender(TicketRow row) {
        Service service = row.service == null ? null : new Service(row.service, Set.of(Service.ALL));
        return new Caller(row.tenant, row.person, row.channel, row.address, Locale.forLanguageTag(row.language), service, null);
    }

    /** For whoever handed it in, and administrators. */
    public TicketInfo ticket(Caller caller, long id) {
        return tickets.find(caller.tenant(), id).filter(t -> t.person.equals(caller.person()) || isAdministrator(caller)).map(this::info)
                .orElseThrow(() -> Situations.notFound(caller));
    }

    private boolean isAdministrator(Caller caller) {
        return directories.of(caller.tenant()).member(caller.person()).map(Member::administrator).orElse(false);
    }

    private TicketInfo info(TicketRow row) {
        TicketInfo info = new TicketInfo();
        info.id = row.id;
        info.state = TicketState.valueOf(row.state);
        info.opId = row.opId;
        info.operation = row.operation;
        info.instanceId = row.instanceId;
        info.workItemId = row.workItemId;
        info.acceptedAt = views.date(row.acceptedAt);
        info.endedAt = views.date(row.endedAt);
        info.code = row.code == null ? null : ErrorCode.valueOf(row.code);
        info.message = row.message;
        info.reply = row.reply == null ? null : Json.read(row.reply, OperationReply.class);
        return info;
    }
}
