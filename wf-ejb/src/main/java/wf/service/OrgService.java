package wf.service;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import wf.access.Caller;
import wf.command.Attempts;
import wf.contract.AnswerDeputyRequest;
import wf.contract.ArrangementRequest;
import wf.contract.DeputyList;
import wf.contract.DeputyReply;
import wf.contract.DeputySide;
import wf.contract.GrantDeputyRequest;
import wf.contract.ItemsReply;
import wf.contract.ReplaceHandlersRequest;
import wf.contract.WorkSelection;
import wf.standing.DeputyCommands;
import wf.standing.Replacements;

/** The interface group 组织机构 Organisation (§5.1): who stands in for whom, and work that goes from one person to another as a whole. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class OrgService {

    @Inject
    private DeputyCommands deputies;
    @Inject
    private Replacements replacements;
    @Inject
    private Attempts attempts;

    // ---- deputies ----

    public DeputyReply grantDeputy(Caller caller, GrantDeputyRequest request) {
        return attempts.of(caller.locale(), () -> deputies.grant(caller, request));
    }

    public DeputyReply answerDeputy(Caller caller, long grantId, AnswerDeputyRequest request) {
        return attempts.of(caller.locale(), () -> deputies.answer(caller, grantId, request));
    }

    public DeputyReply revokeDeputy(Caller caller, long grantId, ArrangementRequest request) {
        return attempts.of(caller.locale(), () -> deputies.revoke(caller, grantId, request));
    }

    public DeputyList listDeputies(Caller caller, DeputySide side, String person, Long before, Integer limit) {
        return deputies.list(caller, side, person, before, limit);
    }

    public ItemsReply transferToDeputy(Caller caller, long grantId, WorkSelection request) {
        return replacements.transferToDeputy(caller, grantId, request);
    }

    // ---- bulk replacement ----

    /** For administrators. */
    public ItemsReply replaceHandlers(Caller caller, ReplaceHandlersRequest request) {
        return replacements.replaceHandlers(caller, request);
    }
}
