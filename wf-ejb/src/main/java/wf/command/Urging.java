package wf.command;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import wf.access.Caller;
import wf.contract.ErrorCode;
import wf.contract.MessageKind;
import wf.contract.OperationReply;
import wf.contract.UrgeRequest;
import wf.definition.Node;
import wf.instance.WorkItem;
import wf.operation.Identities;
import wf.operation.Identity;
import wf.operation.Policies;
import wf.runtime.Directory;
import wf.runtime.Member;
import wf.runtime.Rejection;
import wf.setting.Setting;
import wf.setting.Settings;
import wf.store.Conflict;
import wf.store.Ids;
import wf.store.Outbox;
import wf.store.Telling;
import wf.store.UrgeRow;
import wf.store.UrgeStore;
import wf.store.WorkItemRow;
import wf.store.WorkItemStore;

/**
 * F21 催办: whoever started an instance, sent work on, or watches over it, asks its holders to hurry; not himself, and not again and again. It
 * changes nothing of the instance (§0.5).
 */
@Singleton
public class Urging {

    private static final String NAME = "urge";
    private final Situations situations;
    private final Refusals refusals;
    private final WorkItemStore items;
    private final UrgeStore urges;
    private final Idempotency idempotency;
    private final Outbox outbox;
    private final Ids ids;
    private final Views views;
    private final Duration interval;

    @Inject
    public Urging(Situations situations, Refusals refusals, WorkItemStore items, UrgeStore urges, Outbox outbox, Idempotency idempotency, Ids ids, Views views,
            Settings settings) {
        this.situations = situations;
        this.refusals = refusals;
        this.items = items;
        this.urges = urges;
        this.outbox = outbox;
        this.idempotency = idempotency;
        this.ids = ids;
        this.views = views;
        this.interval = settings.time(Setting.URGE_MINUTES, ChronoUnit.MINUTES);
    }

    public OperationReply urge(Caller caller, long instanceId, UrgeRequest request) {
        Inputs.check(request, caller.locale());
        Inputs.require(request.text == null || request.text.length() <= 4_000, caller.locale(), "TEXT_TOO_LONG", "text", 4_000);
        String fingerprint = Idempotency.fingerprint(NAME, instanceId, request);
        Optional<OperationReply> earlier = idempotency.earlier(caller, request.opId, fingerprint, OperationReply.class);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        Situation on = situations.readable(caller, instanceId);
        List<WorkItem> urged = urged(on, request);
        Map<Long, WorkItemRow> rows = items.openRows(caller.tenant(), instanceId);
        refusals.deputy(caller, request).or(() -> refuse(on, request, urged, rows)).ifPresent(r -> {
            throw refusals.refused(caller, on, r);
        });
        OperationReply reply = Beside.reply(on, idempotency.opId(request.opId), request.preview);
        List<String> holders = holders(on, urged);
        holders.forEach(h -> reply.told.add(views.person(on.subject().facts().directory(), h)));
        if (!request.preview) {
            urged.forEach(i -> store(caller, on, i, request.text));
            urged.forEach(i -> tell(caller, on, i, request.text));
            idempotency.remember(caller, on.stored().image().id(), reply.opId, fingerprint, on.subject().facts().now(), reply);
        }
        return reply;
    }

    /** Whether the operation is any business of the actor's. */
    static boolean isTheirs(Situation on) {
        return on.grants(NAME);
    }

    /** Why it cannot be done now, whomever it means. */
    static Optional<Rejection> unavailable(Situation on) {
        boolean others = on.stored().image().items().stream().anyMatch(i -> !on.subject().facts().actor().id().equals(i.owner()));
        return Policies.refuse(NAME, null, on.subject()).or(() -> others ? Optional.empty()
                : Optional.of(Rejection.of(ErrorCode.ILLEGAL_STATE, "NOBODY_TO_URGE")));
    }

    private static List<WorkItem> urged(Situation on, UrgeRequest request) {
        List<Long> wanted = request.workItemIds == null ? List.of() : request.workItemIds.stream().filter(Objects::nonNull).distinct().toList();
        return new ArrayList<>(wanted.stream().flatMap(id -> on.stored().image().findItem(id).stream()).toList());
    }

    private Optional<Rejection> refuse(Situation on, UrgeRequest request, List<WorkItem> urged, Map<Long, WorkItemRow> rows) {
        if (request.workItemIds == null || request.workItemIds.isEmpty()) {
            return Optional.of(Rejection.of(ErrorCode.INVALID_INPUT, "GIVEN", "workItemIds"));
        } else if (urged.size() < request.workItemIds.stream().distinct().count()) {
            return Optional.of(Rejection.of(ErrorCode.ILLEGAL_STATE, "URGE_CLOSED"));
        }
        return urged.stream().flatMap(i -> refuse(on, i, rows.get(i.id())).stream()).findFirst();
    }

    private Optional<Rejection> refuse(Situation on, WorkItem item, WorkItemRow row) {
        Member actor = on.subject().facts().actor();
        Node node = on.definition().process().node(item.nodeId());
        if (!on.charter().grants(NAME, heldTowards(item, on))) {
            return Optional.of(Rejection.of(ErrorCode.FORBIDDEN, "FORBIDDEN"));
        } else if (actor.id().equals(item.owner())) {
            return Optional.of(Rejection.of(ErrorCode.FORBIDDEN, "URGE_ONESELF"));
        }
        return Policies.refuse(NAME, node, on.subject()).or(() -> isTooSoon(on, node, row));
    }

    /** What he is to the instance, and to this item of it. */
    private static Set<Identity> heldTowards(WorkItem item, Situation on) {
        Set<Identity> held = Identities.of(on.subject().facts().actor(), on.stored().image(), item);
        on.held().stream().filter(i -> !Identity.OF_ITEMS.contains(i)).forEach(held::add);
        return held;
    }

    private Optional<Rejection> isTooSoon(Situation on, Node node, WorkItemRow row) {
        Instant next = row == null || row.urgedAt == null ? Instant.EPOCH : row.urgedAt.plus(interval);
        return on.subject().facts().now().isBefore(next)
                ? Optional.of(Rejection.of(ErrorCode.NODE_POLICY, "URGE_SOON", node.label(), String.valueOf(interval.toMinutes()))) : Optional.empty();
    }

    /** What is offered to many is everybody's to take. */
    private static List<String> holders(Situation on, List<WorkItem> urged) {
        Directory directory = on.subject().facts().directory();
        Set<String> holders = new LinkedHashSet<>();
        urged.forEach(i -> holders.addAll(i.owner() != null ? List.of(i.owner())
                : i.candidates().stream().flatMap(c -> directory.membersOf(c).stream()).toList()));
        holders.remove(on.subject().facts().actor().id());
        return List.copyOf(holders);
    }

    private void tell(Caller caller, Situation on, WorkItem item, String text) {
        List<String> receivers = item.owner() != null ? List.of("user:" + item.owner()) : item.candidates();
        outbox.tell(caller.tenant(), Telling.about("item.urged", MessageKind.URGE.name(), on.stored().image().id(), item.id(), item.nodeId(), receivers,
                caller.person(), text), on.subject().facts().now());
    }

    private void store(Caller caller, Situation on, WorkItem item, String text) {
        UrgeRow row = new UrgeRow();
        row.tenant = caller.tenant();
        row.id = ids.next();
        row.instanceId = on.stored().image().id();
        row.workItemId = item.id();
        row.urgedBy = caller.person();
        row.urgedAt = on.subject().facts().now();
        row.note = text;
        if (!urges.urge(row)) {
            throw new Conflict("work item " + item.id() + " was closed meanwhile");
        }
    }
}
