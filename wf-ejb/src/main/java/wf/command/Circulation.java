package wf.command;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wf.access.Caller;
import wf.contract.CirculateRequest;
import wf.contract.ErrorCode;
import wf.contract.InstanceState;
import wf.contract.MessageKind;
import wf.contract.OperationReply;
import wf.contract.OperationRequest;
import wf.contract.WorkItemInfo;
import wf.contract.WorkItemKind;
import wf.contract.WorkItemState;
import wf.definition.Node;
import wf.instance.WorkItem;
import wf.operation.Identity;
import wf.operation.Policies;
import wf.runtime.Rejection;
import wf.store.Conflict;
import wf.store.Ids;
import wf.store.Outbox;
import wf.store.ReadItemRow;
import wf.store.ReadItemStore;
import wf.store.Telling;

/**
 * F19 阅知 and F20 已阅: somebody gives an instance to others to read, and they have read it. What is to be read stands beside
 * the instance, which neither is locked by it nor counts a version (§0.5).
 */
@Singleton
public class Circulation {

    private static final int MOST_READERS = 1_000;
    private final Situations situations;
    private final Refusals refusals;
    private final ReadItemStore readItems;
    private final Idempotency idempotency;
    private final Outbox outbox;
    private final Ids ids;
    private final Views views;

    @Inject
    public Circulation(Situations situations, Refusals refusals, ReadItemStore readItems, Outbox outbox, Idempotency idempotency, Ids ids,
            Views views) {
        this.situations = situations;
        this.refusals = refusals;
        this.readItems = readItems;
        this.outbox = outbox;
        this.idempotency = idempotency;
        this.ids = ids;
        this.views = views;
    }

    // ---- F19 ----

    public OperationReply circulate(Caller caller, long instanceId, CirculateRequest request) {
        Inputs.check(request, caller.locale());
        String fingerprint = Idempotency.fingerprint("circulate", instanceId, request);
        Optional<OperationReply> earlier = idempotency.earlier(caller, request.opId, fingerprint, OperationReply.class);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        Situation on = situations.readable(caller, instanceId);
        List<String> users = users(request);
        refuse(caller, on, refusals.deputy(caller, request).or(() -> mayCirculate(on)).or(() -> fits(on, request, users)));
        OperationReply reply = Beside.reply(on, idempotency.opId(request.opId), request.preview);
        users.removeAll(readItems.unreadOf(caller.tenant(), instanceId, users));
        List<ReadItemRow> rows = users.stream().map(u -> row(caller, on, request, u)).toList();
        rows.forEach(r -> reply.itemsCreated.add(info(r, on)));
        users.stream().filter(u -> !u.equals(caller.person())).forEach(u -> reply.told.add(views.person(on.subject().facts().directory(), u)));
        if (request.preview) {
            reply.itemsCreated.forEach(i -> i.id = null);
        } else {
            store(caller, on, request, reply, rows, fingerprint);
        }
        return reply;
    }

    private void store(Caller caller, Situation on, CirculateRequest request, OperationReply reply, List<ReadItemRow> rows, String fingerprint) {
        rows.forEach(readItems::insert);
        rows.forEach(r -> outbox.tell(caller.tenant(), Telling.about("item.circulated", MessageKind.TOREAD.name(), r.instanceId, r.id, r.nodeId, List.of("user:" + r.reader),
                caller.person(), request.opinion), r.sentAt));
        idempotency.remember(caller, on.stored().image().id(), reply.opId, fingerprint, on.subject().facts().now(), reply);
    }

    private static List<String> users(CirculateRequest request) {
        return new ArrayList<>(request.users == null ? List.<String>of()
                : request.users.stream().filter(u -> u != null && !u.isBlank()).map(String::strip).distinct().toList());
    }

    /** Who works on the instance, or started it, unless the tenant says otherwise; once it has ended only where its process says so. */
    private static Optional<Rejection> mayCirculate(Situation on) {
        return isTheirs(on) ? unavailable(on) : Optional.of(Rejection.of(ErrorCode.FORBIDDEN, "FORBIDDEN"));
    }

    /** Whether the operation is any business of the actor's. */
    static boolean isTheirs(Situation on) {
        return on.grants("circulate");
    }

    /** Why it cannot be done now, whomever it is given to. */
    static Optional<Rejection> unavailable(Situation on) {
        InstanceState state = on.stored().image().state();
        if (state == InstanceState.RUNNING) {
            return Policies.refuse("circulate", null, on.subject());
        } else if (state != InstanceState.COMPLETED) {
            return Optional.of(Rejection.of(ErrorCode.ILLEGAL_STATE, "NOT_RUNNING", state.name()));
        }
        boolean allowed = on.held().contains(Identity.MANAGER) || Policies.isAllowed("circulate", null, on.subject());
        return allowed ? Optional.empty() : Optional.of(Rejection.of(ErrorCode.NODE_POLICY, "NOT_ALLOWED_HERE", on.definition().process().name()));
    }

    private static Optional<Rejection> fits(Situation on, CirculateRequest request, List<String> users) {
        Optional<WorkItem> item = item(on, request);
        if (request.workItemId != null && item.filter(i -> i.owner() != null && i.owner().equals(on.subject().facts().actor().id())
                || on.held().contains(Identity.MANAGER)).isEmpty()) {
            return Optional.of(Rejection.of(ErrorCode.FORBIDDEN, "FORBIDDEN"));
        } else if (users.isEmpty()) {
            return Optional.of(Rejection.of(ErrorCode.INVALID_INPUT, "GIVEN", "users"));
        } else if (users.size() > MOST_READERS) {
            return Optional.of(Rejection.of(ErrorCode.QUOTA, "TOO_MANY_READERS", String.valueOf(MOST_READERS)));
        }
        List<String> unknown = users.stream().filter(u -> on.subject().facts().directory().member(u).isEmpty()).toList();
        Node node = item.map(i -> on.definition().process().node(i.nodeId())).orElse(null);
        return unknown.isEmpty() ? Policies.refuse("circulate", node, on.subject())
                : Optional.of(Rejection.of(ErrorCode.NO_PARTICIPANT, "UNKNOWN_PEOPLE", String.join(", ", unknown)));
    }

    private static Optional<WorkItem> item(Situation on, CirculateRequest request) {
        return request.workItemId == null ? Optional.empty() : on.stored().image().findItem(request.workItemId);
    }

    private ReadItemRow row(Caller caller, Situation on, CirculateRequest request, String reader) {
        ReadItemRow row = new ReadItemRow();
        row.tenant = caller.tenant();
        row.id = request.preview ? 0 : ids.next();
        row.instanceId = on.stored().image().id();
        row.nodeInstanceId = item(on, request).map(WorkItem::nodeInstanceId).orElse(0L);
        row.nodeId = item(on, request).map(WorkItem::nodeId).orElse(null);
        row.reader = reader;
        row.state = WorkItemState.UNREAD.name();
        row.sentBy = caller.person();
        row.sentAt = on.subject().facts().now();
        row.note = request.opinion;
        row.definitionId = on.definition().row().id;
        row.title = on.stored().image().identity().title();
        row.businessKey = on.stored().image().identity().businessKey();
        row.starter = on.stored().image().starter();
        return row;
    }

    private WorkItemInfo info(ReadItemRow row, Situation on) {
        WorkItemInfo info = views.readItem(row, on.subject().facts().directory());
        info.definitionKey = on.definition().row().defKey;
        info.definitionName = on.definition().row().name;
        info.title = on.stored().image().identity().title();
        info.businessKey = on.stored().image().identity().businessKey();
        info.starter = views.person(on.subject().facts().directory(), on.stored().image().starter());
        info.nodeName = row.nodeId == null ? null : on.definition().process().label(row.nodeId);
        info.kind = WorkItemKind.READ;
        return info;
    }

    // ---- F20 ----

    /** Whoever is to read it has; also of an instance that has ended. To others it does not exist. */
    public OperationReply markRead(Caller caller, long readItemId, OperationRequest request) {
        Inputs.check(request, caller.locale());
        String fingerprint = Idempotency.fingerprint("markRead", readItemId, request);
        Optional<OperationReply> earlier = idempotency.earlier(caller, request.opId, fingerprint, OperationReply.class);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        ReadItemRow row = readItems.find(caller.tenant(), readItemId).filter(r -> r.reader.equals(caller.person()))
                .orElseThrow(() -> Situations.notFound(caller));
        Situation on = situations.readable(caller, row.instanceId);
        refuse(caller, on, refusals.deputy(caller, request).or(() -> isUnread(row)));
        OperationReply reply = Beside.reply(on, idempotency.opId(request.opId), request.preview);
        WorkItemInfo info = info(row, on);
        info.state = WorkItemState.READ;
        info.closedAt = views.date(on.subject().facts().now());
        reply.itemsClosed.add(info);
        if (!request.preview) {
            if (!readItems.read(row, on.subject().facts().now(), request.opinion)) {
                throw new Conflict("read item " + readItemId + " has changed meanwhile");
            }
            outbox.tell(caller.tenant(), Telling.over("item.read", row.instanceId, row.id, row.nodeId, caller.person(), true), on.subject().facts().now());
            idempotency.remember(caller, on.stored().image().id(), reply.opId, fingerprint, on.subject().facts().now(), reply);
        }
        return reply;
    }

    private static Optional<Rejection> isUnread(ReadItemRow row) {
        return row.state.equals(WorkItemState.UNREAD.name()) ? Optional.empty()
                : Optional.of(Rejection.of(ErrorCode.ILLEGAL_STATE, "READ_ALREADY"));
    }

    private void refuse(Caller caller, Situation on, Optional<Rejection> rejection) {
        rejection.ifPresent(r -> {
            throw refusals.refused(caller, on, r);
        });
    }
}
