package wf.standing;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import wf.access.Caller;
import wf.command.Attempts;
import wf.command.Inputs;
import wf.command.Situations;
import wf.contract.AnswerHandoverRequest;
import wf.contract.ArrangementRequest;
import wf.contract.ErrorCode;
import wf.contract.Handover;
import wf.contract.HandoverItemState;
import wf.contract.HandoverList;
import wf.contract.HandoverReply;
import wf.contract.HandoverRequest;
import wf.contract.HandoverSide;
import wf.contract.HandoverState;
import wf.contract.ItemResult;
import wf.contract.MessageKind;
import wf.contract.ReplaceHandlerRequest;
import wf.query.OpenWork;
import wf.refusal.Messages;
import wf.refusal.Refused;
import wf.standing.ManyItems.Act;
import wf.standing.ManyItems.Plan;
import wf.standing.OwnWrites.Decided;
import wf.store.HandedRights;
import wf.store.HandoverItemRow;
import wf.store.HandoverRow;
import wf.store.HandoverStore;
import wf.store.Ids;
import wf.store.Outbox;
import wf.store.Telling;
import wf.store.WorkItemStore;

/**
 * U1 工作移交 and U2 接收: somebody offers his open work to another, who takes it item by item or does not. Nothing moves before;
 * then the engine puts the receiver in the place of the giver (F17), on behalf of whoever accepted, one transaction for each
 * instance. What was closed or went to somebody else meanwhile is told to be gone.
 */
@Singleton
public class HandoverCommands {

    private static final int LONGEST_NOTE = 4_000;
    private final HandoverStore store;
    private final HandoverViews views;
    private final OpenWork work;
    private final ManyItems many;
    private final OwnWrites writes;
    private final Attempts attempts;
    private final WorkItemStore items;
    private final HandedRights rights;
    private final Outbox outbox;
    private final Ids ids;

    @Inject
    public HandoverCommands(HandoverStore store, HandoverViews views, OpenWork work, ManyItems many, OwnWrites writes, Attempts attempts, WorkItemStore items,
            HandedRights rights, Outbox outbox, Ids ids) {
        this.store = store;
        this.views = views;
        this.work = work;
        this.many = many;
        this.writes = writes;
        this.attempts = attempts;
        this.items = items;
        this.rights = rights;
        this.outbox = outbox;
        this.ids = ids;
    }

    // ---- U1 ----

    public HandoverReply handOver(Caller caller, HandoverRequest request) {
        return attempts.of(caller.locale(), () -> writes.once(caller, "handover", "new", request, HandoverReply.class, opId -> {
            Inputs.require(request.note == null || request.note.length() <= LONGEST_NOTE, caller.locale(), "TEXT_TOO_LONG", "note", LONGEST_NOTE);
            HandoverRow row = row(caller, request);
            int limit = ManyItems.limit(caller, request);
            Plan plan = ManyItems.plan(work.underWay(caller.tenant(), row.giver, request, limit + 1), limit, null);
            if (plan.items().isEmpty()) {
                throw Refused.because(ErrorCode.ILLEGAL_STATE, Messages.text(caller.locale(), "reject.HANDOVER_NOTHING", row.giver));
            }
            List<HandoverItemRow> items = plan.items().stream().map(i -> item(row, i)).toList();
            HandoverReply reply = reply(opId, request, views.whole(row, items));
            reply.next = plan.next();
            reply.drafts = work.drafts(caller.tenant(), row.giver, request);
            return new Decided<>(reply, () -> {
                store.insert(row, items);
                outbox.tell(row.tenant, told("OFFERED", row, row.receiver, caller), row.createdAt);
            });
        }));
    }

    private HandoverRow row(Caller caller, HandoverRequest request) {
        HandoverRow row = new HandoverRow();
        row.tenant = caller.tenant();
        row.giver = writes.whose(caller, request.from);
        row.receiver = writes.known(caller, request.to, "to");
        Replacements.mustDiffer(caller, row.giver, row.receiver);
        row.id = request.preview ? 0 : ids.next();
        row.state = HandoverState.PENDING.name();
        row.createdBy = caller.person();
        row.createdAt = writes.now();
        row.note = request.note;
        row.includeRoles = request.includeRoles ? 1 : 0;
        return row;
    }

    /** Both are told, but for whoever does it; titles of work are not, since it moves only once it is taken. */
    private static Telling told(String what, HandoverRow row, String receiver, Caller by) {
        return new Telling("handover." + what.toLowerCase(Locale.ROOT), MessageKind.HANDOVER.name(), null, row.id, null, List.of("user:" + receiver), by.person(), row.note,
                Map.of("state", what), null);
    }

    private static HandoverItemRow item(HandoverRow handover, OpenWork.Item item) {
        HandoverItemRow row = new HandoverItemRow();
        row.tenant = handover.tenant;
        row.handoverId = handover.id;
        row.id = item.id();
        row.instanceId = item.instanceId();
        row.state = HandoverItemState.PENDING.name();
        return row;
    }

    private static HandoverReply reply(String opId, ArrangementRequest request, Handover handover) {
        HandoverReply reply = new HandoverReply();
        reply.opId = opId;
        reply.preview = request.preview;
        reply.handover = handover;
        return reply;
    }

    /** Whose work it is, or an administrator, takes the offer back; what has moved stays moved. */
    public HandoverReply cancel(Caller caller, long handoverId, ArrangementRequest request) {
        return attempts.of(caller.locale(), () -> writes.once(caller, "cancelHandover", handoverId, request, HandoverReply.class, opId -> {
            HandoverRow row = his(caller, handoverId, !request.preview);
            if (!caller.person().equals(row.giver)) {
                writes.mustAdminister(caller, row.giver);
            }
            mustWait(caller, row);
            row.state = HandoverState.CANCELLED.name();
            row.closedAt = writes.now();
            return new Decided<>(reply(opId, request, views.whole(row, store.items(caller.tenant(), handoverId))),
                    () -> outbox.tell(row.tenant, Telling.over("handover.cancelled", null, row.id, null, caller.person(), false), row.closedAt));
        }));
    }

    // ---- U2 ----

    /** What one answer is about. */
    private record Answer(HandoverReply earlier, HandoverRow handover, List<HandoverItemRow> accepted, List<HandoverItemRow> rejected) { }

    public HandoverReply answer(Caller caller, long handoverId, AnswerHandoverRequest request) {
        Answer answer = attempts.of(caller.locale(), () -> read(caller, handoverId, request));
        if (answer.earlier() != null) {
            return answer.earlier();
        }
        String opId = attempts.of(caller.locale(), () -> writes.opId(request));
        List<ItemResult> results = many.each(new Plan(answer.accepted().stream().map(i -> new OpenWork.Item(i.id, i.instanceId, null, null)).toList(),
                null, act(caller, answer.handover())), opId, request.preview);
        return attempts.of(caller.locale(), () -> end(caller, answer, request, opId, results));
    }

    private Answer read(Caller caller, long handoverId, AnswerHandoverRequest request) {
        Optional<HandoverReply> earlier = writes.earlier(caller, "answerHandover", handoverId, request, HandoverReply.class);
        if (earlier.isPresent()) {
            return new Answer(earlier.get(), null, List.of(), List.of());
        }
        HandoverRow row = his(caller, handoverId, false);
        if (!caller.person().equals(row.receiver) && !writes.administers(caller, row.receiver)) {
            throw Refused.because(ErrorCode.FORBIDDEN, Messages.text(caller.locale(), "reject.HANDOVER_ANSWERS", row.receiver));
        }
        mustWait(caller, row);
        return chosen(caller, row, request);
    }

    private Answer chosen(Caller caller, HandoverRow row, AnswerHandoverRequest request) {
        Set<Long> accept = named(request.accept);
        Set<Long> reject = named(request.reject);
        Inputs.require(!accept.isEmpty() || !reject.isEmpty() || request.others != null, caller.locale(), "GIVEN", "accept, reject, others");
        Inputs.require(accept.stream().noneMatch(reject::contains), caller.locale(), "HANDOVER_BOTH");
        List<HandoverItemRow> items = store.items(row.tenant, row.id);
        Set<Long> strangers = new HashSet<>(accept);
        strangers.addAll(reject);
        items.forEach(i -> strangers.remove(i.id));
        Inputs.require(strangers.isEmpty(), caller.locale(), "HANDOVER_STRANGERS", strangers.toString());
        List<HandoverItemRow> waiting = items.stream().filter(i -> i.state.equals(HandoverItemState.PENDING.name())).toList();
        return new Answer(null, row, waiting.stream().filter(i -> accept.contains(i.id) || Boolean.TRUE.equals(request.others) && !reject.contains(i.id)).toList(),
                waiting.stream().filter(i -> reject.contains(i.id) || Boolean.FALSE.equals(request.others) && !accept.contains(i.id)).toList());
    }

    private static Set<Long> named(List<Long> ids) {
        Set<Long> named = new HashSet<>(ids == null ? List.of() : ids);
        named.removeIf(Objects::isNull);
        return named;
    }

    private Act act(Caller caller, HandoverRow handover) {
        return new Act(caller.asEngine(), handover.giver, "replaceHandler", item -> {
            ReplaceHandlerRequest request = new ReplaceHandlerRequest();
            request.opId = "wf-handover-" + handover.id + "-" + item.id();
            request.user = handover.receiver;
            request.onBehalfOf = caller.person();
            request.opinion = handover.note;
            return request;
        }, each -> mustWaitStill(caller, handover, each), (item, result) -> noted(handover, result));
    }

    /** The offer is held while some of its items move: whoever takes it back waits for them, and stops all that come after. */
    private void mustWaitStill(Caller caller, HandoverRow handover, List<OpenWork.Item> items) {
        mustWait(caller, store.hold(handover.tenant, handover.id).orElseThrow(() -> Situations.notFound(caller)));
        Set<Long> wanted = items.stream().map(OpenWork.Item::id).collect(Collectors.toSet());
        if (store.items(handover.tenant, handover.id).stream().anyMatch(i -> wanted.contains(i.id) && !i.state.equals(HandoverItemState.PENDING.name()))) {
            throw Refused.because(ErrorCode.ILLEGAL_STATE, Messages.text(caller.locale(), "reject.HANDOVER_ANSWERED"));
        }
    }

    private void noted(HandoverRow handover, ItemResult result) {
        store.settle(settled(handover, result));
        if (result.done) {
            items.given(handover.tenant, result.workItemId);
        }
    }

    /** Whether the giver has it no longer, whatever else may be in the way. */
    private boolean isGone(HandoverRow handover, ItemResult result) {
        return result.code == ErrorCode.ILLEGAL_STATE && items.find(handover.tenant, result.workItemId).filter(i -> handover.giver.equals(i.owner)).isEmpty();
    }

    /** What cannot move now, because somebody writes it, it stands still or the receiver has a part in it, may do so later. */
    private HandoverItemRow settled(HandoverRow handover, ItemResult result) {
        HandoverItemRow row = new HandoverItemRow();
        row.tenant = handover.tenant;
        row.handoverId = handover.id;
        row.id = result.workItemId;
        row.state = (result.done ? HandoverItemState.MOVED : isGone(handover, result) ? HandoverItemState.GONE : HandoverItemState.PENDING).name();
        row.newItemId = result.newItemId;
        row.code = result.code == null ? null : result.code.name();
        row.reason = result.reason;
        return row;
    }

    private HandoverReply end(Caller caller, Answer answer, AnswerHandoverRequest request, String opId, List<ItemResult> results) {
        HandoverRow row = request.preview ? answer.handover() : his(caller, answer.handover().id, true);
        if (!request.preview && row.includeRoles == 1 && results.stream().anyMatch(r -> r.done)) {
            rights.copy(row);
        }
        if (!request.preview && row.state.equals(HandoverState.PENDING.name())) {
            answer.rejected().forEach(i -> {
                i.state = HandoverItemState.REJECTED.name();
                store.settle(i);
            });
        }
        List<HandoverItemRow> items = new ArrayList<>(store.items(row.tenant, row.id));
        boolean over = items.stream().noneMatch(i -> i.state.equals(HandoverItemState.PENDING.name()));
        if (over && !request.preview && row.state.equals(HandoverState.PENDING.name())) {
            row.state = HandoverState.DONE.name();
            row.closedAt = writes.now();
        }
        HandoverReply reply = reply(opId, request, views.whole(row, items));
        reply.results.addAll(results);
        if (!request.preview) {
            outbox.tell(row.tenant, told("ANSWERED", row, row.giver, caller), writes.now());
            writes.remember(caller, "answerHandover", row.id, request, opId, reply);
        }
        return reply;
    }

    private static void mustWait(Caller caller, HandoverRow row) {
        if (!row.state.equals(HandoverState.PENDING.name())) {
            throw Refused.because(ErrorCode.ILLEGAL_STATE, Messages.text(caller.locale(), "reject.HANDOVER_OVER"));
        }
    }

    /** Those whom it concerns, and administrators, know of it. */
    private HandoverRow his(Caller caller, long handoverId, boolean hold) {
        return (hold ? store.hold(caller.tenant(), handoverId) : store.find(caller.tenant(), handoverId))
                .filter(r -> List.of(r.giver, r.receiver, r.createdBy).contains(caller.person()) || writes.administers(caller, r.giver))
                .orElseThrow(() -> Situations.notFound(caller));
    }

    // ---- looking ----

    public Handover get(Caller caller, long handoverId) {
        return views.whole(his(caller, handoverId, false), store.items(caller.tenant(), handoverId));
    }

    /** Those of the caller, or where he administers of whom he names; the latest first. */
    public HandoverList list(Caller caller, HandoverSide side, String person, Long before, Integer limit) {
        Inputs.require(limit == null || limit >= 1 && limit <= 200, caller.locale(), "LIMIT");
        int size = limit == null ? 20 : limit;
        List<HandoverRow> rows = store.page(caller.tenant(), side == HandoverSide.GIVER, writes.whose(caller, person),
                before == null ? Long.MAX_VALUE : before, size + 1);
        Map<Long, Map<String, Integer>> counts = store.counts(caller.tenant(), rows.stream().map(r -> r.id).toList());
        HandoverList list = new HandoverList();
        rows.stream().limit(size).forEach(r -> list.handovers.add(views.brief(r, counts.getOrDefault(r.id, Map.of()))));
        list.next = rows.size() > size ? rows.get(size - 1).id : null;
        return list;
    }
}
