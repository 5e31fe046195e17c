package wf.standing;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import wf.access.Caller;
import wf.command.Attempts;
import wf.command.Command;
import wf.command.CommandBus;
import wf.command.Idempotency;
import wf.command.Inputs;
import wf.contract.ErrorCode;
import wf.contract.ItemResult;
import wf.contract.ItemsReply;
import wf.contract.OperationReply;
import wf.contract.OperationRequest;
import wf.contract.WorkSelection;
import wf.query.OpenWork.Item;
import wf.refusal.Messages;
import wf.refusal.Refused;
import wf.store.InstanceCache;
import wf.store.Transactions;
import wf.store.WorkItemStore;

/**
 * One operation on many items, one transaction for each instance (X5), and what came of each item: one that cannot be done does
 * not keep the others, and neither does an instance that others write all the time.
 */
@Singleton
public class ManyItems {

    private static final int LIMIT = 200;
    private static final int MAX = 1_000;
    private static final int LONGEST_ID = 40;
    private final CommandBus bus;
    private final Attempts attempts;
    private final InstanceCache cache;
    private final WorkItemStore items;
    private final Idempotency idempotency;
    private final OwnWrites writes;
    private final Transactions transactions;

    @Inject
    public ManyItems(CommandBus bus, Attempts attempts, InstanceCache cache, WorkItemStore items, Idempotency idempotency, OwnWrites writes,
            Transactions transactions) {
        this.bus = bus;
        this.attempts = attempts;
        this.cache = cache;
        this.items = items;
        this.idempotency = idempotency;
        this.writes = writes;
        this.transactions = transactions;
    }

    /**
     * What is to be done with each item.
     *
     * @param by who does it
     * @param holder whose work is meant: what is somebody else's by now is left alone
     * @param first is asked in each transaction before anything is done there, and refuses what is no longer to be done; not in a preview
     * @param noted is told of each result, within the transaction in which it came about; not in a preview
     */
    record Act(Caller by, String holder, String operation, Function<Item, OperationRequest> request, Consumer<List<Item>> first, BiConsumer<Item, ItemResult> noted) {

        /** One that nobody can call off meanwhile. */
        Act(Caller by, String holder, String operation, Function<Item, OperationRequest> request, BiConsumer<Item, ItemResult> noted) {
            this(by, holder, operation, request, items -> { }, noted);
        }
    }

    /** What one call is to do, read before anything is done. */
    record Plan(List<Item> items, Long next, Act act) { }

    static int limit(Caller caller, WorkSelection request) {
        Inputs.require(request.limit == null || request.limit >= 1 && request.limit <= MAX, caller.locale(), "ITEMS_LIMIT", MAX);
        return request.limit == null ? LIMIT : request.limit;
    }

    /** @param found one more than the limit, where there are more */
    static Plan plan(List<Item> found, int limit, Act act) {
        return new Plan(List.copyOf(found.subList(0, Math.min(limit, found.size()))), found.size() > limit ? found.get(limit - 1).id() : null, act);
    }

    /** @param plan refuses the whole, or tells what is to be done; runs in a transaction of its own */
    ItemsReply perform(Caller caller, String operation, Object about, WorkSelection request, Supplier<Plan> plan) {
        List<ItemsReply> earlier = new ArrayList<>();
        Plan planned = attempts.of(caller.locale(), () -> {
            earlier.clear();
            writes.earlier(caller, operation, about, request, ItemsReply.class).ifPresent(earlier::add);
            return earlier.isEmpty() ? plan.get() : null;
        });
        if (planned == null) {
            return earlier.get(0);
        }
        ItemsReply reply = new ItemsReply();
        reply.opId = attempts.of(caller.locale(), () -> writes.opId(request));
        reply.preview = request.preview;
        reply.items.addAll(each(planned, reply.opId, request.preview));
        reply.done = (int) reply.items.stream().filter(r -> r.done).count();
        reply.refused = reply.items.size() - reply.done;
        reply.next = planned.next();
        return request.preview ? reply : attempts.of(caller.locale(), () -> {
            writes.remember(caller, operation, about, request, reply.opId, reply);
            return reply;
        });
    }

    /** In the order of the items. */
    List<ItemResult> each(Plan plan, String opId, boolean preview) {
        Map<Long, List<Item>> instances = new LinkedHashMap<>();
        plan.items().forEach(i -> instances.computeIfAbsent(i.instanceId(), k -> new ArrayList<>()).add(i));
        Map<Long, ItemResult> results = new LinkedHashMap<>();
        plan.items().forEach(i -> results.put(i.id(), null));
        instances.values().forEach(items -> instance(plan.act(), items, opId, preview).forEach(r -> results.put(r.workItemId, r)));
        return new ArrayList<>(results.values());
    }

    private List<ItemResult> instance(Act act, List<Item> items, String opId, boolean preview) {
        try {
            return attempts.of(act.by().locale(), () -> {
                if (!preview) {
                    act.first().accept(items);
                }
                return items.stream().map(i -> item(act, i, i != items.get(0), opId, preview)).toList();
            });
        } catch (Refused e) {
            // A transaction of the caller's still holds what had been written before the refusal: it is for him to roll it back.
            if (transactions.isActive() && !(e instanceof Refused.Harmless)) {
                throw e;
            }
            return items.stream().map(i -> refused(i, e)).toList();
        }
    }

    /** @param further whether another item of the instance was done in this transaction, which the image in memory does not know yet */
    private ItemResult item(Act act, Item item, boolean further, String opId, boolean preview) {
        if (further) {
            cache.evict(act.by().tenant(), item.instanceId());
        }
        ItemResult result = tried(act, item, opId, preview);
        if (!preview) {
            act.noted().accept(item, result);
        }
        return result;
    }

    private ItemResult tried(Act act, Item item, String opId, boolean preview) {
        OperationRequest request = act.request().apply(item);
        request.opId = act.by().isEngine() ? request.opId : preview ? null : ofItem(opId, item.id());
        request.preview = preview;
        try {
            mustHold(act, item, request.opId);
            return done(item, bus.execute(act.by(), Command.onItem(act.operation(), item.id(), request)), preview);
        } catch (Refused e) {
            return refused(item, e);
        }
    }

    /** What was done under this id already is answered anew. */
    private void mustHold(Act act, Item item, String opId) {
        boolean his = items.find(act.by().tenant(), item.id()).filter(r -> act.holder().equals(r.owner)).isPresent();
        if (!his && (opId == null || !idempotency.isKnown(act.by().tenant(), opId))) {
            throw Refused.because(ErrorCode.ILLEGAL_STATE, Messages.text(act.by().locale(), "reject.HOLDS_NO_LONGER", act.holder()));
        }
    }

    /** The same item again, after a call that broke off, is answered with what it did then. */
    private static String ofItem(String opId, long itemId) {
        return opId.length() <= LONGEST_ID ? opId + ":" + itemId : null;
    }

    private static ItemResult done(Item item, OperationReply reply, boolean preview) {
        ItemResult result = result(item);
        result.done = true;
        result.newItemId = preview ? null : reply.itemsCreated.stream().map(i -> i.id).findFirst().orElse(null);
        return result;
    }

    /** Work that is gone by now is told to be closed, whoever asks: it was his a moment ago. */
    private static ItemResult refused(Item item, Refused refused) {
        ItemResult result = result(item);
        result.code = refused.problem().code == ErrorCode.NOT_FOUND ? ErrorCode.ILLEGAL_STATE : refused.problem().code;
        result.reason = refused.problem().message;
        return result;
    }

    private static ItemResult result(Item item) {
        ItemResult result = new ItemResult();
        result.workItemId = item.id();
        result.instanceId = item.instanceId();
        return result;
    }
}
