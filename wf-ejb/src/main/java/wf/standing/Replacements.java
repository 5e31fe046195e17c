package wf.standing;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import wf.access.Caller;
import wf.command.Inputs;
import wf.command.Situations;
import wf.contract.DeputyMode;
import wf.contract.ErrorCode;
import wf.contract.ItemsReply;
import wf.contract.ReplaceHandlersRequest;
import wf.contract.ReplaceHandlerRequest;
import wf.contract.TransferRequest;
import wf.contract.WorkSelection;
import wf.org.Deputies;
import wf.org.DeputyRow;
import wf.query.OpenWork;
import wf.refusal.Messages;
import wf.refusal.Refused;
import wf.standing.ManyItems.Act;
import wf.standing.ManyItems.Plan;

/** Open work of one person goes to another as a whole: U5 by an administrator, U27 by the principal to his deputy. */
@Singleton
public class Replacements {

    private final OpenWork work;
    private final ManyItems many;
    private final Deputies deputies;
    private final OwnWrites writes;

    @Inject
    public Replacements(OpenWork work, ManyItems many, Deputies deputies, OwnWrites writes) {
        this.work = work;
        this.many = many;
        this.deputies = deputies;
        this.writes = writes;
    }

    // ---- U5 ----

    /** F17 on all open work of a person, who need not be there any more. */
    public ItemsReply replaceHandlers(Caller caller, ReplaceHandlersRequest request) {
        return many.perform(caller, "replaceHandlers", "new", request, () -> {
            writes.mustBeAdministrator(caller);
            Inputs.require(request.from != null && !request.from.isBlank(), caller.locale(), "GIVEN", "from");
            writes.mustAdminister(caller, request.from.strip());
            Inputs.require(request.opinion == null || request.opinion.length() <= 4_000, caller.locale(), "TEXT_TOO_LONG", "opinion", 4_000);
            String to = writes.known(caller, request.to, "to");
            mustDiffer(caller, request.from.strip(), to);
            int limit = ManyItems.limit(caller, request);
            Act act = new Act(caller, request.from.strip(), "replaceHandler", item -> {
                ReplaceHandlerRequest each = new ReplaceHandlerRequest();
                each.user = to;
                each.opinion = request.opinion;
                return each;
            }, (item, result) -> { });
            return ManyItems.plan(work.of(caller.tenant(), request.from.strip(), request, limit + 1), limit, act);
        });
    }

    static void mustDiffer(Caller caller, String from, String to) {
        if (from.equals(to)) {
            throw Refused.because(ErrorCode.TARGET_INVALID, Messages.text(caller.locale(), "reject.HOLDS_ALREADY", to));
        }
    }

    // ---- U27 ----

    /** 待办转移: what lies there already goes to the deputy by F15, as the principal's own act; so what a node forbids stays with him. */
    public ItemsReply transferToDeputy(Caller caller, long grantId, WorkSelection request) {
        return many.perform(caller, "transferToDeputy", grantId, request, () -> plan(caller, grantId, request));
    }

    private Plan plan(Caller caller, long grantId, WorkSelection request) {
        DeputyRow grant = deputies.look(caller.tenant(), grantId).filter(g -> caller.person().equals(g.principal) || writes.administers(caller, g.principal))
                .orElseThrow(() -> Situations.notFound(caller));
        Instant now = writes.now();
        if (!grant.isOf(DeputyMode.TRANSFER) || !grant.isValidAt(now)) {
            throw Refused.because(ErrorCode.ILLEGAL_STATE, Messages.text(caller.locale(), "reject.DEPUTY_TRANSFERS_NOTHING"));
        }
        int limit = ManyItems.limit(caller, request);
        Act act = new Act(caller, grant.principal, "transfer", item -> {
            TransferRequest each = new TransferRequest();
            each.user = grant.deputy;
            return each;
        }, (item, result) -> { });
        return ManyItems.plan(work.of(caller.tenant(), grant.principal, within(grant, request), limit + 1).stream()
                .filter(i -> grant.covers(i.definitionKey(), i.nodeId())).toList(), limit, act);
    }

    /** What the grant is about is asked of the database where the caller asks for nothing narrower. */
    private static WorkSelection within(DeputyRow grant, WorkSelection request) {
        WorkSelection within = new WorkSelection();
        within.definitionKey = request.definitionKey == null ? grant.defKey : request.definitionKey;
        within.nodeId = request.nodeId == null ? grant.nodeId : request.nodeId;
        within.kinds = request.kinds;
        within.createdFrom = request.createdFrom;
        within.createdTo = request.createdTo;
        within.workItemIds = request.workItemIds;
        within.after = request.after;
        return within;
    }
}
