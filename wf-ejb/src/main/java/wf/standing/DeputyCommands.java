package wf.standing;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import wf.access.Caller;
import wf.command.Inputs;
import wf.command.Situations;
import wf.command.Views;
import wf.contract.AnswerDeputyRequest;
import wf.contract.ArrangementRequest;
import wf.contract.DeputyGrant;
import wf.contract.DeputyList;
import wf.contract.DeputyMode;
import wf.contract.DeputyReply;
import wf.contract.DeputyScope;
import wf.contract.DeputySide;
import wf.contract.DeputyState;
import wf.contract.ErrorCode;
import wf.contract.GrantDeputyRequest;
import wf.org.Deputies;
import wf.org.DeputyRow;
import wf.org.Forwardings;
import wf.refusal.Messages;
import wf.refusal.Refused;
import wf.runtime.Directories;
import wf.runtime.Directory;
import wf.standing.OwnWrites.Decided;
import wf.store.DefinitionStore;
import wf.store.Ids;
import wf.store.Transactions;

/**
 * U26 代办: people name deputies for a time, who accept that where they are asked, and either side ends it before. A deputy names
 * none for his principal (X3): these are writes on one's own behalf alone. A grant gives the work of the principal and nothing
 * that he administers, so nobody can grant what he lacks.
 */
@Singleton
public class DeputyCommands {

    private static final int MOST_SCOPES = 100;
    private static final int LONGEST_NOTE = 4_000;
    private final Deputies deputies;
    private final Forwardings forwardings;
    private final DefinitionStore definitions;
    private final OwnWrites writes;
    private final Directories directories;
    private final Transactions transactions;
    private final Views views;
    private final Ids ids;

    @Inject
    public DeputyCommands(Deputies deputies, Forwardings forwardings, DefinitionStore definitions, OwnWrites writes, Directories directories,
            Transactions transactions, Views views, Ids ids) {
        this.deputies = deputies;
        this.forwardings = forwardings;
        this.definitions = definitions;
        this.writes = writes;
        this.directories = directories;
        this.transactions = transactions;
        this.views = views;
        this.ids = ids;
    }

    // ---- naming and answering ----

    public DeputyReply grant(Caller caller, GrantDeputyRequest request) {
        return writes.once(caller, "grantDeputy", "new", request, DeputyReply.class, opId -> {
            List<DeputyRow> rows = rows(caller, request);
            if (!request.preview) {
                deputies.holdGrantsOf(caller.tenant(), rows.get(0).principal);
            }
            new GrantCheck(deputies, definitions, caller.locale(), rows.get(0).grantedAt).mayBe(rows);
            return decided(caller, opId, request, rows, () -> rows.forEach(deputies::insert));
        });
    }

    private List<DeputyRow> rows(Caller caller, GrantDeputyRequest request) {
        Inputs.require(request.note == null || request.note.length() <= LONGEST_NOTE, caller.locale(), "TEXT_TOO_LONG", "note", LONGEST_NOTE);
        List<DeputyScope> scopes = request.scopes == null || request.scopes.isEmpty() ? List.of(new DeputyScope()) : request.scopes;
        Inputs.require(scopes.size() <= MOST_SCOPES, caller.locale(), "DEPUTY_SCOPES", MOST_SCOPES);
        String principal = writes.known(caller, writes.whose(caller, request.principal), "principal");
        String deputy = writes.known(caller, request.deputy, "deputy");
        Instant now = writes.now();
        return scopes.stream().map(s -> row(caller, request, principal, deputy, s, now)).toList();
    }

    private DeputyRow row(Caller caller, GrantDeputyRequest request, String principal, String deputy, DeputyScope scope, Instant now) {
        DeputyRow row = new DeputyRow();
        row.tenant = caller.tenant();
        row.id = request.preview ? 0 : ids.next();
        row.principal = principal;
        row.deputy = deputy;
        row.defKey = GrantCheck.key(scope);
        row.nodeId = GrantCheck.node(scope);
        row.validFrom = request.from == null ? now : request.from.toInstant();
        row.validTo = request.to == null ? null : request.to.toInstant();
        row.mode = (request.mode == null ? DeputyMode.ACT_FOR : request.mode).name();
        row.state = (request.acceptance ? DeputyState.PENDING : DeputyState.ACCEPTED).name();
        row.grantedBy = caller.person();
        row.grantedAt = now;
        row.note = request.note;
        return row;
    }

    /** 代办接收: his alone to say. */
    public DeputyReply answer(Caller caller, long grantId, AnswerDeputyRequest request) {
        return writes.once(caller, "answerDeputy", grantId, request, DeputyReply.class, opId -> {
            Inputs.require(request.accept != null, caller.locale(), "GIVEN", "accept");
            DeputyRow row = his(caller, grantId, request.preview);
            if (!row.deputy.equals(caller.person())) {
                throw Refused.because(ErrorCode.FORBIDDEN, Messages.text(caller.locale(), "reject.DEPUTY_ANSWERS", row.deputy));
            } else if (!row.isIn(DeputyState.PENDING) || !row.mayStillCount(writes.now())) {
                throw Refused.because(ErrorCode.ILLEGAL_STATE, Messages.text(caller.locale(), "reject.DEPUTY_NOT_PENDING"));
            }
            row.state = (request.accept ? DeputyState.ACCEPTED : DeputyState.REFUSED).name();
            row.answeredAt = writes.now();
            return decided(caller, opId, request, List.of(row), () -> { });
        });
    }

    /** Whoever granted it takes it back, or the deputy lays it down. */
    public DeputyReply revoke(Caller caller, long grantId, ArrangementRequest request) {
        return writes.once(caller, "revokeDeputy", grantId, request, DeputyReply.class, opId -> {
            DeputyRow row = his(caller, grantId, request.preview);
            if (!row.mayStillCount(writes.now())) {
                throw Refused.because(ErrorCode.ILLEGAL_STATE, Messages.text(caller.locale(), "reject.DEPUTY_OVER"));
            }
            row.revokedAt = writes.now();
            row.revokedBy = caller.person();
            return decided(caller, opId, request, List.of(row), () -> { });
        });
    }

    /** The grant, which only those whom it concerns know of; in a preview one that nothing is kept of. */
    private DeputyRow his(Caller caller, long grantId, boolean preview) {
        return (preview ? deputies.look(caller.tenant(), grantId) : deputies.hold(caller.tenant(), grantId)).filter(r -> concerns(caller, r))
                .orElseThrow(() -> Situations.notFound(caller));
    }

    private boolean concerns(Caller caller, DeputyRow row) {
        return caller.person().equals(row.principal) || caller.person().equals(row.deputy) || writes.administers(caller, row.principal);
    }

    private Decided<DeputyReply> decided(Caller caller, String opId, ArrangementRequest request, List<DeputyRow> rows, Runnable store) {
        DeputyReply reply = new DeputyReply();
        reply.opId = opId;
        reply.preview = request.preview;
        rows.forEach(r -> reply.grants.add(view(caller, r)));
        return new Decided<>(reply, () -> {
            store.run();
            transactions.afterCommit(() -> forwardings.changed(caller.tenant()));
        });
    }

    // ---- looking ----

    /** Those of the caller, or where he administers of whom he names; the latest first. */
    public DeputyList list(Caller caller, DeputySide side, String person, Long before, Integer limit) {
        Inputs.require(limit == null || limit >= 1 && limit <= 200, caller.locale(), "LIMIT");
        String whose = writes.whose(caller, person);
        int size = limit == null ? 20 : limit;
        List<DeputyRow> rows = deputies.page(caller.tenant(), side == DeputySide.DEPUTY ? null : whose, side == DeputySide.DEPUTY ? whose : null,
                before == null ? Long.MAX_VALUE : before, size + 1);
        DeputyList list = new DeputyList();
        rows.stream().limit(size).forEach(r -> list.grants.add(view(caller, r)));
        list.next = rows.size() > size ? rows.get(size - 1).id : null;
        return list;
    }

    private DeputyGrant view(Caller caller, DeputyRow row) {
        Directory directory = directories.of(caller.tenant());
        DeputyGrant grant = new DeputyGrant();
        grant.id = row.id == 0 ? null : row.id;
        grant.principal = views.person(directory, row.principal);
        grant.deputy = views.person(directory, row.deputy);
        grant.definitionKey = row.defKey;
        grant.nodeId = row.nodeId;
        grant.from = views.date(row.validFrom);
        grant.to = views.date(row.validTo);
        grant.mode = DeputyMode.valueOf(row.mode);
        grant.state = row.revokedAt != null ? DeputyState.REVOKED : DeputyState.valueOf(row.state);
        grant.active = row.isValidAt(writes.now());
        grant.grantedBy = views.person(directory, row.grantedBy);
        grant.grantedAt = views.date(row.grantedAt);
        grant.answeredAt = views.date(row.answeredAt);
        grant.revokedBy = views.person(directory, row.revokedBy);
        grant.revokedAt = views.date(row.revokedAt);
        grant.note = row.note;
        return grant;
    }
}
