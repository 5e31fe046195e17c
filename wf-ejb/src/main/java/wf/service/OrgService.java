package wf.service;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import wf.access.Caller;
import wf.command.Attempts;
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
import wf.monitor.Watched;
import wf.query.OrgPicker;
import wf.query.VanishedHandlers;
import wf.refusal.Required;
import wf.standing.CalendarCommands;
import wf.standing.DeputyCommands;
import wf.standing.HandoverCommands;
import wf.standing.Replacements;
import wf.standing.WorkTimes;

/** The interface group 组织机构 Organisation (§5.1): who stands in for whom, and work that goes from one person to another as a whole. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
@Interceptors(Watched.class)
public class OrgService {

    @Inject
    private DeputyCommands deputies;
    @Inject
    private Replacements replacements;
    @Inject
    private HandoverCommands handovers;
    @Inject
    private VanishedHandlers vanished;
    @Inject
    private OrgPicker picker;
    @Inject
    private CalendarCommands calendars;
    @Inject
    private WorkTimes workTimes;
    @Inject
    private Attempts attempts;

    // ---- whom one can name ----

    public PersonPage listPeople(Caller caller, String text, String within, String after, Integer limit) {
        return picker.people(caller, text, within, after, limit);
    }

    public OrgUnitPage listOrgUnits(Caller caller, OrgUnitKind kind, String parent, String text, String after, Integer limit) {
        return picker.units(caller, kind, parent, text, after, limit);
    }

    // ---- working time ----

    /** For administrators. */
    public CalendarList listCalendars(Caller caller, String after, Integer limit) {
        return attempts.of(caller.locale(), () -> calendars.list(caller, after, limit));
    }

    /** For administrators. */
    public WorkingCalendar getCalendar(Caller caller, @Required String owner) {
        return attempts.of(caller.locale(), () -> calendars.get(caller, owner));
    }

    /** For administrators. */
    public CalendarReply putCalendar(Caller caller, @Required String owner, PutCalendarRequest request) {
        return attempts.of(caller.locale(), () -> calendars.put(caller, owner, request));
    }

    /** For administrators. */
    public CalendarReply deleteCalendar(Caller caller, @Required String owner, ArrangementRequest request) {
        return attempts.of(caller.locale(), () -> calendars.delete(caller, owner, request));
    }

    public Workday isWorkday(Caller caller, @Required String date, String person, String department) {
        return attempts.of(caller.locale(), () -> workTimes.isWorkday(caller, date, new WorkTimes.Whose(person, department)));
    }

    public WorkTime addWorkTime(Caller caller, String from, String span, String person, String department) {
        return attempts.of(caller.locale(), () -> workTimes.add(caller, from, span, new WorkTimes.Whose(person, department)));
    }

    public WorkTime workTimeBetween(Caller caller, String from, String to, String person, String department) {
        return attempts.of(caller.locale(), () -> workTimes.between(caller, from, to, new WorkTimes.Whose(person, department)));
    }

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

    // ---- handover ----

    public HandoverReply handover(Caller caller, HandoverRequest request) {
        return handovers.handOver(caller, request);
    }

    public HandoverReply answerHandover(Caller caller, long handoverId, AnswerHandoverRequest request) {
        return handovers.answer(caller, handoverId, request);
    }

    public HandoverReply cancelHandover(Caller caller, long handoverId, ArrangementRequest request) {
        return handovers.cancel(caller, handoverId, request);
    }

    public Handover getHandover(Caller caller, long handoverId) {
        return handovers.get(caller, handoverId);
    }

    public HandoverList listHandovers(Caller caller, HandoverSide side, String person, Long before, Integer limit) {
        return handovers.list(caller, side, person, before, limit);
    }

    // ---- bulk replacement ----

    /** For administrators. */
    public ItemsReply replaceHandlers(Caller caller, ReplaceHandlersRequest request) {
        return replacements.replaceHandlers(caller, request);
    }

    /** For administrators: whose open work nobody is left to do. */
    public VanishedHandlerList listVanishedHandlers(Caller caller, String after, Integer limit) {
        return vanished.list(caller, after, limit);
    }
}
