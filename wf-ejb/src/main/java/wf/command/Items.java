package wf.command;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import wf.access.Caller;
import wf.contract.ErrorCode;
import wf.contract.OpenReply;
import wf.contract.OperationReply;
import wf.contract.OperationRequest;
import wf.contract.ReturnTarget;
import wf.contract.ReturnTargetList;
import wf.operation.Identities;
import wf.operation.Identity;
import wf.operation.Returns;
import wf.refusal.Refused;
import wf.runtime.Rejection;
import wf.runtime.TrailEntry;
import wf.store.Conflict;
import wf.store.Json;
import wf.store.WorkItemStore;

/**
 * What happens to an item alone (§0.5): its holder opens it or saves what he has typed. It neither locks the instance
 * nor counts as a version of it, so it goes past the command bus.
 */
@Singleton
public class Items {

    private final Situations situations;
    private final Refusals refusals;
    private final WorkItemStore items;
    private final Idempotency idempotency;
    private final Opening opening;
    private final Views views;

    @Inject
    public Items(Situations situations, Refusals refusals, WorkItemStore items, Idempotency idempotency, Opening opening, Views views) {
        this.situations = situations;
        this.refusals = refusals;
        this.items = items;
        this.idempotency = idempotency;
        this.opening = opening;
        this.views = views;
    }

    /** I2: READY becomes OPENED when its holder opens it; others who may read see it as it is. */
    public OpenReply open(Caller caller, long workItemId) {
        Situation himself = situations.look(caller, Command.onItem("open", workItemId, new OperationRequest()));
        Situation on = asWhoeverWorks(caller, "open", workItemId, himself);
        if (!situations.mayRead(caller, on.subject().facts(), on.stored().image())) {
            throw Situations.notFound(caller);
        }
        if (isHolder(on)) {
            items.open(caller.tenant(), workItemId, on.subject().facts().now());
        }
        Situation seen = on.as(situations.identities(caller, on));
        return on.isByDeputy() ? opening.inStead(caller, seen, himself.as(situations.identities(caller, himself))) : opening.of(caller, seen);
    }

    /** As whoever works on the item: its holder, or a deputy in his stead; all others look for themselves. */
    private Situation look(Caller caller, String operation, long workItemId) {
        return asWhoeverWorks(caller, operation, workItemId, situations.look(caller, Command.onItem(operation, workItemId, new OperationRequest())));
    }

    private Situation asWhoeverWorks(Caller caller, String operation, long workItemId, Situation himself) {
        OperationRequest request = new OperationRequest();
        request.onBehalfOf = isHolder(himself) || himself.held().contains(Identity.CANDIDATE) ? null : situations.principal(caller, himself).orElse(null);
        return request.onBehalfOf == null ? himself : situations.look(caller, Command.onItem(operation, workItemId, request));
    }

    /** F9: keeps opinion and variables with the item until it is submitted. */
    public OperationReply save(Caller caller, long workItemId, OperationRequest request) {
        Inputs.check(request, caller.locale());
        String fingerprint = Idempotency.fingerprint("save", workItemId, request);
        Optional<OperationReply> earlier = idempotency.earlier(caller, request.opId, fingerprint, OperationReply.class);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        Situation on = situations.find(caller, Command.onItem("save", workItemId, request), false);
        if (!isHolder(on)) {
            throw notHolder(caller, on);
        }
        OperationReply reply = Beside.reply(on, idempotency.opId(request.opId), request.preview);
        if (!request.preview) {
            save(caller, on, workItemId, new Draft(request.opinion, request.variables));
            idempotency.remember(caller, on.stored().image().id(), reply.opId, fingerprint, on.subject().facts().now(), reply);
        }
        return reply;
    }

    private void save(Caller caller, Situation on, long workItemId, Draft draft) {
        if (!items.save(caller.tenant(), on.stored().image(), workItemId, on.subject().facts().actor().id(), Json.write(draft))) {
            throw new Conflict("work item " + workItemId + " has changed meanwhile");
        }
    }

    private static boolean isHolder(Situation on) {
        return Identities.isHolder(on.held());
    }

    private Refused notHolder(Caller caller, Situation on) {
        boolean mayKnow = situations.mayRead(caller, on.subject().facts(), on.stored().image());
        return mayKnow ? refusals.refused(caller, on, Rejection.of(ErrorCode.FORBIDDEN, "FORBIDDEN")) : Situations.notFound(caller);
    }

    /** F33: where the item can be returned to; for its holder only. */
    public ReturnTargetList returnTargets(Caller caller, long workItemId) {
        Situation on = look(caller, "listReturnTargets", workItemId);
        if (!isHolder(on)) {
            throw notHolder(caller, on);
        }
        ReturnTargetList list = new ReturnTargetList();
        list.targets = targets(on);
        return list;
    }

    private List<ReturnTarget> targets(Situation on) {
        return Returns.targets(on.subject()).stream().map(offered -> {
            TrailEntry entry = offered.entry();
            ReturnTarget target = new ReturnTarget();
            target.instanceId = offered.instanceId();
            target.nodeInstanceId = entry.nodeInstanceId();
            target.nodeId = entry.nodeId();
            target.nodeName = offered.label();
            String handler = entry.handlers().isEmpty() ? null : entry.handlers().get(entry.handlers().size() - 1);
            target.handler = views.person(on.subject().facts().directory(), handler);
            target.handledAt = views.date(entry.handledAt());
            return target;
        }).toList();
    }
}
