package wf.remote;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import wf.client.CallContext;
import wf.client.OrgService;
import wf.client.WfException;
import wf.contract.AnswerDeputyRequest;
import wf.contract.AnswerHandoverRequest;
import wf.contract.ArrangementRequest;
import wf.contract.CalendarList;
import wf.contract.CalendarReply;
import wf.contract.DeputyList;
import wf.contract.DeputyReply;
import wf.contract.DeputySide;
import wf.contract.GrantDeputyRequest;
import wf.contract.Handover;
import wf.contract.HandoverList;
import wf.contract.HandoverReply;
import wf.contract.HandoverRequest;
import wf.contract.HandoverSide;
import wf.contract.ItemsReply;
import wf.contract.OrgUnitKind;
import wf.contract.OrgUnitPage;
import wf.contract.PersonPage;
import wf.contract.PutCalendarRequest;
import wf.contract.ReplaceHandlersRequest;
import wf.contract.VanishedHandlerList;
import wf.contract.WorkSelection;
import wf.contract.WorkTime;
import wf.contract.Workday;
import wf.contract.WorkingCalendar;

/** The group Org for callers over EJB; {@link RemoteFace} does what is to be done. */
@Stateless(name = "OrgFace")
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class OrgFace implements OrgService {
    private OrgService face;

    @Inject
    void bind(RemoteFace remote) {
        face = remote.of(OrgService.class);
    }

    @Override
    public DeputyReply grantDeputy(CallContext context, GrantDeputyRequest request) throws WfException {
        return face.grantDeputy(context, request);
    }

    @Override
    public DeputyList listDeputies(CallContext context, DeputySide side, String person, Long before, Integer limit) throws WfException {
        return face.listDeputies(context, side, person, before, limit);
    }

    @Override
    public DeputyReply answerDeputy(CallContext context, long grantId, AnswerDeputyRequest request) throws WfException {
        return face.answerDeputy(context, grantId, request);
    }

    @Override
    public DeputyReply revokeDeputy(CallContext context, long grantId, ArrangementRequest request) throws WfException {
        return face.revokeDeputy(context, grantId, request);
    }

    @Override
    public ItemsReply transferToDeputy(CallContext context, long grantId, WorkSelection request) throws WfException {
        return face.transferToDeputy(context, grantId, request);
    }

    @Override
    public HandoverReply handover(CallContext context, HandoverRequest request) throws WfException {
        return face.handover(context, request);
    }

    @Override
    public HandoverList listHandovers(CallContext context, HandoverSide side, String person, Long before, Integer limit) throws WfException {
        return face.listHandovers(context, side, person, before, limit);
    }

    @Override
    public Handover getHandover(CallContext context, long handoverId) throws WfException {
        return face.getHandover(context, handoverId);
    }

    @Override
    public HandoverReply answerHandover(CallContext context, long handoverId, AnswerHandoverRequest request) throws WfException {
        return face.answerHandover(context, handoverId, request);
    }

    @Override
    public HandoverReply cancelHandover(CallContext context, long handoverId, ArrangementRequest request) throws WfException {
        return face.cancelHandover(context, handoverId, request);
    }

    @Override
    public ItemsReply replaceHandlers(CallContext context, ReplaceHandlersRequest request) throws WfException {
        return face.replaceHandlers(context, request);
    }

    @Override
    public VanishedHandlerList listVanishedHandlers(CallContext context, String after, Integer limit) throws WfException {
        return face.listVanishedHandlers(context, after, limit);
    }

    @Override
    public PersonPage listPeople(CallContext context, String text, String within, String after, Integer limit) throws WfException {
        return face.listPeople(context, text, within, after, limit);
    }

    @Override
    public OrgUnitPage listOrgUnits(CallContext context, OrgUnitKind kind, String parent, String text, String after, Integer limit) throws WfException {
        return face.listOrgUnits(context, kind, parent, text, after, limit);
    }

    @Override
    public CalendarList listCalendars(CallContext context, String after, Integer limit) throws WfException {
        return face.listCalendars(context, after, limit);
    }

    @Override
    public WorkingCalendar getCalendar(CallContext context, String owner) throws WfException {
        return face.getCalendar(context, owner);
    }

    @Override
    public CalendarReply putCalendar(CallContext context, String owner, PutCalendarRequest request) throws WfException {
        return face.putCalendar(context, owner, request);
    }

    @Override
    public CalendarReply deleteCalendar(CallContext context, String owner, ArrangementRequest request) throws WfException {
        return face.deleteCalendar(context, owner, request);
    }

    @Override
    public Workday isWorkday(CallContext context, String date, String person, String department) throws WfException {
        return face.isWorkday(context, date, person, department);
    }

    @Override
    public WorkTime addWorkTime(CallContext context, String from, String span, String person, String department) throws WfException {
        return face.addWorkTime(context, from, span, person, department);
    }

    @Override
    public WorkTime workTimeBetween(CallContext context, String from, String to, String person, String department) throws WfException {
        return face.workTimeBetween(context, from, to, person, department);
    }
}
